"""The way of a paper from draft to publication, as pure states: what may follow what, who must still agree.

A word of a directorate counts for the version it was given on: who agreed to an earlier text has not agreed
to this one.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import frozen


class Stage(StrEnum):
    """Where a paper stands."""

    DRAFT = "draft"
    CO_DRAFTING = "co_drafting"
    APPROVED = "approved"
    SIGNED = "signed"
    SENT = "sent"
    PUBLISHED = "published"


class Step(StrEnum):
    """What can be done with a paper. A paraph says that a directorate agrees, a remark that it does not."""

    HAND_OVER = "hand_over"
    TAKE_BACK = "take_back"
    PARAPH = "paraph"
    REMARK = "remark"
    APPROVE = "approve"
    REOPEN = "reopen"
    SIGN = "sign"
    SEND = "send"
    PUBLISH = "publish"


@frozen
class Word:
    """What a directorate said of a version: a paraph or a remark. Words come in the order they were given."""

    party: str
    step: Step
    version: int


_PATHS: Mapping[tuple[Stage, Step], Stage] = {
    (Stage.DRAFT, Step.HAND_OVER): Stage.CO_DRAFTING,
    (Stage.CO_DRAFTING, Step.HAND_OVER): Stage.CO_DRAFTING,
    (Stage.CO_DRAFTING, Step.TAKE_BACK): Stage.CO_DRAFTING,
    (Stage.CO_DRAFTING, Step.PARAPH): Stage.CO_DRAFTING,
    (Stage.CO_DRAFTING, Step.REMARK): Stage.CO_DRAFTING,
    (Stage.DRAFT, Step.APPROVE): Stage.APPROVED,
    (Stage.CO_DRAFTING, Step.APPROVE): Stage.APPROVED,
    (Stage.APPROVED, Step.REOPEN): Stage.DRAFT,
    (Stage.APPROVED, Step.SIGN): Stage.SIGNED,
    (Stage.SIGNED, Step.SEND): Stage.SENT,
    (Stage.SENT, Step.PUBLISH): Stage.PUBLISHED,
}


def after(stage: Stage, step: Step, handed: Iterable[str] = (), *, signed: bool = True) -> Stage | None:
    """The stage that a step leads to; None where it cannot be taken.

    ``handed`` are the parties that hold the draft once the step is done: with none left it is a draft of its
    own party again. What is not ``signed``, such as an answer, is sent once it is approved.
    """
    if not signed and stage is Stage.APPROVED and step is Step.SEND:
        return Stage.SENT
    found = _PATHS.get((stage, step))
    if step in {Step.TAKE_BACK, Step.REOPEN} and found is not None:
        return Stage.CO_DRAFTING if tuple(handed) else Stage.DRAFT
    return found


def outstanding(handed: Iterable[str], words: Iterable[Word], version: int) -> tuple[str, ...]:
    """The parties that hold the draft and whose last word is no paraph on this version."""
    last: dict[str, Word] = {word.party: word for word in words}
    return tuple(sorted(party for party in handed if not _agrees(last.get(party), version)))


def _agrees(word: Word | None, version: int) -> bool:
    return word is not None and word.step is Step.PARAPH and word.version == version
