import datetime as dt

import attrs
import pytest

from waarborg.publication.letter import letter_html
from waarborg.values.letter import Letter, LetterQuestion

QUESTION = LetterQuestion(
    number=1, text="Is er <getoetst>?", system="Controle", organisation="Dienst & Co", safeguard="biastoets"
)
LETTER = Letter(
    sender="de commissie",
    addressee="de staatssecretaris",
    place="Den Haag",
    date=dt.date(2023, 11, 9),
    subject="Vragen over waarborgen",
    questions=(QUESTION,),
)


def test_the_clerks_letter_holds_date_addressee_and_question_in_her_language() -> None:
    page = letter_html(LETTER, "nl")
    assert "Den Haag, 9 november 2023" in page
    assert "de staatssecretaris" in page
    assert 'lang="nl"' in page


def test_what_a_person_typed_is_escaped() -> None:
    page = letter_html(LETTER, "en")
    assert "Is er &lt;getoetst&gt;?" in page
    assert "Dienst &amp; Co" in page


@pytest.mark.parametrize(("term", "told"), [(None, False), (dt.date(2023, 12, 7), True)])
def test_a_term_is_named_only_where_one_was_set(*, term: dt.date | None, told: bool) -> None:
    assert ("7 december 2023" in letter_html(attrs.evolve(LETTER, answer_by=term), "nl")) is told


def test_a_letter_from_the_demo_says_that_no_one_sent_it() -> None:
    assert "niet verzonden" not in letter_html(LETTER, "nl")
    assert "niet verzonden" in letter_html(attrs.evolve(LETTER, illustration=True), "nl")


def test_the_letter_loads_nothing_from_elsewhere() -> None:
    assert "http" not in letter_html(LETTER, "nl")
