"""Write a first mapping from a log."""

from pathlib import Path

from waarborg.measurement.first_mapping import first_mapping as of_session
from waarborg.sources.logs import open_log
from waarborg.values.log import FileOptions


def first_mapping(log: Path) -> str:
    """The first mapping of ``log``, as YAML.

    Raises:
        UnusableInput: the log cannot be opened.
    """
    session = open_log(log, FileOptions(), zone="Europe/Amsterdam")
    try:
        return of_session(session, log.name)
    finally:
        session.close()
