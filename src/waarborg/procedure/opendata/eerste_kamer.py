"""Key data of pages of the Eerste Kamer: a table of labels and values (HTML), or the same as JSON."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from attrs import evolve

from waarborg.procedure.opendata.reading import OpenData, day, shapes, text
from waarborg.values.case import CaseInstrument, Moment, Step, Term
from waarborg.values.finding import Finding, Where

_COMMITMENT = re.compile(r"T\d{4,}")
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")  # fmt: skip
_WRITTEN = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})")


def read_key_data(records: list[Mapping[str, Any]], file: Path) -> OpenData:
    """Read records of key data: commitments by a number such as T01234, all else motions."""
    found = OpenData(format="ek_key_data")
    for row, record in enumerate(records, 1):
        fields = {name: value for label, value in record.items() if (name := shapes().label(label))}
        number = text(fields.get("number"))
        if number is None:
            finding = Finding("opendata_without_number", {}, Where(file=str(file), row=row))
            found = evolve(found, findings=(*found.findings, finding))
            continue
        item = _item(number, fields, record, file)
        found = evolve(found, instruments=(*found.instruments, item))
    return found


def _item(number: str, fields: Mapping[str, Any], record: Mapping[str, Any], file: Path) -> CaseInstrument:
    commitment = _COMMITMENT.fullmatch(number) is not None
    until = _day(fields.get("deadline"))
    return CaseInstrument(
        id=number,
        kind="toezegging" if commitment else "motie",
        chamber="EK",
        title=text(fields.get("title")),
        status=shapes().status(text(fields.get("status"))),
        made=Moment(on=_day(fields.get("made"))),
        responsible=_first(fields.get("responsible")),
        committee=_first(fields.get("committee")),
        term=Term(day=until) if until else None,
        voted_on=_day(fields.get("voted_on")),
        register_number=number,
        history=tuple(_steps(record.get("gebeurtenissen"))),
        sources=(file.name,),
        other=dict(record),
    )


def _steps(events: Any) -> list[Step]:
    return [
        Step(
            status=shapes().status(text(event.get("soort"))) or "unknown",
            when=Moment(on=_day(event.get("datum"))),
            ground=text(event.get("grond")),
        )
        for event in (events if isinstance(events, list) else [])
    ]


def _first(value: Any) -> str | None:
    return text(value[0]) if isinstance(value, list) and value else text(value)


def _day(value: Any) -> Any:
    """A day in figures, or as a page writes it: 24 maart 2023."""
    written = _WRITTEN.search(str(value).casefold()) if value else None
    if written is None:
        return day(value)
    return day(f"{written[3]}-{_MONTHS.index(written[2]) + 1:02}-{int(written[1]):02}")


class KeyDataPage(HTMLParser):
    """The rows of the tables of a page: the text of each ``th`` with that of the ``td`` after it."""

    def __init__(self) -> None:
        """Begin with no rows."""
        super().__init__()
        self.rows: dict[str, str] = {}
        self._label = ""
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002  HTMLParser's signature
        """A cell begins."""
        if tag in {"th", "td"}:
            self._words = []

    def handle_data(self, data: str) -> None:
        """Words of a cell."""
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """A cell ends: a label is kept until its value comes; the first value of a label counts."""
        if tag not in {"th", "td"} or self._words is None:
            return
        said, self._words = " ".join(" ".join(self._words).split()), None
        if tag == "th":
            self._label = said
        elif self._label:
            self.rows.setdefault(self._label, said)
            self._label = ""


def key_data_of_page(page: str) -> dict[str, str]:
    """The labels and values of a page, in their order."""
    reader = KeyDataPage()
    reader.feed(page)
    reader.close()
    return reader.rows
