"""What would settle a safeguard, in a fixed order (DESIGN 4.6). It asks; it never answers."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from waarborg.dialogue.agreement import held
from waarborg.dialogue.evidence import EvidencePicture
from waarborg.dialogue.questions import ALIVE, WAIT_FOR_ANSWER, WAIT_FOR_VERDICT
from waarborg.values.dialogue import Applicable, Attention, Evidence, Grade, Measure, Position, Record, Stance

_OUTCOME = {
    "agreed_adequate": Stance.ADEQUATE,
    "agreed_inadequate": Stance.INADEQUATE,
    "conditional": Stance.CONDITIONAL,
}


@frozen(kw_only=True)
class Situation:
    """All that attention is drawn from; every part holds counted items only."""

    record: Record
    on: dt.date
    evidence: EvidencePicture
    question_counts: Mapping[str, int]
    decided: Mapping[str, Position]
    lines: Mapping[str, str]
    agreement: str

    @property
    def counted_parties(self) -> tuple[str, ...]:
        """The claimant and the bodies, whose decisions are counted, in their order."""
        return (self.record.claimant, *self.record.bodies)

    def any_question(self, states: Iterable[str]) -> bool:
        """Whether a question stands in one of these states."""
        return any(state in self.question_counts for state in states)


def attention(situation: Situation) -> tuple[Attention, ...]:
    """Everything that asks attention, in the order of DESIGN 4.6."""
    return tuple(_found(situation))


def _found(situation: Situation) -> Iterator[Attention]:
    for code, holds in _TABLE:
        outcome = holds(situation)
        if isinstance(outcome, tuple):
            if outcome:
                yield Attention(code, outcome)
        elif outcome:
            yield Attention(code)


def _ask(at: Situation) -> bool:
    return at.evidence.state in {"none", "short_of_bar"} and not at.any_question(ALIVE)


def _claims_differ(at: Situation) -> bool:
    picture = at.evidence
    return (
        picture.applies and picture.said_absent and (picture.said_present or picture.supported_above_declared)
    )


def _running(at: Situation) -> tuple[Measure, ...]:
    return tuple(item for item in at.record.measures if item.done is None and item.withdrawn is None)


def _measure(at: Situation) -> bool:
    missing = at.evidence.state == "stated_absent" or at.agreement == "agreed_inadequate"
    return missing and not _running(at)


def _measure_late(at: Situation) -> bool:
    return any(item.due is not None and item.due < at.on for item in _running(at))


def _agreed_below_bar(at: Situation) -> bool:
    return at.agreement == "agreed_adequate" and at.evidence.applies and at.evidence.state != "meets_bar"


def _discuss(at: Situation) -> tuple[str, ...]:
    return tuple(body for body, value in at.lines.items() if value == "disputed")


def _without_position(at: Situation) -> tuple[str, ...]:
    if not at.evidence.applies:
        return ()
    return tuple(party for party in at.counted_parties if held(at.decided.get(party)) is None)


def _older_than_record(at: Situation) -> tuple[str, ...]:
    if not at.evidence.applies:
        return ()
    last = max(_unsettling_days(at.evidence), default=None)
    return tuple(party for party in at.counted_parties if last is not None and _held_before(at, party, last))


def _unsettling_days(picture: EvidencePicture) -> Iterator[dt.date]:
    """The days on which the record turned against, or lost, what a stance could rest on."""
    yield from (item.date for item in picture.live if not item.supports)
    yield from (
        item.date for item in picture.record.claims if _is_latest_absence(picture, item.party, item.date)
    )
    yield from (item.withdrawn.date for item in picture.record.evidence if item.supports and item.withdrawn)
    yield from (day for item in picture.live if (day := _day_of_expiry(picture, item)))
    yield from (change.date for change in picture.record.changes)


def _is_latest_absence(picture: EvidencePicture, party: str, day: dt.date) -> bool:
    latest = max(item.date for item in picture.record.claims if item.party == party)
    return day == latest and picture.latest_claims[party] == "absent"


def _day_of_expiry(picture: EvidencePicture, item: Evidence) -> dt.date | None:
    """The first day on which the item was worth its declaration only, where it was worth more before."""
    if item.valid_until is None or not picture.expired(item) or item.grade <= Grade.DECLARED:
        return None
    return item.valid_until + dt.timedelta(days=1)


def _held_before(at: Situation, party: str, day: dt.date) -> bool:
    position = at.decided.get(party)
    return position is not None and held(position) is not None and position.date < day


def _to_confirm(at: Situation) -> tuple[str, ...]:
    changed = {item.party: item.date for item in sorted(at.record.new_holders, key=lambda item: item.date)}
    return tuple(
        party for party in at.counted_parties if party in changed and _held_before(at, party, changed[party])
    )


def _auditor_differs(at: Situation) -> bool:
    outcome = _OUTCOME.get(at.agreement)
    others = (held(item) for party, item in at.decided.items() if party not in at.counted_parties)
    return outcome is not None and any(stance not in {None, outcome} for stance in others)


_TABLE: tuple[tuple[str, Callable[[Situation], bool | tuple[str, ...]]], ...] = (
    ("settle_applicability", lambda at: at.record.applicable in {Applicable.UNKNOWN, Applicable.CONTESTED}),
    ("renew_evidence", lambda at: at.evidence.applies and at.evidence.stood_higher),
    ("claims_differ", _claims_differ),
    ("explain_contradiction", lambda at: at.evidence.contested),
    ("ask", _ask),
    ("answer", lambda at: at.any_question(WAIT_FOR_ANSWER)),
    ("verdict_on_answer", lambda at: at.any_question(WAIT_FOR_VERDICT)),
    ("measure", _measure),
    ("measure_late", _measure_late),
    ("agreed_below_bar", _agreed_below_bar),
    ("discuss", _discuss),
    ("position", _without_position),
    ("position_older_than_record", _older_than_record),
    ("confirm_position", _to_confirm),
    ("auditor_differs", _auditor_differs),
)
