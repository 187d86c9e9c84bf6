"""The check before anything leaves: what may be about a person is marked, and a person decides.

``marks`` finds, ``undecided`` says what is still open, ``redacted`` burns in what was decided, and
``left_in`` looks into the files that were made.
"""

from waarborg.publication.check.deciding import GROUNDS, Decision, read_decisions, redacted, undecided
from waarborg.publication.check.finding import Mark, marks, marks_in
from waarborg.publication.check.output import left_in

__all__ = [
    "GROUNDS",
    "Decision",
    "Mark",
    "left_in",
    "marks",
    "marks_in",
    "read_decisions",
    "redacted",
    "undecided",
]
