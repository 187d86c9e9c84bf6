"""What a person decided on each mark: it stays, or it is taken out on a ground of the law."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from waarborg.publication.check.finding import Mark, with_texts
from waarborg.sources.records import load_record
from waarborg.values.finding import UnusableInput, Where

GROUNDS: Mapping[str, str] = {
    "5.1.1d": "Woo 5.1.1.d",
    "5.1.2e": "Woo 5.1.2.e",
    "5.1.2f": "Woo 5.1.2.f",
    "5.1.2i": "Woo 5.1.2.i",
    "5.2": "Woo 5.2",
}
"""Grounds of the Wet open overheid by code: special personal data, private life, business data, the
functioning of the State, personal views in internal deliberation."""
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
    found = load_record(path, Decisions).decisions
    where = Where(file=str(path))
    for one in found:
        if one.decision not in {KEEP, REDACT}:
            raise UnusableInput("decision_not_known", where, decision=one.decision)
        if one.decision == REDACT and one.ground not in GROUNDS:
            raise UnusableInput("ground_not_known", where, ground=one.ground, grounds=", ".join(GROUNDS))
    return found


def undecided(marks: Iterable[Mark], decisions: Iterable[Decision]) -> tuple[Mark, ...]:
    """The marks on which nobody decided yet."""
    known = {one.text for one in decisions}
    return tuple(mark for mark in marks if mark.text not in known)


def redacted(value: AnyValue, decisions: Iterable[Decision]) -> AnyValue:
    """The value with what was decided taken out of every text: the ground stands in its place.

    What is taken out is gone before a file is made, so that nothing lies under the words that are shown.
    """
    taken_out = sorted(
        ((one.text, one.ground) for one in decisions if one.decision == REDACT),
        key=lambda pair: -len(pair[0]),
    )

    def without(text: str) -> str:
        for words, ground in taken_out:
            text = text.replace(words, f"[{GROUNDS[ground]}]")
        return text

    changed: AnyValue = with_texts(value, without)
    return changed
