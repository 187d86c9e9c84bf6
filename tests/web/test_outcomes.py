"""Meetings, conditions and measures on the pages, as the fixed cast."""

import pytest

from .pages import DOSSIER, SYSTEM
from .test_acts import as_one, page_of, told

pytestmark = pytest.mark.usefixtures("demo")


def do(who: str, address: str, **fields: str) -> None:
    answer = as_one(who).post(address, told(**fields))
    assert answer.status_code == 302, answer.content.decode()


def test_a_position_that_came_of_a_meeting_stands_beside_it() -> None:
    from waarborg.workbench.models import DialoguePlan, Meeting

    do("ek", f"{DOSSIER}doen/dialoogplan/", other="ocw", title="Logboeken")
    plan = DialoguePlan.objects.latest("pk").pk
    meeting = {"on": "2026-06-03", "title": "Briefing over logboeken", "form": "technical_briefing"}
    do("ocw", f"/dialoog/{plan}/doen/bijeenkomst/", **meeting)
    held = str(Meeting.objects.latest("pk").pk)
    assert "In welke bijeenkomst" in page_of(as_one("ek"), f"{SYSTEM}doen/standpunt/").text
    assert "Briefing over logboeken" not in page_of(as_one("tk"), f"{SYSTEM}doen/standpunt/").text
    position = {"safeguard": "logging", "stance": "adequate", "basis": "decision", "met_in": held}
    do("ek", f"{SYSTEM}doen/standpunt/", **position)
    question = {"safeguard": "logging", "addressee": "ocw", "text": "En het beheer?", "met_in": held}
    do("ek", f"{SYSTEM}doen/vragen/", **question)
    text = page_of(as_one(""), "/dialoog/").text
    assert "Vervolgvraag van Eerste Kamer: En het beheer?" in text
    assert "Standpunt van Eerste Kamer:" in text


def test_a_condition_names_its_commitment_on_the_page_of_the_system() -> None:
    from waarborg.workbench.models import Instrument

    promised = Instrument.objects.get(code="T03535")
    position = {"safeguard": "logging", "stance": "conditional", "basis": "decision"}
    position |= {"condition": "Een voorstel voor de dialoog.", "commitment": str(promised.pk)}
    do("ek", f"{SYSTEM}doen/standpunt/", **position)
    page = page_of(as_one(""), SYSTEM)
    assert "Daarvoor is toegezegd:" in page.text
    assert f"{DOSSIER}#T03535" in page.links


def test_a_measure_shows_its_owner_its_day_and_what_shows_that_it_is_done() -> None:
    from waarborg.workbench.models import Evidence, Measure

    do("ocw", f"{SYSTEM}doen/maatregel/", safeguard="logging", title="Nieuw logboek", due="2026-06-10")
    assert "te laat, klaar op 10 juni 2026" in page_of(as_one(""), SYSTEM).text
    evidence = {"safeguard": "logging", "kind": "test_report", "title": "Steekproef", "grade": "documented"}
    do("duo", f"{SYSTEM}doen/bewijs/", supports="yes", **evidence)
    assert not [link for link in page_of(as_one("duo"), SYSTEM).links if "maatregel-klaar" in link]
    row, shown = Measure.objects.latest("pk"), Evidence.objects.latest("pk")
    do("ocw", f"{SYSTEM}doen/maatregel-klaar/", measure=str(row.pk), shown_by=str(shown.pk))
    text = page_of(as_one(""), SYSTEM).text
    assert "klaar op 3 juni 2026" in text
    assert "Dat blijkt uit: Steekproef" in text
    assert as_one("ocw").get(f"{SYSTEM}doen/maatregel-stop/").status_code == 403


def test_what_a_position_is_stands_in_the_language_of_the_page() -> None:
    for prefix, words in (("/en", ("decision", "view")), ("", ("besluit", "opvatting"))):
        html = as_one("ek").get(f"{prefix}{SYSTEM}doen/standpunt/").content.decode()
        offered = html[html.index('name="basis"') : html.index("</select>", html.index('name="basis"'))]
        assert all(f">{word}</option>" in offered for word in words)
        assert f"Eerste Kamer ({words[0]})" in page_of(as_one(""), f"{prefix}{SYSTEM}").text


def test_a_meeting_between_two_parties_is_not_named_beside_what_came_of_it() -> None:
    from waarborg.workbench.models import DialoguePlan, Instrument, Meeting

    do("ek", f"{DOSSIER}doen/dialoogplan/", other="ocw", title="Logboeken")
    plan = DialoguePlan.objects.latest("pk").pk
    meeting = {"on": "2026-06-03", "title": "Besloten overleg", "form": "technical_briefing"}
    do("ocw", f"/dialoog/{plan}/doen/bijeenkomst/", **meeting, visibility="named")
    held = str(Meeting.objects.latest("pk").pk)
    promised = {"title": "Een nieuw logboek", "responsible": "ocw", "by_when": "", "met_in": held}
    do("ek", f"{DOSSIER}doen/toezegging/", **promised)
    assert Instrument.objects.get(title="Een nieuw logboek").meeting
    assert "Besloten overleg" in page_of(as_one("ek"), DOSSIER).text
    for reader in ("", "tk"):
        shown = page_of(as_one(reader), DOSSIER).text
        assert "Een nieuw logboek" in shown
        assert "Besloten overleg" not in shown
