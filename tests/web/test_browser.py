"""The pages in a real browser: axe, a phone, no script, the keyboard, paper.

Needs Playwright, axe and Debian's Chromium (``CHROMIUM`` names another one); skips where one is absent.
"""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from .pages import PAGES, SYSTEM

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (make setup-all)")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed (make setup-all)"
)

pytestmark = pytest.mark.browser
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE, DESK = 320, 1280
"""The narrowest width at which a page must reflow (WCAG 2.2, 1.4.10), and a desk."""


OVERLAPPING = """found => found.filter((one, n) => {
    const before = found[n - 1], top = (cell) => cell.getBoundingClientRect().top
    return n && one.parentElement === before.parentElement && top(one) < top(before) + before.scrollHeight - 2
}).length"""
"""Cells that begin above the end of what the cell before them in their row holds."""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium without a window."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in the thread of the test
    with sync_api.sync_playwright() as player:
        opened = player.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(live_server: "LiveServer", demo: None) -> str:  # noqa: ARG001  the server shows the demo
    """The address of a workbench with the demo."""
    return str(live_server.url)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_page_passes_axe_and_fits_its_width(browser: "Browser", site: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    for address in (*PAGES, *(f"/en{one}" for one in PAGES), "/nergens/"):
        page.goto(site + address)
        found = axe.Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, address


def test_on_a_phone_every_cell_of_a_stacked_table_is_in_sight_with_the_name_of_its_column(
    browser: "Browser", site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the day of the decision note, when the promise of the demo was late."""
    day = SimpleNamespace(localdate=lambda: dt.date(2023, 11, 9))
    monkeypatch.setattr("waarborg.web.views.home.timezone", day)
    page = browser.new_context(viewport={"width": PHONE, "height": 800}, bypass_csp=True).new_page()
    last = {"/": "Dagen te laat", "/waarborgen/": "Wat helpt verder", "/dialoog/": "Brief"}
    for address, column in last.items():
        page.goto(site + address)
        cells = page.locator(".wb-stack td")
        edges = cells.evaluate_all("found => found.map(one => one.getBoundingClientRect().right)")
        assert edges, address
        assert max(edges) <= PHONE, address
        assert cells.evaluate_all(OVERLAPPING) == 0, address
        assert page.locator(f'.wb-stack td[data-label="{column}"]').count() > 0, address
        assert axe.Axe().run(page, options=RULES).violations_count == 0, address


def test_no_page_breaks_its_own_policy_or_asks_anything_from_elsewhere(browser: "Browser", site: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for address in (*PAGES, SYSTEM):
        page.goto(site + address)
    page.click("a[href$='/brief/']")
    assert page.locator("ol li").count() == 1  # the letter, with its one question
    assert said == []
    assert [url for url in asked if not url.startswith(site)] == []


def test_search_and_filters_work_without_a_script(browser: "Browser", site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/systemen/")
    page.fill("#q", "uitwonendenbeurs")
    page.click("button[type=submit]")
    assert page.locator("tbody tr").count() == 1
    page.goto(f"{site}/systemen/")
    page.click("#filters >> text=gemeenteraad")
    assert "body=gemeenteraad" in page.url


def test_the_first_stop_of_the_keyboard_is_the_skip_link_and_it_shows(browser: "Browser", site: str) -> None:
    page = browser.new_page()
    page.goto(site)
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.inner_text() == "Naar de inhoud"
    box = first.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator("#main:focus").count() == 1


def test_paper_has_no_navigation_and_keeps_the_text(browser: "Browser", site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/dossiers/ek-cxlvii/")
    page.emulate_media(media="print")
    assert not page.locator(".wb-nav").is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("svg").first.is_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_what_a_signed_in_person_can_do_passes_axe_and_fits_its_width(
    browser: "Browser", site: str, width: int
) -> None:
    from waarborg.workbench.models import AnswerDraft, DialoguePlan, PaperDraft, Question

    from .test_acts import as_one, told

    clerk, ministry = as_one("ek"), as_one("ocw")
    clerk.post(f"{SYSTEM}doen/vragen/", told(safeguard="logging", addressee="ocw", text="Hoe lang?"))
    asked = Question.objects.latest("pk").pk
    ministry.post(f"/vragen/{asked}/doen/antwoord/", told(text="Een jaar."))
    as_one("ocw-drafter").post("/dossiers/ek-cxlvii/doen/stuk/", told(paper="nota-2023-0000687772"))
    assert AnswerDraft.objects.exists()
    paper, plan = PaperDraft.objects.get().pk, DialoguePlan.objects.latest("pk").pk
    acts = {
        clerk: (
            f"{SYSTEM}doen/vragen/",
            f"{SYSTEM}doen/standpunt/",
            f"/vragen/{asked}/",
            f"/dialoog/{plan}/doen/voorstel/",
            "/dialoog/",
            "/publicatie/",
        ),
        ministry: (
            f"{SYSTEM}doen/bewijs/",
            f"/vragen/{asked}/",
            f"/vragen/{asked}/doen/uitzetten/",
            f"/publicatie/concept/{paper}/",
            f"/publicatie/concept/{paper}/doen/schrijven/",
            f"/publicatie/concept/{paper}/doen/meelezen/",
        ),
    }
    for client, addresses in acts.items():
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
        page = context.new_page()
        for address in addresses:
            answer = page.goto(site + address)
            assert answer is not None
            assert answer.status == 200, address
            found = axe.Axe().run(page, options=RULES)
            assert found.violations_count == 0, f"{address}: {found.generate_report()}"
            over = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert over == 0, address
