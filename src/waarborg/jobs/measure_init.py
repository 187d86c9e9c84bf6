"""Write a first mapping from a log."""

from pathlib import Path

from waarborg.measurement.first import first_mapping as of_session
from waarborg.sources.logs import open_log
from waarborg.sources.logs.likely import likely_options


def first_mapping(log: Path) -> str:
    """The first mapping of ``log``, as YAML.

    Raises:
        UnusableInput: the log cannot be opened.
    """
    options = likely_options(log)
    session = open_log(log, options, zone="Europe/Amsterdam")
    try:
        return of_session(session, log.name, options)
    finally:
        session.close()
