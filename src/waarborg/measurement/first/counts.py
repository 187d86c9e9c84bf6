"""Whether a file is a table of counts, and its first mapping."""

import re
from collections.abc import Iterator, Sequence
from math import gcd

from waarborg.measurement.first.looks import Looks
from waarborg.measurement.first.scalar import scalar
from waarborg.measurement.first.words import fit, words
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.log import ValueType

_MOST_ROWS, _MOST_STEPS = 500, 20
_COUNT = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+|\d+")
_MARK = re.compile(r"[^\w\s]{0,2}\s?\d{0,2}|[a-zA-Z]{1,2}")
"""What a source writes in place of a count: ``<5``, ``x``, ``.``."""


def is_count_table(session: LogSession, columns: Sequence[Looks]) -> bool:
    """Whether each row has a label of its own and counts, or marks for counts left out, beside it.

    A label that names a case or a person makes a row a decision: its values are never written.
    """
    ((rows,),) = session.rows("SELECT COUNT(*) FROM log")
    label, others = _parted(columns)
    if not 0 < rows <= _MOST_ROWS or label is None or not others:
        return False
    if any(fit(label.name, words().roles[role]) for role in ("case", "handler", "resource")):
        return False
    labels = [text for text in _texts(session, label) if text]
    return len(set(labels)) == len(labels) and all(_counts(session, column) for column in others)


def _parted(columns: Sequence[Looks]) -> tuple[Looks | None, Sequence[Looks]]:
    """The first column of text, which labels the rows, and those after it; one before it numbers them."""
    place = next((place for place, one in enumerate(columns) if one.type is ValueType.TEXT), None)
    return (None, ()) if place is None else (columns[place], columns[place + 1 :])


def counts_mapping(session: LogSession, columns: Sequence[Looks], file: Sequence[str]) -> Iterator[str]:
    """The lines of the mapping: every column a group, every row a step, for a person to sort out."""
    label, others = _parted(columns)
    if label is None:
        return
    divided = [column for column in others if not fit(column.name, words().totals)] or others
    texts = [text for column in others for text in _texts(session, column) if text]
    marks = sorted({text for text in texts if not _COUNT.fullmatch(text)})
    numbers = [int(re.sub(r"[.,\s]", "", text)) for text in texts if _COUNT.fullmatch(text)]
    decimal = ', decimal: ","' if any(re.search(r"\d\.\d{3}", text) for text in texts) else ""
    yield "kind: counts   # a table of counts"
    yield from file
    shown = ", ".join(map(scalar, marks))
    yield (
        f"table: {{label: {scalar(label.name)}, rows: steps, rounding: {_rounding(numbers)}, "
        f"marks: [{shown}]{decimal}}}   # check the rounding, and what the marks mean"
    )
    yield "groups:   # check: the columns to compare; name one as reference"
    named = ", ".join(f"{scalar(column.name)}: [{scalar(column.name)}]" for column in divided)
    yield f"  - {{name: group, columns: {{{named}}}}}"
    yield "funnel:   # check: which rows are steps, in which order, and who takes them"
    yield "  # by: population, machine, human, judgement, finding or person"
    counted = list(zip(*(_texts(session, column) for column in others), strict=True))
    steps = [text for text, row in zip(_texts(session, label), counted, strict=True) if text and any(row)]
    for place, text in enumerate(steps):
        taken = "finding" if place else "population"
        unsure = "" if place < _MOST_STEPS else "# "
        yield f"  {unsure}- {{id: step_{place + 1}, by: {taken}, rows: [{scalar(text)}]}}"


def _rounding(numbers: Sequence[int]) -> int:
    """10 or 5 where every count is a multiple of it, else 1."""
    common = gcd(*numbers)
    return next((step for step in (10, 5) if common and common % step == 0), 1)


def _counts(session: LogSession, column: Looks) -> bool:
    texts = [text for text in _texts(session, column) if text]
    numbers = [text for text in texts if _COUNT.fullmatch(text)]
    if column.type not in {ValueType.NUMBER, ValueType.TEXT}:
        return False
    return bool(numbers) and all(_COUNT.fullmatch(text) or _MARK.fullmatch(text) for text in texts)


def _texts(session: LogSession, column: Looks) -> Sequence[str]:
    rows = session.rows(f"SELECT {session.dialect.as_text(quoted(column.name))} FROM log")
    return ["" if value is None else str(value).strip() for (value,) in rows]
