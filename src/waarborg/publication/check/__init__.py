"""The check before anything leaves: what may be about a person is marked, and a person decides.

``marks`` finds, ``open_marks`` says what is still to be decided, ``redacted`` burns in what was decided, and
``left_in`` looks into the files that were made.
"""

from waarborg.publication.check.deciding import (
    GROUNDS,
    Decision,
    open_marks,
    read_decisions,
    redacted,
    undecided,
)
from waarborg.publication.check.finding import Mark, Names, marks, marks_in, names_on_record
from waarborg.publication.check.output import left_in

__all__ = [
    "GROUNDS",
    "Decision",
    "Mark",
    "Names",
    "left_in",
    "marks",
    "marks_in",
    "names_on_record",
    "open_marks",
    "read_decisions",
    "redacted",
    "undecided",
]
