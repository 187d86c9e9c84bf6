"""A committee's letter with questions, as one HTML file that prints as a letter."""

from waarborg.publication.papers.layout import compose
from waarborg.publication.papers.questions import question_letter
from waarborg.publication.papers.writing import html_text
from waarborg.values.letter import Letter
from waarborg.wording import Language


def letter_html(letter: Letter, language: Language) -> str:
    """The letter as a whole HTML page with its own style: it opens from a folder and loads nothing.

    A letter names an answering term only where one was set; this page invents none.
    """
    return html_text(compose(question_letter(letter, language), public=True))
