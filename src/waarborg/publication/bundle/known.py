"""A case as it stood on a day: nothing in it tells of a later one."""

import datetime as dt

from attrs import evolve

from waarborg.procedure.timeline.known import as_known_on
from waarborg.publication.papers.related import facts_by
from waarborg.values.case import Case, Dossier, Moment


def as_it_stood(case: Case, on: dt.date) -> Case:
    """The case without what came on record, or can only have happened, after ``on``.

    Once something is left out, so are the words that look back from today: the summary, what its makers did
    not find, and papers of which no day is known.
    """
    known = as_known_on(case, on)
    if not any(_lies_after(fact.when, on) for fact in facts_by(known, dt.date.max)):
        return known
    papers = tuple(
        evolve(paper, note=None, outcome=None) for paper in known.papers if paper.when.possibly_by(on)
    )
    events = tuple(event for event in known.events if not _lies_after(event.when, on))
    there = {paper.id for paper in papers} | {item.id for item in known.instruments}
    there |= {code for event in events for code in event.ids}
    return evolve(
        known,
        dossier=_without_looking_back(known.dossier),
        papers=papers,
        events=events,
        relations=tuple(one for one in known.relations if {one.origin, one.target} <= there),
        related=(),
        open_questions=(),
    )


def _lies_after(when: Moment, on: dt.date) -> bool:
    """Whether it can only have happened after the day; of what has no day at all nobody can say so."""
    return (when.earliest or when.latest) is not None and not when.possibly_by(on)


def _without_looking_back(dossier: Dossier) -> Dossier:
    later = ("summary", "open_questions_en")
    return evolve(dossier, other={key: text for key, text in dossier.other.items() if key not in later})
