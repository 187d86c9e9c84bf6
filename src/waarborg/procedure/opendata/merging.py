"""Laying readings over each other by number: the first known value counts, a difference is a finding."""

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve, fields

from waarborg.procedure.opendata.reading import OpenData
from waarborg.values.case import CaseInstrument, CasePaper, CaseParty, Moment
from waarborg.values.finding import Finding

T = TypeVar("T", CaseInstrument, CasePaper, CaseParty)
_EMPTY: tuple[Any, ...] = (None, "", (), "unknown", Moment(), {})
_TOGETHER = {"sources", "history"}
_ASIDE = {"id", "other", "line", "sources", "history"}


def merge(readings: Iterable[OpenData]) -> OpenData:
    """One reading of several: what has one number is one thing, with all its sources."""
    parts = tuple(readings)
    found: list[Finding] = [finding for part in parts for finding in part.findings]
    return OpenData(
        format="+".join(dict.fromkeys(part.format for part in parts)),
        instruments=_merged((item for part in parts for item in part.instruments), found),
        papers=_merged((paper for part in parts for paper in part.papers), found),
        parties=_merged((party for part in parts for party in part.parties), found),
        findings=tuple(found),
    )


def _merged(items: Iterable[T], found: list[Finding]) -> tuple[T, ...]:
    by_id: dict[str, T] = {}
    for item in items:
        known = by_id.get(item.id)
        by_id[item.id] = item if known is None else _laid_over(known, item, found)
    return tuple(by_id.values())


def _laid_over(first: T, second: T, found: list[Finding]) -> T:
    """The first with what it lacks from the second; sources and steps of both, each once."""
    changes: dict[str, Any] = {}
    for attribute in fields(type(first)):
        name = attribute.name
        ours: Any = getattr(first, name)
        theirs: Any = getattr(second, name)
        if name in _TOGETHER:
            changes[name] = tuple(dict.fromkeys((*ours, *theirs)))
        elif ours in _EMPTY:
            changes[name] = theirs
        elif name not in _ASIDE and theirs not in _EMPTY and ours != theirs:
            params = {"id": first.id, "field": name, "kept": str(ours), "left": str(theirs)}
            found.append(Finding("opendata_differs", params))
    return evolve(first, **changes)
