"""The twenty safeguards: what protects people in automated decision-making, each a group of norms."""

from collections.abc import Collection
from pathlib import Path

from attrs import field, frozen

from waarborg.law import checks
from waarborg.law.texts import Text
from waarborg.sources.records import load_record
from waarborg.values.assessment import ImpactLevel, Role, Subject, YesNoUnknown
from waarborg.values.dialogue import Grade


@frozen(kw_only=True)
class Condition:
    """Facts of a system that must all hold; a fact with no values listed does not matter.

    ``ai``: the system is AI in the sense of the AI Act; ``personal_data``: it processes personal data;
    ``decision``: it takes part in a decision about a person or organisation; ``adverse_decision``: such a
    decision can be to the disadvantage of that person or organisation.
    """

    impact: tuple[ImpactLevel, ...] = ()
    subject: tuple[Subject, ...] = ()
    role: tuple[Role, ...] = ()
    automated_individual_decision: tuple[YesNoUnknown, ...] = ()
    ai: tuple[YesNoUnknown, ...] = ()
    personal_data: tuple[YesNoUnknown, ...] = ()
    decision: tuple[YesNoUnknown, ...] = ()
    adverse_decision: tuple[YesNoUnknown, ...] = ()


@frozen
class Applies:
    """When a safeguard applies: when one of ``any_of`` holds; an empty ``any_of`` means always."""

    text: Text
    any_of: tuple[Condition, ...] = ()


@frozen
class Bar:
    """The grade of evidence asked at high impact, and otherwise (not high, and unknown)."""

    high: Grade
    otherwise: Grade

    def at(self, impact: ImpactLevel) -> Grade:
        """The grade asked at this impact."""
        return self.high if impact is ImpactLevel.HIGH else self.otherwise


@frozen
class Measurable:
    """What a decision log can show of a safeguard: ids of indicators, none where nothing can be measured."""

    text: Text
    indicators: tuple[str, ...] = ()


@frozen(kw_only=True)
class Safeguard:
    """One safeguard.

    ``norms`` are ids. ``question`` is put when nothing is stated; it takes ``{system}``, ``{organisation}``.
    """

    id: str
    name: Text
    statement: Text
    norms: tuple[str, ...]
    applies: Applies
    bar: Bar
    measurable: Measurable
    question: Text


@frozen(kw_only=True)
class OutsideNorms:
    """Norms that belong to no safeguard of a system, under a heading and with the reason."""

    id: str
    name: Text
    reason: Text
    norms: tuple[str, ...]


@frozen
class SafeguardCatalogue:
    """The file ``safeguards.yaml``."""

    version: str
    safeguards: tuple[Safeguard, ...]
    outside: tuple[OutsideNorms, ...] = field(default=())


QUESTION_PARAMS = ("organisation", "system")
"""What a proposed question is filled in with."""


def load_safeguards(path: Path, norms: Collection[str]) -> SafeguardCatalogue:
    """Read the safeguards and hold them against the ``norms``: each norm has a place.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice or
            is not known, a norm without a place or with two, a bar lower at high impact, a question whose
            params are not those of ``QUESTION_PARAMS``.
    """
    catalogue = load_record(path, SafeguardCatalogue)
    found = list(enumerate(catalogue.safeguards))
    headings = list(enumerate(catalogue.outside))
    ids = [(("safeguards", index, "id"), each.id) for index, each in found]
    checks.unique(path, ids + [(("outside", index, "id"), each.id) for index, each in headings])
    for index, safeguard in found:
        _check_safeguard(path, ("safeguards", index), safeguard, norms)
    for index, heading in headings:
        checks.known(path, checks.places(("outside", index, "norms"), heading.norms), norms)
    _check_places(path, catalogue, norms)
    return catalogue


def _check_safeguard(path: Path, here: checks.Steps, safeguard: Safeguard, norms: Collection[str]) -> None:
    used = list(checks.places((*here, "norms"), safeguard.norms))
    checks.known(path, used, norms)
    checks.unique(path, used)
    checks.takes(path, (*here, "question"), safeguard.question, QUESTION_PARAMS)
    if not used:
        raise checks.refuse(path, (*here, "norms"), "law_no_norm", id=safeguard.id)
    if safeguard.bar.high < safeguard.bar.otherwise:
        raise checks.refuse(path, (*here, "bar"), "law_bar_reversed", id=safeguard.id)


def _check_places(path: Path, catalogue: SafeguardCatalogue, norms: Collection[str]) -> None:
    """Each norm belongs to a safeguard or stands once under a heading outside them; not both, not neither."""
    inside = {id_ for safeguard in catalogue.safeguards for id_ in safeguard.norms}
    outside: set[str] = set()
    for index, heading in enumerate(catalogue.outside):
        for steps, id_ in checks.places(("outside", index, "norms"), heading.norms):
            if id_ in inside | outside:
                raise checks.refuse(path, steps, "law_norm_twice", id=id_)
            outside.add(id_)
    homeless = [id_ for id_ in norms if id_ not in inside | outside]
    if homeless:
        raise checks.refuse(path, ("outside",), "law_norm_without_place", ids=", ".join(homeless))
