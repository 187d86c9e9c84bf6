"""What happened as a feed that a person can subscribe to (Atom, RFC 4287): records in, bytes out."""

import datetime as dt
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from attrs import frozen

_NAMESPACE = "http://www.w3.org/2005/Atom"


@frozen(kw_only=True)
class FeedEntry:
    """One thing that happened. ``uid`` is a URI that never changes; ``at`` carries its time zone."""

    uid: str
    title: str
    at: dt.datetime
    url: str
    author: str
    summary: str = ""


def atom_feed(  # noqa: PLR0913  what RFC 4287 asks of a feed
    entries: Iterable[FeedEntry],
    *,
    uid: str,
    title: str,
    address: str,
    page: str,
    language: str,
    made: dt.datetime,
) -> bytes:
    """The feed in the order given. ``address`` is its own, ``page`` that of the page it belongs to.

    ``updated`` is the moment of the newest entry, so that two readings without news are alike; ``made``
    stands in where there is none.
    """
    listed = list(entries)
    feed = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": language})
    SubElement(feed, "id").text = uid
    SubElement(feed, "title").text = title
    SubElement(feed, "updated").text = max((one.at for one in listed), default=made).isoformat()
    SubElement(feed, "link", {"rel": "self", "href": address, "type": "application/atom+xml"})
    SubElement(feed, "link", {"rel": "alternate", "href": page, "type": "text/html"})
    for one in listed:
        _entry(feed, one)
    found: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return found


def _entry(feed: Element, one: FeedEntry) -> None:
    entry = SubElement(feed, "entry")
    SubElement(entry, "id").text = one.uid
    SubElement(entry, "title").text = one.title
    SubElement(entry, "updated").text = one.at.isoformat()
    SubElement(SubElement(entry, "author"), "name").text = one.author
    SubElement(entry, "link", {"rel": "alternate", "href": one.url, "type": "text/html"})
    SubElement(entry, "summary").text = one.summary or one.title
