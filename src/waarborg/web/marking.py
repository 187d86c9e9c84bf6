"""The words a rule rests on, marked in the text they stand in."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen
from markupsafe import Markup, escape


@frozen
class Quoted:
    """Quoted words with the field they stand in and the anchor of their mark."""

    field: str
    text: str
    anchor: str


@frozen
class MarkedText:
    """A published text as HTML, with its quoted words in ``<mark>``."""

    field: str
    html: Markup


def quoted(texts: Mapping[str, str], quotes: Iterable[Mapping[str, Any]]) -> tuple[Quoted, ...]:
    """The words of each quote; a quote of a field that is not there is left out."""
    return tuple(
        Quoted(quote["field"], texts[quote["field"]][quote["start"] : quote["end"]], _anchor(quote))
        for quote in quotes
        if quote["field"] in texts
    )


def marked_texts(texts: Mapping[str, str], quotes: Iterable[Mapping[str, Any]]) -> tuple[MarkedText, ...]:
    """Every text, in the order published; overlapping quotes share a mark, each keeping its anchor."""
    by_field: dict[str, list[Mapping[str, Any]]] = {}
    for quote in quotes:
        by_field.setdefault(quote["field"], []).append(quote)
    return tuple(MarkedText(field, _marked(text, by_field.get(field, []))) for field, text in texts.items())


def _marked(text: str, quotes: Iterable[Mapping[str, Any]]) -> Markup:
    parts: list[Markup] = []
    done = 0
    for start, end, anchors in _runs(quotes):
        places = Markup("").join(Markup('<span id="{}"></span>').format(anchor) for anchor in anchors)
        mark = Markup('{}<mark class="nl-mark">{}</mark>').format(places, text[start:end])
        parts += [escape(text[done:start]), mark]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def _runs(quotes: Iterable[Mapping[str, Any]]) -> list[tuple[int, int, list[str]]]:
    """Quotes that touch or overlap as one stretch, in order, with the anchors of all of them."""
    runs: list[tuple[int, int, list[str]]] = []
    for quote in sorted(quotes, key=lambda quote: (quote["start"], quote["end"])):
        start, end, anchor = quote["start"], quote["end"], _anchor(quote)
        if runs and start <= runs[-1][1]:
            first, last, anchors = runs[-1]
            runs[-1] = (first, max(last, end), anchors if anchor in anchors else [*anchors, anchor])
        else:
            runs.append((start, end, [anchor]))
    return runs


def _anchor(quote: Mapping[str, Any]) -> str:
    return f"q-{quote['field']}-{quote['start']}-{quote['end']}"
