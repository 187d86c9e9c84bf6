"""A first mapping, guessed from the names and values of a log's columns, for a person to finish."""

from waarborg.measurement.first.mapping import first_mapping

__all__ = ["first_mapping"]
