"""Plain typed storage, one file a subject: no signals, no behaviour in ``save()``."""

from waarborg.workbench.models.audit import AuditEvent
from waarborg.workbench.models.claims import Claim, Evidence
from waarborg.workbench.models.commitments import StoredCommitment
from waarborg.workbench.models.dossiers import CaseParty, CaseSource, Dossier, Paper
from waarborg.workbench.models.instruments import Deadline, Event, Instrument, Relation
from waarborg.workbench.models.measures import Change, Measure
from waarborg.workbench.models.organisations import Accountability, Body, Organisation
from waarborg.workbench.models.papers import PaperDraft, PaperStep, PaperVersion
from waarborg.workbench.models.parties import Membership, OfficeHolder, Party, Person
from waarborg.workbench.models.positions import Position
from waarborg.workbench.models.questions import Question, QuestionStep
from waarborg.workbench.models.reminders import Reminder
from waarborg.workbench.models.scenarios import Scenario
from waarborg.workbench.models.sign_in import SignInFailure
from waarborg.workbench.models.states import StoredState
from waarborg.workbench.models.submissions import RegimeChoice, Submission, SubmissionStep
from waarborg.workbench.models.systems import Assessment, EntryVersion, Fact, System

__all__ = [
    "Accountability",
    "Assessment",
    "AuditEvent",
    "Body",
    "CaseParty",
    "CaseSource",
    "Change",
    "Claim",
    "Deadline",
    "Dossier",
    "EntryVersion",
    "Event",
    "Evidence",
    "Fact",
    "Instrument",
    "Measure",
    "Membership",
    "OfficeHolder",
    "Organisation",
    "Paper",
    "PaperDraft",
    "PaperStep",
    "PaperVersion",
    "Party",
    "Person",
    "Position",
    "Question",
    "QuestionStep",
    "RegimeChoice",
    "Relation",
    "Reminder",
    "Scenario",
    "SignInFailure",
    "StoredCommitment",
    "StoredState",
    "Submission",
    "SubmissionStep",
    "System",
]
