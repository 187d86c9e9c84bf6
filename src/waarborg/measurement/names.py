"""The names of a mapping: which are used, and which may stand in what leaves."""

import ast
import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from waarborg.measurement.mapping import LogMapping
from waarborg.measurement.mapping_check import refuse
from waarborg.measurement.roles import ROLES
from waarborg.values.log import LogKind

IDENTITIES = frozenset({"case", "handler", "resource"})
"""Roles that identify a citizen or an official. Their values never leave, under whatever name."""
BUILT_IN = ("activity", "period", "system_version", "rule_version")
"""Names whose values stand in the figures without further asking; none is about a person."""
_TELL_NOTHING = frozenset(
    {"any", "all", "count", "distinct", "present", "missing", "known", "contains", "starts"}
)
"""Functions that give a count or a yes or no, from which no name can be read."""


def check_names(mapping: LogMapping, path: Path) -> None:
    """Refuse a name that looks like a slip in a role, and a division that would let identities out.

    An unused name that resembles no role is let be: a mapping may name more than it uses.

    Raises:
        UnusableInput: ``name_unused``, ``may_not_leave`` or ``name_identifies``, with the line.
    """
    if mapping.kind is LogKind.COUNTS:
        return
    used = {name for expression in _expressions(mapping) for name in _names(expression)}
    for section, listed in (("columns", mapping.columns), ("fields", mapping.fields)):
        for name in listed:
            if name not in used and name not in ROLES:
                close = difflib.get_close_matches(name, ROLES, n=1, cutoff=0.8)
                if close:
                    raise refuse(path, (section, name), "name_unused", name=name, close=close[0])
    _check_leaving(mapping, path)


def allowed(mapping: LogMapping) -> tuple[str, ...]:
    """The names whose values may leave: the groups, and what the mapping lets out beside them."""
    return tuple(dict.fromkeys((*(group.name for group in mapping.groups), *mapping.may_leave)))


def _check_leaving(mapping: LogMapping, path: Path) -> None:
    identifying = _identifying(mapping)
    listed: list[tuple[tuple[str | int, ...], str]] = [
        *((("groups", index), group.name) for index, group in enumerate(mapping.groups)),
        *((("may_leave", index), name) for index, name in enumerate(mapping.may_leave)),
    ]
    asked = [
        (("indicators", index, "by"), name) for index, ask in enumerate(mapping.indicators) for name in ask.by
    ]
    for steps, name in (*listed, *asked):
        if name in identifying:
            raise refuse(path, steps, "name_identifies", name=name)
    may = {*allowed(mapping), *BUILT_IN}
    for steps, name in asked:
        if name not in may:
            raise refuse(path, steps, "may_not_leave", name=name)


def _identifying(mapping: LogMapping) -> frozenset[str]:
    """Identities, other names of their columns, and fields that hand on such a value."""
    sources = {mapping.columns[name].source for name in IDENTITIES & set(mapping.columns)}
    found = IDENTITIES | {name for name, column in mapping.columns.items() if column.source in sources}
    for name, spec in mapping.fields.items():
        tree = _tree(spec.expression)
        if tree is not None and _hands_on(tree, found):
            found |= {name}
    return frozenset(found)


def _hands_on(node: ast.AST, identifying: frozenset[str]) -> bool:
    """Whether the value of an expression holds an identity, rather than a yes or no or a count about it."""
    if isinstance(node, ast.Name):
        return node.id in identifying
    if isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
        return False
    if isinstance(node, ast.IfExp):
        return _hands_on(node.body, identifying) or _hands_on(node.orelse, identifying)
    if isinstance(node, ast.Call):
        tells = not (isinstance(node.func, ast.Name) and node.func.id in _TELL_NOTHING)
        return tells and any(_hands_on(one, identifying) for one in node.args[:1])
    return any(_hands_on(one, identifying) for one in ast.iter_child_nodes(node))


def _expressions(mapping: LogMapping) -> Iterator[str]:
    yield from (spec.expression for spec in mapping.fields.values())
    yield from (group.name for group in mapping.groups)
    yield from mapping.may_leave
    for term in mapping.terms:
        yield from (term.start, term.end, term.extended_by or "true")
    yield from (step.when or "true" for step in mapping.funnel)
    for ask in mapping.indicators:
        yield from (ask.of, ask.share or "true", ask.value or "true", *ask.by)


def _names(expression: str) -> Mapping[str, None]:
    """The names in an expression; a malformed one is refused later, where its line is known."""
    tree = _tree(expression)
    return {node.id: None for node in ast.walk(tree) if isinstance(node, ast.Name)} if tree else {}


def _tree(expression: str) -> ast.AST | None:
    try:
        return ast.parse(" ".join(expression.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return None
