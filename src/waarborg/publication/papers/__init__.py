"""Papers: one content model, three forms (ADR 0014). The names that other rooms use stand here.

``note``, ``chamber_letter``, ``council_letter``, ``reminder_letter``, ``question_letter``, ``answer_book``
and ``consultation_report`` give a ``Draft``, which people edit; ``compose`` makes a ``Paper`` of it;
``write_docx``, ``write_pdf`` and ``write_html`` write that. ``note_paper`` does the first two at once.
"""

from waarborg.publication.papers.draft import Annex, Draft
from waarborg.publication.papers.layout import compose
from waarborg.publication.papers.letters import chamber_letter, council_letter, reminder_letter
from waarborg.publication.papers.note import note, note_paper
from waarborg.publication.papers.paper import Paper
from waarborg.publication.papers.questions import (
    Asked,
    answer_book,
    consultation_report,
    question_letter,
)
from waarborg.publication.papers.style import HouseStyle, read_house_style
from waarborg.publication.papers.writing import (
    docx_bytes,
    html_text,
    pdf_bytes,
    write_docx,
    write_html,
    write_pdf,
)

__all__ = [
    "Annex",
    "Asked",
    "Draft",
    "HouseStyle",
    "Paper",
    "answer_book",
    "chamber_letter",
    "compose",
    "consultation_report",
    "council_letter",
    "docx_bytes",
    "html_text",
    "note",
    "note_paper",
    "pdf_bytes",
    "question_letter",
    "read_house_style",
    "reminder_letter",
    "write_docx",
    "write_html",
    "write_pdf",
]
