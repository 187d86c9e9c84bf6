"""The versions of a register entry, each with what it says otherwise than the one before, word by word."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from waarborg.register.word_difference import Piece, word_difference
from waarborg.workbench.models import EntryVersion, System


@frozen(kw_only=True)
class FieldChange:
    """One field in which two versions differ."""

    field: str
    pieces: tuple[Piece, ...]


@frozen(kw_only=True)
class VersionChange:
    """A version and what changed in it; nothing in the first, and where only the form is another.

    ``is_new`` says that it tells something, and was read after the day the reader asked about.
    """

    number: int
    read_on: dt.date
    language: str
    changes: tuple[FieldChange, ...]
    is_first: bool
    is_new: bool


def version_changes(system: System, since: dt.date | None = None) -> tuple[VersionChange, ...]:
    """The versions of a system's entry, newest first."""
    versions = list(system.versions.order_by("number").defer("raw"))
    found = [_change(old, new, since) for old, new in pairwise((None, *versions)) if new]
    return tuple(reversed(found))


def _change(old: EntryVersion | None, new: EntryVersion, since: dt.date | None) -> VersionChange:
    changes = tuple(_fields(old, new)) if old else ()
    told = old is None or bool(changes)
    return VersionChange(
        number=new.number,
        read_on=new.read_on,
        language=new.language,
        changes=changes,
        is_first=old is None,
        is_new=since is not None and new.read_on > since and told,
    )


def _fields(old: EntryVersion, new: EntryVersion) -> Iterator[FieldChange]:
    """The fields that were found to differ when the version came in."""
    for name in new.changed_fields:
        pieces = word_difference(_said(old, name), _said(new, name))
        if pieces:
            yield FieldChange(field=name, pieces=pieces)


def _said(version: EntryVersion, name: str) -> str:
    if name == "organization":
        return version.organisation_name
    return str(version.texts.get(name) or version.dates.get(name) or "")
