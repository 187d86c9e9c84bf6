"""One entry judged, by the rules and the second reader: its subject, role, impact and what it states."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from waarborg.assessment.deciding import decide
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.impact import judge_impact
from waarborg.assessment.rulebook import RuleBook, rule_book
from waarborg.assessment.second_opinion import second_answer, second_impact
from waarborg.assessment.second_reader import SecondReader, read, statement_reader
from waarborg.assessment.statements import state
from waarborg.law import impact_rules, safeguards
from waarborg.values.assessment import Assessment, Judged, Role, Subject, YesNoUnknown
from waarborg.values.entry import Entry

_PROGRESS_EVERY = 50
_ANSWERS = (
    ("role", Role.UNKNOWN),
    ("subject", Subject.UNKNOWN),
    ("automated_individual_decision", YesNoUnknown.UNKNOWN),
)
"""The keys in the order in which they are answered: a later rule may ask for an earlier answer."""


@frozen
class Place:
    """Where an organisation stands: what kind it is, and the body it accounts to."""

    organisation_kind: str
    body: str


def assess(
    entry: Entry,
    place: Place,
    book: RuleBook | None = None,
    reader: SecondReader | None = None,
    sentences: SecondReader | None = None,
) -> Assessment:
    """Judge an entry. ``place`` is that of its organisation.

    ``book`` are the rules, ``reader`` and ``sentences`` the second reader of entries and of their sentences,
    where they are not the package's own for the language it is written in.
    """
    book = book or rule_book()
    marks = Marks(book, entry.texts)
    reading = reader.read(marks) if reader else read(marks, entry.language)
    sentences = sentences or statement_reader(reading.reader.language)
    answers: dict[str, str] = {}
    judged: dict[str, Judged] = {}
    for key, otherwise in _ANSWERS:
        first = decide(key, marks, answers, otherwise)
        told = second_answer(reading, key, first, book.ground(key, first.rule))
        judged[key] = told if told.quotes else _with_words(told, key, book, judged)
        answers[key] = judged[key].value
    impact = second_impact(reading, judge_impact(marks, answers, impact_rules().values(), book.version))
    answers["impact"] = impact.level
    return Assessment(
        source_id=entry.source_id,
        organisation_kind=place.organisation_kind,
        body=place.body,
        **judged,
        impact=impact,
        statements=state(safeguards(), marks, answers, entry, sentences),
        catalogue_version=book.version,
    )


def _with_words(told: Judged, key: str, book: RuleBook, judged: Mapping[str, Judged]) -> Judged:
    """An answer that follows from earlier ones alone shows their words."""
    given = next((rule.given for rule in book.rules(key) if rule.id == told.rule), {})
    return evolve(told, quotes=tuple(quote for name in given for quote in judged[name].quotes[:2]))


def assess_all(
    entries: Iterable[Entry], place: Callable[[str], Place], progress: Callable[[int], object] | None = None
) -> Iterator[tuple[Entry, Assessment]]:
    """Judge entries one by one; those with the same words (a vendor's template) are judged once.

    ``place`` tells where an organisation stands, by its name; ``progress`` takes the number done.
    """
    judged: dict[tuple[object, ...], Assessment] = {}
    done = 0
    for entry in entries:
        words = (entry.language, entry.absent_fields, *sorted(entry.texts.items()))
        here = place(entry.organisation)
        if words not in judged:
            judged[words] = assess(entry, here)
        done += 1
        if progress and done % _PROGRESS_EVERY == 0:
            progress(done)
        yield (
            entry,
            evolve(
                judged[words],
                source_id=entry.source_id,
                organisation_kind=here.organisation_kind,
                body=here.body,
            ),
        )
    if progress:
        progress(done)
