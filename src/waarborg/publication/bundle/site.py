"""The page of a bundle: one file a language, that opens from a folder and loads nothing from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from markupsafe import Markup

from waarborg.drawing.timeline import Lane, Mark, timeline
from waarborg.procedure.timeline import Item
from waarborg.publication.bundle.contents import BundledPaper, Contents
from waarborg.publication.bundle.tables import Table, about, certainty
from waarborg.publication.papers.related import DatedFact, facts_by
from waarborg.publication.papers.telling import (
    instrument_name,
    paper_name,
    paper_title,
    said,
    what_happened,
    when,
)
from waarborg.publication.templating import render
from waarborg.values.case import Case, CaseSource, Moment
from waarborg.wording import Language, has_phrase, phrase
from waarborg.wording.standing import standing

SURE = frozenset({"sourced", "stated", "computed"})
TERMS = frozenset({"deadline", "derived_deadline"})


@frozen(kw_only=True)
class FactRow:
    """A fact in words, with how sure it is and where it was read."""

    number: int
    when: str
    what: str
    about: str
    certainty: str
    sources: tuple[CaseSource, ...]


def page(
    contents: Contents, language: Language, tables: Sequence[Table], files: Mapping[str, Sequence[str]]
) -> str:
    """The page in ``language``; ``files`` holds per paper of the bundle its files in that language."""
    facts = facts_by(contents.case, contents.on)
    drawn = _picture(facts, contents, language)
    return render(
        "bundle.html",
        language,
        contents=contents,
        case=contents.case,
        on=when(Moment(on=contents.on), language),
        summary=said(contents.case.dossier.other, "summary", language),
        facts=tuple(_rows(facts, contents.case, language)),
        picture=Markup(drawn),  # noqa: S704  our own SVG, escaped as a tree
        standings=[(_name(item, contents.case, language), *_stands(item, contents, language))
                   for item in contents.items],
        papers=[_paper(one, contents.case, language, files) for one in contents.papers],
        gaps=_gaps(contents.case, language),
        tables=tables,
        label=lambda group, code: _label(group, code, language),
        shown=lambda day: when(Moment(on=day), language) if day else "",
    )  # fmt: skip


def _rows(facts: Sequence[DatedFact], case: Case, language: Language) -> Iterator[FactRow]:
    sources = {source.id: source for source in case.sources}
    names = _names(case, language)
    for number, fact in enumerate(facts, 1):
        yield FactRow(
            number=number,
            when=when(fact.when, language),
            what=what_happened(fact, case, language),
            about=", ".join(dict.fromkeys(names[thing] for thing in about(fact, case))),
            certainty=certainty(fact.certainty, fact.sources, case),
            sources=tuple(sources[code] for code in fact.sources if code in sources),
        )


def _names(case: Case, language: Language) -> dict[str, str]:
    papers = {one.id: paper_name(one, language) for one in case.papers}
    return papers | {one.id: instrument_name(one, case, language) for one in case.instruments}


def _picture(facts: Sequence[DatedFact], contents: Contents, language: Language) -> str:
    """A lane for each instrument with more than one fact, and a lane for the rest."""
    lanes: dict[str, list[Mark]] = {}
    rest: list[Mark] = []
    instruments = {one.id: one for one in contents.case.instruments}
    for number, fact in enumerate(facts, 1):
        owner = next((thing for thing in fact.things if thing in instruments), None)
        (lanes.setdefault(owner, []) if owner else rest).append(_mark(number, fact, contents.case))
    busy = {key: marks for key, marks in lanes.items() if len(marks) > 1}
    rest += [mark for key, marks in lanes.items() if key not in busy for mark in marks]
    drawn = [
        Lane(instrument_name(instruments[key], contents.case, language), tuple(marks))
        for key, marks in busy.items()
    ]
    other = Lane(phrase("bundle.lane_other", language), tuple(sorted(rest, key=lambda mark: mark.number)))
    return timeline(
        [*drawn, *([other] if rest else [])],
        title=phrase("bundle.timeline_of", language, number=contents.case.dossier.number),
        description=phrase("bundle.drawing", language),
    )


def _mark(number: int, fact: DatedFact, case: Case) -> Mark:
    return Mark(
        number=number,
        first=fact.when.earliest,
        last=fact.when.latest,
        is_sure=certainty(fact.certainty, fact.sources, case) in SURE and fact.when.on is not None,
        is_term=fact.event is not None and fact.event.kind in TERMS,
    )


def _name(item: Item, case: Case, language: Language) -> str:
    """What it is called: as an instrument, else as a paper, else by what kind of thing it is."""
    found = next((one for one in case.instruments if one.id == item.id), None)
    if found:
        return instrument_name(found, case, language)
    paper = case.paper(item.id)
    kind = phrase(f"kind.{item.kind}", language)
    return f"{kind}, {paper_name(paper, language)}" if paper else kind


def _stands(item: Item, contents: Contents, language: Language) -> tuple[str, str]:
    """Its title, and how it stands."""
    found = next((one for one in contents.case.instruments if one.id == item.id), None)
    title = said({"title": found.title, **found.other}, "title", language) if found else ""
    paper = contents.case.paper(found.paper) if found and found.paper else None
    party = contents.case.party(item.responsible) if item.responsible else None
    return title or (paper_title(paper) if paper else ""), standing(
        item, language, responsible=party.name if party else ""
    )


def _paper(
    one: BundledPaper, case: Case, language: Language, files: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    told = case.paper(one.code)
    return {
        "name": paper_name(told, language) if told else one.code,
        "title": next(iter(one.drafts.values())).title,
        "published_on": when(Moment(on=one.published_on), language) if one.published_on else "",
        "files": [(path, path.rsplit(".", 1)[-1].upper()) for path in files.get(one.code, ())],
    }


def _gaps(case: Case, language: Language) -> Sequence[str]:
    english = case.dossier.other.get("open_questions_en") if language == "en" else None
    return list(english or case.open_questions)


def _label(group: str, code: str, language: Language) -> str:
    key = f"{group}.{code}"
    return phrase(key, language) if has_phrase(key) else code
