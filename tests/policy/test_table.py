"""The whole table is walked against a second reading of it, written out by hand below."""

from itertools import product

import pytest

from waarborg.policy import ANY, Action, Role, decide, table
from waarborg.wording import has_phrase

GOVERNMENT = {Role.DRAFTER, Role.APPROVER, Role.ANALYST}
CLERKS = {Role.CLERK, Role.COUNCIL_CLERK}
UNDER_WAY = {"open", "extended", "held", "answered"}
WRITERS = {Role.DRAFTER, Role.APPROVER, *CLERKS}
PAPER_STAGES = ("draft", "co_drafting", "approved", "signed", "sent", "published")
UNANSWERED = {"open", "postponed", "not_satisfied"}
AWAITED = {"open", "possibly_overdue", "overdue", "postponed", "extended", "partly_fulfilled"}
"""Where a commitment stands that is still to be met."""
ALLOWED: dict[Action, tuple[set[Role], set[str]]] = {
    Action.LOAD_REGISTER: ({Role.OPERATOR, Role.ANALYST}, {ANY}),
    Action.LOAD_CASE: ({Role.OPERATOR, *CLERKS}, {ANY}),
    Action.ADOPT_CATALOGUE: ({Role.OPERATOR, Role.ANALYST}, {ANY}),
    Action.OVERRIDE_ASSESSMENT: ({Role.ANALYST}, {ANY}),
    Action.MAKE_CLAIM: (GOVERNMENT, {ANY}),
    Action.ADD_EVIDENCE: ({*GOVERNMENT, Role.AUDITOR}, {ANY}),
    Action.WITHDRAW_EVIDENCE: ({*GOVERNMENT, Role.AUDITOR}, {"live"}),
    Action.ANNOUNCE_MEASURE: ({Role.APPROVER, Role.ANALYST}, {ANY}),
    Action.RECORD_CHANGE: (GOVERNMENT, {ANY}),
    Action.ASK_QUESTION: (CLERKS, {ANY}),
    Action.ANSWER_QUESTION: ({Role.APPROVER}, UNANSWERED),
    Action.POSTPONE_QUESTION: ({Role.APPROVER}, UNANSWERED),
    Action.REFUSE_QUESTION: ({Role.APPROVER}, UNANSWERED),
    Action.CLOSE_QUESTION: (CLERKS, {"answered", "refused"}),
    Action.WITHDRAW_QUESTION: (CLERKS, {*UNANSWERED, "answered", "refused"}),
    Action.TRANSFER_QUESTIONS: ({Role.APPROVER, *CLERKS}, {ANY}),
    Action.RECORD_HOLDER: ({Role.APPROVER, *CLERKS}, {ANY}),
    Action.TAKE_POSITION: ({Role.APPROVER, Role.AUDITOR, *CLERKS}, {ANY}),
    Action.RECORD_VIEW: (CLERKS, {ANY}),
    Action.READ_TRAIL: ({Role.OPERATOR, Role.AUDITOR}, {ANY}),
    Action.DRAFT_ANSWER: (GOVERNMENT, UNANSWERED),
    Action.EDIT_ANSWER: (GOVERNMENT, {"draft", "co_drafting"}),
    Action.HAND_OVER_ANSWER: ({Role.DRAFTER, Role.APPROVER}, {"draft", "co_drafting"}),
    Action.SAY_OF_ANSWER: (GOVERNMENT, {"co_drafting"}),
    Action.APPROVE_ANSWER: ({Role.APPROVER}, {"draft", "co_drafting"}),
    Action.REOPEN_ANSWER: ({Role.APPROVER}, {"approved"}),
    Action.SEND_ANSWER: ({Role.APPROVER}, {"approved"}),
    Action.OPEN_PLAN: ({Role.APPROVER, *CLERKS}, {ANY}),
    Action.MOVE_IN_PLAN: ({Role.APPROVER, *CLERKS}, {ANY}),
    Action.NAME_SUBJECT: ({Role.APPROVER, *CLERKS}, {ANY}),
    Action.RECORD_COMMITMENT: (CLERKS, {ANY}),
    Action.REPORT_COMMITMENT: ({Role.APPROVER}, {*AWAITED, "answered"}),
    Action.JUDGE_COMMITMENT: (CLERKS, {*AWAITED, "answered", "fulfilled"}),
    Action.REMIND_OF_COMMITMENT: (CLERKS, AWAITED),
    Action.DECIDE_MARK: (WRITERS, set(PAPER_STAGES) - {"published"}),
    Action.KEEP_ACCOUNTS: ({Role.OPERATOR}, {ANY}),
    Action.PUBLISH_DOSSIER: ({Role.OPERATOR}, {ANY}),
    Action.SEND_REMINDERS: ({Role.OPERATOR}, {ANY}),
    Action.CHOOSE_OWN_REMINDERS: (set(Role) - {Role.OPERATOR, Role.PUBLIC}, {ANY}),
    Action.ASK_FOR_REGIME: (CLERKS, {ANY}),
    Action.PUT_BEFORE: ({Role.APPROVER}, {ANY}),
    Action.TREAT_SUBMISSION: (CLERKS, {*UNDER_WAY, "fulfilled"}),
    Action.ANSWER_SUBMISSION: ({Role.APPROVER}, UNDER_WAY),
    Action.WITHDRAW_SUBMISSION: ({Role.APPROVER}, UNDER_WAY),
    Action.RECORD_GO_LIVE: ({Role.APPROVER, Role.ANALYST}, {*UNDER_WAY, "fulfilled", "rejected"}),
    Action.SAVE_SCENARIO: ({*GOVERNMENT, *CLERKS, Role.AUDITOR}, {ANY}),
    Action.DRAFT_PAPER: ({Role.DRAFTER, *CLERKS}, {ANY}),
    Action.EDIT_PAPER: (WRITERS, {"draft", "co_drafting"}),
    Action.HAND_OVER_PAPER: (WRITERS, {"draft", "co_drafting"}),
    Action.SAY_OF_PAPER: (GOVERNMENT, {"co_drafting"}),
    Action.APPROVE_PAPER: ({Role.APPROVER, *CLERKS}, {"draft", "co_drafting"}),
    Action.REOPEN_PAPER: ({Role.APPROVER, *CLERKS}, {"approved"}),
    Action.SIGN_PAPER: ({Role.APPROVER, *CLERKS}, {"approved"}),
    Action.SEND_PAPER: (WRITERS, {"signed"}),
    Action.PUBLISH_PAPER: (WRITERS, {"sent"}),
}
STATES = (
    *PAPER_STAGES,
    ANY,
    "live",
    "withdrawn",
    *sorted(UNANSWERED),
    "answered",
    "refused",
    "noted",
    "resolved",
    "extended",
    "held",
    "fulfilled",
    "possibly_overdue",
    "overdue",
    "partly_fulfilled",
    "rejected",
)


@pytest.mark.parametrize(("role", "action", "state"), list(product(Role, Action, STATES)))
def test_every_role_may_do_what_the_table_says_and_nothing_else(
    role: Role, action: Action, state: str
) -> None:
    roles, states = ALLOWED[action]
    assert decide(role, action, state).allowed is (role in roles and state in states)


def test_the_citizen_and_the_stranger_may_do_nothing() -> None:
    assert not any(decide(Role.PUBLIC, action, state).allowed for action, state in product(Action, STATES))


@pytest.mark.parametrize("rule", list(table().values()), ids=lambda rule: rule.action)
def test_every_refusal_can_be_said_in_words(rule: object) -> None:
    assert has_phrase(f"policy.role.{rule.why}")  # type: ignore[attr-defined]
