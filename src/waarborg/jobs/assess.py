"""Assess a register: read it, find where each organisation stands, judge every entry."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.assessment import Place, assess_all, rule_book
from waarborg.law import accountability_lines
from waarborg.register import read, stream_register
from waarborg.register.organisations import organisation_kind
from waarborg.sources.text import SIZE_LIMIT
from waarborg.values.assessment import Assessment
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding

Progress = Callable[[int], object]


@frozen
class AssessedRegister:
    """A register with an assessment for every entry; ``catalogue`` is the version of the rules."""

    catalogue: str
    format: str
    entries: tuple[tuple[Entry, Assessment], ...]
    findings: tuple[Finding, ...] = ()


def assess_register(
    path: Path,
    *,
    mapping: Path | None = None,
    size_limit: int = SIZE_LIMIT,
    progress: Progress | None = None,
) -> AssessedRegister:
    """Read the register at ``path`` whole and judge every entry. ``progress`` takes the number judged.

    Raises:
        UnusableInput: the file cannot be opened, is of another kind or form, or breaks off.
    """
    reading = read(path, mapping=mapping, size_limit=size_limit)
    judged = tuple(assess_all(reading.entries, place, progress))
    return AssessedRegister(rule_book().version, reading.format, judged, reading.findings)


def stream_assessed(
    path: Path,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    mapping: Path | None = None,
    size_limit: int = SIZE_LIMIT,
) -> Iterator[tuple[Entry, Assessment]]:
    """The entries of the register at ``path``, each with its assessment, one at a time.

    Raises:
        UnusableInput: as ``assess_register``; at once where the start of the file shows it.
    """
    stream = stream_register(path, format=format, mapping=mapping, size_limit=size_limit)
    return assess_all((entry for entry, _ in stream), place)


@cache
def place(organisation: str) -> Place:
    """What kind an organisation is, and the bodies it accounts to (``tk,ek`` where there are two)."""
    kind, _ = organisation_kind(organisation)
    line = accountability_lines()[kind]
    return Place(kind.value, ",".join(line.bodies))
