"""What is wrong with a published text: letters lost or broken, words glued, nothing said, cut off."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from waarborg.register.fields import register_fields
from waarborg.register.personal_addresses import personal_addresses
from waarborg.register.placeholders import is_placeholder
from waarborg.register.published_text import themes
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where

Found: TypeAlias = tuple[str, dict[str, object], Severity]

LOST = "\ufffd"
"""What a decoder puts where a letter was lost."""

_SECOND = re.escape("".join(bytes([byte]).decode("cp1252", errors="ignore") for byte in range(0x80, 0xC0)))
_NEXT = f"[{_SECOND}\x80-\x9f]"
_BROKEN = re.compile(f"[\u00c2\u00c3]{_NEXT}|\u00e2\u20ac{_NEXT}?|\u00e2{_NEXT}{{2}}|\u00f0{_NEXT}{{3}}")
_LOST_AND_BROKEN = "\u00ef\u00bf\u00bd"
_GLUED = re.compile(
    r"[a-zà-ÿ)]{2}[.!?:;][A-ZÀ-Ý][a-zà-ÿ]+(?![\w.]*\.(?:nl|com|org|eu|net))"
    r"|[a-zà-ÿ]{3}(?:De|Het|Een|Dit|Deze|Daarnaast|Als|Bij|Door|Hierbij|Er|Wij)(?= )"
)
_LINK = re.compile(r"\S*(?:://|www\.|@)\S*")
_LINK_MARKS = ("://", "www.", "@")
_BROKEN_MARKS = ("\u00c2", "\u00c3", "\u00e2", "\u00f0")
_LIMITED = "1.0"


def check_text(entry: Entry, name: str, text: str) -> Iterator[Finding]:
    """Findings about one field of an entry; a text that says nothing is only that."""
    where = Where(row=entry.row, field=name)
    if is_placeholder(text):
        lost = LOST in text
        found = [_lost(text)] if lost else [("placeholder", {"value": text[:80]}, Severity.NOTE)]
    else:
        found = [_lost(text), _broken(text), _glued(text), _cut_off(entry, name, text), _address(text)]
        found.append(_outside(entry, name, text))
    for one in found:
        if one:
            code, params, severity = one
            yield Finding(code, params, where, severity)


def _lost(text: str) -> Found | None:
    count = text.count(LOST) + text.count(_LOST_AND_BROKEN)
    return ("characters_lost", {"count": count}, Severity.ERROR) if count else None


def _broken(text: str) -> Found | None:
    """UTF-8 read as Windows-1252: ``Ã«`` for ``ë``. What it was is said where that is certain."""
    found = _BROKEN.search(text) if any(mark in text for mark in _BROKEN_MARKS) else None
    if not found:
        return None
    return "characters_broken", {"found": found[0], "meant": mended(found[0])}, Severity.WARNING


def mended(text: str) -> str:
    """The text with its broken letters mended, where they can be read one way only; else as it was."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _glued(text: str) -> Found | None:
    words = _LINK.sub("", text) if any(mark in text for mark in _LINK_MARKS) else text
    found = list(_GLUED.finditer(words))
    if not found:
        return None
    example = next(word for word in words.split() if _GLUED.search(f"{word} "))
    return "words_glued", {"count": len(found), "example": example[:60]}, Severity.NOTE


def _cut_off(entry: Entry, name: str, text: str) -> Found | None:
    """At the limit of the standard (the JSON Schema allows one character less than the configuration)."""
    field = register_fields()[name]
    limit = field.max_length if _is_current(entry) else None
    if limit is None or len(text) < limit - 1:
        return None
    return "text_at_limit", {"length": len(text), "limit": limit}, Severity.WARNING


def _address(text: str) -> Found | None:
    """A personal e-mail address, which the standard asks not to publish; it is not repeated here."""
    count = personal_addresses(text) if "@" in text else 0
    return ("personal_address", {"count": count}, Severity.WARNING) if count else None


def _is_current(entry: Entry) -> bool:
    """Whether the limits and lists of version 1.0 bind this entry."""
    return entry.register == "nl" and (entry.standard_version or _LIMITED).startswith(_LIMITED)


def _outside(entry: Entry, name: str, text: str) -> Found | None:
    allowed = register_fields()[name].allowed
    if not allowed or not _is_current(entry):
        return None
    values = themes(text).split(", ") if register_fields()[name].kind == "list" else [text.strip()]
    outside = [value for value in values if value not in allowed]
    return (
        ("value_outside_standard", {"value": ", ".join(outside)[:80]}, Severity.WARNING) if outside else None
    )
