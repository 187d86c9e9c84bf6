"""Meldingen: what happened that concerns me, as a page and as a feed, and never what I may not see."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from django.test import Client

NOW = dt.datetime(2026, 6, 3, 12, 0, tzinfo=dt.UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def page(reader: "Client", address: str = "/meldingen/") -> Page:
    return Page(reader.get(address).content.decode())


def position(code: str, visibility: str, text: str) -> Any:
    from waarborg.policy import Role
    from waarborg.values.dialogue import Stance
    from waarborg.workbench.models import Party
    from waarborg.workbench.services.about import About, Entering
    from waarborg.workbench.services.actor import Actor
    from waarborg.workbench.services.positions import take_position

    actor = Actor(name=code, role=Role.CLERK, party=Party.objects.get(code=code))
    entering = Entering(date=NOW.date(), now=NOW, visibility=visibility)
    about = About(safeguard="involvement")
    return take_position(actor=actor, about=about, entering=entering, stance=Stance.INADEQUATE, text=text)


def test_everything_public_that_was_written_in_the_demo_is_told(reader: "Client") -> None:
    from waarborg.workbench.models import AuditEvent
    from waarborg.workbench.queries.notices import notices

    told = [one for one in AuditEvent.objects.order_by("-number") if one.kind != "register"]
    assert [one.event for one in notices(most=10_000)] == told
    text = page(reader).text
    for words in ("bewijs toegevoegd", "vraag gesteld", "vraag beantwoord", "dossier bijgewerkt"):
        assert words in text


def test_what_a_reader_may_not_see_leaves_no_trace(demo: None) -> None:  # noqa: ARG001  loads the demo
    from waarborg.workbench.queries.notices import notices

    before = len(notices(most=10_000))
    row = position("tk", "own", "Alleen voor ons.")
    assert len(notices(most=10_000)) == before
    assert len(notices("ek", most=10_000)) == before
    assert notices("tk")[0].row == row


def test_a_line_holds_its_own_systems_and_what_is_about_all(demo: None) -> None:  # noqa: ARG001  as above
    from waarborg.workbench.queries.notices import notices

    position("ek", "public", "Voor alle systemen.")
    own = {one.event.kind for one in notices(line="ek")}
    council = notices(line="gemeenteraad")
    assert "claim" in own
    assert [one.event.kind for one in council] == ["position"]


def test_notices_ask_the_same_number_of_questions_however_much_happened(demo: None) -> None:  # noqa: ARG001
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from waarborg.workbench.queries.notices import notices

    with CaptureQueriesContext(
        connection,
    ) as few:
        notices()
    for number in range(8):
        position("ek", "public", "x") if number == 0 else position_on(number)
    with CaptureQueriesContext(connection) as many:
        notices()
    assert len(many) == len(few)


def position_on(number: int) -> None:
    from waarborg.policy import Role
    from waarborg.values.dialogue import Stance
    from waarborg.workbench.models import Party
    from waarborg.workbench.services.about import About, Entering
    from waarborg.workbench.services.actor import Actor
    from waarborg.workbench.services.positions import take_position

    actor = Actor(name="ek", role=Role.CLERK, party=Party.objects.get(code="ek"))
    entering = Entering(date=NOW.date() - dt.timedelta(days=number), now=NOW, visibility="public")
    take_position(
        actor=actor, about=About(safeguard="involvement"), entering=entering, stance=Stance.UNDECIDED
    )


def test_what_is_new_since_the_last_visit_is_counted_and_stays_new_within_the_visit(
    reader: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.utils import timezone

    moment = [NOW]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])
    assert "Bij uw volgende bezoek" in page(reader).text
    position("ek", "public", "Nieuw.")
    moment[0] = NOW + dt.timedelta(days=1)
    for _ in range(2):
        told = page(reader).text
        assert "1 nieuw sinds uw vorige bezoek op 3 juni 2026" in told
        moment[0] += dt.timedelta(minutes=5)
    moment[0] += dt.timedelta(hours=2)
    assert "0 nieuw sinds uw vorige bezoek op 4 juni 2026" in page(reader).text


@pytest.mark.parametrize("cookie", ["", "x", "1.2.3", "1.2.3.4.5", "-1.0.0.0", "9" * 40])
def test_a_cookie_that_cannot_be_read_is_a_first_visit(reader: "Client", cookie: str) -> None:
    reader.cookies["waarborg_seen"] = cookie
    assert "Bij uw volgende bezoek" in page(reader).text


def test_the_feed_is_atom_with_stable_ids_and_only_what_is_public(reader: "Client") -> None:
    position("tk", "own", "Alleen voor ons.")
    position("ek", "public", "Voor iedereen.")
    answer = reader.get("/meldingen.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314  our own bytes
    entries = feed.findall(f"{ATOM}entry")
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(ids) == len(set(ids)) > 1
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "Eerste Kamer"
    for one in (feed, *entries):
        for needed in ("id", "title", "updated"):
            assert one.findtext(f"{ATOM}{needed}")
    assert reader.get("/meldingen.atom").content == answer.content
    first = entries[-1].find(f"{ATOM}link")
    assert first is not None
    assert reader.get(first.get("href", "").replace("http://localhost", "").split("#")[0]).status_code == 200


def test_a_clerk_finds_her_own_line_open_and_the_municipal_systems_one_click_away(
    demo: None,  # noqa: ARG001  loads the demo
) -> None:
    from django.test import RequestFactory

    from waarborg.web.views.notices import notices_page
    from waarborg.workbench.models import Person

    position("ek", "own", "Concept van de griffie.")
    request = RequestFactory().get("/meldingen/", headers={"host": "localhost"})
    request.user = Person.objects.get(username="demo-ek")
    answer = Page(notices_page(request).content.decode())
    assert "mijn eigen lijn" in answer.text
    assert "?line=gemeenteraad" in answer.links
    assert "?line=all" in answer.links
    strong = [attrs for attrs in answer.all("strong") if attrs.get("aria-current") == "true"]
    assert strong


def test_every_verb_that_can_stand_in_the_trail_of_an_answer_or_a_plan_has_its_words() -> None:
    from waarborg.publication.papers.flow import Step
    from waarborg.values.plan import MoveKind
    from waarborg.wording import has_phrase

    answers = {step.value for step in Step} - {Step.SIGN.value, Step.PUBLISH.value}
    verbs = {*(f"{step}_answer" for step in answers), *(f"{move.value}_element" for move in MoveKind)}
    verbs |= {"draft_answer", "edit_answer", "open_plan", "tell_role", "plan_meeting", "publish_dossier"}
    assert {verb for verb in verbs if not has_phrase(f"notice.{verb}")} == set()


def _person(username: str, role: str) -> Any:
    from waarborg.workbench.models import Membership, Party, Person

    made = Person.objects.create_user(username, f"{username}@example.nl", "a long pass phrase")
    if role:
        Membership.objects.create(
            person=made, party=Party.objects.get(code="ek"), role=role, since=NOW.date()
        )
    return made


@pytest.mark.parametrize("path", ["/meldingen/", "/en/meldingen/"])
def test_who_acts_for_a_party_turns_the_mail_to_himself_off_and_on(reader: "Client", path: str) -> None:
    from waarborg.workbench.models import AuditEvent

    clerk = _person("griffier-mail", "clerk")
    reader.force_login(clerk)
    assert "griffier-mail@example.nl" in page(reader, path).text
    for quiet in ("1", "0"):
        assert reader.post(f"{path}herinneringen/", {"quiet": quiet}).status_code == 302
        clerk.refresh_from_db()
        assert clerk.quiet is (quiet == "1")
    last = AuditEvent.objects.order_by("-number").first()
    assert last is not None
    assert (last.verb, last.actor) == ("set_quiet", "griffier-mail")
    assert "griffier-mail" not in page(reader, "/meldingen.atom").text


def test_a_stranger_has_nothing_to_choose(reader: "Client") -> None:
    assert "herinneringen" not in page(reader).text.lower()
    assert "aanmelden" in reader.post("/meldingen/herinneringen/", {"quiet": "1"}).headers["Location"]
    stranger = _person("vreemde-mail", "")
    reader.force_login(stranger)
    assert reader.post("/meldingen/herinneringen/", {"quiet": "1"}).status_code == 403
    stranger.refresh_from_db()
    assert stranger.quiet is False
    assert reader.get("/meldingen/herinneringen/").status_code == 405


def test_a_public_step_on_a_question_between_two_parties_leaves_no_trace(demo: None) -> None:  # noqa: ARG001  as above
    from waarborg.workbench.models import Question
    from waarborg.workbench.queries.notices import notices

    from .test_acts import ASKED, as_one, told

    as_one("ek").post(f"{SYSTEM}doen/vragen/", told(**ASKED) | {"visibility": "named"})
    question = Question.objects.get(text=ASKED["text"])
    before = {reader: len(notices(reader, most=10_000)) for reader in ("", "tk", "ocw")}
    late = told(until="2026-12-01", text="Wij zoeken dit uit.") | {"date": "2026-06-04"}
    assert as_one("ocw").post(f"/vragen/{question.pk}/doen/uitstel/", late).status_code == 302
    after = {reader: len(notices(reader, most=10_000)) for reader in before}
    assert after == before | {"ocw": before["ocw"] + 1}
