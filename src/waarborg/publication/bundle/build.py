"""A bundle as files in memory: pages, tables, papers and a calendar. Nothing is written here."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

from waarborg.procedure.timeline import Item
from waarborg.publication.bundle.contents import BundledPaper, Contents
from waarborg.publication.bundle.site import page
from waarborg.publication.bundle.tables import tables
from waarborg.publication.check import Decision, Mark, left_in, names_on_record, open_marks
from waarborg.publication.check.deciding import REDACT
from waarborg.publication.ics import CalendarDay, calendar_feed
from waarborg.publication.papers import compose, docx_bytes, html_text, pdf_bytes
from waarborg.publication.papers.style import NEUTRAL, HouseStyle
from waarborg.publication.papers.telling import said
from waarborg.wording import Language, phrase

PAGES: Mapping[Language, str] = {"nl": "index.html", "en": "en.html"}
MEDIA_TYPES: Mapping[str, str] = {
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def bundle_files(
    contents: Contents, style: HouseStyle = NEUTRAL, progress: Callable[[int], None] = lambda _: None
) -> dict[str, bytes]:
    """Every file of the bundle by its path: the same bytes for the same contents.

    Args:
        contents: the dossier as it is known to the public on a day.
        style: the operator's house style, for the papers.
        progress: called with the number of papers that are done.

    Raises:
        UnusableInput: as the forms of a paper raise.
    """
    found: dict[str, bytes] = {}
    per_paper: dict[tuple[str, Language], list[str]] = {}
    for done, (paper, stem) in enumerate(_named(contents.papers), 1):
        for language, draft in paper.drafts.items():
            composed = compose(draft, public=True)
            forms = {
                "pdf": pdf_bytes(composed, style),
                "docx": docx_bytes(composed, style),
                "html": html_text(composed, style).encode(),
            }
            paths = {f"papers/{stem}.{language}.{form}": content for form, content in forms.items()}
            found |= paths
            per_paper[paper.code, language] = list(paths)
        progress(done)
    made = tables(contents)
    for table in made:
        found[f"data/{table.name}.csv"] = table.as_csv()
        found[f"data/{table.name}.json"] = table.as_json()
    found["deadlines.ics"] = _calendar(contents)
    for language, name in PAGES.items():
        files = {
            paper.code: per_paper.get((paper.code, language), per_paper.get((paper.code, other), []))
            for paper in contents.papers
            for other in paper.drafts
        }
        found[name] = page(contents, language, made, files).encode()
    return found


def still_open(
    contents: Contents, files: Mapping[str, bytes], decisions: Iterable[Decision]
) -> tuple[Mark, ...]:
    """What stops the bundle: marks nobody decided on, and words taken out that still stand in a file.

    Only what stands in a file counts: a record knows more than goes out.
    """
    told = tuple(decisions)
    found = open_marks(contents, told, names_on_record(contents.case.parties, _officials(contents)))
    taken_out = [Mark("left", one.text, "") for one in told if one.decision == REDACT]
    out = {text for _, text in left_in(files, [mark.text for mark in (*found, *taken_out)])}
    return tuple(mark for mark in (*found, *taken_out) if mark.text in out)


def _officials(contents: Contents) -> Iterable[str]:
    """The officials the record knows, with those who drafted a paper."""
    drafts = (draft for paper in contents.papers for draft in paper.drafts.values())
    return (*contents.officials, *(draft.fields.get("drafted_by", "") for draft in drafts))


def media_type(path: str) -> str:
    """What kind of file a path of the bundle is."""
    return MEDIA_TYPES[path.rsplit(".", 1)[-1]]


def _named(papers: Iterable[BundledPaper]) -> Iterable[tuple[BundledPaper, str]]:
    """Each paper with the name of its files: its code in signs that every system can store."""
    taken: set[str] = set()
    for paper in papers:
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", paper.code).strip(".-")[:80] or "paper"
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain}-{count}"
        taken.add(name.casefold())
        yield paper, name


def _calendar(contents: Contents) -> bytes:
    """Every term that has a day, or a last day; stamped by the day of the bundle, to stay the same."""
    titles = {one.id: {"title": one.title, **one.other} for one in contents.case.instruments}
    days = [day for item in contents.items if (day := _day(item, titles.get(item.id, {}), contents))]
    name = phrase("bundle.title", "nl", number=contents.case.dossier.number)
    return calendar_feed(days, name=name, stamped=dt.datetime.combine(contents.on, dt.time(), dt.UTC))


def _day(item: Item, title: Mapping[str, object], contents: Contents) -> CalendarDay | None:
    day = item.due or item.latest
    if day is None:
        return None
    what = said(title, "title", "nl") or item.id
    return CalendarDay(
        uid=f"{contents.slug}-{item.id}@waarborg",
        day=day,
        title=f"{phrase(f'kind.{item.kind}', 'nl')}: {what}",
        tentative=item.due is None or item.certainty not in {"stated", "derived"},
    )
