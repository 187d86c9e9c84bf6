"""The words that weighed most in an answer, as quotes with their place."""

from collections.abc import Iterable, Mapping

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
