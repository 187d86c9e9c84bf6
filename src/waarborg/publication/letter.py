"""A committee's letter with questions, as one HTML file that prints as a letter."""

from waarborg.publication.templating import render
from waarborg.values.letter import Letter
from waarborg.wording import Language
from waarborg.wording.dates import long_date


def letter_html(letter: Letter, language: Language) -> str:
    """The letter as a whole HTML page with its own style: it opens from a folder and loads nothing.

    A letter names an answering term only where one was set; this page invents none.
    """
    return render("letter.html", language, letter=letter, long_date=lambda day: long_date(day, language))
