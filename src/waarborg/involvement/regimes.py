"""Regimes read from files, the built-in ones and a user's, each checked before anything runs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve

from waarborg.involvement.parameters import near, parameters
from waarborg.involvement.regime import (
    Afterwards,
    Amount,
    Beforehand,
    GoLive,
    Impact,
    LegalBasis,
    Lines,
    Regime,
    RegimeFile,
    Safeguards,
    Target,
)
from waarborg.law.checks import Steps, refuse
from waarborg.sources.records import load_record, load_yaml
from waarborg.values.finding import UnusableInput, Where

_FILE = Path(__file__).with_name("regimes.yaml")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_UNITS: Mapping[str, str] = {
    "term_weeks": "weeks",
    "heavy_share": "share",
    "share": "share",
    "systems_a_year": "systems/year",
}
"""The numbers of a regime with their units; a parameter that stands for one has that unit."""

_CHOICES: Mapping[str, type[StrEnum]] = {
    "impact": Impact,
    "safeguard": Safeguards,
    "legal_basis": LegalBasis,
    "lines": Lines,
    "to": Target,
    "go_live": GoLive,
}
"""The fields of a regime that know a few words only."""


@cache
def built_in_regimes() -> Mapping[str, Regime]:
    """The seven regimes that come with the package, in the order of their file."""
    return {regime.id: regime for regime in read_regimes(_FILE)}


def choose_regimes(chosen: Sequence[str]) -> tuple[Regime, ...]:
    """The regimes that are named, by id or by file, in that order; all built-in ones where none is named.

    Raises:
        UnusableInput: ``regime_unknown`` with what looks like it, ``regime_twice``, or what reading raises.
    """
    if not chosen:
        return tuple(built_in_regimes().values())
    found = [regime for name in chosen for regime in _named(name)]
    seen: set[str] = set()
    for regime in found:
        if regime.id in seen:
            raise UnusableInput("regime_twice", id=regime.id)
        seen.add(regime.id)
    return tuple(found)


def read_regimes(path: Path) -> tuple[Regime, ...]:
    """Read a file with one regime, or with several under ``regimes``.

    Raises:
        UnusableInput: the file, the line and what is wrong there.
    """
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise UnusableInput("regime_none", Where(file=str(path), line=1))
    several = "regimes" in data
    for steps, raw in _raw(data, several=several):
        if not isinstance(raw, dict):
            raise refuse(path, steps, "regime_not_fields")
        _check_choices(path, steps, raw)
    found = load_record(path, RegimeFile).regimes if several else (load_record(path, Regime),)
    if not found:
        raise UnusableInput("regime_none", Where(file=str(path)))
    for index, regime in enumerate(found):
        _check(path, ("regimes", index) if several else (), regime)
    _check_unique(path, found)
    return found


@lru_cache(maxsize=64)
def regimes_in(text: str) -> tuple[Regime, ...]:
    """Regimes in a text that somebody pasted, read and checked as a file is.

    Raises:
        UnusableInput: as reading a file, with the line and the field but no file.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "regime.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            return read_regimes(path)
        except UnusableInput as refused:
            told = refused.finding
            raise UnusableInput(told.code, evolve(told.where, file=None), **told.params) from None


def _named(name: str) -> Iterable[Regime]:
    if name in built_in_regimes():
        return (built_in_regimes()[name],)
    path = Path(name)
    if path.exists() or path.suffix.lower() in {".yaml", ".yml"} or len(path.parts) > 1:
        return read_regimes(path)
    known = ", ".join(built_in_regimes())
    raise UnusableInput("regime_unknown", name=name, near=near(name, built_in_regimes()), known=known)


def _raw(data: Mapping[str, Any], *, several: bool) -> Iterator[tuple[Steps, Any]]:
    """Each regime as written and the parts of it that are filled in, with their places."""
    listed = data["regimes"] if several else [data]
    if not isinstance(listed, list):
        yield ("regimes",), None
        return
    for index, regime in enumerate(listed):
        place: Steps = ("regimes", index) if several else ()
        yield place, regime
        for part in ("beforehand", "afterwards"):
            if isinstance(regime, dict) and regime.get(part) is not None:
                yield (*place, part), regime[part]


def _check_choices(path: Path, steps: Steps, raw: Mapping[str, Any]) -> None:
    """Refuse a word that is not one of those a field knows, and name those it does."""
    for field, kind in _CHOICES.items():
        known = [one.value for one in kind]
        if field in raw and raw[field] not in known:
            raise refuse(path, (*steps, field), "regime_bad_choice", value=raw[field], known=", ".join(known))


def _check(path: Path, steps: Steps, regime: Regime) -> None:
    if not _ID.fullmatch(regime.id):
        raise refuse(path, (*steps, "id"), "regime_bad_id", id=regime.id)
    for part in ("beforehand", "afterwards"):
        for field, amount in _amounts(getattr(regime, part)):
            _check_amount(path, (*steps, part, field), field, amount)
    after = regime.afterwards
    if after and after.share and after.systems_a_year:
        raise refuse(path, (*steps, "afterwards", "share"), "regime_two_choices")
    if after and not (after.report or after.share or after.systems_a_year):
        raise refuse(path, (*steps, "afterwards"), "regime_looks_at_nothing")


def _amounts(part: Beforehand | Afterwards | None) -> Iterator[tuple[str, Amount]]:
    for field in _UNITS:
        if part is not None and hasattr(part, field):
            yield field, getattr(part, field)


def _check_amount(path: Path, steps: Steps, field: str, amount: Amount) -> None:
    unit = _UNITS[field]
    if isinstance(amount, str):
        named = {name: one for name, one in parameters().items() if one.unit == unit}
        if amount not in named:
            raise refuse(path, steps, "regime_unknown_parameter", name=amount, near=near(amount, named))
        return
    if isinstance(amount, bool) or not 0 <= amount <= _most(unit):
        raise refuse(path, steps, "regime_bad_amount", value=amount, unit=unit, most=f"{_most(unit):g}")


def _most(unit: str) -> float:
    """The most that a number of this unit may be, as the parameters of the same unit have it."""
    return min(one.most for one in parameters().values() if one.unit == unit)


def _check_unique(path: Path, regimes: Sequence[Regime]) -> None:
    seen: set[str] = set()
    for index, regime in enumerate(regimes):
        if regime.id in seen:
            raise refuse(path, ("regimes", index, "id"), "regime_twice", id=regime.id)
        seen.add(regime.id)
