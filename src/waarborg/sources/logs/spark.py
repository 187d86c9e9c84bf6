"""Apache Spark: the engine for a log that outgrows one machine (extra ``[spark]``, Java 17)."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from waarborg.sources.logs.csv_header import csv_header
from waarborg.sources.logs.session import TABLE, Dialect, text_literal
from waarborg.sources.logs.spool import Spool
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import FileOptions

MASTER = "WAARBORG_SPARK_MASTER"
"""The environment variable that names the cluster; without it Spark runs on this machine."""

_ZERO = "TIMESTAMP_NTZ'1970-01-01 00:00:00'"
_INSTANT = {"TIMESTAMP": "TIMESTAMP WITH TIME ZONE"}
"""What Spark calls a timestamp is an instant; elsewhere that name is a wall clock."""
_PARTS = {"year": "YEAR({})", "quarter": "QUARTER({})", "month": "MONTH({})", "dow": "(WEEKDAY({}) + 1)"}


class SparkDialect:
    """The time functions of Spark; shifts of clock go by name of the zone."""

    def parse_instant(self, text: str, zone: str, pattern: str | None) -> str:  # noqa: ARG002  the session's zone
        """See ``Dialect``; the session's zone is the log's."""
        if pattern:
            known = text_literal(java_pattern(pattern))
            return f"UNIX_MICROS(TRY_TO_TIMESTAMP({text}, {known}))"
        return f"UNIX_MICROS(TRY_CAST({text} AS TIMESTAMP))"

    def instant_of(self, column: str) -> str:
        """See ``Dialect``."""
        return f"UNIX_MICROS(CAST({column} AS TIMESTAMP))"

    def wall_of(self, column: str) -> str:
        """See ``Dialect``; a difference of two wall clocks, which no zone and no change of clock touches."""
        since = f"CAST(CAST({column} AS TIMESTAMP_NTZ) - {_ZERO} AS INTERVAL SECOND)"
        return f"CAST(CAST({since} AS DECIMAL(20, 6)) * 1000000 AS BIGINT)"

    def to_local(self, instant: str, zone: str) -> str:
        """See ``Dialect``."""
        return f"UNIX_MICROS(FROM_UTC_TIMESTAMP(TIMESTAMP_MICROS({instant}), {text_literal(zone)}))"

    def to_instant(self, local: str, zone: str) -> str:
        """See ``Dialect``."""
        return f"UNIX_MICROS(TO_UTC_TIMESTAMP(TIMESTAMP_MICROS({local}), {text_literal(zone)}))"

    def part(self, name: str, local: str) -> str:
        """See ``Dialect``; days since 1970 make a date, whatever the session's zone."""
        day = f"DATE_FROM_UNIX_DATE(CAST(FLOOR({local} / 86400000000.0) AS INT))"
        return _PARTS[name].format(day)

    def as_number(self, text: str) -> str:
        """See ``Dialect``."""
        return f"TRY_CAST({text} AS DOUBLE)"

    def as_text(self, value: str) -> str:
        """See ``Dialect``."""
        return f"CAST({value} AS STRING)"

    def position(self) -> str:
        """See ``Dialect``."""
        return "MONOTONICALLY_INCREASING_ID()"


def java_pattern(pattern: str) -> str:
    """A pattern as Python and DuckDB write it (``%d-%m-%Y``) as Spark writes it (``dd-MM-yyyy``)."""
    pairs = {"%Y": "yyyy", "%y": "yy", "%m": "MM", "%d": "dd", "%H": "HH", "%M": "mm", "%S": "ss", "%z": "xx"}
    for ours, java in pairs.items():
        pattern = pattern.replace(ours, java)
    return pattern


class SparkLogSession:
    """A Spark session on one log; columns in quotes, as standard SQL has them."""

    dialect: Dialect = SparkDialect()

    def __init__(self, zone: str, folder: "TemporaryDirectory[str]") -> None:
        try:
            from pyspark.sql import SparkSession  # noqa: PLC0415  an extra
        except ImportError:
            raise UnusableInput("engine_missing") from None
        self.columns: Mapping[str, str] = {}
        self._folder = folder
        self._spark = (
            SparkSession.builder.master(os.environ.get(MASTER, "local[*]"))
            .appName("waarborg")
            .config("spark.sql.session.timeZone", zone)
            .config("spark.sql.ansi.enabled", "true")
            .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.ui.enabled", "false")
            .config("spark.log.level", "ERROR")
            .getOrCreate()
        )
        self._spark.conf.set("spark.sql.session.timeZone", zone)

    def load_csv(self, path: Path, options: FileOptions) -> None:
        """Open a CSV file."""
        reader = self._spark.read.option("header", "true").option("escape", '"').option("multiLine", "true")
        packed = path.name.endswith(".gz")
        delimiter, before = options.delimiter or ",", options.header_row - 1
        if not packed:
            delimiter, _, before = csv_header(path, options.delimiter, options.header_row)
        if before:
            raise UnusableInput("engine_cannot_open", Where(file=str(path)), table="-")
        self._open(reader.option("sep", delimiter).csv(str(path)), path)

    def load_spool(self, spool: Spool) -> None:
        """Open a spooled log."""
        from pyspark.sql.types import StringType, StructField, StructType  # noqa: PLC0415  an extra

        shape = StructType([StructField(name, StringType()) for name in spool.columns])
        frame = self._spark.read.schema(shape).option("escape", '"').csv(str(spool.path))
        self._open(frame, spool.source)

    def load_parquet(self, path: Path) -> None:
        """Open a Parquet file or a folder of them."""
        self._open(self._spark.read.parquet(str(path)), path)

    def load_database(self, path: Path, table: str | None) -> None:
        """A DuckDB file belongs to DuckDB."""
        raise UnusableInput("engine_cannot_open", Where(file=str(path)), table=table or "-")

    def _open(self, frame: Any, source: Path) -> None:
        frame.createOrReplaceTempView(TABLE)
        kinds = ((name, kind.upper()) for name, kind in frame.dtypes)
        self.columns = {name: _INSTANT.get(kind, kind) for name, kind in kinds}
        if not frame.head(1):
            raise UnusableInput("log_without_rows", Where(file=str(source)))

    def view(self, name: str, query: str) -> None:
        """Give a query a name."""
        self._spark.sql(query).createOrReplaceTempView(name)

    def table(self, name: str, query: str) -> None:
        """Keep the rows of a query in the cluster."""
        self._spark.sql(query).cache().createOrReplaceTempView(name)

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        """The rows of a query."""
        return [tuple(row) for row in self._spark.sql(query).collect()]

    def close(self) -> None:
        """Stop Spark and remove what was unpacked."""
        self._spark.stop()
        self._folder.cleanup()
