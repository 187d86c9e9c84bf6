"""Measures (improvements under way) and significant changes of a system."""

import datetime as dt

from django.db import transaction

from waarborg.law import safeguards
from waarborg.policy import Action
from waarborg.workbench.models import Change, Evidence, Instrument, Measure, System
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import (
    enter,
    known_safeguard,
    on_the_claimants_side,
    renew_states,
    save,
    tell,
)
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states import renew


@transaction.atomic
def announce_measure(  # noqa: PLR0913  what a measure says of itself
    *,
    actor: Actor,
    about: About,
    entering: Entering,
    title: str,
    text: str = "",
    due: dt.date | None = None,
    commitment: Instrument | None = None,
) -> Measure:
    """Announce an improvement that serves a safeguard; the party that announces it owns it.

    Raises:
        Refused: by the policy; for a party that does not answer for the system.
    """
    permit(actor, Action.ANNOUNCE_MEASURE)
    known_safeguard(about)
    on_the_claimants_side(actor, about)
    measure = Measure(
        **about.columns(), **entering.columns(actor), title=title, text=text, due=due, commitment=commitment
    )
    enter(measure, entering=entering, actor=actor, verb=Action.ANNOUNCE_MEASURE)
    renew_states(about.systems(), about.safeguard, entering)
    return measure


@transaction.atomic
def end_measure(
    *,
    actor: Actor,
    measure: Measure,
    entering: Entering,
    done: bool,
    shown_by: Evidence | None = None,
) -> Measure:
    """Say that a measure is done, with the evidence that shows it where there is any, or withdrawn.

    Raises:
        Refused: by the policy; another party's measure; one that has ended; evidence on another safeguard.
    """
    row = Measure.objects.select_for_update().get(pk=measure.pk)
    permit(actor, Action.ANNOUNCE_MEASURE)
    if row.party_id != actor.office().pk:
        raise Refused("not_own_item", party=actor.code)
    if row.done_on or row.withdrawn_on:
        raise Refused("measure_has_ended")
    if done:
        row.done_on, row.done_at, row.shown_by = entering.date, entering.now, _showing(shown_by, row)
    else:
        row.withdrawn_on, row.withdrawn_at = entering.date, entering.now
    save(row)
    tell(row, actor=actor, verb="finish_measure" if done else "withdraw_measure", at=entering)
    about = About(
        safeguard=row.safeguard, system=row.system, organisation=row.organisation, sector=row.sector
    )
    renew_states(about.systems(), row.safeguard, entering)
    return row


@transaction.atomic
def record_change(*, actor: Actor, system: System, entering: Entering, text: str, source: str = "") -> Change:
    """Record a significant change of a system: evidence from before it counts as declared at most.

    Raises:
        Refused: by the policy; for a party that does not answer for the system.
    """
    permit(actor, Action.RECORD_CHANGE)
    on_the_claimants_side(actor, About(safeguard=next(iter(safeguards())), system=system))
    change = Change(**entering.columns(actor), system=system, text=text, source=source)
    enter(change, entering=entering, actor=actor, verb=Action.RECORD_CHANGE)
    renew([system], on=entering.today)
    return change


def _showing(evidence: Evidence | None, measure: Measure) -> Evidence | None:
    """Live evidence on the same safeguard of the same system, where the measure is of one."""
    if evidence and (
        evidence.safeguard != measure.safeguard
        or evidence.system_id != measure.system_id
        or evidence.withdrawn_on
    ):
        raise Refused("measure_shown_wrong")
    return evidence
