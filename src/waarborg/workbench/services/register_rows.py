"""One register entry as rows: a system, a version of its entry, an assessment."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import attrs
from attrs import frozen
from django.db.models import Max, OuterRef, QuerySet, Subquery

from waarborg.values.assessment import Assessment as Judged
from waarborg.values.entry import Entry, SystemStatus
from waarborg.workbench.audit import digest_of
from waarborg.workbench.folding import folded
from waarborg.workbench.models import Assessment, EntryVersion, Organisation, System

_LONGEST_ADDRESS = 500
_LONGEST_NAME = 500


@frozen
class Incoming:
    """An entry as it comes in, what the rules read in it, whose it is, and the day it was read."""

    entry: Entry
    judged: Judged
    organisation: Organisation
    read_on: dt.date

    @property
    def key(self) -> tuple[str, str]:
        """What identifies its system."""
        return self.entry.register, self.entry.source_id

    @property
    def digest(self) -> str:
        """The SHA-256 of all that was published; the row it stood in is none of it."""
        return digest_of({**attrs.asdict(self.entry, recurse=False), "row": 0, "absent_fields": self.absent})

    @property
    def absent(self) -> list[str]:
        """The fields that the format has no place for, in a fixed order."""
        return sorted(self.entry.absent_fields)


@frozen
class Known:
    """A system that is there, and its newest version."""

    system: System
    version: EntryVersion


def known_systems(entries: Sequence[Entry]) -> dict[tuple[str, str], Known]:
    """The systems that are there of these entries, by register and id, in two queries a register."""
    ids: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        ids[entry.register].append(entry.source_id)
    return {
        (row.register, row.source_id): row_known
        for register, wanted in ids.items()
        for row, row_known in _known(System.objects.filter(register=register, source_id__in=wanted))
    }


def _known(systems: QuerySet[System]) -> list[tuple[System, Known]]:
    found = list(systems.select_related("organisation"))
    newest = EntryVersion.objects.filter(system=OuterRef("system")).order_by("-number").values("number")[:1]
    versions = {
        row.system_id: row for row in EntryVersion.objects.filter(system__in=found, number=Subquery(newest))
    }
    return [(row, Known(row, versions[row.pk])) for row in found]


def last_reading(register: str) -> dt.date | None:
    """The last day on which a reading of a register brought something, or None where there was none."""
    days = System.objects.filter(register=register).aggregate(
        seen=Max("first_seen"), changed=Max("last_changed"), gone=Max("gone_on")
    )
    return max((day for day in days.values() if day), default=None)


def stored_entry(system: System, version: EntryVersion) -> Entry:
    """The entry that a version was read from, as far as entries are compared; the newest version's state."""
    return Entry(
        register=system.register,
        source_id=system.source_id,
        name=version.texts.get("name", system.name),
        organisation=version.organisation_name or system.organisation.name,
        status=SystemStatus(system.status),
        dates=version.dates,
        texts=version.texts,
        language=version.language,
        absent_fields=frozenset(version.absent_fields),
        raw=version.raw,
    )


def describe(system: System, incoming: Incoming) -> System:
    """Bring the columns that repeat entry and reading up to date."""
    entry, judged = incoming.entry, incoming.judged
    system.name = entry.name[:_LONGEST_NAME]
    system.organisation = incoming.organisation
    system.status = entry.status.value
    system.url = entry.url if entry.url and len(entry.url) <= _LONGEST_ADDRESS else ""
    system.impact = judged.impact.level.value
    system.criteria = list(judged.impact.criteria)
    system.subject = judged.subject.value
    system.role = judged.role.value
    system.automated = judged.automated_individual_decision.value
    system.search_text = folded(" ".join((entry.name, entry.organisation, *entry.texts.values())))
    return system


def version_of(system: System, incoming: Incoming, number: int, changed: Sequence[str]) -> EntryVersion:
    """The entry as read, whole, with the fields in which it differs from the version before."""
    entry = incoming.entry
    return EntryVersion(
        system=system,
        number=number,
        digest=incoming.digest,
        read_on=incoming.read_on,
        language=entry.language,
        standard_version=entry.standard_version or "",
        organisation_name=entry.organisation,
        changed_fields=list(changed),
        dates=dict(entry.dates),
        texts=dict(entry.texts),
        absent_fields=incoming.absent,
        raw=dict(entry.raw),
    )


def assessment_of(system: System, version: EntryVersion, incoming: Incoming) -> Assessment:
    """What the rules read, kept as they gave it."""
    judged = incoming.judged
    return Assessment(
        version=version,
        system=system,
        catalogue_version=judged.catalogue_version,
        level=judged.impact.level.value,
        result=result_of(judged),
        assessed_on=incoming.read_on,
    )


def result_of(judged: Judged) -> dict[str, Any]:
    """An assessment as JSON holds it."""
    return attrs.asdict(judged, value_serializer=_plain)


def answers_of(result: dict[str, Any]) -> dict[str, str]:
    """What ``result_of`` answered: ``impact``, the plain answers by name, and each safeguard by its id."""
    plain = {name: result[name]["value"] for name in ("subject", "role", "automated_individual_decision")}
    stated = {name: each["value"] for name, each in result["statements"].items()}
    return {"impact": result["impact"]["level"], **plain, **stated}


def _plain(_: object, __: object, value: object) -> object:
    return dict(value) if isinstance(value, dict) else value
