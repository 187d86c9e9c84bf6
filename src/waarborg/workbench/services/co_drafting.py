"""What papers and answers in the making share: whose they are, who holds them, and each step on their way."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from waarborg.policy import Action
from waarborg.publication.papers.flow import Stage, Step, after
from waarborg.workbench.models import AnswerDraft, AnswerStep, PaperDraft, PaperStep, Party
from waarborg.workbench.models.scope import NAMED, OWN, PUBLIC
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import save, tell
from waarborg.workbench.services.refusal import Refused

AnyDraft = TypeVar("AnyDraft", AnswerDraft, PaperDraft)


@frozen(kw_only=True)
class Way:
    """How a draft goes out: whether it is signed first, and the verb of its events, with ``{step}`` in it."""

    signed: bool
    verb: str


@frozen(kw_only=True)
class Word:
    """What a party that holds a draft says of the version that it read: a paraph, or a remark with words."""

    agrees: bool
    version: int
    text: str = ""


def own(row: AnyDraft, actor: Actor, action: Action) -> AnyDraft:
    """The draft, where it is the actor's own party's and the policy allows the action in its stage.

    Raises:
        Refused: ``not_own_item`` or by the policy.
    """
    if row.party_id != actor.office().pk:
        raise Refused("not_own_item", party=actor.code)
    permit(actor, action, row.stage)
    return row


def held_by(row: AnyDraft, party: Party) -> bool:
    """Whether the draft was handed to a party and not taken back."""
    return row.named_parties.filter(pk=party.pk).exists()


def still(row: AnyDraft, version: int) -> None:
    """Refuse what was written or said of a text that somebody changed meanwhile.

    Raises:
        Refused: ``paper_changed_meanwhile``.
    """
    if row.version != version:
        raise Refused("paper_changed_meanwhile", yours=version, now=row.version)


def hand_over_draft(
    row: AnyDraft, parties: Iterable[Party], way: Way, *, actor: Actor, entering: Entering, text: str
) -> AnyDraft:
    """Let parties see the draft and say their word of it."""
    row.named_parties.add(*parties)
    return step_on(row, Step.HAND_OVER, way, actor=actor, entering=entering, text=text)


def take_back_draft(row: AnyDraft, party: Party, way: Way, *, actor: Actor, entering: Entering) -> AnyDraft:
    """Take the draft back from a party: from now on it does not see it.

    Raises:
        Refused: ``paper_not_handed_over``.
    """
    if not held_by(row, party):
        raise Refused("paper_not_handed_over", party=party.code)
    row.named_parties.remove(party)
    return step_on(row, Step.TAKE_BACK, way, actor=actor, entering=entering, text=party.code)


def say_of_draft(
    row: AnyDraft, word: Word, way: Way, *, actor: Actor, action: Action, entering: Entering
) -> AnyDraft:
    """Give a paraph on the version that was read, or a remark on it.

    Raises:
        Refused: by the policy; a draft that this party does not hold; a remark without words; a text that
            changed since it was read.
    """
    if not held_by(row, actor.office()):
        raise Refused("paper_not_handed_over", party=actor.code)
    permit(actor, action, row.stage)
    still(row, word.version)
    if not word.agrees and not word.text.strip():
        raise Refused("paper_remark_without_words")
    step = Step.PARAPH if word.agrees else Step.REMARK
    return step_on(row, step, way, actor=actor, entering=entering, text=word.text)


def step_on(row: AnyDraft, step: Step, way: Way, *, actor: Actor, entering: Entering, text: str) -> AnyDraft:
    """Take a step: the stage it leads to, who sees the draft from now on, and one event.

    Raises:
        Refused: ``paper_step_not_now``.
    """
    handed = sorted(party.code for party in row.named_parties.all())
    stage = after(Stage(row.stage), step, handed, signed=way.signed)
    if stage is None:
        raise Refused("paper_step_not_now", step=step.value, stage=row.stage)
    row.stage = stage
    if row.visibility != PUBLIC:
        row.visibility = NAMED if handed else OWN
    save(_step_row(row, step, actor, entering, text))
    beside = {"named_parties": handed, "step": step.value, "said": text}
    tell(save(row), actor=actor, verb=way.verb.format(step=step.value), at=entering, beside=beside)
    return row


def _step_row(
    row: AnyDraft, step: Step, actor: Actor, entering: Entering, text: str
) -> AnswerStep | PaperStep:
    told = {
        "kind": step.value,
        "party": actor.office(),
        "by": actor.name,
        "version": row.version,
        "text": text,
        "date": entering.date,
        "recorded_at": entering.now,
    }
    if isinstance(row, AnswerDraft):
        return AnswerStep(draft=row, **told)
    return PaperStep(draft=row, **told)
