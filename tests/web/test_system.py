"""One system: the words its impact rests on, its safeguards, the dialogue, the letter."""

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def page(reader: "Client") -> Page:
    """The student-grant checks."""
    return Page(reader.get(SYSTEM).content.decode())


def test_every_quoted_word_is_linked_to_its_mark_in_the_text(page: Page) -> None:
    from waarborg.workbench.models import System

    assessment = System.objects.get(source_id="duo-uitwonendenbeurs").assessments.get()
    texts = assessment.version.texts
    assert assessment.result["impact"]["quotes"]
    for quote in assessment.result["impact"]["quotes"]:
        anchor = f"q-{quote['field']}-{quote['start']}-{quote['end']}"
        assert anchor in page.ids
        assert f"#{anchor}" in page.links
        assert texts[quote["field"]][quote["start"] : quote["end"]] in page.text
    assert page.all("mark")


def test_the_published_text_stands_on_the_page_to_the_letter(page: Page) -> None:
    from waarborg.workbench.models import System

    told = "".join(page.parts)
    for text in System.objects.get(source_id="duo-uitwonendenbeurs").versions.get().texts.values():
        assert text in told


def test_all_twenty_safeguards_stand_in_the_table(page: Page) -> None:
    from waarborg.law import safeguards

    assert len(safeguards()) == 20
    for safeguard in safeguards():
        assert f"/normen/#{safeguard}" in page.links


def test_what_is_made_up_is_marked_as_an_illustration_and_what_is_real_is_not(page: Page) -> None:
    from waarborg.workbench.models import Claim, Evidence, Position, Question

    made_up = sum(kind.objects.filter(is_demo=True).count() for kind in (Claim, Question, Position))
    assert made_up
    assert not Evidence.objects.filter(is_demo=True).exists()
    assert page.text.count("voorbeeld") >= made_up


def test_the_same_system_in_english_speaks_english(reader: "Client") -> None:
    told = Page(reader.get(f"/en{SYSTEM}").content.decode()).text
    assert "Checks on the grant for students living away from home" in told
    assert "Adequate, provided every new way of selecting is tested beforehand." in told


def test_what_is_not_public_leaves_no_trace_on_the_page(reader: "Client") -> None:
    from waarborg.workbench.models import Claim, Position, Question, System

    before = reader.get(SYSTEM).content
    system = System.objects.get(source_id="duo-uitwonendenbeurs")
    day, at = dt.date(2025, 6, 1), dt.datetime(2025, 6, 1, tzinfo=dt.UTC)
    asked = Question.objects.get()
    shared = {"system": system, "safeguard": "hardship", "date": day, "recorded_at": at}
    Claim.objects.create(**shared, party=asked.addressee, says="present", text="intern", visibility="own")
    Position.objects.create(
        **shared, party=asked.party, stance="adequate", basis="decision", text="intern", visibility="named"
    )
    Question.objects.create(
        **shared, party=asked.party, addressee=asked.addressee, text="intern", visibility="own"
    )
    assert reader.get(SYSTEM).content == before


def test_a_system_that_was_never_assessed_says_so(reader: "Client") -> None:
    from waarborg.workbench.models import Organisation, System

    day = dt.date(2026, 1, 1)
    System.objects.create(
        register="nl",
        source_id="1",
        slug="kaal",
        name="Kaal",
        organisation=Organisation.objects.first(),
        status="unknown",
        first_seen=day,
        last_changed=day,
    )
    answer = reader.get("/systemen/kaal/")
    assert answer.status_code == 200
    assert "Dit systeem is nog niet beoordeeld." in Page(answer.content.decode()).text


def test_the_question_goes_out_as_a_letter_that_loads_nothing(reader: "Client", page: Page) -> None:
    (address,) = {link for link in page.links if link.endswith("/brief/")}
    answer = reader.get(address)
    letter = Page(answer.content.decode())
    assert "Welke instructie hadden medewerkers voor die keuze" in letter.text
    assert "4 maart 2025" in letter.text  # the term of the question in the demo dialogue
    assert "niet verzonden" in letter.text
    policy = answer.headers["Content-Security-Policy"]
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'", policy)


def test_a_private_question_has_no_letter_for_the_public(reader: "Client") -> None:
    from waarborg.workbench.models import Question

    asked = Question.objects.get()
    Question.objects.update(visibility="own")
    assert reader.get(f"/vragen/{asked.pk}/brief/").status_code == 404
