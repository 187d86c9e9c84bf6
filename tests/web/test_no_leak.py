"""No sequence of acts by one party shows it what another party keeps to itself (issue 4; DESIGN 5.2)."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .pages import DOSSIER, SYSTEM
from .test_acts import as_one, told

OWN = {"visibility": "own"}
KEPT_WORDS = "Dit houden wij voor ons."
READ = (
    "/",
    SYSTEM,
    DOSSIER,
    "/waarborgen/logging/?impact=+",
    "/waarborgen.json?impact=+",
    "/dialoog/",
    "/meldingen/",
    "/meldingen.atom",
    "/publicatie/",
    "/toezeggingen/",
    "/api/v1/questions",
    "/api/v1/answers",
    "/api/v1/positions",
)


@pytest.fixture
def kept(demo: None) -> dict[str, list[int]]:  # noqa: ARG001  the cast and the system of the demo
    """What the ministry and the Senate keep to themselves, by kind; all of it holds the same words."""
    from waarborg.workbench.models import AnswerDraft, Claim, Evidence, Position, Question

    asked = {"safeguard": "logging", "addressee": "ocw", "text": KEPT_WORDS}
    _do("ek", f"{SYSTEM}doen/vragen/", **asked, visibility="named")
    question = Question.objects.latest("pk").pk
    _do("ocw", f"/vragen/{question}/doen/antwoord/", text=KEPT_WORDS)
    _do("ocw", f"{SYSTEM}doen/stelling/", safeguard="logging", says="present", text=KEPT_WORDS, **OWN)
    shown = {"kind": "document", "title": KEPT_WORDS, "grade": "documented", "supports": "yes"}
    _do("ocw", f"{SYSTEM}doen/bewijs/", safeguard="logging", **shown, **OWN)
    position = {"safeguard": "logging", "stance": "inadequate", "basis": "decision", "text": KEPT_WORDS}
    _do("ek", f"{SYSTEM}doen/standpunt/", **position, **OWN)
    models = (Question, AnswerDraft, Claim, Evidence, Position)
    return {model.__name__: [model._default_manager.latest("pk").pk] for model in models}  # noqa: SLF001


def _do(who: str, address: str, **fields: str) -> None:
    assert as_one(who).post(address, told(**fields)).status_code == 302


def acts(kept: dict[str, list[int]]) -> dict[str, dict[str, Any]]:
    """What an onlooker can try: each act by its address, with fields that reach for what is kept."""
    (question,), (evidence,) = kept["Question"], kept["Evidence"]
    on_system = {"safeguard": "logging", "text": "Wij."}
    return {
        f"{SYSTEM}doen/vragen/": on_system | {"addressee": "ocw"},
        f"{SYSTEM}doen/stelling/": on_system | {"says": "present"},
        f"{SYSTEM}doen/standpunt/": on_system | {"stance": "adequate", "basis": "decision"},
        f"{SYSTEM}doen/maatregel/": on_system | {"title": "Wij"},
        f"{SYSTEM}doen/maatregel-klaar/": {"measure": "1", "shown_by": str(evidence)},
        f"{SYSTEM}doen/wijziging/": {"text": "Wij."},
        f"/vragen/{question}/doen/antwoord/": {"text": "Wij."},
        f"/vragen/{question}/doen/bewerken/": {"text": "Wij.", "version": "1"},
        f"/vragen/{question}/doen/uitzetten/": {"parties": "tk", "version": "1"},
        f"/vragen/{question}/doen/vaststellen/": {"version": "1"},
        f"/vragen/{question}/doen/verzenden/": {},
        f"/vragen/{question}/doen/oordeel/": {"kind": "satisfied", "meeting": "Wij"},
        f"/vragen/{question}/doen/intrekken/": {"text": "Wij."},
        "/partijen/ocw/doen/overdragen/": {"target": "bzk", "reason": "Wij."},
        "/partijen/tk/doen/overdragen/": {"target": "ek", "reason": "Wij."},
        "/partijen/duo/doen/overdragen/": {"target": "ocw", "reason": "Wij."},
        "/partijen/tk/doen/ambtsdrager/": {"holder_name": "Wij"},
        f"{DOSSIER}doen/dialoogplan/": {"other": "ocw", "title": "Wij"},
        f"{DOSSIER}doen/onderwerp/": {"system": "1", "text": "Wij."},
        f"{DOSSIER}doen/stuk/": {"paper": "nota-2023-0000687772"},
    }


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    who=st.sampled_from(("tk", "duo", "rekenkamer", "rotterdam", "bzk")),
    tried=st.lists(st.tuples(st.integers(0, 18), st.sampled_from(("public", "named", "own"))), max_size=8),
)
def test_no_sequence_of_acts_shows_what_another_keeps(
    kept: dict[str, list[int]], who: str, tried: list[tuple[int, str]]
) -> None:
    client, every = as_one(who), list(acts(kept).items())
    (question,) = kept["Question"]
    for number, visibility in tried:
        address, fields = every[number]
        answer = client.post(address, told(**fields) | {"visibility": visibility})
        assert KEPT_WORDS not in answer.content.decode()
    for address in READ:
        page = client.get(address)
        assert page.status_code == 200, address
        assert KEPT_WORDS not in page.content.decode(), address
    for address in (f"/vragen/{question}/", f"/vragen/{question}/brief/"):
        assert client.get(address).status_code == 404


def test_those_for_whom_it_is_do_see_it(kept: dict[str, list[int]]) -> None:
    """So that the test above does not hold because nothing is shown to anybody."""
    (question,) = kept["Question"]
    for who, times in (("ocw", 2), ("ek", 1)):
        shown = as_one(who).get(f"/vragen/{question}/").content.decode()
        assert shown.count(KEPT_WORDS) >= times
        assert KEPT_WORDS in as_one(who).get(SYSTEM).content.decode()
