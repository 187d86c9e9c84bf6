"""Passages written by hand on a safeguard: what the reading of sentences is learned from and measured on."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from waarborg.assessment.second_reader.pieces import pieces, words
from waarborg.assessment.second_reader.weights import Answers
from waarborg.sources.text import decode, read_bytes
from waarborg.values.assessment import StatementValue

_SILENT = StatementValue.NOT_STATED


@frozen
class Passage:
    """A passage: its writer's number, the safeguard it was written on ("" for none) and what it says of it.

    ``pieces``, ``marks`` and ``answers`` are what is learned from: a passage that says nothing of its own
    safeguard counts as one that says nothing of the others.
    """

    writer: int
    safeguard: str
    says: str
    texts: Mapping[str, str]
    pieces: tuple[str, ...]
    answers: Mapping[str, str]
    marks: frozenset[str] = frozenset()


def read_passages(path: Path, answers: Answers) -> tuple[Passage, ...]:
    """The passages of a file, one JSON object a line.

    Raises:
        UnusableInput: the file cannot be opened. KeyError: a line is not a passage.
    """
    lines = decode(read_bytes(path))[0].splitlines()
    return tuple(_passage(json.loads(line), answers) for line in lines)


def _passage(record: dict[str, Any], answers: Answers) -> Passage:
    safeguard, says, texts = (record[key] for key in ("safeguard", "says", "texts"))
    told = tuple(piece for word in words(texts, texts) for piece in pieces(word.word))
    keys = answers.mark_weight if says == _SILENT else (f"safeguard.{safeguard}",)
    return Passage(record["writer"], safeguard, says, texts, told, dict.fromkeys(keys, says))
