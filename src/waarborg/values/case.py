"""A dossier as a case file tells it: facts, each with its source and certainty. Nothing here concludes."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class Moment:
    """A day, or the bounds it lies between; every part that is not known is None.

    What is dated by bounds has *possibly* happened
    from ``not_before`` on, and *surely* from ``not_after`` on.
    """

    on: dt.date | None = None
    not_before: dt.date | None = None
    not_after: dt.date | None = None

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can lie on, as far as known."""
        return self.on or self.not_before

    @property
    def latest(self) -> dt.date | None:
        """The last day it can lie on, as far as known."""
        return self.on or self.not_after

    def surely_by(self, day: dt.date) -> bool:
        """Whether it lies on or before ``day`` under every reading."""
        return self.latest is not None and self.latest <= day

    def possibly_by(self, day: dt.date) -> bool:
        """Whether it can lie on or before ``day``. A moment of which nothing is known proves nothing."""
        return self.surely_by(day) or (self.not_before is not None and self.not_before <= day)


@frozen(kw_only=True)
class Fact:
    """What every part of a case file has.

    ``line`` is where it stands in its file, ``other`` what it says besides.
    ``certainty`` is the file's own word: sourced, seed, brief, inferred, computed, unknown. ``recorded`` is
    the day the fact came on record; where it is empty, that was the day it happened.
    """

    certainty: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    recorded: dt.date | None = None
    line: int | None = None
    other: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class CaseSource:
    """Where a fact was read: an address, or the name of a document."""

    id: str
    kind: str | None = None
    url: str | None = None
    what: str | None = None
    line: int | None = None
    other: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class CaseParty(Fact):
    """An office, a committee or a unit. ``since`` and ``until`` bound the time its holder held it."""

    id: str
    name: str
    holder: str | None = None
    role: str | None = None
    chamber: str | None = None
    succeeds: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    set_up: dt.date | None = None
    members: tuple[str, ...] = ()


@frozen(kw_only=True)
class CasePaper(Fact):
    """A numbered or unnumbered paper. ``id`` is its id, else its letter."""

    id: str
    letter: str | None = None
    kind: str = "unknown"
    title: str | None = None
    subject: str | None = None
    when: Moment = field(factory=Moment)
    author: str | None = None
    to: str | None = None
    committee: str | None = None
    outcome: str | None = None


@frozen(kw_only=True)
class Term:
    """A term as the file gives it: a day, words with the year they are about, or a number of units.

    ``unit`` is day, week or month; ``law`` names the provision of an act that sets the term, where one does.
    """

    day: dt.date | None = None
    text: str | None = None
    year: int | None = None
    count: int | None = None
    unit: str = "day"
    law: str | None = None


@frozen(kw_only=True)
class Step:
    """One step in the life of an instrument, as recorded: ``status`` in the file's own word.

    ``members`` is how many members stood behind it, ``recorded`` the day it came on record.
    """

    status: str
    when: Moment
    by: str | None = None
    until: dt.date | None = None
    members: int | None = None
    recorded: dt.date | None = None
    ground: str | None = None
    sources: tuple[str, ...] = ()


@frozen(kw_only=True)
class CaseInstrument(Fact):
    """A motion, commitment, promise, question, consultation or submission.

    ``status`` is what the file concludes, in its own word; ``made_in`` the paper it was made in.
    ``register_number`` is None where no register holds it. For a submission ``form`` is light or heavy,
    ``minority`` the number of members that its own regime asks, ``reason`` why it lies in recess.
    """

    id: str
    kind: str
    chamber: str | None = None
    title: str | None = None
    paper: str | None = None
    status: str | None = None
    made: Moment = field(factory=Moment)
    made_in: str | None = None
    responsible: str | None = None
    committee: str | None = None
    term: Term | None = None
    voted_on: dt.date | None = None
    fulfilled_by: str | None = None
    fulfilled: Moment = field(factory=Moment)
    register_number: str | None = None
    form: str | None = None
    minority: int | None = None
    reason: str | None = None
    history: tuple[Step, ...] = ()


@frozen(kw_only=True)
class CaseEvent(Fact):
    """Something that happened. ``id`` is ``event:KIND`` or ``event:DAY``, as relations name it."""

    kind: str
    when: Moment
    parties: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    instrument: str | None = None
    decision: str | None = None
    until: dt.date | None = None
    members: int | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The names by which a relation can point to it."""
        by_kind = f"event:{self.kind}"
        return (by_kind,) if self.when.on is None else (f"event:{self.when.on}", by_kind)


@frozen(kw_only=True)
class CaseRelation(Fact):
    """How one thing bears on another: ``in_reply_to``, ``fulfils``, ``reminds``, ``contains``, ..."""

    origin: str
    type: str
    target: str


@frozen(kw_only=True)
class Dossier(Fact):
    """The dossier a case is about."""

    number: str
    chamber: str | None = None
    title: str | None = None
    committees: tuple[str, ...] = ()


@frozen(kw_only=True)
class Case:
    """A whole case file. ``open_questions`` is what its makers did not find."""

    dossier: Dossier
    sources: tuple[CaseSource, ...] = ()
    parties: tuple[CaseParty, ...] = ()
    papers: tuple[CasePaper, ...] = ()
    instruments: tuple[CaseInstrument, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    relations: tuple[CaseRelation, ...] = ()
    related: tuple[Fact, ...] = ()
    open_questions: tuple[str, ...] = ()

    def party(self, party_id: str) -> CaseParty | None:
        """The party of that id."""
        return next((party for party in self.parties if party.id == party_id), None)

    def paper(self, paper_id: str) -> CasePaper | None:
        """The paper of that id or letter."""
        return next((paper for paper in self.papers if paper.id == paper_id), None)
