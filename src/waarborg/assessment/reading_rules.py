"""Every rule that can stand under an answer, by its id: to which question, what it gives, what it says."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from waarborg.assessment.rulebook import rule_book
from waarborg.assessment.second_reader.readers import answers, statement_answers
from waarborg.law.texts import Text


@frozen
class ReadingRule:
    """A rule as a reader looks it up. ``source`` says where the rules of its file come from."""

    id: str
    key: str
    gives: str
    statement: Text
    source: str


@cache
def reading_rules() -> Mapping[str, ReadingRule]:
    """The rules on words and those of the second reader, in the order in which they are tried."""
    told = [
        ReadingRule(rule.id, file.key or "", rule.gives, rule.statement, file.source)
        for file in rule_book().files
        for rule in file.rules
    ]
    told += [
        ReadingRule(each.id, each.key, each.gives, each.statement, second.source)
        for second in (answers(), statement_answers())
        for each in second.rules
    ]
    return MappingProxyType({rule.id: rule for rule in told})
