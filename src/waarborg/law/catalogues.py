"""All catalogues of a folder, read together, since one names what another holds."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from attrs import frozen

from waarborg.law.body import AccountabilityLine, Body, BodyCatalogue, check_lines, load_bodies
from waarborg.law.impact import ImpactCatalogue, ImpactCriterion, ImpactRule, load_impact
from waarborg.law.instrument import Instrument, InstrumentCatalogue, load_instruments
from waarborg.law.norm import Norm, NormCatalogue, load_norms
from waarborg.law.procedure import ProcedureCatalogue, ProcedureRule, load_procedure
from waarborg.law.safeguard import Safeguard, SafeguardCatalogue, load_safeguards


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


@frozen(kw_only=True)
class Law:
    """The catalogues as read, each with its version."""

    norms: NormCatalogue
    safeguards: SafeguardCatalogue
    impact: ImpactCatalogue
    procedure: ProcedureCatalogue
    instruments: InstrumentCatalogue
    bodies: BodyCatalogue


def load_law(folder: Path) -> Law:
    """Read the six catalogues of a folder and hold them against each other.

    Raises:
        UnusableInput: the file, the line and the reason.
    """
    norms = load_norms(folder / "norms.yaml")
    norm_ids = [norm.id for norm in norms.norms]
    bodies = load_bodies(folder / "bodies.yaml")
    body_ids = [body.id for body in bodies.bodies]
    procedure = load_procedure(folder / "procedure.yaml", body_ids)
    rules = _by_id(procedure.rules)
    check_lines(folder / "bodies.yaml", bodies, rules)
    return Law(
        norms=norms,
        safeguards=load_safeguards(folder / "safeguards.yaml", norm_ids),
        impact=load_impact(folder / "impact.yaml", norm_ids),
        procedure=procedure,
        instruments=load_instruments(folder / "instruments.yaml", rules, body_ids),
        bodies=bodies,
    )


@cache
def law() -> Law:
    """The catalogues that come with the package, read once."""
    return load_law(Path(__file__).parent)


@cache
def norms() -> Mapping[str, Norm]:
    """The norms by id, in the order of the catalogue."""
    return _by_id(law().norms.norms)


@cache
def safeguards() -> Mapping[str, Safeguard]:
    """The twenty safeguards by id, in the order of DESIGN 9."""
    return _by_id(law().safeguards.safeguards)


@cache
def impact_criteria() -> Mapping[str, ImpactCriterion]:
    """The three criteria for a high impact by id."""
    return _by_id(law().impact.criteria)


@cache
def impact_rules() -> Mapping[str, ImpactRule]:
    """The rows of the decision table by id, in the order in which they are tried."""
    return _by_id(law().impact.rules)


@cache
def procedure_rules() -> Mapping[str, ProcedureRule]:
    """The rules of procedure by id."""
    return _by_id(law().procedure.rules)


@cache
def instruments() -> Mapping[str, Instrument]:
    """The instruments by id."""
    return _by_id(law().instruments.instruments)


@cache
def bodies() -> Mapping[str, Body]:
    """The bodies by id."""
    return _by_id(law().bodies.bodies)


@cache
def accountability_lines() -> Mapping[str, AccountabilityLine]:
    """The accountability line of each kind of organisation, by the kind's code."""
    return MappingProxyType({line.kind.value: line for line in law().bodies.lines})


def _by_id(items: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({item.id: item for item in items})
