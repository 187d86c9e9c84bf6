"""A first mapping from the headers of a register, for a person to finish.

A column is given a field where its name, or a name listed in ``headers.yaml``, says so; a column that says
nothing is written as a comment with an example of what stands in it, so that nothing is guessed in silence.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from waarborg.register.fields import register_fields
from waarborg.register.published_text import as_text
from waarborg.register.reading import Sampled
from waarborg.sources.json_records import value_at
from waarborg.sources.records import load_yaml

_JOINS = re.compile(r"[\W_]+")
_EXAMPLE = 60


def first_mapping(sampled: Sampled, register: str) -> str:
    """The text of a mapping file for the columns of this file; ``register`` names the register."""
    chosen: dict[str, str] = {}
    lines = []
    for column in sampled.columns:
        field = field_of_path(column)
        if field and field not in chosen.values():
            chosen[column] = field
            lines.append(f"  {_quoted(column)}: {field}")
        else:
            lines.append(f"  # {_quoted(column)}:  {_example(sampled, column)}")
    lacking = [name for name in ("name", "organization") if name not in chosen.values()]
    needed = [f"  # needed, and not found: {name}" for name in lacking]
    return "\n".join([*_opening(register, sampled), *needed, *lines, *_closing(chosen), ""])


def field_of_path(path: str) -> str | None:
    """The field that a path names, or its last step but one (``purpose.en``), or its last."""
    steps = path.split(".")
    found = (field_of_header(step) for step in (path, *steps[-2:-1], steps[-1]))
    return next(filter(None, found), None)


def field_of_header(header: str) -> str | None:
    """The canonical field that a header names, or None."""
    return _headers().get(_plain(header))


def _opening(register: str, sampled: Sampled) -> list[str]:
    records = [f"records: {_quoted(sampled.path)}"] if sampled.path else []
    fields = ", ".join(sorted({"id", *register_fields()}))
    return [
        "# A mapping made from the headers. Finish it: give every column its field, or leave it out.",
        *(f"# {line}" for line in _wrapped(f"Fields: {fields}.")),
        f"register: {_quoted(register)}",
        f"language: {language_of(sampled)}",
        *records,
        "columns:",
    ]


def language_of(sampled: Sampled) -> str:
    """The language whose small words stand most often in the first records; Dutch where none does."""
    cells = " ".join(str(value) for record in sampled.records for value in record.values.values())
    words = Counter(re.findall(r"[^\W\d_]+", cells.casefold()))
    listed: dict[str, list[str]] = load_yaml(Path(__file__).with_name("small_words.yaml"))
    return max(listed, key=lambda language: sum(words[word] for word in listed[language]))


def _closing(chosen: Mapping[str, str]) -> list[str]:
    alone = [
        "# Where every entry is of one organisation, and no column names it:",
        "# constants:",
        "#   organization: Gemeente ...",
    ]
    return [
        *(alone if "organization" not in chosen.values() else []),
        "# What the register's own words mean. States: in_development, in_use, out_of_use, unknown.",
        "# values:",
        "#   status:",
        "#     Live: in_use",
        "# Answers that say nothing:",
        "# empty: ['-', 'n.v.t.']",
        "# How lists are separated in one cell:",
        "# list_separator: ';'",
    ]


def _wrapped(text: str, width: int = 100) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _example(sampled: Sampled, column: str) -> str:
    values = (as_text(value_at(record.values, column)).strip() for record in sampled.records)
    first = " ".join(next(filter(None, values), "").split())
    return f"# {first[:_EXAMPLE]}" if first else "# (empty in the first rows)"


def _quoted(text: str) -> str:
    """A text as YAML writes it on one line."""
    return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10**6).strip()


def _plain(header: str) -> str:
    return _JOINS.sub(" ", header).strip().casefold()


@cache
def _headers() -> dict[str, str]:
    known = {_plain(name): name for name in register_fields()}
    known |= {_plain(field.label): name for name, field in register_fields().items()}
    listed = load_yaml(Path(__file__).with_name("headers.yaml"))
    return known | {_plain(word): name for name, words in listed.items() for word in words}
