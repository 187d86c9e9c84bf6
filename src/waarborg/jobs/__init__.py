"""Whole jobs composed from the rooms below: assess a register, measure a log, compare regimes."""
