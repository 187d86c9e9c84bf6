"""A regime of the reader's own, as he writes or pastes it on Betrokkenheid and as its address carries it."""

from django.http import QueryDict

from waarborg.involvement import Regime, built_in_regimes, regimes_in
from waarborg.values.finding import UnusableInput

MOST = 2000
"""Signs of a text: an address with more of them does not pass every server."""


def text_of_own(query: QueryDict) -> str:
    """The text that an address or a form carries, each line ended as a file ends it."""
    return query.get("own", "").replace("\r\n", "\n").strip()


def regimes_of_own(text: str) -> tuple[Regime, ...]:
    """The regimes in a text.

    Raises:
        UnusableInput: the text is too long, is no regime, or uses the id of a built-in one.
    """
    if len(text) > MOST:
        raise UnusableInput("page_own_too_long", most=MOST)
    found = regimes_in(text)
    for one in found:
        if one.id in built_in_regimes():
            raise UnusableInput("page_own_id_taken", id=one.id)
    return found
