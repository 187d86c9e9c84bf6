"""What changed between two readings of a register, and what changed only in how it was collected.

An entry is compared on its content: name, organisation, status, declared category, texts and dates, as far
as both forms have them. White space is no change: the official download turns line ends into spaces, and
between two forms even words that one glues together are the same. What changes in fields that are the
collector's own, or in the names of fields, is a change of format; so is another language, of which only
status and dates can be compared, and a history set beside a register, of which the newest versions are. An
entry whose only change is the date of its current version has a new version that this form does not show.
"""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from attrs import frozen

from waarborg.register.format_changes import FormatChange, format_changes
from waarborg.register.formats.nl_history import HISTORY, newest_versions
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
    before, after = _comparable(old, new), _comparable(new, old)
    pairs = [(before[one], after[one]) for one in after if one in before]
    same_form = old.format == new.format
    fields = {two.source_id: tuple(sorted(differing(one, two, same_form=same_form))) for one, two in pairs}
    content = {one: names for one, names in fields.items() if set(names) - VERSION_DATES}
    return Difference(
        added=tuple(one for one in after if one not in before),
        removed=tuple(one for one in before if one not in after),
        changed=tuple(Changed(one, names) for one, names in content.items()),
        new_versions=tuple(one for one, names in fields.items() if names and one not in content),
        format_changes=format_changes(old.format, new.format, pairs, frozenset(content)),
    )


def differing(old: Entry, new: Entry, *, same_form: bool = True) -> Iterator[str]:
    """The canonical names of the fields in which two versions of an entry differ.

    ``same_form`` says that both were read from one form: then words that were joined are a change, and so is
    a date that only one of them has.
    """
    translated = old.language != new.language
    plain = _words if same_form else _letters
    if not translated and plain(old.organisation) != plain(new.organisation):
        yield "organization"
    spoken = same_form and not translated
    one, two = ({**entry.texts, "status": _status(entry, as_published=spoken)} for entry in (old, new))
    unread = (one.keys() | two.keys()) - {"status"} if translated else set()
    yield from _differing(one, two, old.absent_fields | new.absent_fields | unread, plain)
    collected = COLLECTED_DATES | (set() if same_form else old.dates.keys() ^ new.dates.keys())
    yield from _differing(old.dates, new.dates, collected, plain)


def _comparable(reading: Reading, other: Reading) -> dict[str, Entry]:
    """The entries by id; of a history the newest versions, where the other is none."""
    whole = reading.format == other.format or reading.format != HISTORY
    entries = reading.entries if whole else newest_versions(reading.entries)
    return {entry.source_id: entry for entry in entries}


def _status(entry: Entry, *, as_published: bool) -> str:
    """The state, and, within one form and language, the words it was published in."""
    return f"{entry.status} {entry.texts.get('status', '') if as_published else ''}"


def _differing(
    old: Mapping[str, str], new: Mapping[str, str], without: AbstractSet[str], plain: Callable[[str], str]
) -> Iterator[str]:
    for name in sorted((old.keys() | new.keys()) - without):
        if plain(old.get(name, "")) != plain(new.get(name, "")):
            yield name


def _words(text: str) -> str:
    return " ".join(text.split())


def _letters(text: str) -> str:
    return "".join(text.split())
