"""What the record says now and did not say before: offered to the drafter, never put in by itself."""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from waarborg.publication.papers.draft import Draft

PLACES = ("fields", "sections")


@frozen(kw_only=True)
class Offer:
    """A change that the record suggests: at ``place`` and ``code``, from what it said to what it says.

    ``current`` is what the draft has there, which the drafter may have edited.
    """

    place: str
    code: str
    was: str
    now: str
    current: str


def offers(draft: Draft, base: Draft, now: Draft) -> tuple[Offer, ...]:
    """The changes that the record suggests to ``draft``.

    ``base`` is what the record said when the drafter last took or declined it, ``now`` what it says today.
    What the drafter wrote is no change of the record, and what the draft has already is not offered.
    """
    return tuple(_offers(draft, base, now))


def taken(draft: Draft, offer: Offer) -> Draft:
    """The draft with one offer put in."""
    return _with(draft, offer)


def settled(base: Draft, offer: Offer) -> Draft:
    """The base once an offer was taken or declined: not offered again until the record changes again."""
    return _with(base, offer)


def _offers(draft: Draft, base: Draft, now: Draft) -> Iterator[Offer]:
    for place in PLACES:
        before, later, mine = (_texts(one, place) for one in (base, now, draft))
        for code in dict.fromkeys((*before, *later)):
            was, says, current = (texts.get(code, "") for texts in (before, later, mine))
            if says not in {was, current}:
                yield Offer(place=place, code=code, was=was, now=says, current=current)


def _texts(draft: Draft, place: str) -> Mapping[str, str]:
    return draft.fields if place == "fields" else draft.sections


def _with(draft: Draft, offer: Offer) -> Draft:
    texts = {**_texts(draft, offer.place), offer.code: offer.now}
    return evolve(draft, fields=texts) if offer.place == "fields" else evolve(draft, sections=texts)
