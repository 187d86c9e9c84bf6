"""An answer on its way, by HTTP: who sees it before it is sent, who can write in it, who can send it."""

from typing import TYPE_CHECKING

import pytest

from .pages import SYSTEM, Page
from .test_acts import as_one, told

if TYPE_CHECKING:
    from waarborg.workbench.models import AnswerDraft, Question

FIRST, SECOND = (
    "Wij bewaren het logboek een jaar.",
    "Wij bewaren het logboek zeven jaar, volgens de selectielijst.",
)
EVERYONE = ("ek", "ek-member", "tk", "ocw", "ocw-drafter", "duo", "rekenkamer", "rotterdam", "")


@pytest.fixture
def asked(demo: None) -> "Question":  # noqa: ARG001  the demo's system is asked about
    """A public question of the Senate to the ministry."""
    from waarborg.workbench.models import Question

    sent = as_one("ek").post(
        f"{SYSTEM}doen/vragen/",
        told(safeguard="logging", addressee="ocw", text="Hoe lang bewaart u het logboek?"),
    )
    assert sent.status_code == 302
    return Question.objects.latest("pk")


def do(who: str, asked: "Question", act: str, **fields: str) -> int:
    """What the page answers when one of the cast does something on the question."""
    return as_one(who).post(f"/vragen/{asked.pk}/doen/{act}/", told(**fields)).status_code


def offered(who: str, asked: "Question") -> set[str]:
    links = Page(as_one(who).get(f"/vragen/{asked.pk}/").content.decode()).links
    return {link.split("/")[-2] for link in links if "/doen/" in link}


def who_reads(text: str, asked: "Question") -> set[str]:
    """Who of the cast finds a text on the page of the question."""
    return {who for who in EVERYONE if text in as_one(who).get(f"/vragen/{asked.pk}/").content.decode()}


def making(asked: "Question") -> "AnswerDraft":
    from waarborg.workbench.models import AnswerDraft

    return AnswerDraft.objects.get(question=asked)


MINISTRY = {"ocw", "ocw-drafter"}


def test_an_answer_is_drafted_handed_over_agreed_to_approved_and_sent(asked: "Question") -> None:
    assert do("ocw-drafter", asked, "antwoord", text=FIRST) == 302
    assert who_reads(FIRST, asked) == MINISTRY
    assert do("ocw-drafter", asked, "uitzetten", parties="duo", text="Klopt dit?") == 302
    assert who_reads(FIRST, asked) == MINISTRY | {"duo"}
    assert do("duo", asked, "bewerken", text=SECOND, version="1") == 302
    assert who_reads(SECOND, asked) == MINISTRY | {"duo"}
    assert do("ocw", asked, "vaststellen", version="2") == 422
    assert do("duo", asked, "paraaf", word="paraph", version="2") == 302
    assert do("ocw", asked, "vaststellen", version="2") == 302
    assert do("ocw", asked, "verzenden") == 302
    assert who_reads(SECOND, asked) == set(EVERYONE)
    assert making(asked).stage == "sent"
    assert who_reads("Klopt dit?", asked) == set()


def test_each_of_the_cast_is_offered_what_he_may_do_on_an_answer(asked: "Question") -> None:
    assert offered("ocw-drafter", asked) == {"antwoord"}
    assert offered("ocw", asked) == {"antwoord", "uitstel", "weigering"}
    assert offered("duo", asked) == set()
    do("ocw-drafter", asked, "antwoord", text=FIRST)
    assert offered("ocw-drafter", asked) == {"bewerken", "uitzetten"}
    do("ocw", asked, "uitzetten", parties="duo")
    assert offered("duo", asked) == {"bewerken", "paraaf"}
    assert offered("ek", asked) == {"intrekken"}
    do("ocw", asked, "terughalen", parties="duo")
    assert offered("duo", asked) == set()
    do("ocw", asked, "vaststellen", version="1")
    assert offered("ocw", asked) == {"heropenen", "verzenden", "uitstel", "weigering"}
    assert offered("ocw-drafter", asked) == set()


@pytest.mark.parametrize("who", ["ek", "ek-member", "rekenkamer", "rotterdam", "duo", ""])
def test_nobody_else_can_begin_an_answer(asked: "Question", who: str) -> None:
    from waarborg.workbench.models import AnswerDraft

    assert do(who, asked, "antwoord", text=FIRST) in {302, 403}
    assert not AnswerDraft.objects.exists()


