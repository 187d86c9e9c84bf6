"""Changes in how a register was collected or written, told apart from changes of the register itself.

A field of the file that no canonical field is made of is the collector's own (a web address it builds, a
guess it adds); when such a field goes and another comes with the same values, it was renamed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from waarborg.register.fields import register_fields
from waarborg.values.entry import Entry

_SAME_ENOUGH = 0.9
"""The share of entries in which a new field has the old one's value, from which we call it renamed."""

Pairs = Sequence[tuple[Entry, Entry]]


@frozen(kw_only=True)
class FormatChange:
    """One change of format.

    ``code`` is ``form`` (another form of register: ``field`` and ``to`` are their codes), ``language``
    (another language: likewise), ``field_renamed``
    (``field`` became ``to``), ``field_added``, ``field_removed`` or ``values`` (the collector's own field
    has other values). ``entries`` counts the entries it touches, ``unchanged_entries`` those among them in
    which nothing of the register changed.
    """

    code: str
    field: str
    to: str | None = None
    entries: int
    unchanged_entries: int


def format_changes(
    old_form: str, new_form: str, pairs: Pairs, changed: frozenset[str]
) -> tuple[FormatChange, ...]:
    """The changes of format between two readings, from the entries that are in both."""
    translated = tuple(_translations(pairs, changed))
    if old_form != new_form:
        touched = [new for _, new in pairs]
        return (_change("form", old_form, new_form, touched, changed), *translated)
    if translated:
        return translated
    return (*_field_changes(pairs, changed), *_value_changes(pairs, changed))


def _translations(pairs: Pairs, changed: frozenset[str]) -> Iterator[FormatChange]:
    languages = sorted({(old.language, new.language) for old, new in pairs if old.language != new.language})
    for one, two in languages:
        touched = [new for old, new in pairs if (old.language, new.language) == (one, two)]
        yield _change("language", one, two, touched, changed)


def _field_changes(pairs: Pairs, changed: frozenset[str]) -> Iterator[FormatChange]:
    before = Counter(name for old, _ in pairs for name in old.raw)
    after = Counter(name for _, new in pairs for name in new.raw)
    gone, come = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    for name in gone:
        successor = next((other for other in come if _is_successor(name, other, pairs)), None)
        touched = [new for old, new in pairs if name in old.raw]
        if successor:
            come.remove(successor)
            yield _change("field_renamed", name, successor, touched, changed)
        else:
            yield _change("field_removed", name, None, touched, changed)
    for name in come:
        yield _change("field_added", name, None, [new for _, new in pairs if name in new.raw], changed)


def _is_successor(name: str, other: str, pairs: Pairs) -> bool:
    held = [(old.raw[name], new.raw.get(other)) for old, new in pairs if old.raw.get(name)]
    return bool(held) and sum(one == two for one, two in held) >= _SAME_ENOUGH * len(held)


def _value_changes(pairs: Pairs, changed: frozenset[str]) -> Iterator[FormatChange]:
    names = sorted({name for old, new in pairs for name in old.raw.keys() & new.raw.keys()})
    for name in names:
        if _is_collectors(name, pairs):
            touched = [new for old, new in pairs if old.raw.get(name) != new.raw.get(name)]
            if touched:
                yield _change("values", name, None, touched, changed)


def _is_collectors(name: str, pairs: Pairs) -> bool:
    """Whether no canonical field, date, id or organisation is made of this field, in any entry."""
    if any(name.lower() in register_fields().keys() - entry.absent_fields for _, entry in pairs):
        return False
    for _, entry in pairs:
        value = str(entry.raw.get(name) or "").strip()
        made = (*entry.texts.values(), *entry.dates.values(), entry.organisation, entry.source_id)
        if value and any(value == text.strip() for text in made):
            return False
    return True


def _change(
    code: str, field: str, to: str | None, touched: Sequence[Entry], changed: frozenset[str]
) -> FormatChange:
    unchanged = sum(entry.source_id not in changed for entry in touched)
    return FormatChange(code=code, field=field, to=to, entries=len(touched), unchanged_entries=unchanged)
