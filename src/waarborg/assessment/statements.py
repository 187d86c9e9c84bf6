"""What an entry states on each safeguard.

Silence is ``not_stated``; ``not_in_source`` where this form has no field that is there to speak of it.
"""

from collections.abc import Collection, Mapping

from waarborg.assessment.deciding import decide
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.rulebook import RuleBook
from waarborg.values.assessment import Statement, StatementValue
from waarborg.values.entry import Entry


def state(safeguard: str, marks: Marks, answers: Mapping[str, str], entry: Entry) -> Statement:
    """The statement on one safeguard, with the rule and the words it rests on."""
    key = f"safeguard.{safeguard}"
    found = decide(key, marks, answers, StatementValue.NOT_STATED)
    if found.rule is None and not _could_say(key, marks.book, entry.absent_fields):
        return Statement(safeguard, StatementValue.NOT_IN_SOURCE)
    return Statement(safeguard, StatementValue(found.value), found.rule, found.quotes)


def _could_say(key: str, book: RuleBook, absent: Collection[str]) -> bool:
    """Whether this format has a field that is there to speak of the safeguard."""
    homes = book.homes.get(key, ())
    return not homes or any(name not in absent for name in homes)
