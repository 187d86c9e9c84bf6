"""A letter as the record gives it, before it takes a form."""

import datetime as dt

from attrs import frozen


@frozen(kw_only=True)
class LetterQuestion:
    """A question in a letter: its number, its text, and what it is about."""

    number: int
    text: str
    system: str
    organisation: str
    safeguard: str


@frozen(kw_only=True)
class Letter:
    """A committee's letter with questions.

    ``dossier`` is the number of the dossier with its paper, where it has one; ``illustration`` marks a letter
    made from a demo, which no one sent.
    """

    sender: str
    addressee: str
    place: str
    date: dt.date
    subject: str
    questions: tuple[LetterQuestion, ...]
    answer_by: dt.date | None = None
    dossier: str | None = None
    reference: str | None = None
    illustration: bool = False
