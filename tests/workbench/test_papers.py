"""A paper on its way from draft to publication, through the services that any party uses."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs
import pytest

from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Step
from waarborg.wording import say

if TYPE_CHECKING:
    from waarborg.workbench.models import Dossier, PaperDraft
    from waarborg.workbench.services.about import Entering
    from waarborg.workbench.services.refusal import Refused

    from .cast import Cast

NOTE = "nota-2023-0000687772"
REASON = "De brief is een Kamerstuk en staat bij de Kamer."


@pytest.fixture
def dossier(cast: "Cast", now: dt.datetime) -> "Dossier":  # noqa: ARG001  the cast opens the database
    """Dossier CXLVII."""
    from waarborg.workbench.demo.loading import load_demo_case
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.services.actor import operator

    load_demo_case(actor=operator("test"), now=now)
    return Dossier.objects.get(number="CXLVII")


@pytest.fixture
def entering(now: dt.datetime) -> "Entering":
    """A day on which everything here is done."""
    from waarborg.workbench.services.about import Entering

    return Entering(date=now.date(), now=now)


@pytest.fixture
def draft(cast: "Cast", dossier: "Dossier", entering: "Entering") -> "PaperDraft":
    """The minister's drafter drafts the note."""
    from waarborg.workbench.services.papers import draft_paper

    return draft_paper(actor=cast.drafter, dossier=dossier, code=NOTE, kind="note", entering=entering)


def refused(act: Callable[[], object]) -> "Refused":
    from waarborg.workbench.services.refusal import Refused

    with pytest.raises(Refused) as found:
        act()
    assert say(found.value.finding, "nl")
    assert say(found.value.finding, "en")
    return found.value


def seen(reader: str) -> int:
    from waarborg.workbench.queries.paper_drafts import drafts_seen_by

    return drafts_seen_by(reader).count()


def test_a_draft_is_seen_by_its_own_party_and_by_no_one_else(cast: "Cast", draft: "PaperDraft") -> None:
    assert "2023-0000687772" in draft_of(draft.content).fields["reference"]
    assert [seen(code) for code in (cast.ministry.code, "toeslagen", "ek", "public")] == [1, 0, 0, 0]


