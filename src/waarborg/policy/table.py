"""The table itself: (role, action, state) to allowed or not, with the reason (DESIGN 5.2).

The cast of roles is fixed. ``operator`` runs the workbench and takes no part in the dialogue; ``public``
is everyone without an office, the citizen and the stranger alike: it reads what is published, no more.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record

ANY = "any"
"""The state of an object that has no states."""


class Role(StrEnum):
    """What a person is within a party."""

    DRAFTER = "drafter"
    APPROVER = "approver"
    ANALYST = "analyst"
    MEMBER = "member"
    CLERK = "clerk"
    COUNCIL_MEMBER = "council_member"
    COUNCIL_CLERK = "council_clerk"
    AUDITOR = "auditor"
    OPERATOR = "operator"
    PUBLIC = "public"


class Action(StrEnum):
    """What can be done to the record."""

    LOAD_REGISTER = "load_register"
    LOAD_CASE = "load_case"
    ADOPT_CATALOGUE = "adopt_catalogue"
    OVERRIDE_ASSESSMENT = "override_assessment"
    MAKE_CLAIM = "make_claim"
    ADD_EVIDENCE = "add_evidence"
    WITHDRAW_EVIDENCE = "withdraw_evidence"
    ANNOUNCE_MEASURE = "announce_measure"
    RECORD_CHANGE = "record_change"
    ASK_QUESTION = "ask_question"
    DRAFT_ANSWER = "draft_answer"
    EDIT_ANSWER = "edit_answer"
    HAND_OVER_ANSWER = "hand_over_answer"
    SAY_OF_ANSWER = "say_of_answer"
    APPROVE_ANSWER = "approve_answer"
    REOPEN_ANSWER = "reopen_answer"
    SEND_ANSWER = "send_answer"
    ANSWER_QUESTION = "answer_question"
    POSTPONE_QUESTION = "postpone_question"
    REFUSE_QUESTION = "refuse_question"
    TRANSFER_QUESTIONS = "transfer_questions"
    RECORD_HOLDER = "record_holder"
    CLOSE_QUESTION = "close_question"
    WITHDRAW_QUESTION = "withdraw_question"
    TAKE_POSITION = "take_position"
    RECORD_VIEW = "record_view"
    READ_TRAIL = "read_trail"
    KEEP_ACCOUNTS = "keep_accounts"
    ASK_FOR_REGIME = "ask_for_regime"
    PUT_BEFORE = "put_before"
    TREAT_SUBMISSION = "treat_submission"
    ANSWER_SUBMISSION = "answer_submission"
    WITHDRAW_SUBMISSION = "withdraw_submission"
    RECORD_GO_LIVE = "record_go_live"
    SAVE_SCENARIO = "save_scenario"
    DRAFT_PAPER = "draft_paper"
    EDIT_PAPER = "edit_paper"
    HAND_OVER_PAPER = "hand_over_paper"
    SAY_OF_PAPER = "say_of_paper"
    APPROVE_PAPER = "approve_paper"
    REOPEN_PAPER = "reopen_paper"
    SIGN_PAPER = "sign_paper"
    SEND_PAPER = "send_paper"
    PUBLISH_PAPER = "publish_paper"
    OPEN_PLAN = "open_plan"
    MOVE_IN_PLAN = "move_in_plan"
    RECORD_COMMITMENT = "record_commitment"
    REPORT_COMMITMENT = "report_commitment"
    JUDGE_COMMITMENT = "judge_commitment"
    REMIND_OF_COMMITMENT = "remind_of_commitment"
    NAME_SUBJECT = "name_subject"
    DECIDE_MARK = "decide_mark"
    PUBLISH_DOSSIER = "publish_dossier"
    SEND_REMINDERS = "send_reminders"
    CHOOSE_OWN_REMINDERS = "choose_own_reminders"


@frozen
class Decision:
    """Whether something may be done; ``reason`` is the code of the sentence that says why not."""

    allowed: bool
    reason: str


@frozen
class Rule:
    """One row of the table."""

    action: Action
    roles: frozenset[Role]
    states: frozenset[str]
    why: str


@cache
def table() -> Mapping[Action, Rule]:
    """The whole table, by action.

    Raises:
        ValueError: an action stands twice or is missing; the file ships with us, so this is a fault of ours.
    """
    rules = load_record(Path(__file__).with_name("table.yaml"), tuple[Rule, ...])
    found = {rule.action: rule for rule in rules}
    if len(found) != len(rules) or set(found) != set(Action):
        message = "the policy table must hold every action once"
        raise ValueError(message)
    return found


def decide(role: Role, action: Action, state: str = ANY) -> Decision:
    """Whether ``role`` may do ``action`` to an object in ``state``.

    Whether the object is the role's own party's to touch is for the service to ask, which knows the parties.
    """
    rule = table()[action]
    if role not in rule.roles:
        return Decision(allowed=False, reason=f"policy.role.{rule.why}")
    if state not in rule.states:
        return Decision(allowed=False, reason="policy.state")
    return Decision(allowed=True, reason="policy.allowed")
