"""The letter with a question: a paper of its own, to read, print or keep."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from waarborg.publication.papers import compose, question_letter
from waarborg.values.dialogue import PUBLIC
from waarborg.web.paper_forms import in_form
from waarborg.web.words import language
from waarborg.workbench.queries.letter_page import letter_of
from waarborg.workbench.queries.question_page import questions_for


def letter(_: HttpRequest, number: int, form: str = "html") -> HttpResponse:
    """The letter, in the form that is asked."""
    question = get_object_or_404(questions_for(PUBLIC).exclude(system=None).exclude(safeguard=""), pk=number)
    draft = question_letter(letter_of(question, language()), language())
    return in_form(compose(draft, public=True), f"vraag-{number}", form)
