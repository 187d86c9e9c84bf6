"""Answers that say nothing, by the list ``placeholders.yaml``."""

import re
from functools import cache
from pathlib import Path

from waarborg.sources.records import load_yaml

_MARK = r"[\s\-\u2013\u2014_.,:;!?/*#()\[\]\ufffd]+"
_MARKS = re.compile(f"^{_MARK}|{_MARK}$")


def is_placeholder(text: str) -> bool:
    """Whether a text holds no answer: only marks, or a word that stands for "not filled in"."""
    words = " ".join(_MARKS.sub("", text).split()).casefold()
    return not words or words in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(load_yaml(Path(__file__).with_name("placeholders.yaml")))
