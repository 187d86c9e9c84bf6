"""A first mapping from the headers of a register, for a person to finish.

A column is given a field where its name, or a name listed in ``headers.yaml``, says so; a column that says
nothing is written as a comment with an example of what stands in it, so that nothing is guessed in silence.
"""

import re
from functools import cache
from pathlib import Path

import yaml

from waarborg.register.fields import register_fields
from waarborg.register.reading import Sampled
from waarborg.sources.records import load_yaml

_JOINS = re.compile(r"[\W_]+")
_EXAMPLE = 60


def first_mapping(sampled: Sampled, register: str) -> str:
    """The text of a mapping file for the columns of this file; ``register`` names the register."""
    chosen: dict[str, str] = {}
    lines = []
    for column in sampled.columns:
        field = field_of_header(column)
        if field and field not in chosen.values():
            chosen[column] = field
            lines.append(f"  {_quoted(column)}: {field}")
        else:
            lines.append(f"  # {_quoted(column)}:  {_example(sampled, column)}")
    lacking = [name for name in ("name", "organization") if name not in chosen.values()]
    needed = [f"  # needed, and not found: {name}" for name in lacking]
    return "\n".join([*_opening(register), *needed, *lines, *_closing(), ""])


def field_of_header(header: str) -> str | None:
    """The canonical field that a header names, or None."""
    return _headers().get(_plain(header))


def _opening(register: str) -> list[str]:
    fields = ", ".join(sorted({"id", *register_fields()}))
    return [
        "# A mapping made from the headers. Finish it: give every column its field, or leave it out.",
        *(f"# {line}" for line in _wrapped(f"Fields: {fields}.")),
        f"register: {_quoted(register)}",
        "language: nl",
        "columns:",
    ]


def _closing() -> list[str]:
    return [
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
    values = (str(record.values.get(column) or "").strip() for record in sampled.records)
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
