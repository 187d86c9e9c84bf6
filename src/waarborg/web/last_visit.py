"""Since I was last here: kept in the reader's own browser, so that no log of visits is needed.

The cookie holds the newest event of the visit before this one, and of this one. A visit ends after half an
hour without a page, so that going back and forth loses no news.
"""

import datetime as dt
import re

from attrs import frozen
from django.http import HttpRequest, HttpResponse

COOKIE = "waarborg_seen"
_FORM = re.compile(r"(\d{1,15})\.(\d{1,12})\.(\d{1,15})\.(\d{1,12})")
_VISIT = 1800
_YEAR = 31_536_000


@frozen
class Visit:
    """What was seen before this visit: the newest event then, and when that visit was; None: first visit."""

    seen: int
    at: dt.datetime | None


def visit(request: HttpRequest, now: dt.datetime) -> Visit:
    """The visit before this one; a cookie that cannot be read counts as none."""
    before, before_at, last, last_at = _read(request)
    if now.timestamp() - last_at > _VISIT:
        before, before_at = last, last_at
    return Visit(before, dt.datetime.fromtimestamp(before_at, dt.UTC) if before_at else None)


def remember(request: HttpRequest, answer: HttpResponse, newest: int, now: dt.datetime) -> None:
    """Note that everything up to ``newest`` was on the page."""
    known = visit(request, now)
    at = int(known.at.timestamp()) if known.at else 0
    value = f"{known.seen}.{at}.{newest}.{int(now.timestamp())}"
    answer.set_cookie(COOKIE, value, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())


def _read(request: HttpRequest) -> tuple[int, int, int, int]:
    found = _FORM.fullmatch(request.COOKIES.get(COOKIE, ""))
    if not found:
        return 0, 0, 0, 0
    first, second, third, fourth = (int(part) for part in found.groups())
    return first, second, third, fourth
