"""Confirming or overriding an answer of the assessment. The machine's own answer stays beside it."""

from collections.abc import Iterable

from attrs import evolve
from django.db import transaction

from waarborg.policy import Action
from waarborg.values.assessment import ImpactLevel, Role, Subject, YesNoUnknown
from waarborg.workbench.models import Assessment, Review, System
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.reviews import standing_reviews
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, on_the_claimants_side
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.register_rows import answers_of
from waarborg.workbench.states.renewal import renew

ANSWERS = {
    "impact": ImpactLevel,
    "subject": Subject,
    "role": Role,
    "automated_individual_decision": YesNoUnknown,
}
"""The answers that can be reviewed, with their values. On a safeguard a party makes a claim instead."""
_COLUMNS = {"automated_individual_decision": "automated"}


@transaction.atomic
def review_answer(
    *, actor: Actor, system: System, entering: Entering, answer: str, said: str, reason: str
) -> Review:
    """An analyst confirms an answer of the assessment or says otherwise; what he says then stands.

    It is public whatever ``entering`` says: the answer that it changes is.

    Raises:
        Refused: by the policy; for a party that does not answer for the system; an answer or a value that
            does not exist; a system that was never assessed.
    """
    permit(actor, Action.OVERRIDE_ASSESSMENT)
    on_the_claimants_side(actor, About(safeguard="", system=system))
    if said not in list(ANSWERS.get(answer, ())):
        raise Refused("answer_not_known", answer=answer, said=said)
    reading = Assessment.objects.filter(system=system, is_current=True).select_related("version").first()
    if reading is None:
        raise Refused("never_assessed", system=system.name)
    entering = evolve(entering, visibility=PUBLIC, named_parties=())
    review = Review(
        **entering.columns(actor),
        system=system,
        version=reading.version,
        answer=answer,
        found=answers_of(reading.result)[answer],
        said=said,
        reason=reason,
        catalogue_version=reading.catalogue_version,
    )
    enter(review, entering=entering, actor=actor, verb=Action.OVERRIDE_ASSESSMENT)
    row = System.objects.select_for_update().get(pk=system.pk)
    apply_reviews([row])
    row.save()
    renew([row], on=entering.today)
    return review


def apply_reviews(systems: Iterable[System]) -> None:
    """Put what persons said, and what still stands, in the columns of ``systems``; nothing is saved."""
    rows = {row.pk: row for row in systems}
    for review in standing_reviews(rows.values()):
        setattr(rows[review.system_id], _COLUMNS.get(review.answer, review.answer), review.said)
