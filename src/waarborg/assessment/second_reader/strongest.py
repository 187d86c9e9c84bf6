"""The words that weighed most in an answer, as quotes with their place; the strongest in its sentence."""

from collections.abc import Iterable, Mapping

from waarborg.assessment.passages import passage
from waarborg.assessment.second_reader.pieces import SIZE, WordAt, pieces
from waarborg.values.assessment import Quote


def strongest(
    words: Iterable[WordAt], by_piece: Mapping[str, float], by_mark: Mapping[Quote, float], limit: int
) -> tuple[Quote, ...]:
    """At most ``limit`` quotes that speak for the answer, the strongest first.

    A word weighs what its pieces weigh together, and is shown where it stands first; a mark is shown by the
    words that carry it. What speaks against the answer, or not at all, is not shown.
    """
    weighed: dict[Quote, float] = {quote: weight for quote, weight in by_mark.items() if weight > 0}
    seen: set[str] = set()
    for each in words:
        weight = sum(by_piece.get(piece, 0.0) for piece in pieces(each.word))
        if each.word not in seen and weight > 0 and len(each.word) >= SIZE:
            weighed[Quote(each.field, each.start, each.end)] = weight
        seen.add(each.word)
    order = sorted(weighed, key=lambda quote: (-weighed[quote], quote))
    return tuple(order[:limit])


def in_sentence(quotes: tuple[Quote, ...], texts: Mapping[str, str]) -> tuple[Quote, ...]:
    """The same quotes with the sentence around the first in its place, and what stands in that left out.

    A word alone tells a reader that it weighed, and not what is said with it.
    """
    if not quotes:
        return ()
    first = quotes[0]
    whole = passage(texts[first.field]).quote(first.field, first.start, first.end)
    rest = (q for q in quotes if q.field != whole.field or q.start < whole.start or q.end > whole.end)
    return (whole, *rest)
