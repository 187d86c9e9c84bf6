"""Shapes of what belongs to a person and is written in figures or signs: numbers, addresses, a day of birth.

A shape is wide where people write a thing in many ways, and a test of its own (an eleven test, a check sum)
narrows it where one exists. What a label names ("BSN:", "tel.") is marked whether or not it passes.
"""

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from waarborg.publication.check.lexicon import phrases

_PART = r"[\s()./\\_\u00b7\u2010-\u2015\u2212-]*"
"""What people put between the figures of a phone number."""
_AT = r"(?:\s?[@\uff20]\s?|\s*[\[({<]\s*(?:at|apenstaartje|@)\s*[\])}>]\s*|%40|\s+apenstaartje\s+)"
_DOT = r"(?:\s*[\[({]\s*(?:dot|punt|\.)\s*[\])}]\s*|\s+(?:dot|punt)\s+|\.)"
_LOCAL = r"[\w!#$%&'*+=?^`{|}~\u2019.-]{1,64}"
_DOMAIN = r"[\w-]+"
_SUFFIX = r"(?:nl|com|org|net|eu|be|de|gov|info|int|uk)"
_MONTH = r"[^\W\d_]{3,10}\.?"
_ACCOUNTS = (
    "NL18 BE16 DE22 FR27 GB22 IE22 ES24 PT25 IT27 LU20 AT20 CH21 DK18 SE24 NO15 FI18 PL28 CZ24 RO24 HU28"
    " BG22 GR27 TR26 MA28 HR21 SK24 SI19 EE20 LV21 LT20"
)
"""Countries, each with the length of its account numbers (ISO 13616, registry of SWIFT)."""
_NINE, _ELEVEN = 9, 11
_DATE = re.compile(r"\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{4}|\d{4}\s?[-./]\s?\d{2}\s?[-./]\s?\d{2}(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\D+(?:19|20)\d\d)+")


@frozen
class Shape:
    """A kind of mark, the pattern that finds it (or its group ``it``), and the test it must pass besides."""

    kind: str
    pattern: re.Pattern[str]
    passes: Callable[[str], bool] = bool


def found_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """What is found in a text, as kind, start and end; the same words can be found more than once."""
    for shape in _SHAPES:
        for match in shape.pattern.finditer(text):
            if shape.passes(match.group()):
                part = "it" if "it" in shape.pattern.groupindex else 0
                yield shape.kind, match.start(part), match.end(part)


def _is_citizen_number(words: str) -> bool:
    """The eleven test of a burgerservicenummer: 9 a + 8 b + ... + 2 h - i is a multiple of eleven."""
    digits = [int(sign) for sign in words if sign.isdigit()]
    weighed = [digit * (_NINE - place) for place, digit in enumerate(digits[:-1])]
    return any(digits) and (sum(weighed) - digits[-1]) % _ELEVEN == 0


def _is_account(words: str) -> bool:
    """A Dutch account by its shape; any other by its check sum (ISO 13616: modulo 97 is 1)."""
    plain = re.sub(r"[\W_]", "", words).upper()
    if plain.startswith("NL"):
        return True
    moved = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])
    return int(moved) % 97 == 1


def _is_phone(words: str) -> bool:
    """Not a day, and no row of years."""
    return not (_DATE.match(words.strip()) or _YEARS.fullmatch(words.strip()))


def _is_no_office(words: str) -> bool:
    """A post box is of an office; a postal code alone, before a place, can be of a home."""
    return not words.startswith("Postbus")


def _shape(
    kind: str, pattern: str, passes: Callable[[str], bool] = bool, flags: int = re.IGNORECASE
) -> Shape:
    return Shape(kind, re.compile(pattern, flags), passes)


def _accounts() -> str:
    countries = "|".join(
        rf"{one[:2]}\d\d(?:[ .\u00a0-]?[A-Z0-9]){{{int(one[2:]) - 4}}}" for one in _ACCOUNTS.split()
    )
    return rf"(?<![A-Z0-9])(?:{countries})(?![A-Z0-9])"


