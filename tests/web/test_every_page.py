"""What holds for every page: its words, its links, its anchors, its headers."""

from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

import pytest

from .pages import PAGES, Page

if TYPE_CHECKING:
    from django.test import Client

EVERY = (*PAGES, *(f"/en{address}" for address in PAGES))
NINE = ("Vandaag", "Waarborgen", "Systemen", "Dialoog", "Toezeggingen", "Betrokkenheid", "Dossiers", "Normen")


def opened(reader: "Client", address: str) -> Page:
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return Page(answer.content.decode())


def test_a_page_has_one_heading_of_the_first_level_and_unique_anchors(reader: "Client") -> None:
    for address in EVERY:
        page = opened(reader, address)
        assert len(page.all("h1")) == 1, address
        assert sorted(page.ids) == sorted(set(page.ids)), address


def test_no_page_carries_a_script_a_style_or_anything_from_elsewhere(reader: "Client") -> None:
    for address in EVERY:
        page = opened(reader, address)
        assert not page.all("script"), address
        assert not page.all("style"), address
        assert not [found for _, found in page.elements if "style" in found], address
        loaded = [found["href"] for found in page.all("link")] + [found["src"] for found in page.all("img")]
        assert all(link.startswith("/") for link in loaded), address


def test_every_link_within_the_workbench_leads_to_a_page_and_to_an_anchor_on_it(reader: "Client") -> None:
    seen: dict[str, Page] = {}
    for address in EVERY:
        for link in opened(reader, address).links:
            target, anchor = urldefrag(urljoin(address, link))
            if (
                target.startswith("http")
                or target.endswith((".csv", ".json", ".ics", ".docx", ".pdf"))
                or ".csv?" in target
            ):
                continue
            if ".json?" in target:
                continue
            if target not in seen:
                seen[target] = opened(reader, target)
            assert not anchor or anchor in seen[target].ids, f"{address}: {link}"


def test_all_nine_pages_stand_in_the_navigation_and_are_linked(
    reader: "Client",
) -> None:
    answer = reader.get("/").content.decode()
    navigation = Page(answer[answer.index('class="wb-nav"') : answer.index("<main")])
    for name in (*NINE, "Publicatie"):
        assert name in navigation.text
    assert navigation.links == [
        "/",
        "/waarborgen/",
        "/systemen/",
        "/dialoog/",
        "/toezeggingen/",
        "/betrokkenheid/",
        "/dossiers/",
        "/normen/",
        "/publicatie/",
    ]


def test_every_answer_forbids_what_is_not_its_own(reader: "Client") -> None:
    for address in (*PAGES, "/nergens/", "/systemen.csv", "/systemen.json"):
        headers = reader.get(address).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_the_same_page_in_english_says_so_and_links_back(reader: "Client") -> None:
    for address in PAGES:
        page = opened(reader, f"/en{address}")
        assert page.all("html") == [{"lang": "en"}]
        assert address in page.links


def test_dutch_is_the_default_whatever_the_browser_prefers(reader: "Client") -> None:
    answer = reader.get("/", headers={"accept-language": "en"}).content.decode()
    assert Page(answer).all("html") == [{"lang": "nl"}]


@pytest.mark.parametrize(
    ("prefix", "said"), [("", "Deze pagina is er niet"), ("/en", "This page does not exist")]
)
def test_a_page_that_is_not_there_says_so_in_plain_words(reader: "Client", prefix: str, said: str) -> None:
    for address in ("/nergens/", "/systemen/bestaat-niet/", "/dossiers/bestaat-niet/", "/vragen/999/brief/"):
        answer = reader.get(prefix + address)
        assert answer.status_code == 404
        assert said in Page(answer.content.decode()).text
