"""The record's own words in the language of the page.

A case file gives a text as a pair ``{nl, en}``, or in Dutch with its English beside it under ``KEY_en``.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from waarborg.web.words import day, label, language, t
from waarborg.wording import has_phrase
from waarborg.workbench.models import Dossier, Event, Instrument, Paper, QuestionStep, Relation, Review


class Translated(Protocol):
    """A row that can carry its texts in another language."""

    translations: dict[str, dict[str, str]]


def pair(details: Mapping[str, Any], key: str) -> str:
    """A text that stands in both languages; empty where there is none."""
    found = details.get(key)
    return str(found.get(language(), "")) if isinstance(found, dict) else str(found or "")


def told(text: str, details: Mapping[str, Any], key: str) -> str:
    """A Dutch text, or its English where that stands beside it."""
    english = details.get(f"{key}_en") if language() == "en" else None
    return str(english or text)


def own(row: Translated, column: str) -> str:
    """A text of a row in the language of the page; the text as entered where it was not translated."""
    translated = row.translations.get(language(), {}).get(column)
    return str(translated or getattr(row, column))


def note(fact: Event | Instrument | Paper | Relation) -> str:
    """What a reader should know of a fact."""
    return told(fact.note, fact.details, "note")


def ground(step: QuestionStep) -> str:
    """The ground of a refusal: its code in words, or the words it was entered in before there were codes."""
    known = has_phrase(f"refusal_ground.{step.ground}")
    return label("refusal_ground", step.ground) if known else own(step, "ground")


def paper_name(paper: Paper) -> str:
    """A paper as people call it: its letter, else what it is."""
    return f"{label('letter_word', 'letter')} {paper.letter}" if paper.letter else paper.code


def paper_title(paper: Paper) -> str:
    """Its official title, else its subject; empty where neither is known."""
    return paper.title or str(paper.details.get("subject") or "")


def instrument_name(instrument: Instrument) -> str:
    """An instrument as people call it: the motion of a letter, a number, or its kind."""
    kind = label("kind", instrument.kind).capitalize()
    if instrument.paper and instrument.paper.letter and instrument.kind == "motion":
        return f"{kind} {instrument.paper.letter}"
    number = instrument.details.get("register_number") or instrument.details.get("registered_number")
    return f"{kind} {number or _own_number(instrument)}".strip()


def commitment_name(instrument: Instrument) -> str:
    """A commitment with its dossier, as a choice tells it apart from others."""
    title = instrument_title(instrument)
    return f"{instrument.dossier.number}: {instrument_name(instrument)} {title}".strip()[:200]


def instrument_title(instrument: Instrument) -> str:
    """Its title, else that of its paper."""
    own = told(instrument.title, instrument.details, "title")
    return own or (paper_title(instrument.paper) if instrument.paper else "")


def recorded_status(instrument: Instrument) -> str:
    """The status as the source has it, in words: a code of ours, or the source's own word."""
    return status_word(instrument.recorded_status or "unknown")


def status_word(status: str) -> str:
    """A status in words: by our code, else by the source's own word."""
    return label("status" if has_phrase(f"status.{status}") else "recorded", status)


def event_text(event: Event) -> str:
    """What happened: the case file's telling, else its kind with what or which papers it was about."""
    whole = pair(event.details, "summary") or told(str(event.details.get("what", "")), event.details, "what")
    about = str(event.details.get("topic", "")) or ", ".join(map(paper_name, event.papers.all()))
    kind = label("event", event.kind)
    return whole or (f"{kind}: {about}" if about else kind)


def open_questions(dossier: Dossier) -> list[str]:
    """What was looked for and not found."""
    english = dossier.details.get("open_questions_en") if language() == "en" else None
    return list(english or dossier.open_questions)


def relation_text(relation: Relation, names: Mapping[str, str]) -> tuple[str, str, str]:
    """Origin, how it bears, target, each in words; an end that is not named is shown by its code."""
    return (
        names.get(relation.origin, relation.origin),
        label("relation", relation.kind),
        names.get(relation.target, relation.target),
    )


def _own_number(instrument: Instrument) -> str:
    """A registered commitment is known by its number, such as T03535; other codes are ours alone."""
    code = instrument.code
    return code if code[:1] == "T" and code[1:].isdigit() else ""


def answer_word(answer: str, value: str) -> str:
    """The word for what was answered to a question of the assessment, such as ``impact`` or ``role``."""
    return label(f"assess.{answer}", value)


def review(item: Review) -> str:
    """What a person said of an answer of the assessment, beside what the rules gave."""
    facts = {
        "party": item.party.name,
        "date": day(item.date),
        "answer": label("assess.key", item.answer),
        "said": answer_word(item.answer, item.said),
        "found": answer_word(item.answer, item.found),
        "catalogue": item.catalogue_version,
    }
    if item.overrides:
        return t("page.system.review_overrides", **facts)
    return t("page.system.review_confirms", **facts)
