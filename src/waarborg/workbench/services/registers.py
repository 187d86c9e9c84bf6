"""Loading a register: systems, every version of their entries, what the rules read in them, states.

A second load of the same register changes nothing and leaves no event.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from attrs import define, field, frozen
from django.db import transaction

from waarborg.policy import Action
from waarborg.values.assessment import Assessment as Judged
from waarborg.values.entry import Entry
from waarborg.workbench.audit import record_event
from waarborg.workbench.folding import coded
from waarborg.workbench.models import Assessment, EntryVersion, System
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.organisations import ensure_organisations
from waarborg.workbench.services.register_rows import (
    Incoming,
    Known,
    assessment_of,
    describe,
    known_systems,
    version_of,
)
from waarborg.workbench.services.reviews import apply_reviews
from waarborg.workbench.states.renewal import BATCH, renew

Progress = Callable[[int], object]
_DESCRIBED = (
    "name",
    "organisation",
    "status",
    "url",
    "impact",
    "criteria",
    "subject",
    "role",
    "automated",
    "last_changed",
    "search_text",
)
_ROWS = 500


@frozen
class Loaded:
    """How many systems were new, changed in their entry, read anew by newer rules, or left as they were."""

    added: int
    changed: int
    assessed_anew: int
    unchanged: int

    @property
    def wrote(self) -> bool:
        """Whether anything was written at all."""
        return bool(self.added or self.changed or self.assessed_anew)


@define
class _Work:
    """What a load is going to write, gathered before anything is written."""

    is_demo: bool
    slugs: set[str]
    added: list[System] = field(factory=list)
    changed: list[System] = field(factory=list)
    assessed_anew: list[System] = field(factory=list)
    versions: list[EntryVersion] = field(factory=list)
    assessments: list[Assessment] = field(factory=list)
    unchanged: int = 0

    def take(self, incoming: Incoming, known: Known | None) -> None:
        """Sort one entry: new, changed, read anew, or nothing to do."""
        if known is None:
            self.added.append(self._version(self._system(incoming), incoming, 1))
        elif known.version.digest != incoming.digest:
            known.system.last_changed = incoming.read_on
            self.changed.append(self._version(known.system, incoming, known.version.number + 1))
        elif known.catalogue != incoming.judged.catalogue_version:
            self.assessments.append(assessment_of(known.system, known.version, incoming))
            self.assessed_anew.append(describe(known.system, incoming))
        else:
            self.unchanged += 1

    def _system(self, incoming: Incoming) -> System:
        entry = incoming.entry
        return System(
            register=entry.register,
            source_id=entry.source_id,
            slug=coded(f"{entry.name} {entry.source_id}", self.slugs),
            is_demo=self.is_demo,
            first_seen=incoming.read_on,
            last_changed=incoming.read_on,
        )

    def _version(self, system: System, incoming: Incoming, number: int) -> System:
        version = version_of(system, incoming, number)
        self.versions.append(version)
        self.assessments.append(assessment_of(system, version, incoming))
        return describe(system, incoming)


@transaction.atomic
def load_register(
    *,
    actor: Actor,
    entries: Iterable[tuple[Entry, Judged]],
    now: dt.datetime,
    read_on: dt.date,
    is_demo: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Bring the systems of a register up to date with its entries and their assessments.

    Every version of an entry is kept. ``progress`` takes the number of systems whose states are stored.

    Raises:
        Refused: by the policy.
    """
    permit(actor, Action.LOAD_REGISTER)
    judged = list(entries)
    organisations = ensure_organisations(entry.organisation for entry, _ in judged)
    known = known_systems({entry.register for entry, _ in judged})
    work = _Work(is_demo, set(System.objects.values_list("slug", flat=True)))
    for entry, reading in judged:
        incoming = Incoming(entry, reading, organisations[entry.organisation], read_on)
        work.take(incoming, known.get(incoming.key))
    loaded = Loaded(len(work.added), len(work.changed), len(work.assessed_anew), work.unchanged)
    if loaded.wrote:
        _write(work)
        _renew([*work.added, *work.changed, *work.assessed_anew], read_on, progress)
        _tell(actor, work, loaded, now)
    return loaded


def _write(work: _Work) -> None:
    apply_reviews(work.assessed_anew)
    System.objects.bulk_create(work.added, batch_size=_ROWS)
    System.objects.bulk_update([*work.changed, *work.assessed_anew], _DESCRIBED, batch_size=100)
    EntryVersion.objects.bulk_create(work.versions, batch_size=_ROWS)
    replaced = [row.system_id for row in work.assessments]
    for start in range(0, len(replaced), _ROWS):
        old = Assessment.objects.filter(system__in=replaced[start : start + _ROWS], is_current=True)
        old.update(is_current=False)
    Assessment.objects.bulk_create(work.assessments, batch_size=_ROWS)


def _renew(systems: Sequence[System], on: dt.date, progress: Progress | None) -> None:
    for start in range(0, len(systems), BATCH):
        renew(systems[start : start + BATCH], on=on)
        if progress:
            progress(min(start + BATCH, len(systems)))


def _tell(actor: Actor, work: _Work, loaded: Loaded, now: dt.datetime) -> None:
    """One event for the load; its payload names every version written by its digest."""
    rows = {row.pk: row for row in (*work.added, *work.changed, *work.assessed_anew)}
    written = sorted((rows[row.system_id].slug, row.digest) for row in work.versions)
    readings = sorted((rows[row.system_id].slug, row.catalogue_version) for row in work.assessments)
    registers = sorted({row.register for row in rows.values()})
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=Action.LOAD_REGISTER,
        kind="register",
        object_id=", ".join(registers),
        payload={"versions": written, "readings": readings, "added": loaded.added},
        at=now,
    )
