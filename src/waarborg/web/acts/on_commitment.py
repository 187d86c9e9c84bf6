"""What can be done on a commitment of a dossier, and how one is recorded."""

from django import forms

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, day, labelled, line, words
from waarborg.web.words import t
from waarborg.workbench.models import Dossier, Instrument, Party
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.dialogue_page import meetings_on
from waarborg.workbench.queries.dossier_parties import answers_for
from waarborg.workbench.services import commitments
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.commitments import JUDGEMENTS, Commitment, Step


class CommitmentForm(EntryForm):
    """What was promised, by whom, by when in the words that were used, and in which meeting."""

    title = words(rows=3)
    responsible = forms.ChoiceField()
    by_when = line(required=False)
    met_in = forms.ChoiceField(required=False)
    sees = ()

    def prepare(self) -> None:
        """Those who can promise, and the meetings on this dossier that the party may see."""
        found = Party.objects.filter(kind__in=GOVERNMENT_SIDE).order_by("name")
        self.fields["responsible"] = forms.ChoiceField(choices=[(one.code, one.name) for one in found])
        held = meetings_on(self.context["subject"], self.context["actor"].code)
        choices = [("", t("act.no_meeting")), *((str(one.pk), str(one)) for one in held)]
        self.fields["met_in"] = forms.ChoiceField(choices=choices, required=False)
        self.fields["by_when"].help_text = t("act.term_help")


class TellForm(EntryForm):
    """What a party says of a commitment."""

    text = words(rows=4)
    sees = ()


class JudgeForm(EntryForm):
    """What the body holds of it, and the new term where it sets one."""

    kind = forms.ChoiceField()
    until = day()
    text = words(rows=3, required=False)
    sees = ()

    def prepare(self) -> None:
        """The judgements there are."""
        self.fields["kind"] = forms.ChoiceField(choices=labelled("event", JUDGEMENTS))


def _record(actor: Actor, dossier: Dossier, told: Told, entering: Entering) -> object:
    made = Commitment(
        title=told["title"],
        responsible=Party.objects.get(code=told["responsible"]),
        term=told["by_when"],
        meeting=next(
            (one for one in meetings_on(dossier, actor.code) if str(one.pk) == told["met_in"]), None
        ),
    )
    return commitments.record_commitment(actor=actor, dossier=dossier, commitment=made, entering=entering)


def _report(actor: Actor, row: Instrument, told: Told, entering: Entering) -> object:
    return commitments.report_commitment(actor=actor, commitment=row, text=told["text"], entering=entering)


def _judge(actor: Actor, row: Instrument, told: Told, entering: Entering) -> object:
    step = Step(kind=told["kind"], text=told["text"], until=told["until"])
    return commitments.judge_commitment(actor=actor, commitment=row, step=step, entering=entering)


def _remind(actor: Actor, row: Instrument, told: Told, entering: Entering) -> object:
    return commitments.remind_of_commitment(actor=actor, commitment=row, text=told["text"], entering=entering)


def _has_dossier(actor: Actor, dossier: Dossier) -> bool:
    return actor.office().body_id == dossier.body_id


def _was_promised(actor: Actor, row: Instrument) -> bool:
    return _has_dossier(actor, row.dossier)


def _promised(actor: Actor, row: Instrument) -> bool:
    return answers_for(actor.office(), row)


ON_DOSSIER_COMMITMENTS: dict[str, Act[Dossier]] = {
    "toezegging": Act(
        code="toezegging",
        action=Action.RECORD_COMMITMENT,
        form=CommitmentForm,
        do=_record,
        party=_has_dossier,
    )
}
ON_COMMITMENT: dict[str, Act[Instrument]] = {
    act.code: act
    for act in (
        Act(code="afgedaan", action=Action.REPORT_COMMITMENT, form=TellForm, do=_report, party=_promised),
        Act(
            code="beoordelen",
            action=Action.JUDGE_COMMITMENT,
            form=JudgeForm,
            do=_judge,
            party=_was_promised,
        ),
        Act(
            code="herinneren",
            action=Action.REMIND_OF_COMMITMENT,
            form=TellForm,
            do=_remind,
            party=_was_promised,
        ),
    )
}
