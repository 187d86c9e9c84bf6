"""The catalogue of sentences: loaded once, both languages complete by construction."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal

import yaml

from waarborg.values.finding import Finding

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

_FOLDER = Path(__file__).parent / "sentences"


def phrase(code: str, language: Language, **params: object) -> str:
    """The sentence, term or label of ``code`` in ``language``, with ``params`` filled in.

    Raises:
        KeyError: the code is not in the catalogue, or a param is missing: a fault of ours, not the user's.
    """
    return _sentences()[code][language].format_map(params)


def has_phrase(code: str) -> bool:
    """Whether the catalogue holds ``code``."""
    return code in _sentences()


def say(finding: Finding, language: Language) -> str:
    """A finding as a sentence: the place it was found, then what and what to do about it."""
    where = finding.where
    parts = (
        ("where.file", where.file),
        ("where.line", where.line),
        ("where.row", where.row),
        ("where.column", where.column),
        ("where.field", where.field),
    )
    place = ", ".join(phrase(code, language, value=value) for code, value in parts if value is not None)
    sentence = phrase(f"finding.{finding.code}", language, **finding.params)
    return f"{place}: {sentence}" if place else sentence


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    sentences: dict[str, Mapping[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        for code, pair in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            _check(path, code, pair, sentences)
            sentences[code] = pair
    return sentences


def _check(path: Path, code: str, pair: object, sentences: Mapping[str, object]) -> None:
    if code in sentences:
        message = f"{path.name}: {code} stands twice"
        raise ValueError(message)
    if not isinstance(pair, dict) or set(pair) != set(LANGUAGES):
        message = f"{path.name}: {code} needs exactly one sentence in each of {LANGUAGES}"
        raise ValueError(message)
    if len({frozenset(_params(sentence)) for sentence in pair.values()}) > 1:
        message = f"{path.name}: {code} has other params in one language than in the other"
        raise ValueError(message)


def _params(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
