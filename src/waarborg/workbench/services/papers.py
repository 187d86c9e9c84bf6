"""Papers: drafted from the record, edited, handed over for co-drafting, and moved out step by step."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from waarborg.policy import Action
from waarborg.publication.check import GROUNDS, redacted
from waarborg.publication.check.deciding import REDACT
from waarborg.publication.papers.draft import Draft, draft_of
from waarborg.publication.papers.flow import Step
from waarborg.publication.papers.offers import settled, taken
from waarborg.wording import Language
from waarborg.workbench.models import Dossier, PaperDecision, PaperDraft, PaperVersion, Party
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.drafting import Drafting, from_record
from waarborg.workbench.queries.paper_drafts import (
    decisions_on,
    is_marked,
    offers_of,
    open_marks_of,
    stands_in,
    unpublished_company,
    waiting_for,
)
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.co_drafting import (
    Way,
    Word,
    hand_over_draft,
    own,
    say_of_draft,
    step_on,
    still,
    take_back_draft,
)
from waarborg.workbench.services.entering import enter, save, tell
from waarborg.workbench.services.refusal import Refused

_WAY = Way(signed=True, verb="paper_{step}")
_MOVES: Mapping[Step, Action] = {
    Step.APPROVE: Action.APPROVE_PAPER,
    Step.REOPEN: Action.REOPEN_PAPER,
    Step.SIGN: Action.SIGN_PAPER,
    Step.SEND: Action.SEND_PAPER,
    Step.PUBLISH: Action.PUBLISH_PAPER,
}


@transaction.atomic
def draft_paper(
    *, actor: Actor, dossier: Dossier, code: str, kind: str, entering: Entering, language: Language = "nl"
) -> PaperDraft:
    """Draft a paper of a kind from what the record says of ``code`` (see ``Draftable``).

    A reminder and a letter to a council are of the day of ``entering``.

    Raises:
        Refused: by the policy; where the record cannot draft it, or has nothing to remind of on that day;
            where this party drafted it already.
    """
    permit(actor, Action.DRAFT_PAPER)
    told = Drafting(dossier=dossier, code=code, party=actor.office(), on=entering.date, language=language)
    try:
        content = from_record(kind, told).as_data()
    except KeyError:
        reason = "reminder_not_due" if kind == "reminder" else "paper_not_on_record"
        day = entering.date.isoformat()
        raise Refused(reason, paper=code, dossier=dossier.number, date=day) from None
    row = PaperDraft(
        **entering.columns(actor),
        dossier=dossier,
        code=code,
        kind=kind,
        content=content,
        from_record=content,
    )
    enter(row, entering=entering, actor=actor, verb=Action.DRAFT_PAPER)
    _keep_version(row, actor, entering)
    return row


@transaction.atomic
def edit_paper(
    *, actor: Actor, draft: PaperDraft, content: Draft, entering: Entering, version: int
) -> PaperDraft:
    """Put in a new text; ``version`` is the one that was edited, so that no one's work is written over.

    Raises:
        Refused: by the policy; another party's draft; a text that someone changed meanwhile.
    """
    row = _own(actor, draft, Action.EDIT_PAPER)
    still(row, version)
    return _changed(row, content, actor, entering)


@transaction.atomic
def settle_offer(  # noqa: PLR0913  what settling an offer asks
    *, actor: Actor, draft: PaperDraft, place: str, code: str, take: bool, entering: Entering, version: int
) -> PaperDraft:
    """Take what the record says now into the draft, or decline it; either way it is not offered again.

    Raises:
        Refused: by the policy; another party's draft; an offer that the record does not make.
    """
    row = _own(actor, draft, Action.EDIT_PAPER)
    still(row, version)
    offer = next((one for one in offers_of(row) if (one.place, one.code) == (place, code)), None)
    if offer is None:
        raise Refused("paper_no_offer", part=code)
    row.from_record = settled(draft_of(row.from_record), offer).as_data()
    if take:
        return _changed(row, taken(draft_of(row.content), offer), actor, entering)
    tell(save(row), actor=actor, verb="decline_offer", at=entering)
    return row


@transaction.atomic
def hand_over(*, actor: Actor, draft: PaperDraft, parties: Iterable[Party], entering: Entering) -> PaperDraft:
    """Let other directorates or parties see the draft and say their word of it.

    Raises:
        Refused: by the policy; another party's draft; to nobody, or to oneself.
    """
    row = _own(actor, draft, Action.HAND_OVER_PAPER)
    given = list(parties)
    if not given or actor.office() in given:
        raise Refused("paper_handed_to_nobody")
    named = ", ".join(sorted(one.code for one in given))
    return hand_over_draft(row, given, _WAY, actor=actor, entering=entering, text=named)


@transaction.atomic
def take_back(*, actor: Actor, draft: PaperDraft, party: Party, entering: Entering) -> PaperDraft:
    """Take the draft back from a party: from now on it does not see it.

    Raises:
        Refused: by the policy; another party's draft; from one that does not hold it.
    """
    row = _own(actor, draft, Action.HAND_OVER_PAPER)
    return take_back_draft(row, party, _WAY, actor=actor, entering=entering)


@transaction.atomic
def say_of_paper(
    *, actor: Actor, draft: PaperDraft, agrees: bool, entering: Entering, version: int, text: str = ""
) -> PaperDraft:
    """Give a paraph on the version that was read, or a remark on it.

    Raises:
        Refused: by the policy; a draft that this party does not hold; a remark without words; a text that
            changed since it was read.
    """
    word = Word(agrees=agrees, version=version, text=text)
    action = Action.SAY_OF_PAPER
    return say_of_draft(_locked(draft), word, _WAY, actor=actor, action=action, entering=entering)


@transaction.atomic
def move_paper(
    *, actor: Actor, draft: PaperDraft, step: Step, entering: Entering, text: str = ""
) -> PaperDraft:
    """Approve, sign, send or publish a paper, or open an approved one again.

    Raises:
        Refused: by the policy, in the stage the paper is in; another party's draft; approval while a
            directorate has not agreed or a part is empty; publication while a mark is undecided, or without
            the paper it goes with and no reason in ``text``.
    """
    row = _own(actor, draft, _MOVES[step])
    if step is Step.APPROVE:
        _ready(row)
    if step is Step.PUBLISH:
        _clean(row, actor, entering, text)
    return step_on(row, step, _WAY, actor=actor, entering=entering, text=text)


@transaction.atomic
def decide_mark(
    *, actor: Actor, draft: PaperDraft, text: str, decision: str, entering: Entering, ground: str = ""
) -> PaperDecision:
    """Decide on words: what the check marks stays or goes, and what it missed can go, on a ground of the law.

    Raises:
        Refused: by the policy; another party's paper; words that are not marked, or do not stand there; a
            redaction without ground.
    """
    row = _own(actor, draft, Action.DECIDE_MARK)
    if not (stands_in(row, text) if decision == REDACT else is_marked(row, text)):
        raise Refused("mark_not_there", text=text)
    if decision == REDACT and ground not in GROUNDS:
        raise Refused("ground_not_known", ground=ground, grounds=", ".join(GROUNDS))
    made = row.decisions.filter(text=text).first() or PaperDecision(draft=row, text=text)
    made.decision, made.ground = decision, ground if decision == REDACT else ""
    made.by, made.recorded_at = actor.name, entering.now
    tell(save(made), actor=actor, verb=Action.DECIDE_MARK, at=entering)
    return made


def _clean(row: PaperDraft, actor: Actor, entering: Entering, reason: str) -> None:
    """Make a paper fit for all: nothing undecided, redactions burnt in, what it goes with published."""
    if left := open_marks_of(row):
        raise Refused("paper_marks_undecided", count=len(left), first=left[0].text)
    if (beside := unpublished_company(row)) and not reason.strip():
        raise Refused("paper_company_unpublished", papers=", ".join(beside))
    content = redacted(draft_of(row.content), decisions_on(row)).as_data()
    if content != row.content:
        row.content, row.version = content, row.version + 1
        _keep_version(row, actor, entering)
    row.visibility = PUBLIC


def _locked(draft: PaperDraft) -> PaperDraft:
    return PaperDraft.objects.select_for_update().get(pk=draft.pk)


def _own(actor: Actor, draft: PaperDraft, action: Action) -> PaperDraft:
    return own(_locked(draft), actor, action)


def _ready(row: PaperDraft) -> None:
    if waiting := waiting_for(row):
        raise Refused("paper_waits_for", parties=", ".join(waiting))
    if empty := draft_of(row.content).open_parts():
        raise Refused("paper_has_open_parts", parts=", ".join(empty))


def _changed(row: PaperDraft, content: Draft, actor: Actor, entering: Entering) -> PaperDraft:
    row.content, row.version = content.as_data(), row.version + 1
    tell(save(row), actor=actor, verb=Action.EDIT_PAPER, at=entering)
    _keep_version(row, actor, entering)
    return row


def _keep_version(row: PaperDraft, actor: Actor, entering: Entering) -> None:
    save(
        PaperVersion(
            draft=row, number=row.version, content=row.content, by=actor.name, recorded_at=entering.now
        )
    )
