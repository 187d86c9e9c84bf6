"""Dialoog: how the dialogue is held, by HTTP, as the fixed cast."""

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from .pages import Page
from .test_acts import as_one, told

if TYPE_CHECKING:
    from waarborg.workbench.models import DialoguePlan

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def plan(demo: None) -> "DialoguePlan":  # noqa: ARG001  it is made on the demo's dossier
    """A plan of the Senate with the ministry, that only the two may see."""
    from waarborg.workbench.models import DialoguePlan

    sent = as_one("ek").post(
        "/dossiers/ek-cxlvii/doen/dialoogplan/",
        told(other="bzk", title="Een nieuw gesprek") | {"visibility": "named"},
    )
    assert sent.status_code == 302
    return DialoguePlan.objects.get(title="Een nieuw gesprek")


def do(who: str, plan: "DialoguePlan", act: str, **fields: str) -> int:
    return (
        as_one(who)
        .post(f"/dialoog/{plan.pk}/doen/{act}/", told(**fields) | {"visibility": "named"})
        .status_code
    )


def section(who: str, plan: "DialoguePlan") -> str:
    """What one of the cast reads of a plan on the page; empty for nothing."""
    html = as_one(who).get("/dialoog/").content.decode()
    start = html.find(f'id="plan-{plan.pk}"')
    return "" if start < 0 else Page(html[start : html.index("</section>", start)]).text


BRIEFING = {"form": "technical_briefing", "text": "Een uur, met voorbeelden."}


def test_the_plan_of_the_dossier_shows_who_offered_and_who_agreed() -> None:
    text = Page(as_one("").get("/dialoog/").content.decode()).text
    assert "30 maart 2023, Ministerie van Binnenlandse Zaken en Koninkrijksrelaties: stelde voor" in text
    assert "11 april 2023, Eerste Kamer: stemde in" in text
    assert "wacht op Eerste Kamer" in text
    assert "geen gepland" in text


def test_a_move_of_which_the_day_is_not_known_is_told_by_its_bounds_and_an_unknown_role_as_unknown() -> None:
    """cxlvii.yaml: letter M lies between the note of 9 November and the minutes of 19 December 2023."""
    text = Page(as_one("").get("/dialoog/").content.decode()).text
    assert "tussen 9 november 2023 en 19 december 2023, Ministerie van Binnenlandse Zaken" in text
    assert "Rol die Kamer of raad voor zich ziet niet bekend" in text
    assert "wezen de commissies J&V en BIZA twee leden aan" in text


def test_an_element_is_proposed_countered_and_agreed_by_both_sides(plan: "DialoguePlan") -> None:
    assert do("ek", plan, "voorstel", element="0 ", name="Briefing", **BRIEFING) == 302
    assert "wacht op Ministerie van Binnenlandse Zaken" in section("bzk", plan)
    assert (
        do("bzk", plan, "voorstel", element="1 Briefing", form="round_table", text="Met deskundigen.") == 302
    )
    assert "tegenvoorstel wacht op Eerste Kamer" in section("ek", plan)
    assert do("bzk", plan, "aannemen", element="2 Briefing") == 422
    assert do("ek", plan, "aannemen", element="2 Briefing") == 302
    assert "overeengekomen" in section("ek", plan)
    assert "Rondetafelgesprek" in section("ek", plan)


@pytest.mark.parametrize("who", ["tk", "ocw", "duo", "rekenkamer", "rotterdam", "ek-member", ""])
def test_a_plan_between_two_parties_is_seen_and_changed_by_them_alone(plan: "DialoguePlan", who: str) -> None:
    before = plan.moves.count()
    sees = who == "ek-member"
    assert (section(who, plan) != "") == sees
    assert do(who, plan, "voorstel", element="0 ", name="Briefing", **BRIEFING) == (403 if sees else 404)
    assert plan.moves.count() == before


def test_who_agrees_to_an_older_proposal_is_told(plan: "DialoguePlan") -> None:
    do("ek", plan, "voorstel", element="0 ", name="Briefing", **BRIEFING)
    do("ek", plan, "voorstel", element="1 Briefing", **BRIEFING)
    answer = as_one("bzk").post(f"/dialoog/{plan.pk}/doen/aannemen/", told(element="1 Briefing"))
    assert answer.status_code == 422
    assert "overeengekomen" not in section("ek", plan)


def test_only_the_body_says_which_role_it_sees_for_itself(plan: "DialoguePlan") -> None:
    assert do("bzk", plan, "rol", text="Toehoorder") == 403
    assert do("ek", plan, "rol", text="Wij toetsen vooraf.") == 302
    assert "Wij toetsen vooraf." in section("bzk", plan)


