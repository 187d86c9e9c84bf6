"""Answers that stand under another question than they answer.

A form with closed questions gives each its own answers. Where the beginning of such an answer stands in
another column, someone filled it in one cell too far, or lines were shifted. Nothing is moved: the finding
says what stands where and where it belongs.
"""

import re
from collections.abc import Iterator, Mapping

from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Where

Answers = Mapping[str, tuple[str, ...]]
"""By column, how the answers begin that only this question has."""

_DASHES = re.compile("[\u2010-\u2015]")
_SHOWN = 80


def check_answers(entry: Entry, answers: Answers) -> Iterator[Finding]:
    """A finding for each cell that holds the answer to another question."""
    if not answers:
        return
    for column, value in entry.raw.items():
        plain = _plain(str(value or ""))
        belongs = [name for name, starts in answers.items() if plain.startswith(tuple(map(_plain, starts)))]
        if plain and belongs and column not in belongs:
            params = {"value": str(value)[:_SHOWN], "belongs": belongs[0]}
            yield Finding("answer_in_other_column", params, Where(row=entry.row, field=column))


def _plain(text: str) -> str:
    """Without case, with one kind of dash and white space made one."""
    return " ".join(_DASHES.sub("-", text).split()).casefold()
