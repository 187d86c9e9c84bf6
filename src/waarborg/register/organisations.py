"""What kind of body an organisation is, and its code, read from its name by tables and patterns."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import field, frozen

from waarborg.law.body import OrganisationKind
from waarborg.sources.records import load_record

UNKNOWN = OrganisationKind.UNKNOWN
"""The kind of an organisation that neither the table nor a pattern knows."""

BY_NAME = "ORG-N-{}"
"""The rule id of a name in the table, with its kind in capitals."""

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@frozen(kw_only=True)
class Pattern:
    """How the names of one kind begin."""

    id: str
    kind: OrganisationKind
    starts: tuple[str, ...]

    def matches(self, name: str) -> bool:
        """Whether a plain name begins with one of these words, as whole words, and goes on after it."""
        return self.rest(name) is not None

    def rest(self, name: str) -> str | None:
        """A plain name without the words it begins with; None where it does not begin so."""
        found = (name.removeprefix(f"{start} ") for start in self.starts if name.startswith(f"{start} "))
        return min(found, key=len, default=None)


@frozen(kw_only=True)
class OrganisationTable:
    """Names by kind, patterns that are tried after them, and codes by kind and name."""

    names: Mapping[OrganisationKind, tuple[str, ...]] = field(factory=dict)
    patterns: tuple[Pattern, ...] = ()
    codes: Mapping[OrganisationKind, Mapping[str, str]] = field(factory=dict)
    _kinds: dict[str, OrganisationKind] = field(init=False, repr=False)

    @_kinds.default
    def _by_name(self) -> dict[str, OrganisationKind]:
        return {plain_name(name): kind for kind, names in self.names.items() for name in names}

    def kind(self, name: str) -> tuple[OrganisationKind, str] | None:
        """The kind and the rule of a name, or None when this table does not know it."""
        plain = plain_name(name)
        for candidate in (plain, plain.rpartition(", ")[2]):
            if candidate in self._kinds:
                kind = self._kinds[candidate]
                return kind, BY_NAME.format(kind.upper().replace("_", "-"))
        return next(((found.kind, found.id) for found in self.patterns if found.matches(plain)), None)


def organisation_kind(name: str, *tables: OrganisationTable) -> tuple[OrganisationKind, str | None]:
    """The kind of an organisation and the rule that gave it; ``("unknown", None)`` where none did.

    ``tables`` are a user's own and go before the built-in one.
    """
    found = (table.kind(name) for table in (*tables, built_in_table()))
    return next((answer for answer in found if answer), (UNKNOWN, None))


def organisation_code(name: str, *tables: OrganisationTable) -> str | None:
    """The code of an organisation by its kind and name, or None where no table holds it.

    The name may stand with or without the word for its kind; ``tables`` as in ``organisation_kind``.
    """
    every = (*tables, built_in_table())
    kind, _ = organisation_kind(name, *tables)
    plain = plain_name(name)
    rests = (pattern.rest(plain) for table in every for pattern in table.patterns if pattern.kind is kind)
    names = {plain, *filter(None, rests)}
    for codes in (*(table.codes for table in every), _built_in_codes()):
        for written, code in codes.get(kind, {}).items():
            if plain_name(written) in names:
                return code
    return None


@cache
def _built_in_codes() -> Mapping[OrganisationKind, Mapping[str, str]]:
    path = Path(__file__).with_name("organisation_codes.yaml")
    return load_record(path, dict[OrganisationKind, dict[str, str]])


def unmatched(names: Sequence[str], *tables: OrganisationTable) -> tuple[str, ...]:
    """The names whose kind is unknown, each once, in alphabetical order."""
    return tuple(sorted({name for name in names if organisation_kind(name, *tables)[0] == UNKNOWN}))


def read_table(path: Path) -> OrganisationTable:
    """Read a table of organisations.

    Raises:
        UnusableInput: ``record_malformed`` with the line, when a kind does not exist or the shape is another.
    """
    return load_record(path, OrganisationTable)


def plain_name(name: str) -> str:
    """A name as it is compared: without case, without an abbreviation in brackets, white space made one."""
    return " ".join(_BRACKETS.sub("", name).split()).casefold()


@cache
def built_in_table() -> OrganisationTable:
    """The table that comes with Waarborg."""
    return read_table(Path(__file__).with_name("organisations.yaml"))
