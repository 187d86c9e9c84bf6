"""Keeping a comparison of regimes under a name, so that a letter can cite it."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve
from django.db import transaction

from waarborg.policy import Action
from waarborg.publication.papers.draft import Annex, draft_of
from waarborg.workbench.audit.chain import digest_of
from waarborg.workbench.models import DialoguePlan, Dossier, PaperDraft, Scenario
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter
from waarborg.workbench.services.papers import edit_paper
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
    plan: DialoguePlan | None = None,
) -> Scenario:
    """Keep a comparison. ``drawn`` is seed, replications and years; ``systems`` how many it rests on.

    With a dialogue plan it belongs to the dossier of that plan.

    Raises:
        Refused: by the policy; a name that the party used before; a plan of another dossier.
    """
    permit(actor, Action.SAVE_SCENARIO)
    if plan and plan.dossier and dossier not in {None, plan.dossier}:
        raise Refused("scenario_other_dossier", plan=plan.title, number=plan.dossier.number)
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
        dossier=plan.dossier if plan and plan.dossier else dossier,
        plan=plan,
    )
    enter(row, entering=entering, actor=actor, verb=Action.SAVE_SCENARIO)
    return row


@transaction.atomic
def cite_scenario(
    *, actor: Actor, scenario: Scenario, draft: PaperDraft, citation: str, entering: Entering
) -> PaperDraft:
    """Name a kept scenario among the annexes of a paper in the making; ``citation`` is how a reader finds it.

    Raises:
        Refused: as editing the paper is; it names this scenario already.
    """
    content = draft_of(draft.content)
    annex = Annex(name=scenario.name, information=citation)
    if annex in content.annexes:
        raise Refused("scenario_cited_already", name=scenario.name)
    cited = evolve(content, annexes=(*content.annexes, annex))
    return edit_paper(actor=actor, draft=draft, content=cited, entering=entering, version=draft.version)
