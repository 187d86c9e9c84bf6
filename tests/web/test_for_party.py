"""Vandaag, for who acts for a party: what waits for it, and a change of its office."""

from typing import TYPE_CHECKING

from .pages import SYSTEM, Page
from .test_acts import as_one, asked, page_of, told  # noqa: F401  asked is a fixture

if TYPE_CHECKING:
    from waarborg.workbench.models import Question


def waits(who: str) -> str:
    """What stands under "waits for" on the page of one of the cast; empty for nothing."""
    html = as_one(who).get("/").content.decode()
    start = html.find('aria-labelledby="own"')
    return "" if start < 0 else Page(html[start : html.index("</section>", start)]).text


def test_a_question_waits_for_who_was_asked_and_its_answer_for_who_asked(asked: "Question") -> None:  # noqa: F811
    text = "Hoe lang bewaart u het logboek?"
    assert text in waits("ocw")
    assert "Vraag van Eerste Kamer, 3 juni 2026" in waits("ocw")
    assert text not in waits("ek")
    assert text not in waits("tk")
    assert waits("") == ""
    step = told(text="Zeven jaar.") | {"date": "2026-06-04", "visibility": "named"}
    page = f"/vragen/{asked.pk}/doen"
    assert as_one("ocw").post(f"{page}/antwoord/", step).status_code == 302
    assert as_one("ocw").post(f"{page}/vaststellen/", step | {"version": "1"}).status_code == 302
    assert as_one("ocw").post(f"{page}/verzenden/", step).status_code == 302
    assert text in waits("ek")
    assert text not in waits("ocw")


def test_a_question_that_went_over_waits_for_the_successor(asked: "Question") -> None:  # noqa: F811
    over = told(target="bzk", reason="De portefeuille ging over.") | {"date": "2026-06-05"}
    assert as_one("ocw-drafter").get("/partijen/ocw/doen/overdragen/").status_code == 403
    assert as_one("ek").get("/partijen/ocw/doen/overdragen/").status_code == 403
    assert as_one("ocw").post("/partijen/ocw/doen/overdragen/", over).status_code == 302
    assert "Hoe lang bewaart u het logboek?" in waits("bzk")
    assert "Hoe lang bewaart u het logboek?" not in waits("ocw")
    assert "overgedragen van" in page_of(as_one("ek"), f"/vragen/{asked.pk}/").text
    assert as_one("").get(f"/vragen/{asked.pk}/").status_code == 404


def test_a_new_minister_finds_what_asks_to_be_confirmed(demo: None) -> None:  # noqa: ARG001  the demo's cast
    position = told(safeguard="logging", stance="adequate", basis="decision", date="2026-06-03")
    assert as_one("ocw").post(f"{SYSTEM}doen/standpunt/", position).status_code == 302
    holder = told(holder_name="Een nieuwe minister") | {"date": "2026-06-10"}
    assert as_one("ocw").post("/partijen/ocw/doen/ambtsdrager/", holder).status_code == 302
    links = page_of(as_one("ocw"), "/").links
    assert f"{SYSTEM}doen/standpunt/?waarborg=logging" in links
