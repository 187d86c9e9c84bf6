"""Intervals, tests and distances on counts. statsmodels and scipy do the work; ADR 0005 says why."""
