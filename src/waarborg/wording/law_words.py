"""How far a rule was read, and from when it holds, in words: the same on screen, paper and page."""

import datetime as dt
from typing import Protocol

from waarborg.law import Text, Verification, VerificationStatus
from waarborg.wording.catalogue import Language, phrase
from waarborg.wording.dates import long_date


class Valid(Protocol):
    """Whatever has a validity; None is "not established"."""

    @property
    def valid_from(self) -> dt.date | None:
        """The first day."""

    @property
    def valid_from_note(self) -> Text | None:
        """What is to be said of the first day."""

    @property
    def valid_until(self) -> dt.date | None:
        """The last day."""


def status_words(status: VerificationStatus, language: Language) -> str:
    """The status of a verification in words, without its date."""
    return phrase(f"law.status.{status.value}", language)


def verification_words(verification: Verification, language: Language) -> str:
    """How far a rule was verified, with the day it was: "text read on 23 November 2026"."""
    words = status_words(verification.status, language)
    if verification.checked_on is None:
        return words
    code = "law.read_on" if verification.status is VerificationStatus.TEXT else "law.checked_on"
    return phrase(code, language, words=words, day=long_date(verification.checked_on, language))


def day_words(day: dt.date | None, language: Language) -> str:
    """A day of a validity; None says that it is not established."""
    return phrase("law.not_established", language) if day is None else long_date(day, language)


def validity_words(rule: Valid, language: Language) -> str:
    """From when until when a rule holds, as far as established, with the note on its start."""
    words = phrase(
        "law.validity",
        language,
        start=day_words(rule.valid_from, language),
        end=day_words(rule.valid_until, language),
    )
    note = rule.valid_from_note
    return f"{words} ({note.said(language)})" if note else words
