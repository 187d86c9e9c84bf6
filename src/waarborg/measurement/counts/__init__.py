"""Tables of counts: what an organisation published instead of its log."""

from waarborg.measurement.counts.measure import measure_counts

__all__ = ["measure_counts"]
