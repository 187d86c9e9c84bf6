"""The letter with a question: one HTML page of its own, to read, print or keep."""

import base64
import hashlib
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from waarborg.publication.letter import letter_html
from waarborg.web.words import language
from waarborg.workbench.queries.letter_page import letter_of
from waarborg.workbench.queries.system_page import public_questions

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def letter(_: HttpRequest, number: int) -> HttpResponse:
    """The letter; its own style is allowed by its hash, and nothing else is."""
    question = get_object_or_404(public_questions().exclude(system=None).exclude(safeguard=""), pk=number)
    page = letter_html(letter_of(question, language()), language())
    answer = HttpResponse(page)
    answer["Content-Security-Policy"] = f"default-src 'none'; style-src {_hashes(page)}"
    return answer


def _hashes(page: str) -> str:
    digests = (hashlib.sha256(style.encode()).digest() for style in _STYLE.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
