"""Which column plays which role: by its name, where its values fit."""

from collections.abc import Mapping, Sequence

from waarborg.measurement.first.looks import FEW, Looks
from waarborg.measurement.first.words import fit, words
from waarborg.measurement.roles import EVENT_NAMES, ROLES
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.log import ValueType

_OF_EVENTS = frozenset({"activity", "time", "resource"})
_WEAK = ("time",)
"""Roles whose words are so common that any other role goes before them."""


def guessed_roles(columns: Sequence[Looks], *, events: bool) -> Mapping[str, Looks]:
    """Role to column; each column plays one role, the best fit first."""
    offers = [
        (fit(column.name, lines), role not in _WEAK, -place, role, column)
        for place, (role, lines) in enumerate(words().roles.items())
        for column in columns
        if (role in _OF_EVENTS) <= events and not (events and role == "handler") and _fits(role, column)
    ]
    found: dict[str, Looks] = {}
    taken: set[str] = set()
    for weight, _, _, role, column in sorted(offers, key=lambda one: one[:3], reverse=True):
        if weight and role not in found and column.name not in taken:
            found[role] = column
            taken.add(column.name)
    return {role: found[role] for role in words().roles if role in found}


def _fits(role: str, column: Looks) -> bool:
    """Whether the values of a column can be what a role needs. Any text may name a case."""
    wanted = ROLES[role]
    if wanted is ValueType.TEXT:
        labels = column.type in {ValueType.TEXT, ValueType.BOOLEAN} or role in {"case", "resource", "handler"}
        return labels or role.endswith("version")
    if wanted is ValueType.NUMBER:
        return column.type is ValueType.NUMBER
    return column.type is wanted


def guessed_groups(columns: Sequence[Looks]) -> Sequence[Looks]:
    """Columns that say by their name that people are compared by them, and take few values."""
    return [one for one in columns if fit(one.name, words().groups) and 1 < one.distinct <= FEW]


def is_event_log(session: LogSession, columns: Sequence[Looks]) -> bool:
    """Whether cases, activities and times are there, and a case holds more than one row."""
    found = guessed_roles(columns, events=True)
    if not set(EVENT_NAMES) <= set(found):
        return False
    case = quoted(found["case"].name)
    rows, cases = session.rows(f"SELECT COUNT({case}), COUNT(DISTINCT {case}) FROM log")[0]
    return bool(rows > cases)
