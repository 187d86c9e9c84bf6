"""What a change of office or committee brings: who holds it now, and the open questions that go over."""

from attrs import frozen
from django.db import transaction
from django.db.models import QuerySet

from waarborg.dialogue.questions import ALIVE
from waarborg.policy import Action
from waarborg.values.dialogue import Basis
from waarborg.workbench.models import (
    AnswerDraft,
    OfficeHolder,
    Party,
    Position,
    Question,
    QuestionStep,
    QuestionTransfer,
    System,
)
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.models.scope import NAMED, OWN, PUBLIC
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import renew_states, save, tell
from waarborg.workbench.services.questions import about_of, state_of
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states import renew


@transaction.atomic
def record_holder(*, actor: Actor, name: str, entering: Entering, source: str = "") -> OfficeHolder:
    """Record who holds our office, or which committee treats the matter, from a day.

    What our party held before that day then asks to be confirmed.

    Raises:
        Refused: by the policy; two holders from one day.
    """
    permit(actor, Action.RECORD_HOLDER)
    office = actor.office()
    row = OfficeHolder(party=office, name=name, since=entering.date, recorded_at=entering.now, source=source)
    tell(save(row), actor=actor, verb=Action.RECORD_HOLDER, at=entering)
    renew(list(_held_on(office)), on=entering.today)
    return row


@transaction.atomic
def transfer_questions(
    *, actor: Actor, target: Party, entering: Entering, reason: str
) -> list[QuestionTransfer]:
    """Let another office take our place in every question that is still alive, from a day.

    An answer in the making goes along; what our side could read of a question, the other can from now on.

    Raises:
        Refused: by the policy; to oneself, or to an office of another side or body; no reason; no question.
    """
    permit(actor, Action.TRANSFER_QUESTIONS)
    taken = _Taken(origin=actor.office(), target=target)
    taken.check(reason)
    alive = [row for row in taken.questions() if state_of(row, entering.date) in ALIVE]
    if not alive:
        raise Refused("transfer_of_nothing")
    return [_transfer(actor, row, taken, entering, reason) for row in alive]


@frozen
class _Taken:
    """One office that takes the place of another."""

    origin: Party
    target: Party

    @property
    def side(self) -> str:
        """Whose place it is in a question: government is asked, a body asks."""
        return "addressee" if self.origin.kind in GOVERNMENT_SIDE else "asker"

    @property
    def column(self) -> str:
        """The column of a question that names it."""
        return "addressee" if self.side == "addressee" else "party"

    def check(self, reason: str) -> None:
        """Government to government; a committee or body within its own body."""
        same = (
            self.target.kind in GOVERNMENT_SIDE
            if self.side == "addressee"
            else self.target.body_id is not None and self.target.body_id == self.origin.body_id
        )
        if not same or self.target == self.origin:
            raise Refused("transfer_to_another_side", target=self.target.name)
        if not reason.strip():
            raise Refused("transfer_without_reason")

    def questions(self) -> QuerySet[Question]:
        """Every question in which the office has that place."""
        return Question.objects.select_for_update().filter(**{self.column: self.origin})


def _transfer(
    actor: Actor, row: Question, taken: _Taken, entering: Entering, reason: str
) -> QuestionTransfer:
    last = row.steps.order_by("-date").first()
    if entering.date < (last.date if last else row.date):
        raise Refused("step_before_the_last", date=entering.date.isoformat())
    made = save(
        QuestionTransfer(
            question=row,
            side=taken.side,
            origin=taken.origin,
            target=taken.target,
            date=entering.date,
            recorded_at=entering.now,
            reason=reason,
        )
    )
    setattr(row, taken.column, taken.target)
    _let_see(save(row), taken)
    beside = {"from": taken.origin.code, "to": taken.target.code, "reason": reason}
    tell(row, actor=actor, verb="transfer_question", at=entering, beside=beside)
    renew_states(about_of(row).systems(), row.safeguard, entering)
    return made


def _let_see(row: Question, taken: _Taken) -> None:
    """The successor sees what the office saw; who asked keeps sight of what it asked."""
    if row.visibility == NAMED:
        row.named_parties.add(taken.origin, taken.target)
    for step in row.steps.exclude(visibility=PUBLIC).filter(party=taken.origin):
        _named(step, taken)
    for step in row.steps.filter(visibility=NAMED, named_parties=taken.origin):
        _named(step, taken)
    for draft in AnswerDraft.objects.filter(question=row, party=taken.origin).exclude(stage="sent"):
        draft.party = taken.target
        draft.named_parties.remove(taken.target)
        save(draft)


def _named(step: QuestionStep, taken: _Taken) -> None:
    if step.visibility == OWN:
        step.visibility = NAMED
        save(step)
    step.named_parties.add(taken.target)


def _held_on(office: Party) -> QuerySet[System]:
    """The systems that a decision of the office reaches."""
    found = System.objects.none()
    for row in Position.objects.filter(party=office, basis=Basis.DECISION):
        about = About(
            safeguard=row.safeguard, system=row.system, organisation=row.organisation, sector=row.sector
        )
        found = found | about.systems()
    return found.distinct()
