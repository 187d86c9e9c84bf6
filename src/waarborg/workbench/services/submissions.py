"""Submissions: a body asks for a regime, a system is put to it, and both take their steps."""

import datetime as dt

from django.db import transaction

from waarborg.policy import Action
from waarborg.workbench.models import Dossier, Party, RegimeChoice, Submission, SubmissionStep, System
from waarborg.workbench.models.scope import NAMED, PUBLIC
from waarborg.workbench.models.submissions import BY_BODY
from waarborg.workbench.queries.submissions import true_status
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, on_the_claimants_side, save, tell
from waarborg.workbench.services.refusal import Refused

_BODY_KINDS = ("chamber", "council")
_GOVERNMENT_ACTIONS = {
    "answered": Action.ANSWER_SUBMISSION,
    "withdrawn": Action.WITHDRAW_SUBMISSION,
    "went_live": Action.RECORD_GO_LIVE,
}


@transaction.atomic
def ask_for_regime(  # noqa: PLR0913  what a choice says of itself
    *,
    actor: Actor,
    entering: Entering,
    regime: str,
    form: str = "light",
    term_weeks: int | None = None,
    minority: int | None = None,
    text: str = "",
) -> RegimeChoice:
    """A body asks that systems be put to it beforehand, under a regime; until it does, nothing is put.

    Raises:
        Refused: by the policy; for a party that is no body; while another regime of this body stands.
    """
    permit(actor, Action.ASK_FOR_REGIME)
    if actor.office().kind not in _BODY_KINDS:
        raise Refused("regime_by_body_alone", party=actor.code)
    choice = RegimeChoice(
        **entering.columns(actor),
        regime=regime,
        form=form,
        term_weeks=term_weeks,
        minority=minority,
        text=text,
    )
    enter(choice, entering=entering, actor=actor, verb=Action.ASK_FOR_REGIME)
    return choice


@transaction.atomic
def end_regime(*, actor: Actor, choice: RegimeChoice, entering: Entering) -> RegimeChoice:
    """The body no longer asks for it. Submissions that were made stay as they are.

    Raises:
        Refused: by the policy; for another party; where it has ended.
    """
    row = RegimeChoice.objects.select_for_update().get(pk=choice.pk)
    permit(actor, Action.ASK_FOR_REGIME)
    if row.party_id != actor.office().pk:
        raise Refused("not_own_item", party=actor.code)
    if row.ended_on:
        raise Refused("regime_has_ended")
    row.ended_on, row.ended_at = entering.date, entering.now
    tell(save(row), actor=actor, verb="end_regime", at=entering)
    return row


@transaction.atomic
def put_before(  # noqa: PLR0913  what a submission says of itself
    *,
    actor: Actor,
    entering: Entering,
    system: System,
    to: Party,
    text: str,
    changed: bool = False,
    planned_live: dt.date | None = None,
    recess_reason: str = "",
    dossier: Dossier | None = None,
) -> Submission:
    """Put a planned or changed system to a body that asked for it.

    Raises:
        Refused: by the policy; for a party that does not answer for the system; where the body asked for no
            regime on that day; where it may not see what is put to it; a system in use that did not change.
    """
    permit(actor, Action.PUT_BEFORE)
    on_the_claimants_side(actor, About(safeguard="", system=system))
    if system.status == "in_use" and not changed:
        raise Refused("submission_of_system_in_use", system=system.name)
    choice = _asked_for(to, entering.date)
    if entering.visibility != PUBLIC and not (entering.visibility == NAMED and to in entering.named_parties):
        raise Refused("submission_unseen_by_body", party=to.code)
    if Submission.objects.filter(system=system, to=to, date=entering.date).exists():
        raise Refused("submitted_already")
    row = Submission(
        **entering.columns(actor),
        system=system,
        to=to,
        choice=choice,
        changed=changed,
        planned_live=planned_live,
        recess_reason=recess_reason,
        dossier=dossier,
        text=text,
    )
    enter(row, entering=entering, actor=actor, verb=Action.PUT_BEFORE)
    return row


@transaction.atomic
def take_step(  # noqa: PLR0913  what a step says of itself
    *,
    actor: Actor,
    submission: Submission,
    entering: Entering,
    kind: str,
    text: str = "",
    members: int | None = None,
    until: dt.date | None = None,
    meeting: str = "",
) -> SubmissionStep:
    """A remark, question, request or outcome of the body; an answer, withdrawal or go-live of the other side.

    A request that has too little support, or comes after the term, is recorded and does not count: the
    timeline says so. Going live too soon is recorded too, since it happened; it shows as a finding.

    Raises:
        Refused: by the policy, in the state the submission is in; for another party than the step is of; a
            step before the one before it.
    """
    row = (
        Submission.objects.select_for_update(of=("self",))
        .select_related("to__body", "choice")
        .get(pk=submission.pk)
    )
    _is_theirs(actor, row, kind)
    last = row.steps.order_by("-date").first()
    if entering.date < (last.date if last else row.date):
        raise Refused("step_before_the_last", date=entering.date.isoformat())
    permit(actor, _GOVERNMENT_ACTIONS.get(kind, Action.TREAT_SUBMISSION), true_status(row, entering.date))
    step = SubmissionStep(
        **entering.columns(actor),
        submission=row,
        kind=kind,
        text=text,
        members=members,
        until=until,
        meeting=meeting,
    )
    enter(step, entering=entering, actor=actor, verb=f"submission_{kind}")
    return step


def _asked_for(to: Party, on: dt.date) -> RegimeChoice:
    """The regime that a body asked for and that stands on a day."""
    rows = RegimeChoice.objects.filter(party=to, date__lte=on)
    standing = next((row for row in rows if row.ended_on is None or row.ended_on > on), None)
    if standing is None:
        raise Refused("submission_not_asked_for", party=to.name)
    return standing


def _is_theirs(actor: Actor, row: Submission, kind: str) -> None:
    expected = row.to if kind in BY_BODY else row.party
    if actor.office() != expected:
        raise Refused("step_of_another_party", party=actor.code, expected=expected.code)
