"""What a person decided on each mark: it stays, or it is taken out on a ground of the law."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from waarborg.publication.check.finding import Mark, Names, marks
from waarborg.publication.check.spelling import composed, same, spelled
from waarborg.publication.check.walking import with_texts
from waarborg.sources.records import load_record
from waarborg.values.finding import UnusableInput, Where

_ARTICLES = (
    *("5.1.1a", "5.1.1b", "5.1.1c", "5.1.1d", "5.1.1e"),
    *("5.1.2a", "5.1.2b", "5.1.2c", "5.1.2d", "5.1.2e", "5.1.2f", "5.1.2g", "5.1.2h", "5.1.2i"),
    *("5.1.5", "5.2"),
)
GROUNDS: Mapping[str, str] = {
    code: f"Woo {code[:-1]}.{code[-1]}" if code[-1].isalpha() else f"Woo {code}" for code in _ARTICLES
}
"""Grounds of the Wet open overheid, articles 5.1 and 5.2, by code; ``ground.CODE`` says each in words."""
KEEP, REDACT = "keep", "redact"
AnyValue = TypeVar("AnyValue")


@frozen(kw_only=True)
class Decision:
    """``decision`` is keep or redact; a redaction names its ground, a code of ``GROUNDS``."""

    text: str
    decision: str
    ground: str = ""


@frozen
class Decisions:
    """The file that a command takes."""

    decisions: tuple[Decision, ...]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read decisions from YAML: ``decisions: [{text, decision, ground}]``.

    Raises:
        UnusableInput: the file, the line and the reason; ``decision_not_known`` or ``ground_not_known``.
    """
    told = load_record(path, Decisions).decisions
    found = tuple(evolve(one, ground=_code(one.ground)) for one in told)
    where = Where(file=str(path))
    for one in found:
        if one.decision not in {KEEP, REDACT}:
            raise UnusableInput("decision_not_known", where, decision=one.decision)
        if one.decision == REDACT and one.ground not in GROUNDS:
            raise UnusableInput("ground_not_known", where, ground=one.ground, grounds=", ".join(GROUNDS))
    return found


def _code(ground: str) -> str:
    """A ground as people write it ("Woo 5.1.2.e") by its code."""
    return re.sub(r"\.(?=[a-i]$)", "", ground.strip().removeprefix("Woo").strip())


def undecided(marks: Iterable[Mark], decisions: Iterable[Decision]) -> tuple[Mark, ...]:
    """The marks on which nobody decided yet; a decision holds for every spelling of its words."""
    known = tuple(decisions)
    return tuple(mark for mark in marks if not any(same(mark.text, one.text) for one in known))


def open_marks(value: object, decisions: Iterable[Decision], names: Names | None = None) -> tuple[Mark, ...]:
    """What somebody must still decide on: what is marked once everything decided is taken out.

    A name that stood within longer words that went is marked where it stands alone.
    """
    told = tuple(decisions)
    return undecided(marks(redacted(value, told), names), told)


def redacted(value: AnyValue, decisions: Iterable[Decision]) -> AnyValue:
    """The value with what was decided taken out of every text, however spelled; its ground stands there.

    What is taken out is gone before a file is made, so that nothing lies under the words that are shown.
    """
    gone = sorted(
        (one for one in decisions if one.decision == REDACT and one.text.strip()),
        key=lambda one: (-len(one.text), one.text),
    )
    if not gone:
        return value
    grounds = {f"w{number}": GROUNDS[one.ground] for number, one in enumerate(gone)}
    whole = re.compile(
        "|".join(f"(?P<w{number}>{spelled(one.text).pattern})" for number, one in enumerate(gone))
    )
    changed: AnyValue = with_texts(
        value, lambda text: whole.sub(lambda found: f"[{grounds[str(found.lastgroup)]}]", composed(text))
    )
    return changed
