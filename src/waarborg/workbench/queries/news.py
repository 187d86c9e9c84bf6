"""What is new in the registers since a day: a debate, a letter.

Since means after: a system is *new* where it was first read after that day, *changed* where its entry was
read with other content after it, and *gone* where a later reading of the whole register did not hold it. The
first reading of a register tells nothing of what was new: its systems are not.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen
from django.db.models import F, Min, Q

from waarborg.workbench.models import Event, Paper, System

OFFERED = 8
"""Days of dossiers that are offered to choose from."""


class News(StrEnum):
    """What happened to a system in its register since a day."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@frozen(order=True)
class Occasion:
    """A day of a dossier since which one may ask what is new: an event or a paper of some kind."""

    date: dt.date
    dossier: str
    group: str
    kind: str


def begun() -> dict[str, dt.date]:
    """The day on which each register was first read."""
    return dict(System.objects.order_by().values_list("register").annotate(first=Min("first_seen")))


def news_filters(since: dt.date) -> dict[News, Q]:
    """The systems with each kind of news since a day."""
    new = Q(pk__in=())
    for register, first in begun().items():
        new |= Q(register=register, first_seen__gt=max(since, first))
    return {
        News.NEW: new,
        News.CHANGED: Q(last_changed__gt=since) & ~Q(last_changed=F("first_seen")),
        News.GONE: Q(gone_on__gt=since),
    }


def news_of(system: System, since: dt.date | None, first: Mapping[str, dt.date]) -> News | None:
    """The news of a system since a day: gone, else new, else changed. ``first`` is what ``begun`` gives."""
    if since is None:
        return None
    if system.gone_on and system.gone_on > since:
        return News.GONE
    if system.first_seen > max(since, first.get(system.register, since)):
        return News.NEW
    if system.last_changed > max(since, system.first_seen):
        return News.CHANGED
    return None


def occasions() -> list[Occasion]:
    """The last days on which something happened in a dossier, or a paper was dated; newest first.

    Of one day in one dossier the event is told, and a term that runs out is nothing that happened.
    """
    found: dict[tuple[dt.date, str], Occasion] = {}
    happened = Event.objects.exclude(kind__endswith="deadline")
    for group, rows in (("event", happened), ("paper_kind", Paper.objects.all())):
        dated = rows.filter(date__isnull=False).order_by("-date")[: OFFERED * 4]
        for date, dossier, kind in dated.values_list("date", "dossier__number", "kind"):
            if date:
                found.setdefault((date, dossier), Occasion(date, dossier, group, kind))
    return sorted(found.values(), reverse=True)[:OFFERED]
