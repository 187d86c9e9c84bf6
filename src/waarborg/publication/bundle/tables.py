"""The tables of a bundle: the same in CSV and in JSON, codes as everywhere, texts in both languages."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from waarborg.publication.bundle.contents import Contents
from waarborg.publication.papers.related import DatedFact, facts_by
from waarborg.publication.papers.telling import paper_title, said, what_happened
from waarborg.publication.spreadsheet import csv_text
from waarborg.values.case import Case
from waarborg.wording import LANGUAGES, Language

Row = Mapping[str, object]
TABLES = ("facts", "instruments", "papers", "questions", "positions", "sources")
"""The names of the tables, in their order."""
_WEAK = ({"seed"}, {"brief"})


@frozen
class Table:
    """A table by its name, which is that of its files, with its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_csv(self) -> bytes:
        """The table for a spreadsheet."""
        return csv_text(self.columns, (row.values() for row in self.rows)).encode()

    def as_json(self) -> bytes:
        """The table for a program: a list of objects."""
        rows = json.dumps(self.rows, ensure_ascii=False, indent=1, default=_plain)
        return f"{rows}\n".encode()


def tables(contents: Contents) -> tuple[Table, ...]:
    """Every table of the bundle; one without rows is there too, so that nothing seems forgotten."""
    return (
        _table("facts", _FACTS, _facts(contents)),
        _table("instruments", _INSTRUMENTS, _instruments(contents)),
        _table("papers", _PAPERS, _papers(contents)),
        _table("questions", _QUESTIONS, _questions(contents)),
        _table("positions", _POSITIONS, _positions(contents)),
        _table("sources", _SOURCES, _sources(contents)),
    )


def certainty(stated: str | None, sources: Iterable[str], case: Case) -> str:
    """How sure a fact is: the file's own word, else by its sources; ``unknown`` where none is known."""
    kinds = {source.kind for source in case.sources if source.id in set(sources)}
    if stated or not kinds:
        return stated or "unknown"
    return str(kinds.pop()) if kinds in _WEAK else "sourced"


def about(fact: DatedFact, case: Case) -> tuple[str, ...]:
    """The ids of the papers and instruments that a fact is about."""
    known = {one.id for one in case.papers} | {one.id for one in case.instruments}
    return tuple(dict.fromkeys(thing for thing in fact.things if thing in known))


_FACTS = (
    *("number", "date", "not_before", "not_after", "what_nl", "what_en"),
    *("about", "certainty", "sources"),
)
_INSTRUMENTS = (
    *("id", "kind", "title_nl", "title_en", "status", "possibly", "due", "earliest", "latest", "certainty"),
    *("days_late", "days_late_by", "responsible", "committees", "basis", "settles"),
)
_PAPERS = (
    *("id", "letter", "kind", "title", "date", "not_before", "not_after", "certainty", "sources"),
    *("in_bundle", "published_on"),
)
_QUESTIONS = (
    *("id", "asked_on", "by", "to", "safeguard", "text_nl", "text_en", "state", "term", "answered_on"),
    *("answer_nl", "answer_en"),
)
_POSITIONS = (
    *("date", "party", "holder", "basis", "safeguard", "stance", "text_nl", "text_en"),
    *("condition_nl", "condition_en", "commitment"),
)
_SOURCES = ("id", "kind", "what_nl", "what_en", "url")


def _facts(contents: Contents) -> Iterator[tuple[object, ...]]:
    case = contents.case
    for number, fact in enumerate(facts_by(case, contents.on), 1):
        moment = fact.when
        yield (
            *(number, moment.on, moment.not_before, moment.not_after),
            *(what_happened(fact, case, language) for language in LANGUAGES),
            *(about(fact, case), certainty(fact.certainty, fact.sources, case), fact.sources),
        )


def _instruments(contents: Contents) -> Iterator[tuple[object, ...]]:
    case = contents.case
    known = {one.id: one for one in case.instruments}
    for item in contents.items:
        told = known.get(item.id)
        texts = {"title": told.title, **told.other} if told else {}
        holder = case.party(item.responsible) if item.responsible else None
        yield (
            *(item.id, item.kind, *(said(texts, "title", language) for language in LANGUAGES), item.status),
            *(item.possibly, item.due, item.earliest, item.latest, item.certainty),
            *(item.days_late, item.days_late_by, holder.name if holder else item.responsible),
            *(item.committees, item.basis, item.settles),
        )


def _papers(contents: Contents) -> Iterator[tuple[object, ...]]:
    bundled = {one.code: one for one in contents.papers}
    for paper in contents.case.papers:
        moment, found = paper.when, bundled.get(paper.id)
        yield (
            *(paper.id, paper.letter, paper.kind, paper_title(paper)),
            *(moment.on, moment.not_before, moment.not_after),
            *(certainty(paper.certainty, paper.sources, contents.case), paper.sources),
            *(found is not None, found.published_on if found else None),
        )


def _questions(contents: Contents) -> Iterator[tuple[object, ...]]:
    for one in contents.questions:
        yield (
            *(one.id, one.asked_on, one.by, one.to, one.safeguard, *_both(one.text), one.state, one.term),
            *(one.answered_on, *_both(one.answer)),
        )


def _positions(contents: Contents) -> Iterator[tuple[object, ...]]:
    for one in contents.positions:
        yield (
            *(one.date, one.party, one.holder, one.basis, one.safeguard, one.stance),
            *(*_both(one.text), *_both(one.condition), one.commitment),
        )


def _sources(contents: Contents) -> Iterator[tuple[object, ...]]:
    for one in contents.case.sources:
        texts = {"what": one.what, **one.other}
        yield (one.id, one.kind, *(said(texts, "what", language) for language in LANGUAGES), one.url)


def _table(name: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Table:
    return Table(name, columns, tuple(dict(zip(columns, row, strict=True)) for row in rows))


def _both(texts: Mapping[Language, str]) -> Iterator[str]:
    return (texts.get(language, "") for language in LANGUAGES)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
