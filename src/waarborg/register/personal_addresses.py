"""E-mail addresses of persons, which the publication standard asks not to publish; those of offices are fine.

An address is a person's where its name has two parts or more (``j.jansen``, ``anne-marie.bakker``) and none
is a word of ``offices.yaml``, or where it stands at a provider of private mail. ``jjansen`` is not told: it
may as well be an office.
"""

import re
from functools import cache
from pathlib import Path

from waarborg.sources.records import load_yaml

_ADDRESS = re.compile(r"(?<![\w.'-])([^\W_][\w.'-]*)@((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
_PARTS = re.compile(r"[._]+")
_WORDS = re.compile(r"[^\W\d_]+")


def personal_addresses(text: str) -> int:
    """How many addresses of persons stand in a text."""
    return sum(_is_personal(name, host.casefold()) for name, host in _ADDRESS.findall(text))


def _is_personal(name: str, host: str) -> bool:
    parts = [part for part in _PARTS.split(name) if _WORDS.search(part)]
    offices, stems, private = _lists()
    words = _WORDS.findall(name.casefold())
    if any(word in offices or word.startswith(stems) for word in words):
        return False
    return host in private or len(parts) > 1


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    data = load_yaml(Path(__file__).with_name("offices.yaml"))
    return frozenset(data["offices"]), tuple(data["stems"]), frozenset(data["private"])
