"""The records of safeguards of many systems at once, in a number of queries that does not grow with them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import define, evolve, field
from django.db.models import Q, QuerySet

from waarborg.dialogue.applicable import applicable
from waarborg.dialogue.norms import norms_on
from waarborg.law import Safeguard, norms, safeguards
from waarborg.values import dialogue as values
from waarborg.values.assessment import ImpactLevel
from waarborg.workbench import models
from waarborg.workbench.models.scope import Scoped
from waarborg.workbench.states import items

AnyRow = TypeVar("AnyRow", bound=Scoped)
AnyValue = TypeVar("AnyValue", bound=values.Item)
Key = tuple[str, str]
Parts = dict[str, dict[Key, list[values.Item]]]


@define
class _Found:
    """What the tables hold on a batch of systems, by kind of item and by subject and safeguard."""

    parts: Parts = field(factory=lambda: defaultdict(lambda: defaultdict(list)))
    changes: dict[int, list[values.Change]] = field(factory=lambda: defaultdict(list))
    holders: list[values.NewHolder] = field(factory=list)
    statements: dict[int, Mapping[str, Mapping[str, str]]] = field(factory=dict)

    def of(self, kind: str, system: models.System, safeguard: str) -> tuple[values.Item, ...]:
        """The items on a safeguard of a system, from every scope that reaches it, narrow ones first."""
        return tuple(
            item for subject in subjects_of(system) for item in self.parts[kind].get((subject, safeguard), ())
        )


def records_of(
    systems: Sequence[models.System], wanted: Iterable[str] | None = None, *, on: dt.date
) -> Iterator[tuple[models.System, Safeguard, values.Record]]:
    """The record of each wanted safeguard (all by default) of each system, with the norms weighed on a day.

    ``systems`` need ``organisation``, its ``claimant``, ``party`` and ``bodies`` loaded; see ``with_line``.
    """
    asked = [safeguards()[name] for name in wanted] if wanted is not None else list(safeguards().values())
    found = _find(systems, [safeguard.id for safeguard in asked])
    for system in systems:
        claimant, bodies = line_of(system.organisation)
        for safeguard in asked:
            record = _record(system, safeguard, claimant, bodies, found)
            yield system, safeguard, evolve(record, norms=norms_on(safeguard, norms(), on))


def with_line(systems: QuerySet[models.System]) -> QuerySet[models.System]:
    """The systems with all of their accountability line loaded."""
    return systems.select_related(
        "organisation", "organisation__claimant", "organisation__party"
    ).prefetch_related("organisation__bodies")


def line_of(organisation: models.Organisation) -> tuple[str, tuple[str, ...]]:
    """The party that answers for an organisation's systems, and the bodies it accounts to."""
    claimant = organisation.claimant or getattr(organisation, "party", None)
    name = claimant.code if claimant else organisation.code
    return name, tuple(sorted(body.code for body in organisation.bodies.all()))


def subjects_of(system: models.System) -> tuple[str, ...]:
    """The subjects whose items reach a system, from narrow to wide."""
    organisation = system.organisation
    sector = (f"sector:{organisation.sector}",) if organisation.sector else ()
    return (f"system:{system.pk}", f"organisation:{organisation.pk}", *sector, "all")


def subject_of(row: Scoped) -> str:
    """The subject that a row is about."""
    named = {
        values.Scope.SYSTEM: f"system:{row.system_id}",
        values.Scope.ORGANISATION: f"organisation:{row.organisation_id}",
        values.Scope.SECTOR: f"sector:{row.sector}",
    }
    return named.get(values.Scope(row.scope), "all")


def reaching(systems: Sequence[models.System]) -> Q:
    """Rows of any scope that reach one of the systems."""
    return (
        Q(scope=values.Scope.SYSTEM, system__in=systems)
        | Q(scope=values.Scope.ORGANISATION, organisation__in={system.organisation_id for system in systems})
        | Q(scope=values.Scope.SECTOR, sector__in={system.organisation.sector for system in systems} - {""})
        | Q(scope=values.Scope.ALL)
    )


def _find(systems: Sequence[models.System], wanted: Sequence[str]) -> _Found:
    found = _Found()
    reach = reaching(systems) & Q(safeguard__in=wanted)
    _keep(found, "claims", models.Claim.objects.filter(reach), items.claim)
    _keep(found, "evidence", models.Evidence.objects.filter(reach), items.evidence)
    _keep(found, "positions", models.Position.objects.filter(reach), items.position)
    _keep(found, "measures", models.Measure.objects.filter(reach), items.measure)
    steps = ("steps__party", "steps__named_parties")
    _keep(found, "questions", models.Question.objects.filter(reach).prefetch_related(*steps), items.question)
    for change in models.Change.objects.filter(system__in=systems).select_related("party"):
        found.changes[change.system_id].append(items.change(change))
    found.holders = [items.new_holder(row) for row in models.OfficeHolder.objects.select_related("party")]
    current = models.Assessment.objects.filter(system__in=systems, is_current=True)
    found.statements = dict(current.values_list("system_id", "result__statements"))
    return found


def _keep(found: _Found, kind: str, rows: QuerySet[AnyRow], as_value: Callable[[AnyRow], AnyValue]) -> None:
    for row in rows.select_related("party").prefetch_related("named_parties"):
        found.parts[kind][subject_of(row), row.safeguard].append(as_value(row))


def _record(
    system: models.System, safeguard: Safeguard, claimant: str, bodies: tuple[str, ...], found: _Found
) -> values.Record:
    statement = (found.statements.get(system.pk) or {}).get(safeguard.id) or {}
    kinds = ("claims", "evidence", "questions", "positions", "measures")
    parts = {kind: found.of(kind, system, safeguard.id) for kind in kinds}
    return values.Record(
        claimant=claimant,
        bodies=bodies,
        applicable=applicable(safeguard, facts_of(system), str(statement.get("value", ""))),
        bar=safeguard.bar.at(ImpactLevel(system.impact)),
        norms=safeguard.norms,
        changes=tuple(found.changes[system.pk]),
        new_holders=tuple(item for item in found.holders if item.party in {claimant, *bodies}),
        **parts,  # type: ignore[arg-type]  # each kind holds its own values
    )


def facts_of(system: models.System) -> dict[str, str]:
    """What is known of a system, by the names that the catalogue's conditions use."""
    return {
        "impact": system.impact,
        "subject": system.subject,
        "role": system.role,
        "automated_individual_decision": system.automated,
    }
