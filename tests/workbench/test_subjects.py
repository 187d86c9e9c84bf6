"""The systems a dossier is about: who names them, what the trail keeps, and how one is taken back."""

import datetime as dt

import pytest

pytest.importorskip("django")

from django.forms.models import model_to_dict

from waarborg.workbench.audit.chain import digest_of
from waarborg.workbench.demo.loading import load_demo
from waarborg.workbench.models import AuditEvent, Dossier, DossierSubject, System
from waarborg.workbench.queries.dossier_subjects import dossiers_of, subjects_of, subjects_to_name
from waarborg.workbench.queries.systems_list import systems_list
from waarborg.workbench.services.actor import operator
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.subjects import name_subject, withdraw_subject

from .test_entered_commitments import NOW, on, one

pytestmark = pytest.mark.django_db
SAID = dt.date(2026, 4, 1)
BACK = dt.date(2026, 5, 12)
LATER = NOW + dt.timedelta(days=7)


@pytest.fixture
def dossier() -> Dossier:
    """The demo's dossier of the Senate, in which the ministry of the Interior promised."""
    load_demo(actor=operator("test"), now=NOW)
    return Dossier.objects.get(slug="ek-cxlvii")


@pytest.fixture
def system(dossier: Dossier) -> System:  # noqa: ARG001  the demo is loaded with its dossier
    """A system of an agency of the State."""
    return System.objects.get(organisation__name="Dienst Uitvoering Onderwijs")


@pytest.fixture
def named(dossier: Dossier, system: System) -> DossierSubject:
    """The system, named by the clerk of the Senate."""
    return name_subject(actor=one("ek"), dossier=dossier, system=system, entering=on(SAID), text="Zie brief.")


def standing(dossier: Dossier) -> list[System]:
    return list(systems_list({"dossier": dossier.slug}))


def test_the_demo_names_no_system_since_its_dossier_is_about_all(dossier: Dossier) -> None:
    assert standing(dossier) == []


@pytest.mark.parametrize("who", ["ek", "bzk"])
def test_the_clerk_of_the_body_and_the_approver_who_answers_name_a_system(
    dossier: Dossier, system: System, who: str
) -> None:
    row = name_subject(actor=one(who), dossier=dossier, system=system, entering=on(SAID))
    assert standing(dossier) == [system]
    assert [found.dossier for found in dossiers_of(system)] == [dossier]
    assert (row.party.code, row.visibility) == (who, "public")


@pytest.mark.parametrize("who", ["tk", "ocw", "ocw-drafter", "duo", "rekenkamer", "ek-member", "rotterdam"])
def test_nobody_else_names_one_and_nothing_is_written(dossier: Dossier, system: System, who: str) -> None:
    before = AuditEvent.objects.count()
    with pytest.raises(Refused):
        name_subject(actor=one(who), dossier=dossier, system=system, entering=on(SAID))
    assert (DossierSubject.objects.count(), AuditEvent.objects.count()) == (0, before)


def test_a_municipal_system_is_not_named_in_a_dossier_of_the_senate(dossier: Dossier) -> None:
    """DESIGN 1: a decentral body's system goes to its own council, by the accountability line."""
    municipal = System.objects.get(organisation__name="Gemeente Rotterdam")
    with pytest.raises(Refused, match="subject_outside_line"):
        name_subject(actor=one("ek"), dossier=dossier, system=municipal, entering=on(SAID))
    assert municipal not in subjects_to_name(dossier)


def test_what_stands_is_not_named_twice_nor_offered_again(named: DossierSubject) -> None:
    with pytest.raises(Refused, match="subject_named_already"):
        name_subject(actor=one("bzk"), dossier=named.dossier, system=named.system, entering=on(BACK))
    assert named.system not in subjects_to_name(named.dossier)


def test_naming_and_taking_back_are_told_to_the_trail_with_the_reason(named: DossierSubject) -> None:
    withdraw_subject(actor=one("ek"), subject=named, entering=on(BACK), reason="Het ging over een ander.")
    events = AuditEvent.objects.filter(kind="dossiersubject", object_id=str(named.pk)).order_by("number")
    assert [(one.verb, one.party) for one in events] == [("name_subject", "ek"), ("withdraw_subject", "ek")]
    row = DossierSubject.objects.get(pk=named.pk)
    assert events[1].payload_digest == digest_of(model_to_dict(row))
    row.withdrawn_reason = "Iets anders."
    assert events[1].payload_digest != digest_of(model_to_dict(row))


def test_what_is_taken_back_stays_in_the_record_and_can_be_named_again(named: DossierSubject) -> None:
    withdraw_subject(actor=one("ek"), subject=named, entering=on(BACK), reason="Vergissing.")
    assert standing(named.dossier) == []
    name_subject(actor=one("bzk"), dossier=named.dossier, system=named.system, entering=on(BACK))
    assert standing(named.dossier) == [named.system]
    assert [row.withdrawn_reason for row in named.dossier.subjects.all()] == ["Vergissing.", ""]


@pytest.mark.parametrize(
    ("who", "day", "reason", "why"),
    [
        ("bzk", BACK, "Niet meer.", "not_own_item"),
        ("ek", BACK, " ", "withdrawal_without_reason"),
        ("ek", SAID - dt.timedelta(days=1), "Niet meer.", "step_before_the_last"),
        ("ek-member", BACK, "Niet meer.", "not_permitted"),
    ],
)
def test_only_who_named_it_takes_it_back_with_a_reason_and_not_before(
    named: DossierSubject, who: str, day: dt.date, reason: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        withdraw_subject(actor=one(who), subject=named, entering=on(day), reason=reason)
    assert standing(named.dossier) == [named.system]


def test_it_is_taken_back_once(named: DossierSubject) -> None:
    withdraw_subject(actor=one("ek"), subject=named, entering=on(BACK), reason="Vergissing.")
    with pytest.raises(Refused, match="subject_withdrawn_already"):
        withdraw_subject(actor=one("ek"), subject=named, entering=on(BACK), reason="Nog eens.")


def test_an_earlier_day_shows_neither_what_was_named_nor_what_was_taken_back_later(
    named: DossierSubject,
) -> None:
    """Named for 1 April and recorded on 3 June; taken back for 12 May and recorded on 10 June."""
    withdraw_subject(actor=one("ek"), subject=named, entering=on(BACK, LATER), reason="Vergissing.")
    told = {
        day: [row.withdrawn_on for row in subjects_of(named.dossier, day)]
        for day in (SAID, NOW.date(), LATER.date())
    }
    assert told == {SAID: [], NOW.date(): [None], LATER.date(): [BACK]}
