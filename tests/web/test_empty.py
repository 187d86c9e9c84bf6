"""A workbench in which nothing was loaded yet: no page fails, none pretends."""

from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client as Reader


@pytest.fixture
def reader(db: None) -> "Reader":  # noqa: ARG001  the fixture opens the database
    """A reader before anything was loaded."""
    from django.test import Client

    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Er is nog geen register geladen."),
        ("/systemen/", "Niets gevonden."),
        ("/dossiers/", "Er is nog geen dossier geladen."),
        ("/normen/", "Wat vraagt de wet?"),
    ],
)
def test_a_page_says_that_nothing_was_loaded(reader: "Reader", address: str, said: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 200
    assert said in Page(answer.content.decode()).text
