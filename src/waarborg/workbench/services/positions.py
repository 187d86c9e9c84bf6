"""Positions: a decision of a party, or the view of a member, fraction or committee."""

from django.db import transaction

from waarborg.policy import Action
from waarborg.values.dialogue import Basis, Stance
from waarborg.workbench.models import Instrument, Meeting, Position
from waarborg.workbench.models.positions import INVOLVEMENT
from waarborg.workbench.queries.conditions import commitments_for
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, known_safeguard, renew_states
from waarborg.workbench.services.outcomes import came_out_of
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def take_position(  # noqa: PLR0913  what a position says of itself
    *,
    actor: Actor,
    about: About,
    entering: Entering,
    stance: Stance,
    basis: Basis = Basis.DECISION,
    holder: str = "",
    text: str = "",
    condition: str = "",
    commitment: Instrument | None = None,
    meeting: str = "",
    met_in: Meeting | None = None,
) -> Position:
    """Take a position on a safeguard at any scope, or on the forms of involvement.

    Raises:
        Refused: by the policy; a second decision at one scope on one day; a condition that is not named;
            a view of nobody, or a decision with a holder; a commitment that cannot meet a condition; a
            meeting that it cannot have come out of.
    """
    permit(actor, Action.TAKE_POSITION if basis is Basis.DECISION else Action.RECORD_VIEW)
    known_safeguard(about, INVOLVEMENT)
    if basis is Basis.VIEW and not holder and actor.office().kind in {"chamber", "council"}:
        raise Refused("view_without_holder", party=actor.code)
    _can_meet_it(commitment, stance, about)
    position = Position(
        **about.columns(),
        **entering.columns(actor),
        stance=stance.value,
        basis=basis.value,
        holder=holder,
        text=text,
        condition=condition,
        commitment=commitment,
        meeting=meeting,
        met_in=came_out_of(met_in, actor, entering.date),
    )
    enter(position, entering=entering, actor=actor, verb=Action.TAKE_POSITION)
    renew_states(about.systems(), about.safeguard, entering)
    return position


def _can_meet_it(commitment: Instrument | None, stance: Stance, about: About) -> None:
    """A condition is met by something promised to a body of the line."""
    if commitment is None:
        return
    wanted = commitments_for(about.system.organisation if about.system else about.organisation)
    if stance is not Stance.CONDITIONAL or not wanted.filter(pk=commitment.pk).exists():
        raise Refused("commitment_not_for_condition")
