"""Finding an entry of any catalogue by its id, and what looks like it when there is none."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from attrs import frozen

from waarborg.law.body import AccountabilityLine, Body
from waarborg.law.catalogues import Law, law
from waarborg.law.impact import ImpactCriterion, ImpactRule, TouchedRight
from waarborg.law.instrument import Instrument
from waarborg.law.norm import Norm
from waarborg.law.procedure import ProcedureRule
from waarborg.law.safeguard import OutsideNorms, Safeguard

Item = (
    Safeguard
    | OutsideNorms
    | Norm
    | ImpactCriterion
    | ImpactRule
    | TouchedRight
    | Instrument
    | ProcedureRule
    | Body
    | AccountabilityLine
)
"""Whatever a catalogue holds under an id."""


@frozen
class Part:
    """One list of a catalogue: its code, the version of its file, its items by id in the file's order."""

    code: str
    version: str
    items: Mapping[str, Item]


@frozen
class Found:
    """An item with the part of the catalogues it stands in."""

    part: Part
    id: str
    item: Item


def parts(catalogues: Law | None = None) -> tuple[Part, ...]:
    """All lists of the catalogues (those of the package unless given), in the order of showing."""
    read = catalogues or law()
    procedure, impact = read.procedure, read.impact
    return (
        Part("safeguards", read.safeguards.version, {each.id: each for each in read.safeguards.safeguards}),
        Part("outside", read.safeguards.version, {each.id: each for each in read.safeguards.outside}),
        Part("norms", read.norms.version, {each.id: each for each in read.norms.norms}),
        Part("impact_criteria", impact.version, {each.id: each for each in impact.criteria}),
        Part("impact_rules", impact.version, {each.id: each for each in impact.rules}),
        Part("rights", impact.version, {each.id.value: each for each in impact.rights}),
        Part(
            "instruments", read.instruments.version, {each.id: each for each in read.instruments.instruments}
        ),
        Part("procedure_rules", procedure.version, {each.id: each for each in procedure.rules}),
        Part("bodies", read.bodies.version, {each.id: each for each in read.bodies.bodies}),
        Part("lines", read.bodies.version, {each.kind.value: each for each in read.bodies.lines}),
    )


def look_up(id_: str, catalogues: Law | None = None) -> Found | None:
    """The item of that id, capitals aside; where two lists have one, that of the first list."""
    asked = id_.casefold()
    return next((found for found in _all(catalogues) if found.id.casefold() == asked), None)


def alike(id_: str, catalogues: Law | None = None, *, most: int = 3) -> tuple[str, ...]:
    """Ids that look like ``id_``, or of which it is a part, the likeliest first."""
    asked = id_.casefold()
    ids = {found.id.casefold(): found.id for found in _all(catalogues)}
    near = get_close_matches(asked, list(ids), n=most, cutoff=0.7)
    near += [known for known in ids if asked in known and known not in near]
    near += [known for known in get_close_matches(asked, list(ids), n=most) if known not in near]
    return tuple(ids[known] for known in near[:most])


def _all(catalogues: Law | None) -> Iterator[Found]:
    for part in parts(catalogues):
        for id_, item in part.items.items():
            yield Found(part, id_, item)
