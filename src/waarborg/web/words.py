"""Words on a page, in the language of the request: phrases, labels of codes, dates and numbers."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Protocol

from django.utils import translation

from waarborg import law
from waarborg.values.finding import Finding
from waarborg.wording import Language, has_phrase, phrase
from waarborg.wording import say as say_in
from waarborg.wording.dates import long_date


class _Named(Protocol):
    @property
    def name(self) -> law.Text: ...


_NAMED_BY_LAW: Mapping[str, Callable[[], Mapping[str, _Named]]] = {
    "organisation_kind": law.accountability_lines,
    "safeguard": law.safeguards,
    "criterion": law.impact_criteria,
}


def language() -> Language:
    """The language of this request; Dutch where none was chosen."""
    active = (translation.get_language() or "nl").split("-")[0]
    return "en" if active == "en" else "nl"


def t(code: str, **params: object) -> str:
    """The phrase ``code`` with ``params`` filled in."""
    return phrase(code, language(), **params)


def say(finding: Finding) -> str:
    """A finding as a sentence."""
    return say_in(finding, language())


def label(group: str, code: object) -> str:
    """The word for a code of the house, such as ``label("assess.impact", "high")``.

    The catalogues of law name what is theirs. A code that nothing names, from a case file of one's own, is
    shown as it was written.
    """
    name = str(getattr(code, "value", code))
    if not name:
        return t("page.unknown")
    if group in _NAMED_BY_LAW and name in _NAMED_BY_LAW[group]():
        return _NAMED_BY_LAW[group]()[name].name.said(language())
    key = f"{group}.{name}"
    return t(key) if has_phrase(key) else name.replace("_", " ")


def number(value: int) -> str:
    """A count with its thousands apart: 1.530 in Dutch, 1,530 in English."""
    english = f"{value:,}"
    return english if language() == "en" else english.replace(",", ".")


def day(value: dt.date | str | None) -> str:
    """A day in full: ``9 november 2023``. What a source wrote otherwise stays as it is; None is unknown."""
    if value is None or value == "":
        return t("page.unknown")
    if isinstance(value, dt.date):
        return long_date(value, language())
    return _written_day(value)


def when(date: dt.date | None, not_before: dt.date | None, not_after: dt.date | None) -> str:
    """When a fact lies: its day, else the bounds that are known, else unknown."""
    if date:
        return day(date)
    if not_before and not_after:
        return t("page.when.between", first=day(not_before), last=day(not_after))
    if not_before:
        return t("page.when.after", first=day(not_before))
    if not_after:
        return t("page.when.before", last=day(not_after))
    return t("page.unknown")


def _written_day(value: str) -> str:
    """A day as a source wrote it: ISO days and months are put in words, anything else is kept."""
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%Y-%m"):
        try:
            found = dt.datetime.strptime(value, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        return f"{label('month', found.month)} {found.year}" if form == "%Y-%m" else day(found)
    return value
