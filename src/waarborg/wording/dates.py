"""Dates in words, per language."""

import datetime as dt

from waarborg.wording.catalogue import Language, phrase


def long_date(day: dt.date, language: Language) -> str:
    """A date as a letter writes it: 9 november 2023, 9 November 2023."""
    return f"{day.day} {phrase(f'month.{day.month}', language)} {day.year}"
