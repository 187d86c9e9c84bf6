"""What changed between two readings of a register, and what changed only in how it was collected.

An entry is compared on its content: name, organisation, status, declared category, texts and dates, as far
as both forms have them. White space does not count: the official download turns line ends into spaces. What
changes in fields that are the collector's own, or in the names of fields, is a change of format. An entry
whose only change is the date of its current version has a new version that this form does not show.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from waarborg.register.format_changes import FormatChange, format_changes
from waarborg.register.reading import Reading
from waarborg.values.entry import Entry

VERSION_DATES = frozenset({"current_version", "publication_dt"})
"""Dates that say when the current version was published."""

COLLECTED_DATES = frozenset({"first_seen"})
"""Dates that a collector adds."""


@frozen
class Changed:
    """An entry that changed: its id and the canonical names of the fields that differ, sorted."""

    id: str
    fields: tuple[str, ...]


@frozen(kw_only=True)
class Difference:
    """What changed. Ids stand in the order of the register they are in.

    ``changed`` are entries with other content; ``new_versions`` those with only another version date;
    ``format_changes`` what changed in how the register was collected or written.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]
    new_versions: tuple[str, ...]
    format_changes: tuple[FormatChange, ...]


def difference(old: Reading, new: Reading) -> Difference:
    """Compare two readings of one register."""
    before = {entry.source_id: entry for entry in old.entries}
    after = {entry.source_id: entry for entry in new.entries}
    pairs = [(before[one], after[one]) for one in after if one in before]
    fields = {two.source_id: tuple(sorted(differing(one, two))) for one, two in pairs}
    content = {one: names for one, names in fields.items() if set(names) - VERSION_DATES}
    return Difference(
        added=tuple(one for one in after if one not in before),
        removed=tuple(one for one in before if one not in after),
        changed=tuple(Changed(one, names) for one, names in content.items()),
        new_versions=tuple(one for one, names in fields.items() if names and one not in content),
        format_changes=format_changes(old.format, new.format, pairs, frozenset(content)),
    )


def differing(old: Entry, new: Entry) -> Iterator[str]:
    """The canonical names of the fields in which two versions of an entry differ."""
    if _plain(old.organisation) != _plain(new.organisation):
        yield "organization"
    if old.status is not new.status or (_same_form(old, new) and _differs("status", old.texts, new.texts)):
        yield "status"
    silent = old.absent_fields | new.absent_fields | {"status"}
    yield from (name for name in _names(old.texts, new.texts, silent) if _differs(name, old.texts, new.texts))
    collected = COLLECTED_DATES | (old.dates.keys() ^ new.dates.keys() if not _same_form(old, new) else set())
    yield from (
        name for name in _names(old.dates, new.dates, collected) if _differs(name, old.dates, new.dates)
    )


def _same_form(old: Entry, new: Entry) -> bool:
    return old.absent_fields == new.absent_fields


def _names(old: Mapping[str, str], new: Mapping[str, str], without: Iterable[str]) -> list[str]:
    return sorted((old.keys() | new.keys()) - set(without))


def _differs(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    return _plain(old.get(name, "")) != _plain(new.get(name, ""))


def _plain(text: str) -> str:
    return " ".join(text.split())
