"""Facts of a case in words, as a paper says them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from waarborg.law.lifecycles import lifecycles
from waarborg.publication.papers.related import DatedFact
from waarborg.values.case import Case, CaseInstrument, CasePaper, Moment
from waarborg.wording import Language, has_phrase, phrase
from waarborg.wording.dates import long_date

_UNSURE = frozenset({"inferred", "unknown", "brief"})


def fact_line(fact: DatedFact, case: Case, language: Language) -> str:
    """One fact: its day, what happened, and the papers it stands in."""
    words = what_happened(fact, case, language)
    said_already = words.casefold()
    named = (name for name in _names(fact, case, language) if name.casefold() not in said_already)
    beside = list(dict.fromkeys(named))
    if fact.certainty in _UNSURE:
        beside.append(phrase(f"paper.certainty.{fact.certainty}", language))
    line = f"{when(fact.when, language)}: {words}"
    return f"{line.removesuffix('.')} ({'; '.join(beside)})." if beside else line


def when(moment: Moment, language: Language) -> str:
    """A moment in words: its day, else the days it lies between."""
    if moment.on:
        return long_date(moment.on, language)
    bounds = {"first": moment.not_before, "last": moment.not_after}
    known: dict[str, str] = {key: long_date(day, language) for key, day in bounds.items() if day}
    return phrase(f"paper.when.{'_'.join(known) or 'unknown'}", language, **known)


def said(other: Mapping[str, Any], key: str, language: Language) -> str:
    """A text of the case file: a pair of languages, or Dutch with its English under ``KEY_en``."""
    found = other.get(key)
    if isinstance(found, Mapping):
        return str(found.get(language) or found.get("nl") or "")
    english = other.get(f"{key}_en") if language == "en" else None
    return str(english or found or "")


def paper_name(paper: CasePaper, language: Language) -> str:
    """A paper as people call it: its letter, else its kind and day."""
    if paper.letter:
        return phrase("paper.letter", language, letter=paper.letter)
    kind = _label("paper_kind", paper.kind, language)
    day = paper.when.on
    return phrase("paper.of_day", language, kind=kind, day=long_date(day, language)) if day else kind


def paper_title(paper: CasePaper) -> str:
    """Its official title, else its subject; empty where neither is known."""
    return paper.title or paper.subject or ""


def instrument_name(item: CaseInstrument, case: Case, language: Language) -> str:
    """An instrument as people call it: the motion of a letter, a commitment by its number, or its kind."""
    known = lifecycles().kind(item.kind) or item.kind
    kind = _label("kind", known, language)
    paper = case.paper(item.paper) if item.paper else None
    letter = paper.letter if paper and paper.letter else ""
    return f"{kind} {_number(item) or letter}".strip()


def party_name(case: Case, party: str | None) -> str:
    """A party by its name, with its holder nowhere: a paper goes from office to office."""
    found = case.party(party) if party else None
    return found.name if found else (party or "")


def days(facts: Iterable[DatedFact]) -> frozenset[dt.date]:
    """The days that facts name."""
    return frozenset(fact.when.on for fact in facts if fact.when.on)


def what_happened(fact: DatedFact, case: Case, language: Language) -> str:
    """What happened, in a sentence: the event's own words, else the step or the paper that tells of it."""
    if fact.event:
        other = fact.event.other
        told = said(other, "summary", language) or said(other, "what", language)
        return told or f"{_label('event', fact.event.kind, language)}{_subject(fact, case, language)}."
    if fact.instrument:
        name = instrument_name(fact.instrument, case, language)
        return f"{name}: {_status(fact.status, language)}." if fact.status else f"{name}."
    paper = next(found for thing in fact.things if (found := case.paper(thing)))
    return ": ".join(filter(None, (_label("paper_kind", paper.kind, language), paper_title(paper)))) + "."


def _number(item: CaseInstrument) -> str:
    """The number of a register, such as T03535; an id of the file's own making is none."""
    number = item.register_number or item.id
    return number if number[:1] == "T" and number[1:].isdigit() else ""


def _subject(fact: DatedFact, case: Case, language: Language) -> str:
    """What an event that tells nothing itself is about: the title of its instrument."""
    found = next((item for item in case.instruments if fact.event and item.id == fact.event.instrument), None)
    if found is None:
        return ""
    title = said({"title": found.title, **found.other}, "title", language)
    named = _number(found) or instrument_name(found, case, language)
    return f": {named}, {title}" if title else f": {named}"


def _names(fact: DatedFact, case: Case, language: Language) -> Iterable[str]:
    """The papers and instruments that a fact is about, by name; a motion is named by its paper already."""
    for thing in fact.things:
        if paper := case.paper(thing):
            yield paper_name(paper, language)
    for item in case.instruments:
        by_paper = item.paper in fact.things
        if item.id in fact.things and not by_paper and (item.paper or (_number(item) and not fact.event)):
            yield instrument_name(item, case, language)


def _status(status: str, language: Language) -> str:
    code = f"recorded.{status}" if has_phrase(f"recorded.{status}") else f"status.{status}"
    return phrase(code, language) if has_phrase(code) else status.replace("_", " ")


def _label(group: str, code: str, language: Language) -> str:
    key = f"{group}.{code}"
    return phrase(key, language) if has_phrase(key) else code.replace("_", " ").capitalize()
