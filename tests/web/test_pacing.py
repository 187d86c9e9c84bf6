"""How often someone without an office may have a bundled letter typeset."""

from typing import TYPE_CHECKING

import pytest

from .pages import Page
from .test_acts import as_one

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("demo", "two_a_minute")


class Clock:
    """A clock that stands still until it is set; it starts 20 seconds into a minute."""

    now = 1_200.0 + 20

    def time(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> "Iterator[Clock]":
    """Two PDFs a minute on a still clock; typesetting is not what is tested."""
    from django.core.cache import cache
    from django.http import HttpResponse

    from waarborg.web import pacing
    from waarborg.web.views import dialogue

    clock = Clock()
    monkeypatch.setattr(pacing, "PDFS_A_MINUTE", 2)
    monkeypatch.setattr(pacing, "time", clock)
    monkeypatch.setattr(dialogue, "in_form", lambda *_: HttpResponse("made"))
    cache.clear()
    yield clock
    cache.clear()


def letter(form: str = "pdf") -> str:
    links = Page(as_one("").get("/dialoog/").content.decode()).links
    return next(link for link in links if link.startswith("/dialoog/vragen/") and link.endswith(form))


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "Wacht een minuut"), ("/en", "Wait a minute and try again")]
)
def test_a_third_pdf_within_the_minute_is_refused_with_when_to_come_back(prefix: str, words: str) -> None:
    address = f"{prefix}{letter()}"
    assert [as_one("").get(address).status_code for _ in range(2)] == [200, 200]
    refused = as_one("").get(address)
    assert (refused.status_code, refused["Retry-After"]) == (429, "40")
    assert words in Page(refused.content.decode()).text


def test_the_next_minute_other_addresses_other_forms_and_who_is_signed_in_are_not_refused(
    two_a_minute: Clock,
) -> None:
    address = letter()
    assert [as_one("").get(address).status_code for _ in range(3)] == [200, 200, 429]
    assert as_one("").get(address, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert as_one("").get(letter("docx")).status_code == 200
    assert [as_one("ek-member").get(address).status_code for _ in range(3)] == [200, 200, 200]
    two_a_minute.now += 40
    assert as_one("").get(address).status_code == 200