_COUNTRY = rf"(?:\+|00)\s?31{_PART}(?:\(?0\)?)?{_PART}"
_LABEL = r"\b(?:tel(?:efoon)?(?:nr|nummer)?|mob(?:iel)?|phone|telephone|gsm)\b[\s.:]*(?:nr\.?|nummer|number)?"
_CITIZEN = r"\b(?:bsn|burgerservice\s?nummer|sofi-?\s?nummer|citizen service number)"
_OF_IT = r"\W{0,3}(?:nr\.?|nummer|number|is)?\W{0,3}"
_IN_GROUPS = r"\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{2}[. ]\d{3}[. ]\d{4}"
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019.-]*"
_STREET = rf"(?:{_WORD}\s+){{0,2}}{_WORD}(?:{'|'.join(phrases('streets'))})"
_HOUSE = r"\d{1,5}(?:\s?[a-zA-Z](?!\w))?(?:\s?[-/]\s?\d{1,4})?(?!\d)"
_AVENUE = rf"(?:Laan|Plein|Kade|Hof)\s+(?:(?:van|de|der|den|het)\s+)+{_WORD}"
_CODE = r"[1-9]\d{3}\s?(?!SA|SD|SS|EK|TK|EU)[A-Z]{2}(?!\w)"
_DAY = rf"\d{{1,2}}[-/. ]+(?:\d\d?|{_MONTH})[-/. ]+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d"
_BORN = r"\b(?:geboren|geboortedatum|geb\.|born|date of birth|birth date)\W{0,4}(?:op|on)?"
_SHAPES: tuple[Shape, ...] = (
    _shape("email", rf"{_LOCAL}{_AT}{_DOMAIN}(?:{_DOT}{_DOMAIN})+"),
    _shape("email", rf"{_LOCAL}\s+at\s+{_DOMAIN}(?:{_DOT}{_DOMAIN})*{_DOT}{_SUFFIX}\b"),
    _shape(
        "phone",
        rf"(?<!\d)(?<!\d{{4}}-)(?:\(?{_COUNTRY}|\(?0\)?{_PART})[1-9](?:{_PART}\d){{8}}(?!\d)",
        _is_phone,
    ),
    _shape("phone", rf"(?<![\w:+])\(?(?:\+|00)\s?(?!31)[1-9](?:{_PART}\d){{7,13}}(?!\d)", _is_phone),
    _shape("phone", rf"(?<![\d.,-])31[\s-]?6(?:{_PART}\d){{8}}(?!\d)", _is_phone),
    _shape("phone", rf"{_LABEL}[\s:]*(?P<it>\+?\d(?:{_PART}\d){{5,13}})(?!\d)", _is_phone),
    _shape("phone", r"\b(?:toestel|doorkiesnummer|extension)\b[\s.:]*\d{2,6}(?!\d)"),
    _shape("iban", _accounts(), _is_account),
    _shape("citizen_number", r"(?<![\w.-])\d{9}(?![\w-])", _is_citizen_number),
    _shape("citizen_number", rf"(?<![\w.,-])(?:{_IN_GROUPS})(?![\w-])", _is_citizen_number),
    _shape("citizen_number", rf"{_CITIZEN}{_OF_IT}(?P<it>\d(?:[ .-]?\d){{7,8}})(?!\d)"),
    _shape("address", rf"(?<!\w)(?:{_STREET}|{_AVENUE})\s+{_HOUSE}(?:,?\s+{_CODE})?", flags=0),
    _shape("address", rf"(?:Postbus\s\d+,?\s*)?(?<![\w.-]){_CODE}(?=,?\s+{_WORD})", _is_no_office, flags=0),
    _shape("birth", rf"{_BORN}\s*(?:{_DAY})"),
)
