"""The letter with a question: one HTML page of its own, to read, print or keep."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from waarborg.publication.letter import letter_html
from waarborg.web.inline_style import with_own_style
from waarborg.web.words import language
from waarborg.workbench.queries.letter_page import letter_of
from waarborg.workbench.queries.system_page import public_questions


def letter(_: HttpRequest, number: int) -> HttpResponse:
    """The letter."""
    question = get_object_or_404(public_questions().exclude(system=None).exclude(safeguard=""), pk=number)
    return with_own_style(letter_html(letter_of(question, language()), language()))
