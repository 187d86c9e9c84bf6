"""What the API gives, field by field; the descriptions are those of ``openapi.json``."""

import datetime as dt
from typing import Generic, TypeVar

from ninja import Field, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

Any_ = TypeVar("Any_")


class Shape(Schema):
    """Fields in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Text(Shape):
    """A text as entered, in Dutch, with its English where it was given."""

    nl: str
    en: str | None = None


class Links(Shape):
    """Where this page, the next and the previous one stand; null where there is none."""

    self: str
    next: str | None = None
    previous: str | None = None


class Page(Shape, Generic[Any_]):
    """One page of a list; ``total`` counts the whole list."""

    items: list[Any_]
    total: int
    links: Links


class Problem(Shape):
    """What went wrong (RFC 9457): ``detail`` says what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str


class Organisation(Shape):
    """Who uses a system, and the bodies to which it accounts."""

    name: str
    kind: str
    bodies: list[str] = Field(description="Kinds of the bodies on its accountability line.")


class System(Shape):
    """A system as its register published it, with the impact that the rules read in the words."""

    id: str
    name: str
    organisation: Organisation
    status: str
    impact: str = Field(description="high, not_high or unknown; unknown is shown as unknown.")
    in_register: str = Field(..., alias="register", description="The register that published it.")
    source_id: str
    source_url: str | None
    first_seen: dt.date
    last_changed: dt.date
    is_demo: bool


class Quote(Shape):
    """The words a result rests on."""

    field: str
    text: str


class Impact(Shape):
    """Why a system was found to have this impact: rules by id, and the words."""

    level: str
    criteria: list[str]
    subject: str
    role: str
    automated_individual_decision: str
    rules: list[str]
    quotes: list[Quote]
    catalogue_version: str


class SafeguardState(Shape):
    """Where a safeguard of a system stands for the public, on the day it was computed."""

    safeguard: str
    system: str
    applicable: str
    bar: str
    evidence: str
    best_grade: str
    questions: str
    agreement: str
    settles: list[str] = Field(description="What would settle this, by code.")
    computed_on: dt.date


class Answer(Shape):
    """What followed on a question: an answer, a postponement, a refusal, or the verdict of the asker."""

    question: int
    kind: str
    date: dt.date
    party: str
    text: Text
    until: dt.date | None
    ground: str | None
    meeting: str | None
    is_demo: bool


class Question(Shape):
    """A question of a party to a party."""

    id: int
    date: dt.date
    party: str
    addressee: str
    system: str | None
    dossier: str | None
    safeguard: str | None
    text: Text
    term: dt.date | None
    state: str
    is_demo: bool


class Position(Shape):
    """Where a party stands on a safeguard, or on the forms of involvement."""

    date: dt.date
    party: str
    holder: str | None
    basis: str
    safeguard: str
    scope: str
    system: str | None
    stance: str
    text: Text
    condition: Text | None
    is_demo: bool


class Commitment(Shape):
    """A commitment or promise as it stands on a day."""

    id: str
    kind: str
    title: str
    dossier: str
    body: str
    status: str
    possibly: list[str]
    due: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    certainty: str | None
    days_late: int | None
    days_late_by: str | None = Field(description="The Chamber by whose calendar the days were counted.")
    responsible: str | None
    is_demo: bool


class Deadline(Shape):
    """A term, with the day it comes to or the bounds it lies between, and how sure that is."""

    dossier: str
    instrument: str
    words: str | None
    due: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    certainty: str
    basis: list[str]
    settles: list[str]


class Dossier(Shape):
    """A dossier of a body."""

    id: str
    number: str
    body: str
    title: str
    is_demo: bool


class Paper(Shape):
    """A paper of a dossier, with the day or the bounds of its day."""

    id: str
    dossier: str
    letter: str | None
    kind: str
    title: str | None
    date: dt.date | None
    not_before: dt.date | None
    not_after: dt.date | None
    certainty: str | None
