"""Stored states: records built from the tables, put to the pure function, kept for pages."""

from waarborg.workbench.states.records import records_of
from waarborg.workbench.states.renewal import renew, renew_all

__all__ = ["records_of", "renew", "renew_all"]
