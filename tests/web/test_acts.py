"""What a person can do on a page, by HTTP, as the fixed cast."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from django.test import Client

    from waarborg.workbench.models import Question


def as_one(name: str) -> "Client":
    """One of the demo's cast, signed in; nobody for an empty name."""
    from django.test import Client

    from waarborg.workbench.models import Person

    client = Client(headers={"host": "localhost"})
    if name:
        client.force_login(Person.objects.get(username=f"demo-{name}"))
    return client


def page_of(client: "Client", address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return Page(answer.content.decode())


def told(**fields: str) -> dict[str, str]:
    return {"date": dt.date(2026, 6, 3).isoformat(), "visibility": "public", **fields}


ASKED = {"safeguard": "logging", "addressee": "ocw", "text": "Hoe lang bewaart u het logboek?"}


@pytest.fixture
def asked(demo: None) -> "Question":  # noqa: ARG001  the demo's system is asked about
    """A question of the Senate that only it and the ministry may see."""
    from waarborg.workbench.models import Question

    sent = as_one("ek").post(f"{SYSTEM}doen/vragen/", told(**ASKED) | {"visibility": "named"})
    assert sent.status_code == 302
    return Question.objects.get(text=ASKED["text"])


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("ek", {"vragen", "standpunt"}),
        ("ocw", {"stelling", "bewijs", "meting", "standpunt", "maatregel", "wijziging"}),
        ("duo", {"stelling", "bewijs", "meting", "maatregel", "wijziging", "beoordeling"}),
        ("ocw-drafter", {"stelling", "bewijs", "meting", "wijziging"}),
        ("rekenkamer", {"bewijs", "meting", "standpunt"}),
        ("ek-member", set()),
        ("", set()),
    ],
)
def test_a_system_offers_each_of_the_cast_what_he_may_do(demo: None, who: str, offered: set[str]) -> None:  # noqa: ARG001
    links = page_of(as_one(who), SYSTEM).links
    assert {link.split("/")[-2] for link in links if "/doen/" in link} == offered


@pytest.mark.parametrize("who", ["ek-member", "ocw", "rotterdam"])
def test_who_may_not_ask_is_refused_whatever_he_sends(demo: None, who: str) -> None:  # noqa: ARG001
    from waarborg.workbench.models import Question

    before = Question.objects.count()
    assert as_one(who).post(f"{SYSTEM}doen/vragen/", told(**ASKED)).status_code == 403
    assert Question.objects.count() == before


def test_a_stranger_is_led_to_signing_in_and_nothing_is_written(demo: None) -> None:  # noqa: ARG001
    from waarborg.workbench.models import Question

    before = Question.objects.count()
    answer = as_one("").post(f"{SYSTEM}doen/vragen/", told(**ASKED))
    assert answer.headers["Location"].startswith("/aanmelden/?next=")
    assert Question.objects.count() == before


def test_a_form_that_is_not_complete_says_what_lacks_and_keeps_what_was_typed(demo: None) -> None:  # noqa: ARG001
    answer = as_one("ek").post(
        f"{SYSTEM}doen/vragen/", told(**{**ASKED, "text": ""}) | {"term": "2026-09-01"}
    )
    assert answer.status_code == 422
    page = Page(answer.content.decode())
    assert "Er is niets vastgelegd" in page.text
    assert "Vul dit in." in page.text
    assert "2026-09-01" in [found.get("value") for found in page.all("input")]


def test_a_day_in_the_future_is_refused_in_plain_words(demo: None) -> None:  # noqa: ARG001
    late = (dt.date.today() + dt.timedelta(days=2)).isoformat()  # noqa: DTZ011  the form asks for a local day
    answer = as_one("ek").post(f"{SYSTEM}doen/vragen/", told(**ASKED) | {"date": late})
    assert "Deze dag ligt in de toekomst" in Page(answer.content.decode()).text


