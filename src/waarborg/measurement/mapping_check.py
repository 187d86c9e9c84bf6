"""What can be wrong with a mapping before any log is opened."""

import difflib
import re
import zoneinfo
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from waarborg.measurement.mapping import GroupSpec, LogMapping, TermSpec
from waarborg.measurement.roles import EVENT_NAMES
from waarborg.sources.records import line_of
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import LogKind

SAFEGUARDS = (
    *("legal_basis", "necessity", "dpia", "human_rights_assessment", "bias_test", "human_intervention"),
    *("hearing", "explanation_to_person", "notice", "objection_route", "correction", "hardship"),
    *("decision_in_time", "logging", "monitoring", "independent_review", "register_publication"),
    *("competent_staff", "fallback", "risk_management"),
)
"""The safeguards an indicator can belong to: DESIGN 9."""

LEAST_GROUP = 3
"""No choice of ``smallest_group`` goes below: of two people, each can tell the other from the total."""

DIRECTIVES = ("%Y", "%y", "%m", "%d", "%H", "%M", "%S", "%z")
"""What the format of a time may hold: what every engine reads alike."""
DECIMAL_COMMA = ","
"""The format of a number with a decimal comma."""


def refuse(path: Path, steps: tuple[str | int, ...], code: str, **params: object) -> UnusableInput:
    """An error that points at a line of the mapping."""
    return UnusableInput(code, Where(file=str(path), line=line_of(path, *steps)), **params)


def refuse_reference(
    path: Path, place: tuple[str | int, ...], group: GroupSpec, known: Sequence[str]
) -> UnusableInput:
    """An error that a group's reference is none of its groups; ``known`` are those that may be named."""
    names = ", ".join(known) or "-"
    return refuse(
        path, place, "reference_unknown", reference=group.reference, name=group.name, known=names[:600]
    )


def check_mapping(mapping: LogMapping, path: Path) -> None:
    """Refuse a mapping that contradicts itself.

    Raises:
        UnusableInput: ``zone_unknown``, ``safeguard_unknown``, ``mapping_needs``, ``reference_unknown``,
            ``format_unknown`` or ``id_twice``.
    """
    for steps, zone in _zones(mapping):
        if zone not in zoneinfo.available_timezones():
            raise refuse(path, steps, "zone_unknown", zone=zone)
    for steps, safeguard in _safeguards(mapping):
        if safeguard not in SAFEGUARDS:
            close = difflib.get_close_matches(safeguard, SAFEGUARDS, n=1)
            known = close[0] if close else ", ".join(SAFEGUARDS)
            raise refuse(path, steps, "safeguard_unknown", safeguard=safeguard, close=known)
    if mapping.smallest_group < LEAST_GROUP:
        raise refuse(path, ("smallest_group",), "smallest_group_too_small", least=LEAST_GROUP)
    _refuse_formats(mapping, path)
    _require(mapping, path)
    _check_parts(mapping, path)
    _refuse_twice(mapping, path)


def _refuse_formats(mapping: LogMapping, path: Path) -> None:
    """A format that no engine knows would fail in the engine, or read no value at all."""
    for name, spec in mapping.columns.items():
        if spec.format in {None, DECIMAL_COMMA}:
            continue
        found = re.findall(r"%.?", spec.format or "", flags=re.DOTALL)
        unknown = [one for one in found if one not in DIRECTIVES]
        if unknown or not found:
            told = {"format": spec.format, "part": ", ".join(unknown) or "-", "known": " ".join(DIRECTIVES)}
            raise refuse(path, ("columns", name, "format"), "format_unknown", **told)


def _zones(mapping: LogMapping) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("time_zone",), mapping.time_zone
    for index, ask in enumerate(mapping.indicators):
        if ask.time_zone:
            yield ("indicators", index, "time_zone"), ask.time_zone
    for index, term in enumerate(mapping.terms):
        if term.time_zone:
            yield ("terms", index, "time_zone"), term.time_zone


def _safeguards(mapping: LogMapping) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, ask in enumerate(mapping.indicators):
        yield ("indicators", index, "safeguard"), ask.safeguard
    for index, term in enumerate(mapping.terms):
        yield ("terms", index, "safeguard"), term.safeguard


def _require(mapping: LogMapping, path: Path) -> None:
    if mapping.kind is LogKind.COUNTS:
        divided = any(group.columns for group in mapping.groups)
        for key, there in (("table", mapping.table is not None), ("groups: columns", divided)):
            if not there:
                raise refuse(path, (), "mapping_needs", key=key, kind=mapping.kind.value)
        for index, group in enumerate(mapping.groups):
            if group.reference is not None and group.reference not in group.columns:
                raise refuse_reference(path, ("groups", index, "reference"), group, list(group.columns))
    if mapping.kind is LogKind.EVENTS:
        for name in EVENT_NAMES:
            if name not in mapping.columns:
                raise refuse(path, ("columns",), "mapping_needs", key=f"columns: {name}", kind="events")
    if mapping.kind is not LogKind.COUNTS:
        _require_of_each(mapping, path)


def _require_of_each(mapping: LogMapping, path: Path) -> None:
    for index, ask in enumerate(mapping.indicators):
        need = {"rate": ask.share, "median": ask.value, "composition": ask.by}[ask.kind]
        if not need:
            key = {"rate": "share", "median": "value", "composition": "by"}[ask.kind]
            raise refuse(path, ("indicators", index), "mapping_needs", key=key, kind=ask.kind)
    for index, step in enumerate(mapping.funnel):
        if step.when is None and step.by != "population":
            raise refuse(path, ("funnel", index), "mapping_needs", key="when", kind=mapping.kind.value)


def _check_parts(mapping: LogMapping, path: Path) -> None:
    """The parts of one term follow each other in time, and count alike."""
    for index, term in enumerate(mapping.terms):
        for other in mapping.terms[:index]:
            if other.id != term.id:
                continue
            if _alike(term) != _alike(other):
                raise refuse(path, ("terms", index), "term_parts_differ", id=term.id)
            if _starts(term) <= _stops(other) and _starts(other) <= _stops(term):
                raise refuse(path, ("terms", index), "terms_overlap", id=term.id)


def _alike(term: TermSpec) -> tuple[object, ...]:
    return term.start, term.end, term.day_count, term.time_zone, term.safeguard


def _starts(term: TermSpec) -> date:
    return term.valid_from or date.min


def _stops(term: TermSpec) -> date:
    return term.valid_until or date.max


def _refuse_twice(mapping: LogMapping, path: Path) -> None:
    ids = {
        "indicators": [ask.id for ask in mapping.indicators],
        "funnel": [step.id for step in mapping.funnel],
    }
    for name, listed in ids.items():
        for index, id_ in enumerate(listed):
            if id_ in listed[:index]:
                raise refuse(path, (name, index, "id"), "id_twice", id=id_)
