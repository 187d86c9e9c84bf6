"""Which ministry an office belongs to, by the names in ``ministries.yaml``."""

import re
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Ministry:
    """A ministry: ``abbreviations`` are whole words, ``names`` parts of the names of its offices."""

    id: str
    abbreviations: tuple[str, ...]
    names: tuple[str, ...]


@cache
def ministries() -> tuple[Ministry, ...]:
    """The ministries, read once."""
    return load_record(Path(__file__).with_suffix(".yaml"), tuple[Ministry, ...])


def ministries_of(office: str) -> tuple[str, ...]:
    """The ministries an office belongs to, by their ids; empty for an office of none of them."""
    return tuple(one.id for one in ministries() if belongs(office, one.abbreviations[0]))


def belongs(office: str, ministry: str) -> bool:
    """Whether an office, by its name, belongs to the ministry a user names: in short, in full or in part.

    An abbreviation in the name of the office decides; what no ministry of the list is called is looked for
    in the name itself.
    """
    name, wanted = office.casefold(), ministry.casefold().strip()
    asked = {one.id for one in ministries() if _is(wanted, one)}
    if not asked:
        return bool(wanted) and bool(re.search(rf"\b{re.escape(wanted)}\b", name))
    short = {one.id for one in ministries() if _words(name) & set(one.abbreviations)}
    return bool(asked & (short or {one.id for one in ministries() if _is(name, one)}))


def _is(text: str, ministry: Ministry) -> bool:
    return bool(_words(text) & set(ministry.abbreviations)) or any(name in text for name in ministry.names)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w&]+", text))
