"""Plain typed storage, one file a subject: no signals, no behaviour in ``save()``."""

from waarborg.workbench.models.answers import AnswerDraft, AnswerStep, AnswerVersion
from waarborg.workbench.models.audit import AuditEvent
from waarborg.workbench.models.claims import Claim, Evidence
from waarborg.workbench.models.commitments import StoredCommitment
from waarborg.workbench.models.dossiers import CaseParty, CaseSource, Dossier, Paper
from waarborg.workbench.models.instruments import Deadline, Event, Instrument, Relation
from waarborg.workbench.models.measures import Change, Measure
from waarborg.workbench.models.organisations import Accountability, Body, Organisation
from waarborg.workbench.models.papers import PaperDecision, PaperDraft, PaperStep, PaperVersion
from waarborg.workbench.models.parties import Membership, OfficeHolder, Party, Person
from waarborg.workbench.models.plans import DialoguePlan, Meeting, PlanMove
from waarborg.workbench.models.positions import Position
from waarborg.workbench.models.questions import Question, QuestionStep, QuestionTransfer
from waarborg.workbench.models.reminders import Reminder
from waarborg.workbench.models.reviews import Review
from waarborg.workbench.models.scenarios import Scenario
from waarborg.workbench.models.sign_in import SignInFailure
from waarborg.workbench.models.states import StoredState
from waarborg.workbench.models.subjects import DossierSubject
from waarborg.workbench.models.submissions import RegimeChoice, Submission, SubmissionStep
from waarborg.workbench.models.systems import Assessment, EntryVersion, Fact, System

__all__ = [
    "Accountability",
    "AnswerDraft",
    "AnswerStep",
    "AnswerVersion",
    "Assessment",
    "AuditEvent",
    "Body",
    "CaseParty",
    "CaseSource",
    "Change",
    "Claim",
    "Deadline",
    "DialoguePlan",
    "Dossier",
    "DossierSubject",
    "EntryVersion",
    "Event",
    "Evidence",
    "Fact",
    "Instrument",
    "Measure",
    "Meeting",
    "Membership",
    "OfficeHolder",
    "Organisation",
    "Paper",
    "PaperDecision",
    "PaperDraft",
    "PaperStep",
    "PaperVersion",
    "Party",
    "Person",
    "PlanMove",
    "Position",
    "Question",
    "QuestionStep",
    "QuestionTransfer",
    "RegimeChoice",
    "Relation",
    "Reminder",
    "Review",
    "Scenario",
    "SignInFailure",
    "StoredCommitment",
    "StoredState",
    "Submission",
    "SubmissionStep",
    "System",
]
