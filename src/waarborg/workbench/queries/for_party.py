"""What waits for one party: questions to it, answers that await its verdict, positions to confirm."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from waarborg.dialogue.questions import WAIT_FOR_ANSWER, WAIT_FOR_VERDICT
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import Party, Question, StoredState
from waarborg.workbench.queries.question_page import questions_for, stands

_CONFIRM = "confirm_position"


@frozen(kw_only=True)
class ForParty:
    """``asked`` and ``verdicts`` with the state each is in, oldest first."""

    party: Party
    asked: tuple[tuple[Question, str], ...]
    verdicts: tuple[tuple[Question, str], ...]
    confirm: tuple[StoredState, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing waits."""
        return not (self.asked or self.verdicts or self.confirm)


def for_party(party: Party, on: dt.date) -> ForParty:
    """What waits for a party on a day."""
    questions = questions_for(party.code)
    return ForParty(
        party=party,
        asked=_standing(questions.filter(addressee=party), WAIT_FOR_ANSWER, on),
        verdicts=_standing(questions.filter(party=party), WAIT_FOR_VERDICT, on),
        confirm=_to_confirm(party),
    )


def _standing(
    questions: Iterable[Question], wanted: Iterable[str], on: dt.date
) -> tuple[tuple[Question, str], ...]:
    found = ((one, stands(one, on)) for one in questions)
    return tuple((one, state) for one, state in found if state in wanted)


def _to_confirm(party: Party) -> tuple[StoredState, ...]:
    """The safeguards on which it has to confirm, from its own sight where that differs from the public's."""
    states = StoredState.objects.filter(reader__in=(PUBLIC, party.code), asks__contains=_CONFIRM)
    found = {
        (state.system_id, state.safeguard): state
        for state in states.select_related("system").order_by("system__name", "safeguard")
        if party.code in _waited_for(state)
    }
    return tuple(found.values())


def _waited_for(state: StoredState) -> list[str]:
    split = (written.partition(":") for written in state.state["attention"])
    return next((parties.split(",") for code, _, parties in split if code == _CONFIRM), [])
