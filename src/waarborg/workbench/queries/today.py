"""What asks attention today, as the public may know it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen
from django.db.models import Count

from waarborg.dialogue.questions import WAIT_FOR_VERDICT
from waarborg.procedure.timeline import Item, Watch
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import CaseParty, Dossier, Instrument, Question, StoredState, System
from waarborg.workbench.queries.case_of import timeline_of
from waarborg.workbench.queries.question_page import questions_for, stands
from waarborg.workbench.states.records import subject_of, subjects_of

WAITING = ("open", "not_satisfied", "refused", "postponed", "answered")
"""States of a question in which somebody still has to do something."""


LATE = ("overdue", "possibly_overdue", "partly_fulfilled")
"""Statuses in which lateness asks attention: something is still to come. A late answer is watched."""


@frozen
class LateItem:
    """Something late, with its row and whoever answers for it now."""

    item: Item
    instrument: Instrument
    responsible: CaseParty | None


@frozen
class DossierToday:
    """What a dossier asks attention for on a day; ``instruments`` and ``parties`` by the codes of a watch."""

    dossier: Dossier
    late: tuple[LateItem, ...]
    watch: tuple[Watch, ...]
    instruments: Mapping[str, Instrument]
    parties: Mapping[str, CaseParty]


@frozen
class WaitingQuestion:
    """A safeguard of a system on which a question waits, and for whom: who is to judge, else to answer."""

    state: StoredState
    parties: tuple[str, ...]

    @property
    def verdict(self) -> bool:
        """Whether an answer awaits a verdict, rather than a question its answer."""
        return self.state.questions in WAIT_FOR_VERDICT


def dossiers_today(on: dt.date) -> list[DossierToday]:
    """Every dossier with what is late in it and what asks to be watched."""
    return [_today(dossier, on) for dossier in Dossier.objects.select_related("body")]


def _today(dossier: Dossier, on: dt.date) -> DossierToday:
    found = timeline_of(dossier, on)
    instruments = {row.code: row for row in dossier.instruments.select_related("paper")}
    parties = {party.code: party for party in dossier.case_parties.all()}
    late = tuple(
        LateItem(item, instruments[item.id], parties.get(item.responsible or ""))
        for item in sorted(found.items, key=_gravest)
        if item.status in LATE and item.id in instruments and (item.days_late or "overdue" in item.status)
    )
    return DossierToday(dossier, late, found.watch, instruments, parties)


def _gravest(item: Item) -> tuple[int, int]:
    return (LATE.index(item.status) if item.status in LATE else len(LATE), -(item.days_late or 0))


def systems_by_impact() -> Mapping[str, int]:
    """How many systems there are of each impact."""
    return dict(System.objects.order_by().values_list("impact").annotate(found=Count("pk")))


def waiting_questions(on: dt.date) -> list[WaitingQuestion]:
    """Safeguards of systems on which a question waits for somebody, the gravest impact first."""
    found = StoredState.objects.filter(reader=PUBLIC, questions__in=WAITING)
    ordered = found.select_related("system__organisation").order_by(
        "system__impact", "system__name", "safeguard"
    )
    asked = [(one, stands(one, on)) for one in questions_for(PUBLIC)]
    return [_waiting(state, asked) for state in ordered]


def _waiting(state: StoredState, asked: Iterable[tuple[Question, str]]) -> WaitingQuestion:
    reach = subjects_of(state.system)
    bearing = [
        one
        for one, stand in asked
        if stand == state.questions and one.safeguard == state.safeguard and subject_of(one) in reach
    ]
    verdict = state.questions in WAIT_FOR_VERDICT
    names = ((one.party if verdict else one.addressee).name for one in bearing)
    return WaitingQuestion(state, tuple(dict.fromkeys(names)))
