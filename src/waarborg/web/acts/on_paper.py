"""What can be done on a paper, from its first draft until it is published."""

from collections.abc import Callable

from waarborg.policy import Action
from waarborg.publication.check import GROUNDS
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Step
from waarborg.web.acts import paper_forms as shapes
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm
from waarborg.workbench.models import Dossier, PaperDraft, Party
from waarborg.workbench.queries.drafting import draftable_in
from waarborg.workbench.queries.paper_drafts import offers_of
from waarborg.workbench.services import papers
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor


def _draft(actor: Actor, dossier: Dossier, told: Told, entering: Entering) -> object:
    one = next(found for found in draftable_in(dossier) if found.choice == told["paper"])
    return papers.draft_paper(actor=actor, dossier=dossier, code=one.code, kind=one.kind, entering=entering)


def _edit(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    content = shapes.edited(draft_of(row.content), told)
    version = told["version"] or 0
    return papers.edit_paper(actor=actor, draft=row, content=content, entering=entering, version=version)


def _settle(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    place, _, code = told["offer"].partition(":")
    return papers.settle_offer(
        actor=actor,
        draft=row,
        place=place,
        code=code,
        take=told["take"] == "take",
        entering=entering,
        version=told["version"] or 0,
    )


def _hand_over(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    given = Party.objects.filter(code__in=told["parties"])
    return papers.hand_over(actor=actor, draft=row, parties=given, entering=entering)


def _take_back(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    party = Party.objects.get(code=told["parties"])
    return papers.take_back(actor=actor, draft=row, party=party, entering=entering)


def _say(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    return papers.say_of_paper(
        actor=actor,
        draft=row,
        agrees=told["word"] == Step.PARAPH,
        entering=entering,
        version=told["version"] or 0,
        text=told["text"],
    )


def _decide(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
    return papers.decide_mark(
        actor=actor,
        draft=row,
        text=told["other_words"] or told["mark"],
        decision="redact" if told["ground"] in GROUNDS else "keep",
        ground=told["ground"],
        entering=entering,
    )


def _owns(actor: Actor, row: PaperDraft) -> bool:
    return row.party == actor.party


def _holds(actor: Actor, row: PaperDraft) -> bool:
    return row.named_parties.filter(pk=actor.office().pk).exists()


def _is_out(actor: Actor, row: PaperDraft) -> bool:
    return _owns(actor, row) and row.named_parties.exists()


def _is_offered(actor: Actor, row: PaperDraft) -> bool:
    try:
        return _owns(actor, row) and bool(offers_of(row))
    except KeyError:
        return False


def _act(
    code: str,
    action: Action,
    form: type[EntryForm],
    do: Callable[[Actor, PaperDraft, Told, Entering], object],
    party: Callable[[Actor, PaperDraft], bool] = _owns,
) -> Act[PaperDraft]:
    return Act(code=code, action=action, form=form, do=do, party=party)


def _moving(
    code: str, action: Action, step: Step, form: type[EntryForm] = shapes.StepForm
) -> Act[PaperDraft]:
    def move(actor: Actor, row: PaperDraft, told: Told, entering: Entering) -> object:
        return papers.move_paper(
            actor=actor, draft=row, step=step, entering=entering, text=told.get("text", "")
        )

    return _act(code, action, form, move)


ON_DOSSIER_PAPERS: dict[str, Act[Dossier]] = {
    "stuk": Act(code="stuk", action=Action.DRAFT_PAPER, form=shapes.DraftForm, do=_draft)
}
ON_PAPER: dict[str, Act[PaperDraft]] = {
    act.code: act
    for act in (
        _act("schrijven", Action.EDIT_PAPER, shapes.EditForm, _edit),
        _act("overnemen", Action.EDIT_PAPER, shapes.OfferForm, _settle, _is_offered),
        _act("meelezen", Action.HAND_OVER_PAPER, shapes.ReadersForm, _hand_over),
        _act("terugvragen", Action.HAND_OVER_PAPER, shapes.ReaderForm, _take_back, _is_out),
        _act("paraferen", Action.SAY_OF_PAPER, shapes.SayForm, _say, _holds),
        _act("markering", Action.DECIDE_MARK, shapes.MarkForm, _decide),
        _moving("goedkeuren", Action.APPROVE_PAPER, Step.APPROVE),
        _moving("openen", Action.REOPEN_PAPER, Step.REOPEN),
        _moving("ondertekenen", Action.SIGN_PAPER, Step.SIGN),
        _moving("uitsturen", Action.SEND_PAPER, Step.SEND),
        _moving("openbaar", Action.PUBLISH_PAPER, Step.PUBLISH, shapes.PublishForm),
    )
}
