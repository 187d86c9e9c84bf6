"""For whom the reader of a page acts: the party of the person who is logged in, else the public."""

from django.http import HttpRequest
from django.utils import timezone

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.services.actor import Actor, actor_of


def acting(request: HttpRequest) -> Actor | None:
    """Who acts, in which role and for whom; None for someone who is not logged in."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return None
    return actor_of(person, on=timezone.localdate())


def reader_of(request: HttpRequest) -> str:
    """The code under which the reader sees items."""
    found = acting(request)
    return (found.code if found else "") or PUBLIC


def own_line(request: HttpRequest) -> str:
    """The body whose systems concern the reader first: his own, empty for a reader without one."""
    found = acting(request)
    body = found.party.body if found and found.party else None
    return body.code if body else ""
