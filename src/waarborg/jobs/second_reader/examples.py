"""Coded entries joined with their texts: what the second reader learns from and is measured on."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, frozen

from waarborg.assessment import rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader.marked import marked, marks_in
from waarborg.assessment.second_reader.pieces import pieces, words
from waarborg.assessment.second_reader.weights import Answers
from waarborg.jobs.coded import Coded, read_coded
from waarborg.law import impact_criteria
from waarborg.register import read
from waarborg.values.entry import Entry

_YES_NO = {True: "yes", False: "no"}


@frozen
class Example:
    """A coded entry as it is learned from: its pieces in order, the marks found in it, its answers by key.

    An answer on which two readers differed, or that is unclear, is not learned from and not among them.
    """

    entry: Entry
    coded: Coded
    pieces: tuple[str, ...]
    marks: frozenset[str]
    answers: Mapping[str, str]


def read_examples(coded: Path, registers: Path, answers: Answers) -> tuple[Example, ...]:
    """The coded entries in the order of source and id, each with its text from the folder ``registers``.

    Raises:
        UnusableInput: a file cannot be read. KeyError: a coded entry is not in its register.
    """
    found = sorted(read_coded(coded), key=lambda each: (each.source or "", each.id))
    sources = sorted({each.source for each in found if each.source})
    entries = {
        (source, entry.source_id): entry
        for source in sources
        for entry in read(_register(registers, source)).entries
    }
    return tuple(example(entries[each.source or "", each.id], each, answers) for each in found)


def _register(registers: Path, source: str) -> Path:
    """The register file of that name, without its ending, anywhere below the folder."""
    found = (path for path in sorted(registers.rglob("*")) if path.stem == source)
    return next(found, registers / source)


def example(entry: Entry, coded: Coded, answers: Answers) -> Example:
    """One coded entry made ready. Its id gets its source before it: two registers may use the same id."""
    entry = evolve(entry, source_id=f"{coded.source}/{coded.id}")
    coded = evolve(coded, id=entry.source_id, source=None)
    told = tuple(piece for word in words(entry.texts, answers.fields) for piece in pieces(word.word))
    book = rule_book()
    found = frozenset(marked(Marks(book, entry.texts), marks_in(entry.language, book)))
    return Example(entry, coded, told, found, _clear(coded))


def _clear(coded: Coded) -> dict[str, str]:
    said = {key: value for key, value in coded.answers.items() if value != "unclear"}
    if coded.criteria is not None:
        for criterion in impact_criteria().values():
            said[criterion.id] = _YES_NO[criterion.letter in coded.criteria]
    return said