def test_a_meeting_to_come_is_the_next_and_one_that_was_held_says_what_came_of_it(
    plan: "DialoguePlan",
) -> None:
    soon = dt.date.today() + dt.timedelta(days=30)  # noqa: DTZ011  the page asks for a local day
    meeting = {"form": "technical_briefing", "title": "Briefing"}
    assert do("ek", plan, "bijeenkomst", on=soon.isoformat(), **meeting) == 302
    assert (
        do("bzk", plan, "bijeenkomst", on="2026-01-15", form="round_table", title="Ronde", text="Verslag.")
        == 302
    )
    text = section("ek", plan)
    assert text.index("Volgende bijeenkomst") < text.index("Briefing") < text.index("Gehouden bijeenkomsten")
    assert "15 januari 2026: Ronde (rondetafelgesprek) Verslag." in text


def test_a_plan_has_a_body_and_the_government_side() -> None:
    answer = as_one("ek").post(
        "/dossiers/ek-cxlvii/doen/dialoogplan/", told(other="tk", title="Onder elkaar")
    )
    assert answer.status_code == 422


def test_a_bundled_question_is_a_letter_with_its_systems_in_an_annex() -> None:
    docx = pytest.importorskip("docx", reason="the papers need the extra workbench")
    links = Page(as_one("ek").get("/dialoog/").content.decode()).links
    address = next(link for link in links if link.startswith("/dialoog/vragen/") and link.endswith(".docx"))
    answer = as_one("ek").get(address)
    assert answer.status_code == 200
    made = docx.Document(io.BytesIO(answer.content))
    assert "Eerste Kamer" in "\n".join(one.text for one in made.paragraphs)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert sum("waarborg-demo" in cell or "demo" in cell for cell in cells) >= 2


def test_nothing_is_bundled_where_the_form_of_the_register_has_no_field() -> None:
    from waarborg.workbench.models import Assessment
    from waarborg.workbench.queries.question_bundles import asked_systems, bundles

    chosen = {"impact": "high"}
    before = bundles(chosen)
    asked = asked_systems(chosen, before[0].safeguard, None)
    assert len(asked) == before[0].systems
    found = Assessment.objects.get(system=asked[0], is_current=True)
    found.result["statements"][before[0].safeguard]["value"] = "not_in_source"
    found.save()
    after = {one.safeguard: one.systems for one in bundles(chosen)}
    assert after[before[0].safeguard] == before[0].systems - 1


def test_an_organisation_with_few_systems_is_asked_together_with_the_others_and_one_with_many_apart() -> None:
    from waarborg.workbench.models import Organisation, StoredState, System
    from waarborg.workbench.queries.question_bundles import FEW, asked_systems, bundles

    chosen = {"impact": "high"}
    whole = [one for one in bundles(chosen) if one.safeguard == "logging"]
    assert [one.organisation for one in whole] == [None]
    states = StoredState.objects.filter(safeguard="logging", asks__contains="ask", reader="public")
    moved = System.objects.filter(pk__in=states.values("system"), impact="high")[:FEW]
    office = Organisation.objects.get(pk=moved[0].organisation_id)
    System.objects.filter(pk__in=[one.pk for one in moved]).update(organisation=office)
    apart = {one.organisation: one.systems for one in bundles(chosen) if one.safeguard == "logging"}
    assert apart[office] >= FEW
    assert sum(apart.values()) == whole[0].systems
    assert len(asked_systems(chosen, "logging", office.pk)) == apart[office]
    assert office not in {one.organisation for one in asked_systems(chosen, "logging", None)}


def letters(query: str = "") -> tuple[str, list[str]]:
    """The words of the page, and the letters on it as DOCX."""
    page = Page(as_one("").get(f"/dialoog/{query}").content.decode())
    return page.text, [link for link in page.links if link.endswith(".docx")]


def test_the_clerk_sets_how_many_letters_and_reads_what_they_cover() -> None:
    from waarborg.workbench.queries.question_bundles import bundles

    systems = [one.systems for one in bundles({"impact": "high"})]
    for query, shown in (("", 12), ("?letters=3", 3), ("?letters=20", 20), ("?letters=9999", 20)):
        text, found = letters(query)
        covered, points = sum(systems[:shown]), sum(systems)
        assert len(found) == shown
        assert f"{shown} van 20 brieven: samen {covered} van de {points} open punten" in text
        assert f" {100 * covered // points}%" in text
        assert ("Alle brieven (20)" in text) == (shown < 20)


@pytest.mark.parametrize("wrong", ["0", "-1", "x", "", "1.5", "9" * 5000, "\u00b2"])
def test_a_number_of_letters_that_is_none_gives_a_dozen(wrong: str) -> None:
    from urllib.parse import urlencode

    assert len(letters("?" + urlencode({"letters": wrong}))[1]) == 12


def test_a_letter_on_nothing_is_not_found() -> None:
    assert as_one("ek").get("/dialoog/vragen/logging/999999.html").status_code == 404
    assert as_one("ek").get("/dialoog/vragen/geen_waarborg/1.html").status_code == 404
    assert as_one("ek").get("/dialoog/vragen/geen_waarborg.html").status_code == 404
