"""A bundle of the demo's own dossier, made once."""

import datetime as dt
from functools import cache
from pathlib import Path

from waarborg.law.calendars import known_calendars
from waarborg.procedure.timeline import timeline
from waarborg.procedure.timeline.known import as_known_on
from waarborg.publication.bundle import (
    BundledPaper,
    Contents,
    Manifest,
    bundle_files,
    manifest_of,
    place,
    published_in,
)
from waarborg.publication.papers import note
from waarborg.wording import LANGUAGES

from ..papers.papers import NOTE, demo_case

ON = dt.date(2024, 1, 31)
AT = dt.datetime(2024, 1, 31, 9, 30, tzinfo=dt.UTC)


def contents(on: dt.date = ON) -> Contents:
    """Dossier CXLVII as known on a day, with its note."""
    case = as_known_on(demo_case(), on)
    drafts = {language: note(case, NOTE, language=language) for language in LANGUAGES}
    return Contents(
        slug="cxlvii",
        on=on,
        case=case,
        items=timeline(case, on, known_calendars()).items,
        papers=(BundledPaper(code=NOTE, drafts=drafts),),
    )


@cache
def files(on: dt.date = ON) -> dict[str, bytes]:
    """The files of that dossier."""
    return bundle_files(contents(on))


def publish(folder: Path, on: dt.date = ON, at: dt.datetime = AT, slug: str = "cxlvii") -> Manifest:
    """Place them in a folder."""
    made = manifest_of(files(on), published_in(folder, slug), dossier=slug, on=on, at=at)
    place(files(on), made, folder)
    return made
