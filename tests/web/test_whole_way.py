"""The whole way of one question, by HTTP, as the fixed cast signs in: from a register to what was published.

At every step it is asked of everyone whether they see it: before, and after.
"""

from typing import TYPE_CHECKING

import pytest

from .pages import DOSSIER, SYSTEM, Page
from .test_acts import told

if TYPE_CHECKING:
    from django.test import Client

    from waarborg.workbench.models import Instrument, Question

pytestmark = pytest.mark.django_db
PUBLIC_SIDE = ("ek", "ek-member", "tk", "rekenkamer", "rotterdam", "")
MINISTRY = ("ocw", "ocw-drafter")
EVERYONE = (*PUBLIC_SIDE, *MINISTRY, "duo")
ANSWER = "Wij bewaren elk besluit met zijn gronden zeven jaar."
PROMISED = "Een overzicht van de bewaartermijnen van alle logboeken."


@pytest.fixture
def people(demo: None, settings: "object") -> dict[str, "Client"]:  # noqa: ARG001  the demo has the cast
    """Everyone of the cast with a browser, signed in through the door of the demo; the stranger is not."""
    from django.test import Client

    settings.DEMO_CAST = True  # type: ignore[attr-defined]
    found = {name: Client(headers={"host": "localhost"}) for name in EVERYONE}
    for name, client in found.items():
        if name:
            assert client.post("/aanmelden/demo/", {"person": f"demo-{name}"}).status_code == 302
    return found


def see(people: dict[str, "Client"], address: str, text: str) -> set[str]:
    """Who finds a text on a page."""
    return {name for name, client in people.items() if text in client.get(address).content.decode()}


def can(people: dict[str, "Client"], page: str, act: str) -> set[str]:
    """Who finds an act on a page."""
    return {
        name
        for name, client in people.items()
        if any(f"/doen/{act}/" in link for link in Page(client.get(page).content.decode()).links)
    }


def do(client: "Client", address: str, day: str, **fields: str) -> None:
    """Send a form as it is, dated ``day``; what the page says when it refuses is the failure's text."""
    answer = client.post(address, told(**fields) | {"date": day})
    assert answer.status_code == 302, Page(answer.content.decode()).text


def newest() -> "Question":
    from waarborg.workbench.models import Question

    return Question.objects.latest("pk")


def commitment() -> "Instrument":
    from waarborg.workbench.models import Instrument

    return Instrument.objects.get(title=PROMISED)


def test_before_the_register_is_loaded_nobody_finds_the_system(visitor: "Client") -> None:
    assert visitor.get(SYSTEM).status_code == 404


def test_one_question_goes_the_whole_way(people: dict[str, "Client"]) -> None:
    everyone = set(EVERYONE)
    _entry_and_proposed_question(people)
    asked = f"/vragen/{newest().pk}/"
    assert see(people, asked, "gronden van elk besluit") == everyone
    _answered(people, asked)
    _not_resolved_and_meeting(people, asked)
    _promised_reminded_fulfilled(people)
    _agreed_and_published(people)


def _entry_and_proposed_question(people: dict[str, "Client"]) -> None:
    """The entry is of high impact; its proposed question is taken over and edited by the clerk."""
    assert see(people, "/systemen/?impact=high", "uitwonendenbeurs") == set(EVERYONE)
    clerk = Page(people["ek"].get(SYSTEM).content.decode())
    (proposed,) = [link for link in clerk.links if link.endswith("?waarborg=logging")]
    assert not [
        link for link in Page(people["ek-member"].get(SYSTEM).content.decode()).links if link == proposed
    ]
    form = Page(people["ek"].get(proposed).content.decode())
    assert "uitwonendenbeurs" in form.text
    text = "Bewaart u de gronden van elk besluit, en hoe lang?"
    before = newest().pk
    fields = {"safeguard": "logging", "addressee": "ocw", "text": text, "proposed_from": "logging"}
    do(people["ek"], proposed, "2026-06-03", **fields)
    assert newest().pk != before
    assert newest().proposed_from == "logging"


def _answered(people: dict[str, "Client"], asked: str) -> None:
    """Delegated to the agency, which brings evidence and writes; approved; sent; unseen till then."""
    do(people["ocw-drafter"], f"{asked}doen/antwoord/", "2026-06-04", text="Wij vragen het na.")
    assert see(people, asked, "Wij vragen het na.") == set(MINISTRY)
    do(people["ocw-drafter"], f"{asked}doen/uitzetten/", "2026-06-05", parties="duo", version="1")
    assert see(people, asked, "Wij vragen het na.") == {*MINISTRY, "duo"}
    title = "Logboek van 2025, steekproef"
    evidence = {"safeguard": "logging", "kind": "test_report", "title": title, "grade": "documented"}
    do(people["duo"], f"{SYSTEM}doen/bewijs/", "2026-06-08", supports="yes", source="DUO", **evidence)
    assert see(people, SYSTEM, title) == set(EVERYONE)
    do(people["duo"], f"{asked}doen/bewerken/", "2026-06-09", text=ANSWER, version="1")
    assert see(people, asked, ANSWER) == {*MINISTRY, "duo"}
    do(people["duo"], f"{asked}doen/paraaf/", "2026-06-09", word="paraph", version="2")
    do(people["ocw"], f"{asked}doen/terughalen/", "2026-06-10", parties="duo", version="2")
    do(people["ocw"], f"{asked}doen/vaststellen/", "2026-06-10", version="2")
    assert see(people, asked, ANSWER) == set(MINISTRY)
    do(people["ocw"], f"{asked}doen/verzenden/", "2026-06-11")
    assert see(people, asked, ANSWER) == set(EVERYONE)


