"""The standard indicators: what is counted as soon as a mapping names the roles it needs."""

from waarborg.measurement.standard.rates import standard_rates

__all__ = ["standard_rates"]
