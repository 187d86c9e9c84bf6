"""What a body can do to get a grip: motion, question, consultation, debate, laying before the house."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from waarborg.law import checks
from waarborg.law.procedure import ProcedureRule
from waarborg.law.texts import Text
from waarborg.law.verification import VerificationStatus
from waarborg.sources.records import load_record


class CaseKind(StrEnum):
    """The kind under which an instrument stands in a case file."""

    MOTION = "motion"
    COMMITMENT = "commitment"
    PROMISE = "promise"
    WRITTEN_CONSULTATION = "written_consultation"
    WRITTEN_QUESTIONS = "written_questions"
    SUBMISSION = "submission"
    REMINDER = "reminder"
    MEETING = "meeting"


@frozen(kw_only=True)
class State:
    """A state an instrument can be in, by the code used in data (case status) and the word the body uses."""

    id: str
    name: Text
    certainty: VerificationStatus


@frozen(kw_only=True)
class InstrumentTerm:
    """A term: the figure ``figure`` of the rule ``rule``, for one body.

    ``figure`` is None where the rule gives no term; ``text`` then says so, and what stands in its place.
    """

    body: str
    text: Text
    rule: str
    figure: str | None = None


@frozen(kw_only=True)
class Instrument:
    """One kind of instrument, for one or more bodies; ``kind`` is how a case file calls it, if it does.

    ``used_by`` says which member, committee or majority may use it; ``terms`` is empty where no source was
    found to say anything of a term. ``certainty`` is that of its least certain part, ``doubt`` says which.
    """

    id: str
    kind: CaseKind | None = None
    name: Text
    statement: Text
    bodies: tuple[str, ...]
    used_by: Text
    effect: Text
    terms: tuple[InstrumentTerm, ...] = ()
    states: tuple[State, ...] = ()
    rules: tuple[str, ...]
    certainty: VerificationStatus
    doubt: Text | None = None


@frozen
class InstrumentCatalogue:
    """The file ``instruments.yaml``."""

    version: str
    instruments: tuple[Instrument, ...]


def load_instruments(
    path: Path, rules: Mapping[str, ProcedureRule], bodies: Collection[str]
) -> InstrumentCatalogue:
    """Read a catalogue of instruments that rest on ``rules`` and belong to ``bodies``.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice or
            is not known, a term that points to a figure its rule does not give.
    """
    catalogue = load_record(path, InstrumentCatalogue)
    found = list(enumerate(catalogue.instruments))
    checks.unique(path, ((("instruments", index, "id"), each.id) for index, each in found))
    for index, instrument in found:
        here = ("instruments", index)
        checks.known(path, checks.places((*here, "bodies"), instrument.bodies), bodies)
        checks.known(path, checks.places((*here, "rules"), instrument.rules), rules)
        states = enumerate(instrument.states)
        checks.unique(path, (((*here, "states", at, "id"), state.id) for at, state in states))
        for at, term in enumerate(instrument.terms):
            _check_term(path, (*here, "terms", at), term, rules, instrument.bodies)
    return catalogue


def _check_term(
    path: Path,
    here: checks.Steps,
    term: InstrumentTerm,
    rules: Mapping[str, ProcedureRule],
    bodies: Collection[str],
) -> None:
    checks.known(path, [((*here, "rule"), term.rule)], rules)
    checks.known(path, [((*here, "body"), term.body)], bodies)
    if term.figure is not None:
        figures = {figure.name for figure in rules[term.rule].figures}
        checks.known(path, [((*here, "figure"), term.figure)], figures)