def _not_resolved_and_meeting(people: dict[str, "Client"], asked: str) -> None:
    """The committee is not satisfied; the two sides meet."""
    assert can(people, asked, "oordeel") == {"ek"}
    verdict = {
        "kind": "not_satisfied",
        "meeting": "Commissie, 17 juni 2026",
        "text": "Niet per systeem beantwoord.",
    }
    do(people["ek"], f"{asked}doen/oordeel/", "2026-06-17", **verdict)
    assert see(people, asked, "Niet per systeem beantwoord.") == set(EVERYONE)
    do(people["ek"], f"{DOSSIER}doen/dialoogplan/", "2026-06-18", other="ocw", title="Logboeken van OCW")
    from waarborg.workbench.models import DialoguePlan

    plan = f"/dialoog/{DialoguePlan.objects.latest('pk').pk}/doen/"
    proposal = {
        "element": "0 ",
        "name": "Briefing",
        "form": "technical_briefing",
        "text": "Over de logboeken.",
    }
    do(people["ocw"], f"{plan}voorstel/", "2026-06-19", **proposal)
    assert "/aannemen/" in "".join(Page(people["ek"].get("/dialoog/").content.decode()).links)
    do(people["ek"], f"{plan}aannemen/", "2026-06-22", element="1 Briefing")
    meeting = {
        "on": "2026-06-24",
        "title": "Technische briefing over logboeken",
        "form": "technical_briefing",
    }
    do(people["ek"], f"{plan}bijeenkomst/", "2026-06-24", **meeting)
    assert see(people, "/dialoog/", meeting["title"]) == set(EVERYONE)


def _promised_reminded_fulfilled(people: dict[str, "Client"]) -> None:
    """The meeting makes a commitment with a term; it runs out, is reminded of, met, and judged."""
    from waarborg.workbench.models import Meeting

    assert can(people, DOSSIER, "toezegging") == {"ek"}
    assert see(people, "/toezeggingen/", PROMISED) == set()
    met = str(Meeting.objects.latest("pk").pk)
    made = {"title": PROMISED, "responsible": "ocw", "by_when": "binnen vier weken", "met_in": met}
    do(people["ek"], f"{DOSSIER}doen/toezegging/", "2026-06-24", **made)
    assert see(people, "/toezeggingen/", PROMISED) == set(EVERYONE)
    assert see(people, "/dialoog/", PROMISED) == set(EVERYONE)
    assert see(people, DOSSIER, "22 juli 2026") == set(EVERYONE)
    row = commitment()
    late = Page(people[""].get("/toezeggingen/?status=overdue").content.decode()).text
    assert PROMISED in late
    assert "22 juli 2026" in late
    doing = f"/toezeggingen/{row.pk}/doen/"
    own = {name for name in EVERYONE if people[name].get(f"{doing}herinneren/").status_code == 200}
    assert own == {"ek"}
    do(people["ek"], f"{doing}herinneren/", "2026-07-23", text="Wij hebben nog niets ontvangen.")
    assert see(people, DOSSIER, "Wij hebben nog niets ontvangen.") == set(EVERYONE)
    own = {name for name in EVERYONE if people[name].get(f"{doing}afgedaan/").status_code == 200}
    assert own == {"ocw"}
    do(people["ocw"], f"{doing}afgedaan/", "2026-08-10", text="Het overzicht is op 10 augustus gestuurd.")
    assert _stands() == "answered"
    own = {name for name in EVERYONE if people[name].get(f"{doing}beoordelen/").status_code == 200}
    assert own == {"ek"}
    do(people["ek"], f"{doing}beoordelen/", "2026-09-15", kind="commitment_fulfilled")
    assert _stands() == "fulfilled"


def _stands() -> str:
    """Where the commitment stands today, as the library's timeline says, and as stored for lists."""
    from django.utils import timezone

    from waarborg.workbench.models import StoredCommitment
    from waarborg.workbench.queries.case_of import timeline_of

    row = commitment()
    (item,) = (one for one in timeline_of(row.dossier, timezone.localdate()).items if one.id == row.code)
    assert StoredCommitment.objects.get(dossier=row.dossier, code=row.code).item["status"] == item.status
    return item.status


def _agreed_and_published(people: dict[str, "Client"]) -> None:
    """Both Chambers and the ministry hold the safeguard adequate; a paper of the dossier goes out."""
    position = {"safeguard": "logging", "stance": "adequate", "basis": "decision", "meeting": "Commissie"}
    for name in ("ek", "tk"):
        do(people[name], f"{SYSTEM}doen/standpunt/", "2026-09-22", **position)
    assert _agreement() == "incomplete"
    do(people["ocw"], f"{SYSTEM}doen/standpunt/", "2026-09-22", **position)
    assert _agreement() == "agreed_adequate"
    do(people["ocw-drafter"], f"{DOSSIER}doen/stuk/", "2026-09-23", paper="nota-2023-0000687772")
    from waarborg.workbench.models import PaperDraft

    draft = f"/publicatie/concept/{PaperDraft.objects.latest('pk').pk}/"
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        assert {name for name in EVERYONE if people[name].get(draft).status_code == 200} == set(MINISTRY)
        do(people["ocw"], f"{draft}doen/{act}/", "2026-09-24")
    do(people["ocw"], f"{draft}doen/openbaar/", "2026-09-24", text="De brief staat bij de Kamer.")
    assert {name for name in EVERYONE if people[name].get(draft).status_code == 200} == set(EVERYONE)


def _agreement() -> str:
    """How the parties stand on the safeguard, as stored for the agreement map."""
    from waarborg.workbench.models import StoredState

    state = StoredState.objects.get(
        system__slug="controle-op-de-uitwonendenbeurs-duo-uitwonendenbeurs", safeguard="logging"
    )
    return state.agreement
