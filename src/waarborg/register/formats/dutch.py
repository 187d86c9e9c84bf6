"""What every form of the Dutch register shares: canonical fields to an entry."""

from collections.abc import Collection, Mapping

from waarborg.register.fields import fields_without, register_fields, text_fields
from waarborg.register.published_text import as_text, themes
from waarborg.register.status import status_of
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

REGISTER = "nl"
PAGE = "https://algoritmes.overheid.nl/nl/algoritme/{}"
_LANGUAGES = {
    "nld": "nl",
    "nederlands": "nl",
    "nl": "nl",
    "eng": "en",
    "engels": "en",
    "en": "en",
    "fry": "fy",
}

_ENGLISH = frozenset(
    {
        "in use",
        "in development",
        "out of use",
        "impactful algorithms",
        "other algorithms",
        "high-risk ai-system",
    }
)


def dutch_entry(
    raw: RawRecord,
    values: Mapping[str, object],
    *,
    source_id: str,
    dates: Mapping[str, str] | None = None,
    absent: Collection[str] = (),
) -> Entry:
    """An entry from ``values`` by canonical field name; ``raw`` is kept whole.

    ``absent`` names the fields this form has no place for, besides those that the version of the standard
    has not.
    """
    version = as_text(values.get("standard_version")).strip() or None
    texts = _texts(values)
    return Entry(
        register=REGISTER,
        source_id=source_id,
        name=texts.get("name", "").strip(),
        organisation=as_text(values.get("organization")).strip(),
        status=status_of(texts.get("status", "")),
        dates={**_dates(values), **(dates or {})},
        texts=texts,
        category=texts.get("publication_category"),
        language=_language(values),
        url=PAGE.format(source_id) if source_id else None,
        standard_version=version,
        row=raw.row,
        absent_fields=fields_without(version).union(absent),
        raw=raw.values,
    )


def _language(values: Mapping[str, object]) -> str:
    """The language an entry is written in.

    The English download translates the closed lists, and keeps or translates what stands in ``lang``; so the
    words of the lists count first, then ``language`` (which the register's software sets) and ``lang``.
    """
    words = {as_text(values.get(name)).strip().casefold() for name in ("status", "publication_category")}
    if words & _ENGLISH:
        return "en"
    named = (as_text(values.get(name)).strip().casefold() for name in ("language", "lang"))
    return next((_LANGUAGES[name] for name in named if name in _LANGUAGES), "nl")


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    wanted = text_fields()
    made = {
        name: themes(value) if name == "category" else as_text(value)
        for name, value in values.items()
        if name in wanted
    }
    return {name: text for name, text in made.items() if text.strip()}


def _dates(values: Mapping[str, object]) -> dict[str, str]:
    fields = register_fields()
    names = [name for name in values if name in fields and fields[name].kind == "date"]
    found = {name: as_text(values[name]).strip() for name in names}
    return {name: text for name, text in found.items() if text}
