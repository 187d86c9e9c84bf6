"""A paper while it is being written: plain texts that people edit, and that compare and store well."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import asdict, field, frozen

from waarborg.publication.papers.kinds import Kind, kinds
from waarborg.wording import Language


@frozen(kw_only=True)
class Annex:
    """An annex: what it is called, and what a reader should know of it."""

    name: str
    information: str = ""


@frozen(kw_only=True)
class Draft:
    """A paper in the making.

    ``fields`` are the lines of the frame by code, ``sections`` the texts of its parts by code (see ``markup``
    for what signs mean). ``signature`` holds the lines below the text. ``illustration`` marks what no real
    party wrote.
    """

    kind: str
    language: Language
    title: str
    sender: str
    date: dt.date | None = None
    fields: Mapping[str, str] = field(factory=dict)
    sections: Mapping[str, str] = field(factory=dict)
    annexes: tuple[Annex, ...] = ()
    signature: tuple[str, ...] = ()
    illustration: bool = False

    @property
    def of_kind(self) -> Kind:
        """Its kind."""
        return kinds()[self.kind]

    def open_parts(self) -> tuple[str, ...]:
        """The parts that must be filled and are not: a paper with one of these is not fit to go out."""
        return tuple(
            one.id
            for one in self.of_kind.sections
            if one.needed and not self.sections.get(one.id, "").strip()
        )

    def as_data(self) -> dict[str, Any]:
        """The draft as plain data, for storing; ``draft_of`` reads it again."""
        data = asdict(self)
        return {**data, "date": self.date.isoformat() if self.date else None}


def draft_of(data: Mapping[str, Any]) -> Draft:
    """The draft that ``as_data`` gave."""
    return Draft(
        **{
            **data,
            "date": dt.date.fromisoformat(data["date"]) if data.get("date") else None,
            "annexes": tuple(Annex(**annex) for annex in data.get("annexes", ())),
            "signature": tuple(data.get("signature", ())),
        }
    )
