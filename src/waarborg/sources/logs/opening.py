"""Which reader a log needs, and one session on it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from waarborg.sources.logs.duck import DuckSession
from waarborg.sources.logs.guard import require_file
from waarborg.sources.logs.json_rows import read_json
from waarborg.sources.logs.session import LoadingSession, LogSession
from waarborg.sources.logs.spool import Spool
from waarborg.sources.logs.sqlite import read_sqlite
from waarborg.sources.logs.xes import read_xes
from waarborg.sources.logs.xlsx import read_xlsx
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import FileOptions

EngineName = Literal["duckdb", "spark"]

_ENDINGS = {
    ".xes": "xes",
    ".xes.gz": "xes",
    ".csv": "csv",
    ".csv.gz": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".json": "json",
    ".jsonl": "json",
    ".duckdb": "duckdb",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


def format_of(path: Path) -> str:
    """The format that a file's name tells.

    Raises:
        UnusableInput: ``log_format_unknown``, with the endings that are known.
    """
    name = path.name.lower()
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        if name.endswith(ending):
            return _ENDINGS[ending]
    known = ", ".join(sorted(_ENDINGS))
    raise UnusableInput("log_format_unknown", Where(file=str(path)), known=known)


def open_log(
    path: Path, options: FileOptions, *, zone: str = "UTC", engine: EngineName = "duckdb"
) -> LogSession:
    """Open a log as the table ``log`` of a session; ``zone`` reads times that name no offset.

    A folder of Parquet files may be opened as one log. Close the session to remove what was unpacked.

    Raises:
        UnusableInput: the file cannot be used; its code says why.
    """
    if not path.is_dir() or not any(path.glob("*.parquet")):
        require_file(path)
    kind = "parquet" if path.is_dir() else format_of(path)
    folder = TemporaryDirectory(prefix="waarborg-log-")
    try:
        session = _session(engine, zone, folder)
        _fill(session, path, kind, options, Path(folder.name))
    except BaseException:
        folder.cleanup()
        raise
    return session


def _session(engine: EngineName, zone: str, folder: "TemporaryDirectory[str]") -> LoadingSession:
    if engine == "spark":
        from waarborg.sources.logs.spark import SparkLogSession  # noqa: PLC0415  an extra, loaded when asked for

        return SparkLogSession(zone, folder)
    return DuckSession(zone, folder)


def _fill(session: LoadingSession, path: Path, kind: str, options: FileOptions, folder: Path) -> None:
    if kind == "parquet":
        session.load_parquet(path)
    elif kind == "csv":
        session.load_csv(path, options)
    elif kind == "duckdb":
        session.load_database(path, options.table)
    else:
        spool = Spool(folder / "spool.csv", path)
        session.load_spool(spool.write(_records(path, kind, options)))


def _records(path: Path, kind: str, options: FileOptions) -> Iterator[Mapping[str, str]]:
    if kind == "xes":
        return read_xes(path, options.unpacked_limit)
    if kind == "xlsx":
        return read_xlsx(path, options)
    if kind == "json":
        return read_json(path, options.unpacked_limit)
    return read_sqlite(path, options.table)
