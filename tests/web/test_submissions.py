"""Submissions and kept scenarios on the pages."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client

NOW = dt.datetime(2026, 6, 3, 12, 0, tzinfo=dt.UTC)


def actor(code: str, role: str) -> Any:
    from waarborg.policy import Role
    from waarborg.workbench.models import Party
    from waarborg.workbench.services.actor import Actor

    return Actor(name=code, role=Role(role), party=Party.objects.get(code=code))


def entering(visibility: str = "public", *named: Any) -> Any:
    from waarborg.workbench.services.about import Entering

    return Entering(date=NOW.date(), now=NOW, visibility=visibility, named_parties=named)


@pytest.fixture
def laid(reader: "Client") -> Any:
    """A changed system put to the Senate, in the heavy form, for a term that it did not name."""
    from waarborg.workbench.models import System
    from waarborg.workbench.services.submissions import ask_for_regime, put_before, take_step

    assert reader
    clerk, ministry = actor("ek", "clerk"), actor("ocw", "approver")
    ask_for_regime(actor=clerk, entering=entering(), regime="motion", form="heavy")
    row = put_before(
        actor=ministry,
        entering=entering(),
        system=System.objects.get(source_id="duo-uitwonendenbeurs"),
        to=clerk.office(),
        text="Een nieuwe manier van kiezen.",
        changed=True,
    )
    take_step(actor=clerk, submission=row, entering=entering(), kind="remark", text="Wat telt mee?")
    take_step(
        actor=clerk, submission=row, entering=entering("own"), kind="question", text="Concept van de griffie."
    )
    return row


def test_before_anyone_asks_the_page_says_that_it_is_off(reader: "Client") -> None:
    told = Page(reader.get("/betrokkenheid/").content.decode()).text
    assert "Geen volksvertegenwoordiging vraagt er nu om" in told
    assert "Geen regel schrijft het voor" in told


def test_a_submission_shows_its_clock_its_steps_and_that_it_is_an_analogy(
    reader: "Client", laid: Any
) -> None:
    """Four weeks by analogy from 3 June 2026 end on 1 July."""
    for prefix, assumed in (("", "aangenomen"), ("/en", "assumed")):
        told = Page(reader.get(f"{prefix}/voorleggingen/{laid.pk}/").content.decode()).text
        assert assumed in told
        assert "2.36" in told
        assert "Wat telt mee?" in told
        assert "Concept van de griffie." not in told
    listed = Page(reader.get("/betrokkenheid/").content.decode())
    assert "1 juli 2026" in listed.text
    assert f"/voorleggingen/{laid.pk}/" in listed.links
    (data,) = reader.get("/voorleggingen.json").json()["submissions"]
    assert (data["due"], data["certainty"]) == ("2026-07-01", "assumed")
    assert [one["kind"] for one in data["steps"]] == ["remark"]


def test_a_request_with_too_little_support_is_told_in_words(reader: "Client", laid: Any) -> None:
    from waarborg.workbench.services.submissions import take_step

    take_step(
        actor=actor("ek", "clerk"), submission=laid, entering=entering(), kind="debate_requested", members=14
    )
    told = Page(reader.get(f"/voorleggingen/{laid.pk}/").content.decode()).text
    assert "verzoek met te weinig steun" in told
    assert "debat gevraagd (14 leden)" in told
    assert "Deze voorlegging" in told
    assert "debate_requested" not in told


def test_a_submission_that_one_body_alone_may_see_is_not_there_for_the_public(
    reader: "Client", laid: Any
) -> None:
    laid.visibility = "named"
    laid.save()
    assert reader.get(f"/voorleggingen/{laid.pk}/").status_code == 404
    assert reader.get("/voorleggingen.json").json() == {"submissions": []}


def kept(reader: "Client", visibility: str = "public") -> Any:
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.services.scenarios import save_scenario

    figures = reader.get("/betrokkenheid.json?regime=motion&hours_a_week.ek=80").json()
    return save_scenario(
        actor=actor("ek", "clerk"),
        entering=entering(visibility),
        name="Dubbele staf",
        figures=figures,
        settings={"hours_a_week.ek": 80.0},
        drawn=(1, 200, 10),
        systems=0,
        address="?regime=motion&hours_a_week.ek=80",
        dossier=Dossier.objects.get(),
    )


def test_a_kept_scenario_shows_the_figures_it_was_kept_with_and_how_to_cite_it(reader: "Client") -> None:
    row = kept(reader)
    page = Page(reader.get(f"/scenarios/{row.pk}/").content.decode())
    assert "80" in page.text
    assert row.digest[:12] in page.text
    assert "De motie" in page.text
    assert "vervallen op 11 juli 2023" in page.text
    assert "/betrokkenheid/?regime=motion&hours_a_week.ek=80" in page.links
    assert reader.get(f"/scenarios/{row.pk}.json").json() == row.figures
    assert reader.get(f"/en/scenarios/{row.pk}/").status_code == 200
    assert f"/scenarios/{row.pk}/" in Page(reader.get("/betrokkenheid/").content.decode()).links


def test_a_scenario_of_a_party_alone_is_not_there_for_others(reader: "Client") -> None:
    row = kept(reader, "own")
    assert reader.get(f"/scenarios/{row.pk}/").status_code == 404
    assert "Dubbele staf" not in reader.get("/betrokkenheid/").content.decode()


def posted(code: str | None, told: dict[str, str]) -> Any:
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory

    from waarborg.web.urls import urlpatterns
    from waarborg.web.views.involvement import keep_scenario
    from waarborg.workbench.models import Person

    assert urlpatterns
    request = RequestFactory().post("/betrokkenheid/bewaren/", told, headers={"host": "localhost"})
    request.user = Person.objects.get(username=f"demo-{code}") if code else AnonymousUser()
    return keep_scenario(request)


def test_a_clerk_keeps_what_she_sees_under_a_name_and_once(reader: "Client") -> None:
    from waarborg.workbench.models import Scenario

    told = {"name": "Meer uren", "address": "?regime=motion&hours_a_week.ek=80", "dossier": "ek-cxlvii"}
    answer = posted("ek", told)
    row = Scenario.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/scenarios/{row.pk}/")
    assert (row.party.code, row.visibility, row.regimes) == ("ek", "own", ["motion"])
    assert row.settings == {"hours_a_week.ek": 80.0}
    assert row.dossier is not None
    refused = posted("ek", told)
    assert refused.status_code == 409
    assert "al een scenario met deze naam" in Page(refused.content.decode()).text
    again = reader.get("/betrokkenheid.json" + row.address).json()
    assert row.figures == again


def plan(visibility: str = "public") -> Any:
    from waarborg.workbench.models import Dossier, Party
    from waarborg.workbench.services.plans import open_plan

    return open_plan(
        actor=actor("ek", "clerk"),
        entering=entering(visibility),
        dossier=Dossier.objects.get(),
        other=Party.objects.get(code="bzk"),
        title="Gesprek over betrokkenheid",
    )


def test_a_scenario_kept_for_a_dialogue_plan_stands_beside_it_and_in_its_dossier(reader: "Client") -> None:
    from waarborg.workbench.models import Scenario

    row = plan()
    posted(
        "ek", {"name": "Voor het gesprek", "address": "?regime=motion", "plan": str(row.pk), "public": "1"}
    )
    kept_one = Scenario.objects.get()
    assert (kept_one.plan, kept_one.dossier) == (row, row.dossier)
    page = Page(reader.get(f"/scenarios/{kept_one.pk}/").content.decode())
    assert f"/dialoog/#plan-{row.pk}" in page.links
    assert f"/scenarios/{kept_one.pk}/" in Page(reader.get("/dialoog/").content.decode()).links


def test_a_plan_that_a_reader_may_not_see_shows_at_no_scenario(reader: "Client") -> None:
    from waarborg.workbench.models import Scenario

    row = plan("own")
    posted("ek", {"name": "Open", "address": "?regime=motion", "plan": str(row.pk), "public": "1"})
    told = reader.get(f"/scenarios/{Scenario.objects.get().pk}/").content.decode()
    assert "Gesprek over betrokkenheid" not in told


def test_a_party_that_does_not_see_a_plan_cannot_keep_a_scenario_for_it(reader: "Client") -> None:
    from waarborg.workbench.models import Scenario

    assert reader
    row = plan("own")
    posted("bzk", {"name": "Van elders", "address": "?regime=motion", "plan": str(row.pk)})
    assert Scenario.objects.get().plan is None


def cited(code: str, row: Any, paper: Any) -> Any:
    from django.test import RequestFactory

    from waarborg.web.urls import urlpatterns
    from waarborg.web.views.scenarios import cite
    from waarborg.workbench.models import Person

    assert urlpatterns
    request = RequestFactory().post(
        f"/scenarios/{row.pk}/aanhalen/", {"paper": str(paper.pk)}, headers={"host": "localhost"}
    )
    request.user = Person.objects.get(username=f"demo-{code}")
    return cite(request, row.pk)


def letter(code: str) -> Any:
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.services.papers import draft_paper

    dossier = Dossier.objects.get()
    paper = dossier.papers.filter(kind="brief_regering").first()
    assert paper is not None
    return draft_paper(
        actor=actor(code, "drafter"),
        dossier=dossier,
        code=paper.code,
        kind="chamber_letter",
        entering=entering("own"),
    )


def test_a_scenario_is_cited_in_a_letter_once_with_its_mark(reader: "Client") -> None:
    row, paper = kept(reader), letter("bzk")
    answer = cited("bzk", row, paper)
    assert (answer.status_code, answer["Location"]) == (302, f"/publicatie/concept/{paper.pk}/")
    paper.refresh_from_db()
    (annex,) = [one for one in paper.content["annexes"] if one["name"] == "Dubbele staf"]
    assert row.digest[:12] in annex["information"]
    assert paper.version == 2
    again = cited("bzk", row, paper)
    assert again.status_code == 409
    assert "haalt het scenario" in again.content.decode()


def test_nobody_cites_a_scenario_in_a_letter_of_another_party_or_without_one(reader: "Client") -> None:
    from django.http import Http404

    row, paper = kept(reader), letter("bzk")
    with pytest.raises(Http404):
        cited("ek", row, paper)
    assert reader.post(f"/scenarios/{row.pk}/aanhalen/", {"paper": "1"}).status_code == 403
    assert reader.get(f"/scenarios/{row.pk}/aanhalen/").status_code == 405
    paper.refresh_from_db()
    assert paper.version == 1


def test_a_kept_scenario_keeps_the_name_of_a_regime_of_ones_own(reader: "Client") -> None:
    from urllib.parse import urlencode

    from waarborg.workbench.models import Scenario

    own = "id: onze\nname: Onze eigen vorm\nstatement: Alles mag.\n"
    posted(
        "ek", {"name": "Eigen", "address": "?" + urlencode({"own": own, "regime": "motion"}), "public": "1"}
    )
    row = Scenario.objects.get()
    assert row.regimes == ["motion", "onze"]
    told = reader.get(f"/scenarios/{row.pk}/").content.decode()
    assert "Onze eigen vorm" in told
    assert "Alles mag." in told


def test_a_scenario_is_kept_by_nobody_who_acts_for_no_party(reader: "Client") -> None:
    from django.core.exceptions import PermissionDenied

    assert reader.get("/betrokkenheid/bewaren/").status_code == 405
    assert reader.post("/betrokkenheid/bewaren/", {"name": "x"}).status_code == 403
    with pytest.raises(PermissionDenied):
        posted(None, {"name": "x"})
    assert (
        "Bewaren kan wie voor een partij is aangemeld"
        in Page(reader.get("/betrokkenheid/").content.decode()).text
    )


def test_a_clerk_is_led_to_her_own_line(demo: None) -> None:  # noqa: ARG001  loads the demo
    from django.test import RequestFactory

    from waarborg.web.views.notices import notices_page
    from waarborg.workbench.models import Person

    request = RequestFactory().get("/meldingen/", headers={"host": "localhost"})
    request.user = Person.objects.get(username="demo-ek")
    assert "/systemen/?body=ek" in Page(notices_page(request).content.decode()).links


def test_a_paper_that_no_number_can_name_is_not_there(reader: "Client") -> None:
    from types import SimpleNamespace

    from django.http import Http404

    with pytest.raises(Http404):
        cited("bzk", kept(reader), SimpleNamespace(pk="9" * 5_000))