@pytest.mark.parametrize("act", ["bewerken", "uitzetten", "terughalen", "paraaf", "vaststellen", "verzenden"])
@pytest.mark.parametrize("who", ["ek", "duo", "rekenkamer", "rotterdam"])
def test_who_does_not_hold_the_answer_can_do_nothing_with_it(asked: "Question", who: str, act: str) -> None:
    do("ocw-drafter", asked, "antwoord", text=FIRST)
    before = (making(asked).version, making(asked).stage)
    assert do(who, asked, act, text=SECOND, version="1", parties="duo", word="paraph") == 403
    assert (making(asked).version, making(asked).stage) == before


def test_who_writes_on_an_older_text_is_told_and_loses_nothing_he_typed(asked: "Question") -> None:
    do("ocw-drafter", asked, "antwoord", text=FIRST)
    do("ocw", asked, "bewerken", text=SECOND, version="1")
    answer = as_one("ocw-drafter").post(
        f"/vragen/{asked.pk}/doen/bewerken/", told(text="Mijn tekst.", version="1")
    )
    assert answer.status_code == 422
    page = Page(answer.content.decode())
    assert "u las versie 1, nu geldt versie 2" in page.text
    assert "Mijn tekst." in page.text
    assert making(asked).text == SECOND


def test_a_paraph_on_an_older_text_is_none_on_the_newer(asked: "Question") -> None:
    do("ocw", asked, "antwoord", text=FIRST)
    do("ocw", asked, "uitzetten", parties="duo")
    do("duo", asked, "paraaf", word="paraph", version="1")
    do("ocw", asked, "bewerken", text=SECOND, version="1")
    assert do("ocw", asked, "vaststellen", version="2") == 422
    assert making(asked).stage == "co_drafting"


def test_a_second_approval_and_a_second_sending_are_refused(asked: "Question") -> None:
    from waarborg.workbench.models import QuestionStep

    do("ocw", asked, "antwoord", text=FIRST)
    assert do("ocw", asked, "vaststellen", version="1") == 302
    assert do("ocw", asked, "vaststellen", version="1") == 403
    assert do("ocw", asked, "verzenden") == 302
    assert do("ocw", asked, "verzenden") == 403
    assert QuestionStep.objects.filter(question=asked, kind="answer").count() == 1


def test_every_version_stays_with_who_wrote_it(asked: "Question") -> None:
    do("ocw-drafter", asked, "antwoord", text=FIRST)
    do("ocw-drafter", asked, "uitzetten", parties="duo")
    do("duo", asked, "bewerken", text=SECOND, version="1")
    told_of = [(one.number, one.party.code, one.text) for one in making(asked).versions.all()]
    assert told_of == [(1, "ocw", FIRST), (2, "duo", SECOND)]


def test_a_question_between_two_parties_shows_to_the_agency_once_it_is_handed_over(asked: "Question") -> None:
    asked.visibility = "named"
    asked.save()
    asked.named_parties.set([asked.addressee])
    assert as_one("duo").get(f"/vragen/{asked.pk}/").status_code == 404
    do("ocw", asked, "antwoord", text=FIRST)
    do("ocw", asked, "uitzetten", parties="duo")
    assert as_one("duo").get(f"/vragen/{asked.pk}/").status_code == 200
    assert as_one("tk").get(f"/vragen/{asked.pk}/").status_code == 404


def test_each_step_leaves_one_event_in_the_trail(asked: "Question") -> None:
    from waarborg.workbench.audit import exported, verify

    before = len(list(exported()))
    do("ocw", asked, "antwoord", text=FIRST)
    do("ocw", asked, "uitzetten", parties="duo")
    do("duo", asked, "paraaf", word="paraph", version="1")
    do("ocw", asked, "vaststellen", version="1")
    do("ocw", asked, "verzenden")
    verbs = [str(event["verb"]) for event in list(exported())[before:]]
    assert verbs == [
        "draft_answer",
        "hand_over_answer",
        "paraph_answer",
        "approve_answer",
        "answer_question",
        "send_answer",
    ]
    assert verify().ok


def test_a_refusal_offers_the_ground_of_the_askers_line_and_no_other(asked: "Question") -> None:
    page = Page(as_one("ocw").get(f"/vragen/{asked.pk}/doen/weigering/").content.decode())
    grounds = {one["value"] for one in page.all("option")} - {"public", "named", "own"}
    assert grounds == {"interest_of_the_state"}
    assert "het belang van de Staat (Grondwet, artikel 68)" in page.text
    assert do("ocw", asked, "weigering", ground="public_interest") == 422
    assert do("ocw", asked, "weigering", ground="interest_of_the_state", date="2026-06-04") == 302
    assert "het belang van de Staat" in Page(as_one("").get(f"/vragen/{asked.pk}/").content.decode()).text