@pytest.mark.parametrize(
    ("who", "status"), [("ek", 200), ("ocw", 200), ("tk", 404), ("rekenkamer", 404), ("", 404)]
)
def test_a_question_between_two_parties_is_there_for_them_alone(
    asked: "Question", who: str, status: int
) -> None:
    client = as_one(who)
    assert client.get(f"/vragen/{asked.pk}/").status_code == status
    assert (ASKED["text"] in client.get(SYSTEM).content.decode()) == (status == 200)


def test_postponed_by_the_addressee_and_withdrawn_by_the_asker(asked: "Question") -> None:
    ministry, senate = as_one("ocw"), as_one("ek")
    late = told(until="2026-12-01", text="Wij zoeken dit uit.") | {
        "date": "2026-06-04",
        "visibility": "named",
    }
    assert ministry.post(f"/vragen/{asked.pk}/doen/uitstel/", late).status_code == 302
    assert "1 december 2026" in page_of(senate, f"/vragen/{asked.pk}/").text
    assert ministry.post(f"/vragen/{asked.pk}/doen/intrekken/", told(text="x")).status_code == 403
    gone = told(text="Niet meer nodig.") | {"date": "2026-06-05", "visibility": "named"}
    assert senate.post(f"/vragen/{asked.pk}/doen/intrekken/", gone).status_code == 302
    assert "Ingetrokken" in page_of(ministry, f"/vragen/{asked.pk}/").text


def test_a_refusal_of_the_service_stands_on_the_form_as_a_sentence(asked: "Question") -> None:
    early = told(until="2026-12-01") | {"date": "2026-05-01"}
    answer = as_one("ocw").post(f"/vragen/{asked.pk}/doen/uitstel/", early)
    assert answer.status_code == 422
    page = Page(answer.content.decode())
    assert "2026-12-01" in [found.get("value") for found in page.all("input")]
    assert asked.steps.count() == 0


def test_evidence_of_a_file_keeps_its_digest_and_not_the_file(demo: None) -> None:  # noqa: ARG001
    import hashlib

    from django.core.files.uploadedfile import SimpleUploadedFile

    from waarborg.workbench.models import Evidence

    content = b"verslag van de test"
    fields = told(safeguard="logging", kind="test_report", title="Test", grade="documented", supports="yes")
    sent = as_one("duo").post(
        f"{SYSTEM}doen/bewijs/?waarborg=logging", {**fields, "file": SimpleUploadedFile("t.pdf", content)}
    )
    assert sent.status_code == 302
    assert Evidence.objects.get(title="Test").file_sha256 == hashlib.sha256(content).hexdigest()


def test_what_a_party_keeps_to_itself_changes_nothing_for_others(demo: None) -> None:  # noqa: ARG001
    before = {who: as_one(who).get(SYSTEM).content for who in ("", "ek", "tk")}
    fields = told(
        safeguard="hearing", kind="document", title="Intern stuk", grade="documented", supports="no"
    )
    assert as_one("duo").post(f"{SYSTEM}doen/bewijs/", fields | {"visibility": "own"}).status_code == 302
    assert "Intern stuk" in as_one("duo").get(SYSTEM).content.decode()
    for who, page in before.items():
        assert as_one(who).get(SYSTEM).content.count(b"Intern stuk") == 0
        assert len(as_one(who).get(SYSTEM).content) == len(page)


def test_an_analyst_says_otherwise_than_the_rules_and_both_stay_on_the_page(demo: None) -> None:  # noqa: ARG001
    reason = "De uitkomst wordt alleen voor een jaarverslag gebruikt."
    told = {"outcome": "impact:not_high", "text": reason, "date": "2026-11-20", "visibility": "public"}
    assert as_one("duo").post(f"{SYSTEM}doen/beoordeling/", told).status_code == 302
    for reader in ("", "ek"):
        page = page_of(as_one(reader), SYSTEM)
        assert reason in page.text
        assert "De regels" in page.text
        assert "gaven: hoog" in page.text
    assert as_one("ek").post(f"{SYSTEM}doen/beoordeling/", told).status_code == 403
