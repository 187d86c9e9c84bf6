"""The mapping of a log as a file: read, and checked as far as can be without the log."""

from pathlib import Path

from waarborg.measurement.mapping import LogMapping
from waarborg.measurement.mapping_check import check_mapping
from waarborg.measurement.names import check_names
from waarborg.sources.records import load_record


def read_mapping(path: Path) -> LogMapping:
    """Read a mapping and check what can be checked without the log.

    Raises:
        UnusableInput: ``record_malformed`` and its kin, with the line.
    """
    mapping = load_record(path, LogMapping, as_written=True)
    check_mapping(mapping, path)
    check_names(mapping, path)
    return mapping
