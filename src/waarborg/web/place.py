"""Where the reader is: the nine pages, and this page in the other language."""

from attrs import frozen
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from waarborg.web.acting import acting, own_line


@frozen
class NavItem:
    """One of the nine pages of the design."""

    code: str
    route: str


NAVIGATION = (
    NavItem("today", "home"),
    NavItem("safeguards", "safeguards"),
    NavItem("systems", "systems"),
    NavItem("dialogue", "dialogue"),
    NavItem("commitments", "commitments"),
    NavItem("involvement", "involvement"),
    NavItem("dossiers", "dossiers"),
    NavItem("norms", "norms"),
    NavItem("publication", "publication"),
)
_SECTION = {
    "system": "systems",
    "letter": "systems",
    "question": "systems",
    "act-on-plan": "dialogue",
    "act-on-dossier": "dialogue",
    "bundle": "dialogue",
    "act-on-system": "systems",
    "act-on-question": "systems",
    "instruments": "involvement",
    "submission": "involvement",
    "scenario": "involvement",
    "involvement-drivers": "involvement",
    "notices": "home",
    "dossier": "dossiers",
    "paper": "publication",
    "paper-draft": "publication",
    "act-on-paper": "publication",
    "safeguard": "safeguards",
    "rappel": "commitments",
    "norm-texts": "norms",
    "impact-rules": "norms",
    "reading-rules": "norms",
}


def place(request: HttpRequest) -> dict[str, object]:
    """What every page needs to know of its place."""
    match = request.resolver_match
    route = match.url_name if match else None
    path = request.get_full_path()
    return {
        "navigation": NAVIGATION,
        "actor": acting(request),
        "own_line": own_line(request),
        "section": _SECTION.get(route or "", route),
        "route": route,
        "in_languages": [(code, name, translate_url(path, code)) for code, name in settings.LANGUAGES],
    }
