"""What the installed rules would read otherwise than the rules by which the record was read."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from waarborg.assessment import assess_all, rule_book
from waarborg.jobs.assess import place
from waarborg.values.assessment import Assessment as Judged
from waarborg.values.entry import Entry
from waarborg.workbench.models import Assessment, EntryVersion, System
from waarborg.workbench.services.register_rows import answers_of, result_of, stored_entry

_BATCH = 200
Progress = Callable[[int], object]


@frozen
class AnswerChange:
    """One answer that would change: an answer of ``answers_of``."""

    answer: str
    was: str
    becomes: str


@frozen(kw_only=True)
class NewReading:
    """A version read anew by the installed rules, with the answers that differ from its current reading."""

    system: System
    version: EntryVersion
    entry: Entry
    judged: Judged
    changes: tuple[AnswerChange, ...]


def read_by_others() -> int:
    """How many systems stand as rules of another version read them."""
    return Assessment.objects.filter(is_current=True).exclude(catalogue_version=rule_book().version).count()


def new_readings(progress: Progress | None = None) -> Iterator[NewReading]:
    """Every system that stands as other rules read it, read anew; nothing is written."""
    old = Assessment.objects.filter(is_current=True).exclude(catalogue_version=rule_book().version)
    keys = list(old.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        here = Assessment.objects.filter(pk__in=keys[start : start + _BATCH])
        rows = list(here.select_related("version", "system__organisation").order_by("pk"))
        judged = assess_all([stored_entry(row.system, row.version) for row in rows], place)
        for row, (entry, reading) in zip(rows, judged, strict=True):
            yield NewReading(
                system=row.system,
                version=row.version,
                entry=entry,
                judged=reading,
                changes=tuple(_changes(row.result, result_of(reading))),
            )
        if progress:
            progress(min(start + _BATCH, len(keys)))


def _changes(was: dict[str, Any], becomes: dict[str, Any]) -> Iterator[AnswerChange]:
    before = answers_of(was)
    for answer, value in answers_of(becomes).items():
        if before.get(answer, "") != value:
            yield AnswerChange(answer, before.get(answer, ""), value)
