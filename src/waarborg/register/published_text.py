"""A published value as text: lists joined, yes and no in words, mark-up taken off, paragraphs kept apart."""

import html
import re

_BREAKS = re.compile(r"</?(?:p|div|ul|ol|li|br)\b[^<>]*>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|a|h[1-6])\b[^<>]*>", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"[ \t]*\n\s*\n\s*")
_ARRAY = re.compile(r'"((?:[^"\\]|\\.)*)"|([^,{}"]+)')

YES_NO = {True: "ja", False: "nee"}
"""How the register publishes a yes or no."""


def as_text(value: object) -> str:
    """One value as text. Text is kept to the letter, but for mark-up; nothing at all gives an empty string.

    Lists follow the official download: ``a, b`` for words and ``1: Title, link. 2: Title, link`` for
    references (register software, ``stringify``).
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, list):
        return _list_text(value)
    if isinstance(value, dict):
        return ", ".join(filter(None, (as_text(part) for part in value.values())))
    return _without_markup(str(value)) if not str(value).isspace() else ""


def themes(value: object) -> str:
    """Themes as ``a, b``, also where they stand as a database array: ``{Werk,"Zorg en gezondheid"}``."""
    text = as_text(value)
    if not (text.startswith("{") and text.endswith("}")):
        return text
    found = (quoted or bare for quoted, bare in _ARRAY.findall(text[1:-1]))
    return ", ".join(name.strip() for name in found if name.strip())


def _list_text(values: list[object]) -> str:
    if any(isinstance(value, dict) for value in values):
        return ". ".join(f"{number}: {as_text(value)}" for number, value in enumerate(values, 1))
    return ", ".join(filter(None, (as_text(value) for value in values)))


def _without_markup(text: str) -> str:
    if not _BREAKS.search(text) and not _INLINE.search(text):
        return text
    broken = _INLINE.sub("", _BREAKS.sub("\n", text))
    return _EMPTY_LINES.sub("\n", html.unescape(broken)).strip()
