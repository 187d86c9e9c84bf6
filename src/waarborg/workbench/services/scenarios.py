"""Keeping a comparison of regimes under a name, so that a letter can cite it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from waarborg.policy import Action
from waarborg.workbench.audit.chain import digest_of
from waarborg.workbench.models import Dossier, Scenario
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def save_scenario(  # noqa: PLR0913  what a scenario says of itself
    *,
    actor: Actor,
    entering: Entering,
    name: str,
    figures: Mapping[str, Any],
    settings: Mapping[str, float],
    drawn: tuple[int, int, int],
    systems: int,
    address: str = "",
    text: str = "",
    dossier: Dossier | None = None,
) -> Scenario:
    """Keep a comparison. ``drawn`` is seed, replications and years; ``systems`` how many it rests on.

    Raises:
        Refused: by the policy; a name that the party used before.
    """
    permit(actor, Action.SAVE_SCENARIO)
    if Scenario.objects.filter(party=actor.office(), name=name.strip()).exists():
        raise Refused("scenario_exists")
    seed, replications, years = drawn
    row = Scenario(
        **entering.columns(actor),
        name=name.strip(),
        text=text,
        regimes=[one["id"] for one in figures["regimes"]],
        settings=dict(settings),
        address=address,
        seed=seed,
        replications=replications,
        years=years,
        systems=systems,
        figures=figures,
        digest=digest_of(figures),
        dossier=dossier,
    )
    enter(row, entering=entering, actor=actor, verb=Action.SAVE_SCENARIO)
    return row
