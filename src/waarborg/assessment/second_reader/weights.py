"""What the second reader may answer (``answers.yaml``, ``statements.yaml``) and what it learned, typed."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from waarborg.assessment.second_reader.marked import OPENING
from waarborg.law.texts import Text
from waarborg.sources.records import load_record

SCALE = 1000
"""Learned numbers are kept as whole thousandths."""

_CUE = "cue."


@frozen(kw_only=True)
class Answer:
    """One answer of the second reader: its id, and how sure it must be in each language to give it.

    ``only_in``: the fields whose sentences may say it; all that are read where none is named.
    """

    id: str
    key: str
    gives: str
    sure: Mapping[str, float]
    statement: Text
    only_in: tuple[str, ...] = ()


@frozen(kw_only=True)
class Answers:
    """The file ``answers.yaml`` or ``statements.yaml``: its comments say what each setting is for."""

    source: str
    fields: tuple[str, ...]
    ahead: Mapping[str, Mapping[str, float]]
    least_words: int
    least_known: float
    passed_over: tuple[str, ...]
    unshown: tuple[str, ...]
    shown: int
    least_entries: int
    mark_weight: Mapping[str, float]
    cue_weight: Mapping[str, float]
    rules: tuple[Answer, ...]

    def rule(self, key: str, value: str) -> Answer | None:
        """The rule under which ``value`` may be answered to ``key``, None where it may not."""
        return next((rule for rule in self.rules if (rule.key, rule.gives) == (key, value)), None)

    def weight(self, key: str, mark: str) -> float:
        """How much a mark weighs beside the pieces while learning ``key``: a cue has a weight of its own."""
        is_cue = mark.removeprefix(OPENING).startswith(_CUE)
        return (self.cue_weight if is_cue else self.mark_weight)[key]


@frozen
class Weights:
    """What was learned. Each row of numbers follows ``labels``, as in ``subject=person``.

    ``pieces`` holds for a piece first how rare it is (idf), then its weights; ``marks`` weights only.
    ``learned_from`` counts the coded entries by key.
    """

    labels: tuple[str, ...] = ()
    start: tuple[float, ...] = ()
    pieces: Mapping[str, tuple[float, ...]] = field(factory=dict)
    marks: Mapping[str, tuple[float, ...]] = field(factory=dict)
    learned_from: Mapping[str, int] = field(factory=dict)

    def columns(self, key: str) -> dict[str, int]:
        """The place of each value of ``key`` in a row."""
        start = f"{key}="
        return {
            label.removeprefix(start): at for at, label in enumerate(self.labels) if label.startswith(start)
        }


def load_answers(path: Path) -> Answers:
    """Read what may be answered.

    Raises:
        UnusableInput: the file is not as it should be.
    """
    return load_record(path, Answers)


def load_weights(path: Path) -> Weights:
    """Read what ``as_json`` wrote. The file comes with the package and is written by ``make train`` alone."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        tuple(told["labels"]),
        _numbers(told["start"]),
        {name: _numbers(row) for name, row in told["pieces"].items()},
        {name: _numbers(row) for name, row in told["marks"].items()},
        told["learned_from"],
    )


def as_json(weights: Weights) -> str:
    """The weights as JSON with one piece a line, sorted, so that two versions can be compared."""
    parts = [
        f'"learned_from": {json.dumps(dict(sorted(weights.learned_from.items())))}',
        f'"labels": {json.dumps(weights.labels)}',
        f'"start": {_thousandths(weights.start)}',
        f'"marks": {_table(weights.marks)}',
        f'"pieces": {_table(weights.pieces)}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _table(rows: Mapping[str, Iterable[float]]) -> str:
    lines = (
        f"{json.dumps(name, ensure_ascii=False)}:{_thousandths(row)}" for name, row in sorted(rows.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def _thousandths(numbers: Iterable[float]) -> str:
    return json.dumps([round(number * SCALE) for number in numbers], separators=(",", ":"))


def _numbers(thousandths: Iterable[int]) -> tuple[float, ...]:
    return tuple(number / SCALE for number in thousandths)
