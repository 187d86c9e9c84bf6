"""Looking at an answer of the assessment: confirmed, or said otherwise, with the reason."""

from django import forms

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, labelled, words
from waarborg.web.words import label
from waarborg.workbench.models import System
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.line_parties import line_parties
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.reviews import ANSWERS, review_answer

_SEPARATOR = ":"


class ReviewForm(EntryForm):
    """One answer with its value, and why; public, as the assessment itself is."""

    outcome = forms.ChoiceField()
    text = words()
    sees = (PUBLIC,)

    def prepare(self) -> None:
        """Every value of every answer, grouped by answer."""
        choices = [
            (
                label("assess.key", answer),
                [
                    (f"{answer}{_SEPARATOR}{value}", name)
                    for value, name in labelled(f"assess.{answer}", values)
                ],
            )
            for answer, values in ANSWERS.items()
        ]
        self.fields["outcome"] = forms.ChoiceField(choices=choices)


def _review(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    answer, _, said = told["outcome"].partition(_SEPARATOR)
    return review_answer(
        actor=actor, system=system, entering=entering, answer=answer, said=said, reason=told["text"]
    )


REVIEW = Act[System](
    code="beoordeling",
    action=Action.OVERRIDE_ASSESSMENT,
    form=ReviewForm,
    do=_review,
    party=lambda actor, system: actor.office() in line_parties(system),
)
