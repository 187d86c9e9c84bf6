"""What an entry states on each safeguard.

Silence is ``not_stated``; ``not_in_source`` where this form has no field that is there to speak of it. Where
the rules are silent and the form could speak, the sentences are read by what was learned.
"""

from collections.abc import Collection, Mapping

from waarborg.assessment.deciding import decide
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.rulebook import RuleBook
from waarborg.assessment.second_reader import SecondReader, told
from waarborg.values.assessment import Judged, Statement, StatementValue
from waarborg.values.entry import Entry

_KEY = "safeguard."


def state(
    names: Collection[str], marks: Marks, answers: Mapping[str, str], entry: Entry, reader: SecondReader
) -> dict[str, Statement]:
    """The statement on each safeguard, with the rule and the words it rests on."""
    keys = [f"{_KEY}{name}" for name in names]
    found = {key: decide(key, marks, answers, StatementValue.NOT_STATED) for key in keys}
    silent = {key for key, judged in found.items() if judged.rule is None}
    unheard = {key for key in silent if not _could_say(key, marks.book, entry.absent_fields)}
    found |= told(reader, marks.book, entry.texts, silent - unheard)
    found |= dict.fromkeys(unheard, Judged(StatementValue.NOT_IN_SOURCE))
    return {name: _statement(name, found[f"{_KEY}{name}"]) for name in names}


def _statement(name: str, judged: Judged) -> Statement:
    return Statement(name, StatementValue(judged.value), judged.rule, judged.quotes)


def _could_say(key: str, book: RuleBook, absent: Collection[str]) -> bool:
    """Whether this format has a field that is there to speak of the safeguard."""
    homes = book.homes.get(key, ())
    return not homes or any(name not in absent for name in homes)
