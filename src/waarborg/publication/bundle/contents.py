"""What a bundle is made of: a dossier as it is known to the public on a day."""

import datetime as dt
from collections.abc import Mapping

from attrs import field, frozen

from waarborg.procedure.timeline import Item
from waarborg.publication.papers import Draft
from waarborg.values.case import Case
from waarborg.wording import Language


@frozen(kw_only=True)
class BundledPaper:
    """A paper of the bundle in the languages that it is in.

    ``published_on`` is the day a party published it on the workbench; None where Waarborg drafted it again
    from the record, so that the original stands elsewhere.
    """

    code: str
    drafts: Mapping[Language, Draft]
    published_on: dt.date | None = None


@frozen(kw_only=True)
class BundledQuestion:
    """A public question on the dossier; ``answer`` is empty while there is none."""

    id: str
    asked_on: dt.date
    by: str
    to: str
    safeguard: str
    text: Mapping[Language, str]
    state: str
    term: dt.date | None = None
    answer: Mapping[Language, str] = field(factory=dict)
    answered_on: dt.date | None = None


@frozen(kw_only=True)
class BundledPosition:
    """A public position that rests on a commitment of the dossier."""

    date: dt.date
    party: str
    holder: str
    basis: str
    safeguard: str
    stance: str
    text: Mapping[Language, str]
    condition: Mapping[Language, str]
    commitment: str


@frozen(kw_only=True)
class Contents:
    """All of it. ``slug`` names the dossier in the manifest, ``items`` say how things stand on ``on``.

    ``officials`` are names that must not go out by accident: they are looked for in every file.
    """

    slug: str
    on: dt.date
    case: Case
    items: tuple[Item, ...]
    papers: tuple[BundledPaper, ...] = ()
    questions: tuple[BundledQuestion, ...] = ()
    positions: tuple[BundledPosition, ...] = ()
    officials: tuple[str, ...] = ()
    is_demo: bool = False
