"""The terms that a party is told of: what it owes, and what is owed to it, with the day each runs out.

Dossiers are public. Of questions a party sees what its sight allows: a draft of another party is not there,
and a question that its addressee cannot see has not been put. Illustrations (``is_demo``) are nobody's to
answer.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen
from django.db.models import Q

from waarborg.dialogue.questions import WAIT_FOR_ANSWER, question_state
from waarborg.dialogue.sight import counted
from waarborg.procedure.ministries import belongs
from waarborg.values.deadline import Certainty
from waarborg.values.dialogue import PUBLIC, StepKind, View
from waarborg.values.dialogue import Question as Asked
from waarborg.workbench.models import Party, Question
from waarborg.workbench.queries.commitments import Owed
from waarborg.workbench.queries.question_page import questions_for
from waarborg.workbench.states import items

_AWAITED = frozenset({"open", "possibly_overdue", "overdue", "postponed", "extended", "partly_fulfilled"})
_LONGEST = 200


@frozen(kw_only=True)
class Term:
    """One term of one party. ``subject`` is what it is about, for the record; ``name`` is for readers.

    ``last`` is the last day; where the day is not settled (``certainty``), the last that it can be.
    ``owes`` tells whether the party itself is to act, ``owner`` who is. ``late_by`` is the figure that the
    pages show where the term itself is unresolved: days late, and by the calendar of which body.
    """

    kind: str
    subject: str
    name: str
    about: str
    title: str
    last: dt.date
    certainty: str
    owes: bool
    owner: str
    late_by: tuple[int, str] | None = None

    def days_late(self, on: dt.date) -> int:
        """Days past its last day, or by the calendar that bounds it; below zero where it still runs."""
        return self.late_by[0] if self.late_by else (on - self.last).days


def terms_of(party: Party, promised: Iterable[Owed], on: dt.date) -> list[Term]:
    """Every running or expired term of a party as known on a day, the earliest first."""
    found = (*_promised(party, promised), *_asked(party, on))
    return sorted(found, key=lambda term: (term.last, term.kind, term.name))


def _promised(party: Party, promised: Iterable[Owed]) -> Iterator[Term]:
    for owed in promised:
        owes, last = _answers(party, owed), _last(owed)
        if last is not None and (owes or _is_owed(party, owed)):
            yield Term(
                kind=owed.item.kind,
                subject=f"{owed.dossier.slug}/{owed.item.id}",
                name=owed.item.id,
                about=owed.dossier.number,
                title=_short(owed.instrument.title),
                last=last,
                certainty=owed.item.certainty or Certainty.UNRESOLVED,
                owes=owes,
                owner=owed.owner,
                late_by=_by_calendar(owed),
            )


def _by_calendar(owed: Owed) -> tuple[int, str] | None:
    days, body = owed.item.days_late, owed.item.days_late_by
    return (days, body) if days is not None and body else None


def _last(owed: Owed) -> dt.date | None:
    """The last day on which it is kept; None where it runs no more, or waits for a day to be named."""
    item = owed.item
    put_off = item.status in {"postponed", "extended"}
    waits = put_off and not {"postponed_until", "new_term"} & set(item.basis)
    return None if waits or item.status not in _AWAITED else item.due or item.latest


def _answers(party: Party, owed: Owed) -> bool:
    """A ministry answers for its offices, a decentral executive for what its own body was promised."""
    if party.kind == "ministry":
        return bool(owed.owner) and belongs(owed.owner, party.name)
    organisation = party.organisation if party.kind == "decentral" else None
    return organisation is not None and owed.dossier.body in organisation.bodies.all()


def _is_owed(party: Party, owed: Owed) -> bool:
    """A body is owed what was promised to it, a committee what it treats."""
    if party.kind == "committee":
        return party.name.casefold() in {name.casefold() for name in owed.committees}
    return party.body_id == owed.dossier.body_id


def _asked(party: Party, on: dt.date) -> Iterator[Term]:
    rows = questions_for(party.code).filter(Q(party=party) | Q(addressee=party), is_demo=False)
    for row in rows.prefetch_related("named_parties", "steps__named_parties"):
        known = _known(row, party.code, on)
        last = _last_to_answer(row, known) if known else None
        if known is None or last is None or question_state(known, on) not in WAIT_FOR_ANSWER:
            continue
        yield Term(
            kind="question",
            subject=f"question/{row.pk}",
            name=str(row.pk),
            about=row.dossier.number if row.dossier else row.system.name if row.system else "",
            title=_short(row.text),
            last=last,
            certainty=Certainty.STATED,
            owes=row.addressee_id == party.pk,
            owner=row.addressee.name,
        )


def _known(row: Question, reader: str, on: dt.date) -> Asked | None:
    """The question with its steps as known on a day; None where it had not been put to its addressee."""
    asked = items.question(row)
    view = View(on=on, known_on=on, reader=reader)
    if not {PUBLIC, row.addressee.code} & asked.visible_to or not counted((asked,), view):
        return None
    return evolve(asked, steps=counted(asked.steps, view))


def _last_to_answer(row: Question, known: Asked) -> dt.date | None:
    """The day it was postponed to, where that came last, else its term."""
    postponed = max(known.steps, key=lambda step: step.date, default=None)
    if postponed and postponed.kind is StepKind.POSTPONEMENT and postponed.until:
        return postponed.until
    return row.term


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "\u2026"
