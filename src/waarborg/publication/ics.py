"""Terms as a calendar that a person can subscribe to (iCalendar, RFC 5545): records in, bytes out."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

_OCTETS = 75
"""The longest line in octets (RFC 5545, 3.1); what is longer goes on after a space on the next line."""


@frozen(kw_only=True)
class CalendarDay:
    """One day in the feed.

    ``uid`` stays the same over versions, so that a changed day moves in the reader's calendar; ``tentative``
    marks a day that is not certain.
    """

    uid: str
    day: dt.date
    title: str
    description: str = ""
    url: str = ""
    tentative: bool = False


def calendar_feed(days: Iterable[CalendarDay], *, name: str, stamped: dt.datetime) -> bytes:
    """The feed, in the order of its days. ``stamped`` is the moment it was made, with its time zone."""
    stamp = stamped.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Waarborg//Waarborg//NL",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for day in sorted(days, key=lambda one: (one.day, one.uid)):
        lines += _event(day, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(day: CalendarDay, stamp: str) -> list[str]:
    optional = [("DESCRIPTION", _text(day.description)), ("URL", "".join(day.url.split()))]
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(day.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
        f"SUMMARY:{_text(day.title)}",
        *(f"{key}:{value}" for key, value in optional if value),
        f"STATUS:{'TENTATIVE' if day.tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """Text with the four signs escaped that mean something in iCalendar; other control signs are left out."""
    plain = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = plain.replace("\r\n", "\n").replace("\n", "\\n")
    return "".join(sign for sign in plain if sign == "\t" or sign.isprintable())


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never within a letter."""
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += width
    return "\r\n".join(pieces)
