"""Open data of the Chambers as it stands at a web address: one answer, or all pages of a list in OData."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from waarborg.values.finding import UnusableInput, Where

_NEXT = "@odata.nextLink"
_MOST = 1000
"""Pages of one list; the register of commitments of the Tweede Kamer is some fifty pages of 250."""


@frozen
class Taken:
    """What was taken, as it is to be kept, and in how many answers."""

    content: bytes
    pages: int


def take(
    address: str, ask: Callable[[str], bytes], progress: Callable[[int], None] = lambda _: None
) -> Taken:
    """Take what stands at ``address``; the pages that an OData list points to are laid together.

    Raises:
        UnusableInput: what ``ask`` raises; ``opendata_onward`` where a list leads to another host or has no
            end.
    """
    content, pages = ask(address), 1
    first = _list(content)
    if first is None or _NEXT not in first:
        return Taken(content, pages)
    whole, onward = {**first, "value": list(first["value"])}, first[_NEXT]
    del whole[_NEXT]
    while onward:
        address = _next(address, str(onward), pages)
        further = _list(ask(address))
        pages += 1
        progress(pages)
        if further is None:
            raise UnusableInput("opendata_unknown", Where(file=address))
        whole["value"] += further["value"]
        onward = further.get(_NEXT)
    return Taken(json.dumps(whole, ensure_ascii=False, indent=1).encode(), pages)


def _list(content: bytes) -> dict[str, Any] | None:
    """The document, where it is a list in OData."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("value"), list) else None


def _next(address: str, onward: str, pages: int) -> str:
    target = urljoin(address, onward)
    if urlsplit(target)[:2] != urlsplit(address)[:2] or pages >= _MOST:
        raise UnusableInput("opendata_onward", Where(file=address), to=target)
    return target
