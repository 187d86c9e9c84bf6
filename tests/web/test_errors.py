"""When something is wrong, a page says what in plain words and gives nothing away."""

from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client


def test_a_fault_of_ours_says_so_and_shows_no_trace(
    visitor: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    from waarborg.web.views import home

    def broken() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(home, "systems_by_impact", broken)
    visitor.raise_request_exception = False
    for address, said in (("/", "Er ging iets mis"), ("/en/", "Something went wrong")):
        answer = visitor.get(address)
        assert answer.status_code == 500
        assert said in Page(answer.content.decode()).text
        assert b"secret detail" not in answer.content
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_a_host_that_is_not_ours_is_refused_in_plain_words(visitor: "Client") -> None:
    answer = visitor.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Dit verzoek is niet te begrijpen" in Page(answer.content.decode()).text
