"""What a person can do on a page: one act, one form, one service; the policy says who may."""

from waarborg.web.acts.act import Act, permitted
from waarborg.web.acts.on_answer import BEGIN, ON_ANSWER
from waarborg.web.acts.on_commitment import ON_COMMITMENT, ON_DOSSIER_COMMITMENTS
from waarborg.web.acts.on_paper import ON_DOSSIER_PAPERS, ON_PAPER
from waarborg.web.acts.on_party import ON_PARTY
from waarborg.web.acts.on_plan import ON_DOSSIER_PLANS, ON_PLAN
from waarborg.web.acts.on_question import ON_THE_QUESTION
from waarborg.web.acts.on_subject import ON_DOSSIER_SUBJECTS
from waarborg.web.acts.on_system import ON_SYSTEM

ON_DOSSIER = {**ON_DOSSIER_COMMITMENTS, **ON_DOSSIER_PLANS, **ON_DOSSIER_PAPERS, **ON_DOSSIER_SUBJECTS}
"""What can be done on a dossier: record a commitment, open a plan, draft a paper, name its systems."""
ON_QUESTION = {BEGIN.code: BEGIN, **ON_THE_QUESTION}
"""What can be done on a question: begin its answer first."""

__all__ = [
    "ON_ANSWER",
    "ON_COMMITMENT",
    "ON_DOSSIER",
    "ON_DOSSIER_SUBJECTS",
    "ON_PAPER",
    "ON_PARTY",
    "ON_PLAN",
    "ON_QUESTION",
    "ON_SYSTEM",
    "Act",
    "permitted",
]
