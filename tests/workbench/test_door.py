"""What is refused at the door: by the policy, by the line of accountability, by the tables."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from waarborg.policy import Role
from waarborg.values.dialogue import Basis, Grade, Says, Stance, StepKind
from waarborg.wording import LANGUAGES, say
from waarborg.workbench.models import AuditEvent, Claim, Party, Position, QuestionStep, StoredState
from waarborg.workbench.queries.refusal_grounds import ground_to
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.claims import add_evidence, make_claim, withdraw_evidence
from waarborg.workbench.services.organisations import ensure_organisations
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import add_step, ask_question
from waarborg.workbench.services.refusal import Refused

from .cast import Cast

At = Callable[..., Entering]

DAY = dt.date(2024, 5, 1)


def refused(code: str, call: Callable[..., object], **arguments: object) -> None:
    """The write is refused with this code, in a sentence, and nothing is left behind."""
    before = AuditEvent.objects.count()
    with pytest.raises(Refused) as told, transaction.atomic():
        call(**arguments)
    assert told.value.finding.code == code
    assert all(say(told.value.finding, language) for language in LANGUAGES)
    assert AuditEvent.objects.count() == before


def test_a_second_claim_of_a_party_on_one_day_is_refused(cast: Cast, about: About, at: At) -> None:
    make_claim(actor=cast.drafter, about=about, entering=at(), says=Says.PRESENT)
    refused(
        "two_claims_one_day", make_claim, actor=cast.approver, about=about, entering=at(), says=Says.ABSENT
    )
    assert Claim.objects.count() == 1


def test_ministry_and_agency_may_claim_on_one_day(cast: Cast, about: About, at: At) -> None:
    make_claim(actor=cast.drafter, about=about, entering=at(), says=Says.PRESENT)
    make_claim(actor=cast.analyst, about=about, entering=at(), says=Says.ABSENT)
    assert Claim.objects.count() == 2


def test_the_table_itself_refuses_a_second_claim(cast: Cast, about: About, at: At) -> None:
    claim = make_claim(actor=cast.drafter, about=about, entering=at(), says=Says.PRESENT)
    claim.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.save(force_insert=True)


def test_a_body_makes_no_claim(cast: Cast, about: About, at: At) -> None:
    refused("not_permitted", make_claim, actor=cast.clerk, about=about, entering=at(), says=Says.PRESENT)


def test_an_agency_does_not_claim_for_a_municipality(cast: Cast, at: At) -> None:
    about = About(safeguard="bias_test", system=cast.municipal)
    refused(
        "not_on_claimants_side", make_claim, actor=cast.analyst, about=about, entering=at(), says=Says.PRESENT
    )


def test_a_safeguard_that_is_not_in_the_catalogue_is_refused(cast: Cast, at: At) -> None:
    about = About(safeguard="goodwill", system=cast.system)
    refused(
        "safeguard_not_known", make_claim, actor=cast.drafter, about=about, entering=at(), says=Says.PRESENT
    )


def test_an_agency_cannot_verify_itself(cast: Cast, about: About, at: At) -> None:
    refused(
        "verified_by_auditor_only", add_evidence, actor=cast.analyst, about=about, entering=at(),
        kind="report", title="Own test", grade=Grade.VERIFIED,
    )  # fmt: skip
    assert add_evidence(
        actor=cast.auditor, about=about, entering=at(), kind="report", title="Audit", grade=Grade.VERIFIED
    ).pk


def test_evidence_covers_norms_of_its_own_safeguard_only(cast: Cast, about: About, at: At) -> None:
    refused(
        "norm_not_of_safeguard", add_evidence, actor=cast.analyst, about=about, entering=at(),
        kind="report", title="Test", grade=Grade.MEASURED, covers=["no-such-norm"],
    )  # fmt: skip


def test_evidence_is_withdrawn_once_with_a_reason_by_its_own_party(cast: Cast, about: About, at: At) -> None:
    evidence = add_evidence(
        actor=cast.analyst, about=about, entering=at(), kind="report", title="Test", grade=Grade.MEASURED
    )
    given = {"evidence": evidence, "entering": at(dt.date(2024, 5, 9))}
    refused("not_own_item", withdraw_evidence, actor=cast.drafter, reason="wrong", **given)
    refused("withdrawal_without_reason", withdraw_evidence, actor=cast.analyst, reason=" ", **given)
    withdrawn = withdraw_evidence(actor=cast.analyst, reason="The sample was wrong.", **given)
    assert withdrawn.withdrawn_on == dt.date(2024, 5, 9)
    refused("not_permitted", withdraw_evidence, actor=cast.analyst, reason="again", **given)


def test_a_second_decision_at_one_scope_on_one_day_is_refused_and_a_view_is_not(
    cast: Cast, about: About, at: At
) -> None:
    given = {"actor": cast.clerk, "about": about, "entering": at()}
    take_position(stance=Stance.ADEQUATE, **given)
    refused("two_decisions_one_day", take_position, stance=Stance.INADEQUATE, **given)
    take_position(stance=Stance.INADEQUATE, basis=Basis.VIEW, holder="Fractie A", **given)
    take_position(stance=Stance.ADEQUATE, basis=Basis.VIEW, holder="Fractie B", **given)
    refused(
        "two_views_one_day",
        take_position,
        stance=Stance.ADEQUATE,
        basis=Basis.VIEW,
        holder="Fractie A",
        **given,
    )
    assert Position.objects.count() == 3


def test_decisions_at_two_scopes_on_one_day_stand_beside_each_other(cast: Cast, about: About, at: At) -> None:
    wide = About(safeguard="bias_test", organisation=cast.system.organisation)
    for subject in (about, wide, About(safeguard="bias_test")):
        take_position(actor=cast.clerk, about=subject, entering=at(), stance=Stance.ADEQUATE)
        refused(
            "two_decisions_one_day", take_position, actor=cast.clerk, about=subject, entering=at(),
            stance=Stance.UNDECIDED,
        )  # fmt: skip


def test_a_conditional_position_names_its_condition(cast: Cast, about: About, at: At) -> None:
    refused(
        "condition_missing",
        take_position,
        actor=cast.clerk,
        about=about,
        entering=at(),
        stance=Stance.CONDITIONAL,
    )


def test_a_question_waits_for_its_addressee_and_then_for_its_asker(cast: Cast, about: About, at: At) -> None:
    question = ask_question(
        actor=cast.clerk, about=about, entering=at(), addressee=cast.ministry, text="Which test?"
    )
    first, second = at(dt.date(2024, 5, 8)), at(dt.date(2024, 5, 9))
    step = {"question": question, "entering": first}
    refused("step_of_another_party", add_step, actor=cast.tk_clerk, kind=StepKind.SATISFIED, **step)
    refused("not_permitted", add_step, actor=cast.clerk, kind=StepKind.SATISFIED, **step)
    refused("not_permitted", add_step, actor=cast.drafter, kind=StepKind.ANSWER, text="This one.", **step)
    refused("answer_without_words", add_step, actor=cast.approver, kind=StepKind.ANSWER, **step)
    refused("refusal_without_ground", add_step, actor=cast.approver, kind=StepKind.REFUSAL, **step)
    given = {"actor": cast.approver, "kind": StepKind.REFUSAL, **step}
    refused("ground_of_another_line", add_step, ground="public_interest", **given)
    refused("ground_of_another_line", add_step, ground="Too much work.", **given)
    add_step(actor=cast.approver, kind=StepKind.ANSWER, text="This one.", **step)
    refused("two_steps_one_day", add_step, actor=cast.clerk, kind=StepKind.NOTED, **step)
    late = {"question": question, "entering": at(dt.date(2024, 5, 2))}
    refused("step_before_the_last", add_step, actor=cast.clerk, kind=StepKind.NOTED, **late)
    add_step(actor=cast.clerk, question=question, entering=second, kind=StepKind.NOTED)
    assert list(QuestionStep.objects.order_by("date").values_list("kind", flat=True)) == ["answer", "noted"]


def test_named_parties_come_with_named_visibility_only(cast: Cast, about: About, now: dt.datetime) -> None:
    entering = Entering(date=DAY, now=now, visibility="named")
    refused(
        "named_parties_wrong",
        make_claim,
        actor=cast.drafter,
        about=about,
        entering=entering,
        says=Says.PRESENT,
    )


def test_a_refused_write_changes_no_state(cast: Cast, about: About, at: At) -> None:
    make_claim(actor=cast.drafter, about=about, entering=at(), says=Says.PRESENT)
    before = list(StoredState.objects.values_list("state", flat=True))
    refused(
        "two_claims_one_day", make_claim, actor=cast.drafter, about=about, entering=at(), says=Says.ABSENT
    )
    assert list(StoredState.objects.values_list("state", flat=True)) == before


def test_a_municipal_system_is_asked_on_by_its_council_and_not_by_the_chambers(cast: Cast, at: At) -> None:
    about = About(safeguard="bias_test", system=cast.municipal)
    city = cast.municipal.organisation.party
    asking = {"about": about, "entering": at(), "text": "Which test?"}
    refused("question_outside_line", ask_question, actor=cast.clerk, addressee=city, **asking)
    refused(
        "addressee_outside_line", ask_question, actor=cast.council_clerk, addressee=cast.ministry, **asking
    )
    asked = ask_question(actor=cast.council_clerk, addressee=city, **asking)
    approver = Actor(name="college", role=Role.APPROVER, party=city)
    step = {
        "actor": approver,
        "question": asked,
        "entering": at(dt.date(2024, 5, 8)),
        "kind": StepKind.REFUSAL,
    }
    refused("ground_of_another_line", add_step, ground="interest_of_the_state", **step)
    assert add_step(ground="public_interest", **step).ground == "public_interest"


def test_a_council_does_not_ask_on_a_system_of_the_state(cast: Cast, about: About, at: At) -> None:
    refused(
        "question_outside_line", ask_question, actor=cast.council_clerk, about=about, entering=at(),
        addressee=cast.ministry, text="Which test?",
    )  # fmt: skip


def test_a_committee_asks_on_the_line_of_its_chamber(cast: Cast, about: About, at: At) -> None:
    chamber = cast.clerk.office()
    committee = Party.objects.create(code="ek-jv", name="Commissie J&V", kind="committee", body=chamber.body)
    clerk = Actor(name="jv-clerk", role=Role.CLERK, party=committee)
    asking = {
        "actor": clerk,
        "about": about,
        "entering": at(),
        "addressee": cast.ministry,
        "text": "Which test?",
    }
    asked = ask_question(**asking)
    assert ground_to(asked.party) == "interest_of_the_state"


@pytest.mark.django_db
def test_where_no_text_gives_a_ground_it_is_said_in_words(at: At) -> None:
    island = ensure_organisations(["Openbaar Lichaam Bonaire"])["Openbaar Lichaam Bonaire"]
    council = Actor(
        name="griffie", role=Role.COUNCIL_CLERK, party=Party.objects.get(body__organisations=island)
    )
    about = About(safeguard="bias_test", organisation=island)
    asked = ask_question(
        actor=council, about=about, entering=at(), addressee=island.party, text="Which test?"
    )
    step = {
        "actor": Actor(name="bestuur", role=Role.APPROVER, party=island.party),
        "question": asked,
        "entering": at(dt.date(2024, 5, 8)),
        "kind": StepKind.REFUSAL,
        "ground": "not_established",
    }
    refused("refusal_without_ground", add_step, **step)
    assert add_step(text="WolBES, in onze lezing.", **step).pk


def test_a_government_party_shows_nothing_of_the_system_of_another_and_an_auditor_of_every_one(
    cast: Cast, at: At
) -> None:
    elsewhere = About(safeguard="bias_test", system=cast.municipal)
    told = {
        "about": elsewhere,
        "entering": at(),
        "kind": "document",
        "title": "Toets",
        "grade": Grade.DOCUMENTED,
    }
    for actor in (cast.drafter, cast.analyst):
        refused("not_on_claimants_side", add_evidence, actor=actor, **told)
    assert add_evidence(actor=cast.auditor, **told).party.code == "rekenkamer"