def test_who_holds_it_sees_it_until_it_is_taken_back(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import hand_over, take_back

    agency = cast.analyst.office()
    handed = hand_over(actor=cast.drafter, draft=draft, parties=[agency], entering=entering)
    assert handed.stage == "co_drafting"
    assert [seen(code) for code in (agency.code, "ek", "public")] == [1, 0, 0]
    back = take_back(actor=cast.drafter, draft=draft, party=agency, entering=entering)
    assert back.stage == "draft"
    assert seen(agency.code) == 0


def test_a_paper_is_approved_only_once_every_directorate_agrees_to_its_present_text(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import edit_paper, hand_over, move_paper, say_of_paper

    def approve() -> object:
        return move_paper(actor=cast.approver, draft=draft, step=Step.APPROVE, entering=entering)

    def paraph(version: int) -> object:
        return say_of_paper(actor=cast.analyst, draft=draft, agrees=True, entering=entering, version=version)

    hand_over(actor=cast.drafter, draft=draft, parties=[cast.analyst.office()], entering=entering)
    assert refused(approve).finding.code == "paper_waits_for"
    paraph(1)
    text = attrs.evolve(draft_of(draft.content), title="Andere titel")
    edit_paper(actor=cast.drafter, draft=draft, content=text, entering=entering, version=1)
    assert refused(approve).finding.code == "paper_waits_for"
    assert refused(lambda: paraph(1)).finding.code == "paper_changed_meanwhile"
    paraph(2)
    approve()
    draft.refresh_from_db()
    assert (draft.stage, draft.version, draft.versions.count()) == ("approved", 2, 2)


def test_the_way_out_ends_in_public_and_every_step_left_one_event(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.models import AuditEvent
    from waarborg.workbench.services.papers import move_paper

    before = AuditEvent.objects.count()
    steps = (Step.APPROVE, Step.SIGN, Step.SEND, Step.PUBLISH)
    for step in steps:
        assert seen("public") == 0
        move_paper(actor=cast.approver, draft=draft, step=step, entering=entering, text=REASON)
    assert seen("public") == 1
    assert AuditEvent.objects.count() - before == len(steps)


def test_nobody_signs_sends_or_edits_out_of_turn_or_for_another_party(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import edit_paper, move_paper

    text = draft_of(draft.content)

    def move(step: Step) -> object:
        return move_paper(actor=cast.approver, draft=draft, step=step, entering=entering)

    def edit() -> object:
        return edit_paper(actor=cast.drafter, draft=draft, content=text, entering=entering, version=1)

    assert refused(lambda: move(Step.SIGN)).finding.code == "not_permitted"
    clerk = refused(
        lambda: edit_paper(actor=cast.clerk, draft=draft, content=text, entering=entering, version=1)
    )
    assert clerk.finding.code == "not_own_item"
    move(Step.APPROVE)
    assert refused(edit).finding.code == "not_permitted"


def test_a_paper_with_an_empty_part_is_not_approved(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import edit_paper, move_paper

    text = draft_of(draft.content)
    emptied = attrs.evolve(text, sections={**text.sections, "core": ""})
    edit_paper(actor=cast.drafter, draft=draft, content=emptied, entering=entering, version=1)
    found = refused(
        lambda: move_paper(actor=cast.approver, draft=draft, step=Step.APPROVE, entering=entering)
    )
    assert found.finding.code == "paper_has_open_parts"


def test_what_comes_on_record_later_is_offered_and_put_in_only_by_the_drafter(
    cast: "Cast", draft: "PaperDraft", entering: "Entering", dossier: "Dossier"
) -> None:
    from waarborg.workbench.models import Event
    from waarborg.workbench.queries.paper_drafts import offers_of
    from waarborg.workbench.services.papers import settle_offer

    promise = dossier.instruments.get(code="belofte-zomerreces")
    Event.objects.create(
        dossier=dossier,
        code="new",
        kind="rappel",
        instrument=promise,
        date=dt.date(2023, 9, 12),
        certainty="sourced",
        number=999,
    )
    (offer,) = offers_of(draft)
    assert "12 september 2023" in offer.now
    draft.refresh_from_db()
    assert "12 september 2023" not in draft_of(draft.content).sections["cause"]
    row = settle_offer(
        actor=cast.drafter,
        draft=draft,
        place=offer.place,
        code=offer.code,
        take=True,
        entering=entering,
        version=1,
    )
    assert "12 september 2023" in draft_of(row.content).sections["cause"]
    assert offers_of(row) == ()


def test_a_party_drafts_a_paper_once_and_only_what_the_record_holds(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import draft_paper

    def again(code: str) -> Callable[[], object]:
        return lambda: draft_paper(
            actor=cast.drafter, dossier=draft.dossier, code=code, kind="note", entering=entering
        )

    assert refused(again(NOTE)).finding.code == "paper_drafted_already"
    assert refused(again("nota-9999")).finding.code == "paper_not_on_record"


def on_its_way_out(cast: "Cast", draft: "PaperDraft", entering: "Entering", said: str = "") -> "PaperDraft":
    """The note with more words in its core, approved, signed and sent."""
    from waarborg.workbench.services.papers import edit_paper, move_paper

    content = draft_of(draft.content)
    told = {**content.sections, "core": f"{content.sections['core']}\n\n{said}"}
    row = edit_paper(
        actor=cast.drafter,
        draft=draft,
        content=attrs.evolve(content, sections=told),
        entering=entering,
        version=draft.version,
    )
    for step in (Step.APPROVE, Step.SIGN, Step.SEND):
        row = move_paper(actor=cast.approver, draft=row, step=step, entering=entering)
    return row


PLANTED = ("06-12345678", "s.bakker@minbzk.nl", "mevrouw S. Bakker")


def test_personal_data_stop_publication_until_each_was_decided_and_are_gone_from_what_goes_out(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.models import PaperDraft
    from waarborg.workbench.queries.paper_drafts import open_marks_of
    from waarborg.workbench.services.papers import decide_mark, move_paper

    row = on_its_way_out(cast, draft, entering, "Contact: {2}, {0}, {1}.".format(*PLANTED))
    assert {mark.text for mark in open_marks_of(row)} == set(PLANTED)

    def publish() -> object:
        return move_paper(actor=cast.drafter, draft=row, step=Step.PUBLISH, entering=entering, text=REASON)

    for text in PLANTED[:2]:
        assert refused(publish).finding.code == "paper_marks_undecided"
        decide_mark(
            actor=cast.drafter, draft=row, text=text, decision="redact", ground="5.1.2e", entering=entering
        )
    assert refused(publish).finding.params["first"] == PLANTED[2]
    decide_mark(actor=cast.drafter, draft=row, text=PLANTED[2], decision="keep", entering=entering)
    publish()
    out = str(PaperDraft.objects.get(pk=row.pk).content)
    assert [text in out for text in PLANTED] == [False, False, True]
    assert "Woo 5.1.2.e" in out
    assert PLANTED[0] in str(row.versions.get(number=2).content)


def test_a_note_is_published_with_its_letter_or_with_a_reason_why_not(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import move_paper

    row = on_its_way_out(cast, draft, entering)
    why = refused(lambda: move_paper(actor=cast.drafter, draft=row, step=Step.PUBLISH, entering=entering))
    assert (why.finding.code, why.finding.params["papers"]) == ("paper_company_unpublished", "M")
    move_paper(actor=cast.drafter, draft=row, step=Step.PUBLISH, entering=entering, text=REASON)
    assert seen("public") == 1
    assert row.steps.get(kind="publish").text == REASON


def test_what_the_check_missed_a_person_can_take_out_and_only_what_is_marked_can_be_kept(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.models import PaperDraft
    from waarborg.workbench.services.papers import decide_mark, move_paper

    def decided(text: str, decision: str) -> object:
        ground = "5.1.2i" if decision == "redact" else ""
        return decide_mark(
            actor=cast.drafter, draft=row, text=text, decision=decision, ground=ground, entering=entering
        )

    row = on_its_way_out(cast, draft, entering, "Yentl zei het. YENTL zei het weer.")
    assert refused(lambda: decided("Yentl", "keep")).finding.code == "mark_not_there"
    decided("yentl", "redact")
    move_paper(actor=cast.drafter, draft=row, step=Step.PUBLISH, entering=entering, text=REASON)
    out = str(PaperDraft.objects.get(pk=row.pk).content)
    assert "[Woo 5.1.2.i] zei het. [Woo 5.1.2.i] zei het weer." in out
    assert "yentl" not in out.casefold()


def test_a_redaction_names_its_ground_and_is_of_marked_words_of_ones_own_paper(
    cast: "Cast", draft: "PaperDraft", entering: "Entering"
) -> None:
    from waarborg.workbench.services.papers import decide_mark

    row = on_its_way_out(cast, draft, entering, f"Mail {PLANTED[1]}.")
    for actor, text, ground, code in (
        (cast.drafter, PLANTED[1], "", "ground_not_known"),
        (cast.drafter, PLANTED[1], "9.9", "ground_not_known"),
        (cast.drafter, "kwikstaart", "5.1.2e", "mark_not_there"),
        (cast.clerk, PLANTED[1], "5.1.2e", "not_own_item"),
    ):
        act = refused(
            lambda actor=actor, text=text, ground=ground: decide_mark(  # type: ignore[misc]
                actor=actor, draft=row, text=text, decision="redact", ground=ground, entering=entering
            )
        )
        assert act.finding.code == code
