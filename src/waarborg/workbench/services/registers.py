"""Loading a register: systems, every version of their entries, what the rules read in them, states.

Entries are taken a batch at a time, so that a register of any size fits in memory, all in one transaction:
what turns out to be unreadable further on leaves nothing behind. A second load of the same register changes
nothing and leaves no event.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from attrs import asdict, define, field
from django.db import transaction

from waarborg.policy import Action
from waarborg.register import differing
from waarborg.values.assessment import Assessment as Judged
from waarborg.values.entry import Entry
from waarborg.workbench.audit import record_event
from waarborg.workbench.folding import coded
from waarborg.workbench.models import Assessment, EntryVersion, System
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.organisations import ensure_organisations
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.register_rows import (
    Incoming,
    Known,
    assessment_of,
    describe,
    known_systems,
    last_reading,
    stored_entry,
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
    "gone_on",
    "search_text",
)
_ROWS = 500


@define
class Loaded:
    """How many systems were new, changed, or left as they were.

    ``reformed`` counts those of which only the form changed in which the register was collected or written;
    ``gone`` those that are no longer in the register, counted only where the whole of it was read.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    reformed: int = 0
    gone: int = 0

    @property
    def wrote(self) -> bool:
        """Whether anything was written at all."""
        return bool(self.added or self.changed or self.reformed or self.gone)


@define
class _Batch:
    """What some entries are going to write, gathered before any of it is written."""

    added: list[System] = field(factory=list)
    described: list[System] = field(factory=list)
    versions: list[EntryVersion] = field(factory=list)
    assessments: list[Assessment] = field(factory=list)

    @property
    def systems(self) -> list[System]:
        """The systems that are written, new or not."""
        return [*self.added, *self.described]

    def write(self) -> None:
        """Write it."""
        System.objects.bulk_create(self.added, batch_size=_ROWS)
        EntryVersion.objects.bulk_create(self.versions, batch_size=_ROWS)
        apply_reviews(self.described)
        System.objects.bulk_update(self.described, _DESCRIBED, batch_size=100)
        replaced = [row.system_id for row in self.assessments]
        Assessment.objects.filter(system__in=replaced, is_current=True).update(is_current=False)
        Assessment.objects.bulk_create(self.assessments, batch_size=_ROWS)


