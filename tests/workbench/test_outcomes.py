"""What comes of a meeting, what meets a condition, and what shows that a measure is done."""

import datetime as dt

import pytest

from waarborg.values.dialogue import Grade, Stance
from waarborg.values.plan import Form
from waarborg.workbench.models import Dossier, Instrument, Meeting
from waarborg.workbench.queries.dialogue_page import plans_for
from waarborg.workbench.services.about import About
from waarborg.workbench.services.claims import add_evidence, withdraw_evidence
from waarborg.workbench.services.measures import announce_measure, end_measure
from waarborg.workbench.services.organisations import ensure_chamber
from waarborg.workbench.services.plans import open_plan, plan_meeting
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import ask_question

from .cast import Cast
from .test_door import At, refused

LATER = dt.date(2024, 5, 20)


@pytest.fixture
def meeting(cast: Cast, at: At) -> Meeting:
    """A briefing of the Senate and the ministry on 10 May."""
    plan = open_plan(actor=cast.clerk, other=cast.ministry, title="Together", entering=at())
    held = {"on": dt.date(2024, 5, 10), "form": Form.TECHNICAL_BRIEFING, "title": "Briefing"}
    return plan_meeting(actor=cast.approver, plan=plan, entering=at(), **held)


def _instrument(body: str, kind: str, code: str) -> Instrument:
    dossier, _ = Dossier.objects.get_or_create(
        slug=body, defaults={"body": ensure_chamber(body), "number": body, "title": body, "digest": "-"}
    )
    return Instrument.objects.create(dossier=dossier, code=code, kind=kind, title="A test", number=1)


def test_a_meeting_shows_the_positions_and_questions_that_came_of_it(
    cast: Cast, about: About, at: At, meeting: Meeting
) -> None:
    take_position(actor=cast.clerk, about=about, entering=at(LATER), stance=Stance.ADEQUATE, met_in=meeting)
    ask_question(
        actor=cast.clerk, about=about, entering=at(LATER), addressee=cast.ministry, text="And now?",
        met_in=meeting,
    )  # fmt: skip
    (shown,) = plans_for("public").get().meetings.all()
    assert [one.stance for one in shown.positions.all()] == ["adequate"]
    assert [one.text for one in shown.questions.all()] == ["And now?"]


def test_nothing_comes_of_a_meeting_of_others_or_before_it_was_held(
    cast: Cast, about: About, at: At, meeting: Meeting
) -> None:
    given = {"about": about, "stance": Stance.ADEQUATE, "met_in": meeting}
    refused("meeting_not_of_party", take_position, actor=cast.tk_clerk, entering=at(LATER), **given)
    refused(
        "meeting_not_of_party", take_position, actor=cast.clerk, entering=at(dt.date(2024, 5, 9)), **given
    )


def test_a_condition_names_a_commitment_to_a_body_of_the_line(cast: Cast, about: About, at: At) -> None:
    promised, motion = _instrument("ek", "commitment", "T1"), _instrument("tk", "motion", "M1")
    given = {"actor": cast.clerk, "about": about, "entering": at()}
    wanted = {"stance": Stance.CONDITIONAL, "condition": "A test every year.", **given}
    refused("commitment_not_for_condition", take_position, commitment=motion, **wanted)
    refused(
        "commitment_not_for_condition", take_position, stance=Stance.ADEQUATE, commitment=promised, **given
    )
    assert take_position(commitment=promised, **wanted).commitment == promised
    elsewhere = {**wanted, "about": About(safeguard="bias_test", system=cast.municipal)}
    refused("commitment_not_for_condition", take_position, commitment=promised, **elsewhere)


def test_a_measure_is_done_with_the_evidence_that_shows_it(cast: Cast, about: About, at: At) -> None:
    announced = announce_measure(
        actor=cast.approver, about=about, entering=at(), title="A yearly test", due=LATER
    )

    def shown(safeguard: str) -> object:
        other = About(safeguard=safeguard, system=cast.system)
        return add_evidence(
            actor=cast.analyst,
            about=other,
            entering=at(),
            kind="test_report",
            title="T",
            grade=Grade.MEASURED,
        )

    end = {"actor": cast.approver, "measure": announced, "entering": at(LATER), "done": True}
    refused("measure_shown_wrong", end_measure, shown_by=shown("hearing"), **end)
    gone = shown("bias_test")
    gone = withdraw_evidence(actor=cast.analyst, evidence=gone, entering=at(LATER), reason="Wrong.")
    refused("measure_shown_wrong", end_measure, shown_by=gone, **end)
    test = shown("bias_test")
    assert end_measure(shown_by=test, **end).shown_by == test
