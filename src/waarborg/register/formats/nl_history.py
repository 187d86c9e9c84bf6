"""The history download of the Dutch register: every version that was ever published, in CSV.

It has the columns of the plain download (``nl_csv``), with an algorithm on as many rows as it has versions.
An entry here is a version: its id is that of the algorithm, an ``@`` and the day it was published. A file in
which no algorithm stands twice among the first rows looks like a plain download; ``--format nl-history``
reads it as what it is.
"""

from collections import Counter
from collections.abc import Iterable

from attrs import evolve

from waarborg.register.formats import nl_csv
from waarborg.register.formats.form import Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

HISTORY = "nl-history"
"""The code of this form."""


def _entry(raw: RawRecord) -> Entry:
    entry = nl_csv.form.entry(raw)
    day = as_text(raw.values.get("publication_dt")).strip()[:10]
    if not (entry.source_id and day):
        return entry
    return evolve(entry, source_id=f"{entry.source_id}@{day}", dates={**entry.dates, "current_version": day})


def newest_versions(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of every algorithm its newest version, under its own id: what a plain download would hold of it."""
    found: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.dates.get("current_version", "")):
        own = entry.source_id.partition("@")[0]
        found[own] = evolve(entry, source_id=own)
    return tuple(found.values())


def _recognises(sample: Sample) -> bool:
    """Versions stand together in number; a plain download that repeats an id does so once."""
    if not (nl_csv.form.recognises(sample) and sample.has("algorithm_id", "publication_dt")):
        return False
    ids = Counter(as_text(record.values.get("algorithm_id")).strip() for record in sample.records)
    days = {
        (as_text(record.values.get("algorithm_id")), as_text(record.values.get("publication_dt")))
        for record in sample.records
    }
    return any(times > 1 for one, times in ids.items() if one) and len(days) == len(sample.records)


form = evolve(nl_csv.form, code=HISTORY, recognises=_recognises, entry=_entry)
