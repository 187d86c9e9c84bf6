"""Opening decision logs: XES, CSV, XLSX, Parquet and database tables, as one table an engine can count."""

from waarborg.sources.logs.opening import open_log
from waarborg.sources.logs.session import Dialect, LogSession, quoted

__all__ = ["Dialect", "LogSession", "open_log", "quoted"]
