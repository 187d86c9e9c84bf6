"""The fields a register entry can have, by canonical name: the English keys of the Dutch standard."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_yaml


@frozen
class RegisterField:
    """One field: its Dutch label, the versions that have it, its kind, greatest length, allowed values."""

    name: str
    label: str
    versions: frozenset[str]
    kind: str = "text"
    max_length: int | None = None
    allowed: frozenset[str] = frozenset()


@cache
def register_fields() -> Mapping[str, RegisterField]:
    """Every field of every version of the standard, by name."""
    data = load_yaml(Path(__file__).with_name("fields.yaml"))
    return {
        name: RegisterField(
            name,
            given["label"],
            frozenset(given["in"]),
            given.get("kind", "text"),
            given.get("max"),
            frozenset(given.get("allowed", ())),
        )
        for name, given in data.items()
    }


@cache
def text_fields() -> frozenset[str]:
    """The names that ``Entry.texts`` may hold: all fields but dates and the organisation's name."""
    return frozenset(
        name for name, field in register_fields().items() if field.kind not in {"date", "column"}
    )


@cache
def standard_fields() -> frozenset[str]:
    """The text fields that some version of the Dutch standard has."""
    return frozenset(name for name in text_fields() if register_fields()[name].versions)


@cache
def fields_of_version(version: str | None) -> frozenset[str]:
    """The text fields that a version of the standard has; of an unknown version, those of all versions.

    ``0.2`` shares the fields of ``0.1``, as the exports of 2022 show.
    """
    short = ".".join((version or "").split(".")[:2]).replace("0.2", "0.1")
    found = frozenset(name for name in text_fields() if short in register_fields()[name].versions)
    return found or standard_fields()


@cache
def fields_without(version: str | None) -> frozenset[str]:
    """The text fields that a version of the standard has no place for."""
    return text_fields() - fields_of_version(version)
