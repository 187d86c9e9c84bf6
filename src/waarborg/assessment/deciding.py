"""Trying the rules of a key in order: the first that holds answers, with the words it rests on."""

from collections.abc import Iterator, Mapping

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.rulebook import Rule
from waarborg.values.assessment import Judged, Quote


def decide(key: str, marks: Marks, answers: Mapping[str, str], otherwise: str) -> Judged:
    """The answer of the first rule for ``key`` that holds; ``otherwise``, without a rule, when none does."""
    for judged in all_that_hold(key, marks, answers):
        return judged
    return Judged(otherwise)


def all_that_hold(key: str, marks: Marks, answers: Mapping[str, str]) -> Iterator[Judged]:
    """The answers of all rules for ``key`` that hold, in order."""
    for rule in marks.book.rules(key):
        quotes = _holds(rule, marks, answers)
        if quotes is not None:
            yield Judged(rule.gives, rule.id, quotes)


def _holds(rule: Rule, marks: Marks, answers: Mapping[str, str]) -> tuple[Quote, ...] | None:
    """The words a rule rests on when it holds, else None."""
    if any(answers.get(key) not in values for key, values in rule.given.items()):
        return None
    if any(marks.find(mark) for mark in rule.none):
        return None
    needed = [marks.find(mark) for mark in rule.all]
    if not all(needed):
        return None
    one = next((found for mark in rule.any if (found := marks.find(mark))), ())
    if rule.any and not one:
        return None
    quotes = (*one[:2], *(found[0] for found in needed))
    return tuple(dict.fromkeys(quotes))
