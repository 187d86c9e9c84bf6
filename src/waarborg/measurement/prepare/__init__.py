"""From an opened log and a mapping to tables with typed columns, ready to be counted."""

from waarborg.measurement.prepare.log import Prepared, Table, prepare

__all__ = ["Prepared", "Table", "prepare"]
