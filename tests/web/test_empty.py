"""A workbench in which nothing was loaded yet: no page fails, none pretends."""

from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Er is nog geen register geladen."),
        ("/systemen/", "Niets gevonden."),
        ("/dossiers/", "Er is nog geen dossier geladen."),
        ("/normen/", "Wat vraagt de wet?"),
    ],
)
def test_a_page_says_that_nothing_was_loaded(visitor: "Client", address: str, said: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 200
    assert said in Page(answer.content.decode()).text
