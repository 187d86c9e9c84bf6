"""How well the reading of sentences does on passages of writers who did not teach it: each writer in turn."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from waarborg.assessment import KeyAgreement, Pair, compare, rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader import SecondReader, readers
from waarborg.assessment.statements import state
from waarborg.jobs.second_reader.fitting import fit
from waarborg.jobs.second_reader.passages import Passage
from waarborg.jobs.second_reader.report import agreed
from waarborg.values.entry import Entry


@frozen
class Turns:
    """The agreement by safeguard: of the rules alone, and of rules and sentences together."""

    rules: tuple[KeyAgreement, ...]
    both: tuple[KeyAgreement, ...]


def in_turns(passages: Sequence[Passage], language: str) -> Turns:
    """Learn from all writers but one and judge that one; passages on no safeguard are only learned from."""
    alone = [(each, readers.silent()) for each in passages if each.safeguard]
    return Turns(_agreement(alone), _agreement(_taught(passages, language)))


def turned(turns: Turns) -> str:
    """The agreement as a table."""
    lines = ["| safeguard | passages | rules alone | rules and sentences |", "|---|---|---|---|"]
    for rules, both in zip(turns.rules, turns.both, strict=True):
        lines.append(f"| {both.key} | {both.count} | {agreed(rules)} | {agreed(both)} |")
    return "\n".join(lines)


def _taught(passages: Sequence[Passage], language: str) -> Iterator[tuple[Passage, SecondReader]]:
    answers = readers.statement_answers()
    for writer in sorted({each.writer for each in passages if each.safeguard}):
        others = [each for each in passages if each.writer != writer]
        reader = SecondReader(answers, fit(others, answers), language)
        yield from ((each, reader) for each in passages if each.writer == writer)


def _agreement(judged: Iterable[tuple[Passage, SecondReader]]) -> tuple[KeyAgreement, ...]:
    pairs: dict[str, list[Pair]] = {}
    for at, (passage, reader) in enumerate(judged):
        entry = Entry(register="", source_id=str(at), name="", organisation="", texts=passage.texts)
        name = passage.safeguard
        found = state([name], Marks(rule_book(), entry.texts), {}, entry, reader)[name]
        pairs.setdefault(name, []).append(Pair(str(at), str(at), "", passage.says, found.value, found.rule))
    return compare(pairs, entries=len(pairs)).keys
