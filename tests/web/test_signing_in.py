"""Signing in and out, and for whom one then acts."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

SECRET = "een lange zin die niemand raadt"  # noqa: S105  of an account that lives as long as its test
AT = dt.datetime(2026, 6, 3, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def clerk(demo: None) -> str:  # noqa: ARG001  the parties are the demo's
    """An account of the Senate's clerk."""
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.people import appoint, set_password

    actor = operator("beheer")
    set_password(actor=actor, username="griffier", password=SECRET, now=AT)
    appoint(actor=actor, username="griffier", party="ek", role="clerk", now=AT, on=AT.date())
    return "griffier"


def sent(reader: "Client", name: str, password: str, **more: str) -> Page:
    answer = reader.post("/aanmelden/", {"username": name, "password": password, **more}, follow=True)
    return Page(answer.content.decode())


def test_who_signs_in_acts_for_her_party_and_every_page_says_so(reader: "Client", clerk: str) -> None:
    page = sent(reader, clerk, SECRET, next="/dossiers/")
    assert "U treedt op voor Eerste Kamer (griffier)" in page.text
    assert "Dossiers" in page.text
    assert reader.get("/systemen/").headers["Cache-Control"] == "no-store"
    reader.post("/afmelden/")
    assert "Aanmelden" in Page(reader.get("/").content.decode()).text


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(reader: "Client", clerk: str) -> None:
    one, other = sent(reader, clerk, "fout wachtwoord"), sent(reader, "niemand", SECRET)
    assert "de gebruikersnaam of het wachtwoord klopt niet" in one.text
    assert one.text.replace(clerk, "") == other.text.replace("niemand", "")


def test_after_five_failures_even_the_right_password_waits(reader: "Client", clerk: str) -> None:
    for _ in range(5):
        sent(reader, clerk, "fout wachtwoord")
    page = sent(reader, clerk, SECRET)
    assert "Wacht 15 minuten" in page.text
    assert "U treedt op" not in page.text


def test_failures_on_many_names_from_one_address_stop_too(reader: "Client", clerk: str) -> None:
    for number in range(20):
        sent(reader, f"naam-{number}", SECRET)
    assert "Wacht 15 minuten" in sent(reader, clerk, SECRET).text


def test_a_failure_keeps_nothing_of_what_was_typed(reader: "Client", clerk: str) -> None:
    from waarborg.workbench.models import AuditEvent, SignInFailure

    sent(reader, clerk, "fout wachtwoord")
    kept = [str(row) for model in (SignInFailure, AuditEvent) for row in model.objects.values()]
    assert not [row for row in kept if "fout wachtwoord" in row or SECRET in row]
    assert not [row for row in SignInFailure.objects.values_list("about", flat=True) if clerk in row]


def test_signing_in_never_leads_away_from_the_workbench(reader: "Client", clerk: str) -> None:
    data = {"username": clerk, "password": SECRET, "next": "https://elders.example/"}
    assert reader.post("/aanmelden/", data).headers["Location"] == "/"


def test_a_form_without_its_token_is_refused(demo: None, clerk: str) -> None:  # noqa: ARG001  the demo stands
    from django.test import Client

    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert strict.post("/aanmelden/", {"username": clerk, "password": SECRET}).status_code == 403


def test_the_cast_can_be_stepped_into_only_where_the_demo_serves(
    reader: "Client", settings: "SettingsWrapper"
) -> None:
    assert reader.post("/aanmelden/demo/", {"person": "demo-ek"}).status_code == 404
    assert "demo-ek" not in reader.get("/aanmelden/").content.decode()
    settings.DEMO_CAST = True
    assert "demo-ek" in reader.get("/aanmelden/").content.decode()
    page = Page(reader.post("/aanmelden/demo/", {"person": "demo-ek"}, follow=True).content.decode())
    assert "U treedt op voor Eerste Kamer (griffier)" in page.text


def test_nobody_steps_into_an_account_that_is_not_of_the_cast(
    reader: "Client", clerk: str, settings: "SettingsWrapper"
) -> None:
    settings.DEMO_CAST = True
    assert reader.post("/aanmelden/demo/", {"person": clerk}).status_code == 404


def test_the_cast_of_the_demo_holds_every_role_that_acts(demo: None) -> None:  # noqa: ARG001  the demo stands
    from waarborg.policy import Role
    from waarborg.workbench.demo.cast import demo_people

    roles = {one.role for person in demo_people(AT.date()) for one in person.memberships.all()}
    assert roles == set(Role) - {Role.OPERATOR, Role.PUBLIC}


def test_a_new_appointment_ends_the_one_before_the_day_before(clerk: str) -> None:
    from waarborg.workbench.models import Person
    from waarborg.workbench.services.actor import actor_of, operator
    from waarborg.workbench.services.people import appoint

    later = dt.date(2026, 9, 1)
    appoint(actor=operator("beheer"), username=clerk, party="tk", role="member", now=AT, on=later)
    person = Person.objects.get(username=clerk)
    assert actor_of(person, on=dt.date(2026, 8, 31)).code == "ek"
    assert actor_of(person, on=later).code == "tk"


def test_an_easy_password_is_refused_with_its_reason(demo: None) -> None:  # noqa: ARG001  the demo stands
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.people import set_password
    from waarborg.workbench.services.refusal import Refused

    with pytest.raises(Refused, match="password_too_weak"):
        set_password(actor=operator("beheer"), username="nieuw", password=SECRET[:4], now=AT)
