"""A change of office or committee: positions ask to be confirmed, open questions go over on a day."""

import datetime as dt

import pytest

from waarborg.policy import Role
from waarborg.values.dialogue import Stance, StepKind
from waarborg.workbench.models import Party, Question, QuestionTransfer, StoredState
from waarborg.workbench.queries.answer_drafts import answer_in_the_making
from waarborg.workbench.queries.for_party import for_party
from waarborg.workbench.queries.question_page import question_for, stands
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.answers import draft_answer
from waarborg.workbench.services.offices import record_holder, transfer_questions
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import add_step, ask_question

from .cast import Cast
from .test_door import At, refused

DAY = dt.date(2024, 5, 20)
Asking = tuple[Question, Question]


@pytest.fixture
def asked(cast: Cast, about: About, at: At) -> Asking:
    """One question between the two alone, on which an answer is in the making, and one that was resolved."""
    between = {"visibility": "named", "named_parties": (cast.ministry,)}
    entering = Entering(date=dt.date(2024, 5, 1), now=at().now, **between)
    asking = {"actor": cast.clerk, "about": about, "addressee": cast.ministry}
    first = ask_question(entering=entering, text="Which test?", **asking)
    draft_answer(actor=cast.drafter, question=first, text="Not yet sent.", entering=at(dt.date(2024, 5, 2)))
    second = ask_question(entering=at(), text="Which model?", **asking)
    add_step(actor=cast.clerk, question=second, entering=at(dt.date(2024, 5, 3)), kind=StepKind.WITHDRAWN)
    return first, second


def _ministry(code: str = "ezk") -> Party:
    return Party.objects.create(code=code, name=code.upper(), kind="ministry")


def test_open_questions_go_over_on_a_day_with_what_could_be_read_of_them(
    cast: Cast, asked: Asking, at: At
) -> None:
    first, second = asked
    successor = _ministry()
    assert question_for("ezk", first.pk) is None
    transfer_questions(actor=cast.approver, target=successor, entering=at(DAY), reason="Portfolio moved.")
    (made,) = QuestionTransfer.objects.all()
    assert (made.question, made.origin.code, made.target.code, made.date) == (first, "fin", "ezk", DAY)
    moved = question_for("ezk", first.pk)
    assert moved
    assert moved.addressee == successor
    assert answer_in_the_making(moved, "ezk")
    assert question_for("fin", first.pk)
    assert answer_in_the_making(moved, "fin") is None
    assert question_for("tk", first.pk) is None
    second.refresh_from_db()
    assert second.addressee == cast.ministry


def test_after_a_transfer_the_successor_answers_and_nobody_else(cast: Cast, asked: Asking, at: At) -> None:
    first, _ = asked
    successor = _ministry()
    transfer_questions(actor=cast.approver, target=successor, entering=at(DAY), reason="Portfolio moved.")
    step = {"question": first, "entering": at(dt.date(2024, 5, 21)), "kind": StepKind.ANSWER, "text": "So."}
    refused("step_of_another_party", add_step, actor=cast.approver, **step)
    add_step(actor=Actor(name="ezk", role=Role.APPROVER, party=successor), **step)
    assert stands(Question.objects.get(pk=first.pk), DAY + dt.timedelta(days=1)) == "answered"


def test_a_new_committee_takes_the_place_of_who_asked_and_gives_the_verdict(
    cast: Cast, asked: Asking, at: At
) -> None:
    first, _ = asked
    add_step(
        actor=cast.approver, question=first, kind=StepKind.ANSWER, text="This one.",
        entering=Entering(
            date=dt.date(2024, 5, 8), now=at().now, visibility="named", named_parties=(cast.clerk.office(),)
        ),
    )  # fmt: skip
    body = cast.clerk.office().body
    committee = Party.objects.create(code="ek-dig", name="Commissie Digi", kind="committee", body=body)
    transfer_questions(actor=cast.clerk, target=committee, entering=at(DAY), reason="New committee.")
    (waiting,) = for_party(committee, DAY).verdicts
    assert waiting[0] == first
    assert [step.text for step in waiting[0].steps.all()] == ["This one."]
    assert question_for("ek", first.pk)
    clerk = Actor(name="digi", role=Role.CLERK, party=committee)
    assert add_step(actor=clerk, question=first, entering=at(dt.date(2024, 5, 21)), kind=StepKind.SATISFIED)


@pytest.mark.parametrize("target", ["ek", "rekenkamer", "fin"])
@pytest.mark.usefixtures("asked")
def test_questions_go_over_to_no_other_side(cast: Cast, at: At, target: str) -> None:
    refused(
        "transfer_to_another_side", transfer_questions, actor=cast.approver,
        target=Party.objects.get(code=target), entering=at(DAY), reason="So.",
    )  # fmt: skip


@pytest.mark.usefixtures("asked")
def test_a_transfer_has_a_reason_a_question_and_a_day_after_the_last_step(cast: Cast, at: At) -> None:
    to = {"target": _ministry(), "entering": at(DAY)}
    refused("transfer_without_reason", transfer_questions, actor=cast.approver, reason=" ", **to)
    refused("not_permitted", transfer_questions, actor=cast.drafter, reason="So.", **to)
    late = {**to, "entering": at(dt.date(2024, 4, 30))}
    refused("step_before_the_last", transfer_questions, actor=cast.approver, reason="So.", **late)
    transfer_questions(actor=cast.approver, reason="So.", **to)
    refused("transfer_of_nothing", transfer_questions, actor=cast.approver, reason="Again.", **to)


def test_a_new_office_holder_asks_that_what_was_held_before_is_confirmed(
    cast: Cast, about: About, at: At, now: dt.datetime
) -> None:
    wide = About(safeguard="hearing", organisation=cast.system.organisation)
    for subject in (about, wide):
        take_position(actor=cast.approver, about=subject, entering=at(), stance=Stance.ADEQUATE)
    record_holder(actor=cast.approver, name="A new minister", entering=at(DAY))
    found = {(one.system_id, one.safeguard) for one in for_party(cast.ministry, now.date()).confirm}
    assert found == {(cast.system.pk, "bias_test"), (cast.system.pk, "hearing")}
    take_position(actor=cast.approver, about=about, entering=at(DAY), stance=Stance.ADEQUATE)
    state = StoredState.objects.get(system=cast.system, safeguard="bias_test", reader="public")
    assert "confirm_position:fin" not in state.state["attention"]
    refused("two_holders_one_day", record_holder, actor=cast.approver, name="Another", entering=at(DAY))