@define
class _Load:
    """A load under way. Of what is written only a running digest is kept, and of what was read the ids."""

    is_demo: bool
    read_on: dt.date
    loaded: Loaded = field(factory=Loaded)
    read: dict[str, set[str]] = field(factory=dict)
    versions: int = 0
    _slugs: set[str] = field(factory=lambda: set(System.objects.values_list("slug", flat=True)))
    _written: "hashlib._Hash" = field(factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        """The SHA-256 over the lines ``slug number digest`` of the versions written, in their order."""
        return self._written.hexdigest()

    def take(self, judged: Sequence[tuple[Entry, Judged]]) -> list[System]:
        """Write a batch, and give the systems whose states are to be renewed."""
        organisations = ensure_organisations(entry.organisation for entry, _ in judged)
        known = known_systems([entry for entry, _ in judged])
        batch = _Batch()
        for entry, reading in judged:
            if entry.register not in self.read:
                self.read[entry.register] = set()
                _refuse_older(last_reading(entry.register), self.read_on)
            self.read[entry.register].add(entry.source_id)
            incoming = Incoming(entry, reading, organisations[entry.organisation], self.read_on)
            self._sort(incoming, known.get(incoming.key), batch)
        batch.write()
        for version in batch.versions:
            self._written.update(f"{version.system.slug} {version.number} {version.digest}\n".encode())
        self.versions += len(batch.versions)
        return batch.systems

    def _sort(self, incoming: Incoming, known: Known | None, batch: _Batch) -> None:
        """Sort one entry: new, changed, of another form, read anew, or nothing to do."""
        if known is None:
            system = self._system(incoming)
            batch.added.append(self._version(system, incoming, batch, number=1))
            self.loaded.added += 1
            return
        _refuse_older(known.version.read_on, self.read_on)
        if known.version.digest != incoming.digest:
            changed = _changed(known, incoming.entry)
            self._mark(known.system, changed=bool(changed) or known.system.gone_on is not None)
            number = known.version.number + 1
            batch.described.append(self._version(known.system, incoming, batch, number, changed))
        elif known.system.gone_on:
            self._mark(known.system, changed=True)
            batch.described.append(known.system)
        else:
            self.loaded.unchanged += 1

    def _mark(self, system: System, *, changed: bool) -> None:
        """Count a system that is here again with another record; only its content moves its day."""
        system.gone_on = None
        if changed:
            system.last_changed = self.read_on
        self.loaded.changed += changed
        self.loaded.reformed += not changed

    def _system(self, incoming: Incoming) -> System:
        entry = incoming.entry
        return System(
            register=entry.register,
            source_id=entry.source_id,
            slug=coded(f"{entry.name} {entry.source_id}", self._slugs),
            is_demo=self.is_demo,
            first_seen=incoming.read_on,
            last_changed=incoming.read_on,
        )

    def _version(
        self, system: System, incoming: Incoming, batch: _Batch, number: int, changed: Sequence[str] = ()
    ) -> System:
        version = version_of(system, incoming, number, changed)
        batch.versions.append(version)
        batch.assessments.append(assessment_of(system, version, incoming))
        return describe(system, incoming)


@transaction.atomic
def load_register(  # noqa: PLR0913  keyword-only: one parameter a fact of the load
    *,
    actor: Actor,
    entries: Iterable[tuple[Entry, Judged]],
    now: dt.datetime,
    read_on: dt.date,
    is_demo: bool = False,
    whole: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Bring the systems of a register up to date with its entries and their assessments.

    Every version of an entry is kept. ``read_on`` is the day on which the register stood so. With ``whole``
    the systems of the same register that are not among the entries are marked as gone from it. ``progress``
    takes the number of entries stored.

    Raises:
        Refused: by the policy, or ``register_older_than_record`` when a newer reading is there already.
    """
    permit(actor, Action.LOAD_REGISTER)
    load, left, done = _Load(is_demo, read_on), iter(entries), 0
    while judged := tuple(islice(left, BATCH)):
        if written := load.take(judged):
            renew(written, on=read_on)
        done += len(judged)
        if progress:
            progress(done)
    if whole:
        load.loaded.gone = sum(_mark_gone(register, read, read_on) for register, read in load.read.items())
    if load.loaded.wrote:
        _tell(actor, load, now)
    return load.loaded


def _changed(known: Known, entry: Entry) -> list[str]:
    """The fields in which an entry differs from the version that is there; none where only the form does."""
    same_form = known.version.raw.keys() == entry.raw.keys()
    return sorted(differing(stored_entry(known.system, known.version), entry, same_form=same_form))


def _refuse_older(known: dt.date | None, read_on: dt.date) -> None:
    """Refuse a reading of a day before one that is there: new and gone would be upside down."""
    if known and known > read_on:
        raise Refused("register_older_than_record", read=read_on, known=known)


def _mark_gone(register: str, read: set[str], on: dt.date) -> int:
    """Mark the systems that a whole reading of their register does not hold any more; how many they are."""
    there = System.objects.filter(register=register, gone_on=None).values_list("pk", "source_id")
    gone = [key for key, source_id in there.iterator() if source_id not in read]
    for start in range(0, len(gone), _ROWS):
        System.objects.filter(pk__in=gone[start : start + _ROWS]).update(gone_on=on)
    return len(gone)


def _tell(actor: Actor, load: _Load, now: dt.datetime) -> None:
    """One event for the load, with a digest over the digests of all versions written."""
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=Action.LOAD_REGISTER,
        kind="register",
        object_id=", ".join(sorted(load.read)),
        payload={**asdict(load.loaded), "versions": load.versions, "digest": load.digest},
        at=now,
    )
