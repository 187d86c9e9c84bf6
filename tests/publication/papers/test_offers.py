"""What the record says later is offered, and stands in the draft only where the drafter took it."""

import datetime as dt

import attrs

from waarborg.publication.papers import Draft, note
from waarborg.publication.papers.offers import offers, settled, taken
from waarborg.values.case import CaseEvent, Moment

from .papers import NOTE, demo_case


def draft(**sections: str) -> Draft:
    return Draft(kind="note", language="nl", title="T", sender="B", sections=sections)


def test_a_draft_that_the_record_has_not_left_behind_gets_no_offer() -> None:
    assert offers(draft(core="eigen woorden"), draft(core="a"), draft(core="a")) == ()


def test_what_the_record_says_now_is_offered_beside_what_the_drafter_wrote() -> None:
    (offer,) = offers(draft(core="eigen woorden"), draft(core="a"), draft(core="b"))
    assert (offer.code, offer.was, offer.now, offer.current) == ("core", "a", "b", "eigen woorden")


def test_an_offer_taken_stands_in_the_draft_and_one_declined_does_not_and_neither_comes_back() -> None:
    mine, base, now = draft(core="mijn"), draft(core="a"), draft(core="b")
    (offer,) = offers(mine, base, now)
    assert taken(mine, offer).sections["core"] == "b"
    assert offers(taken(mine, offer), settled(base, offer), now) == ()
    assert offers(mine, settled(base, offer), now) == ()
    assert len(offers(mine, settled(base, offer), draft(core="c"))) == 1


def test_what_the_drafter_has_already_is_not_offered() -> None:
    assert offers(draft(core="b"), draft(core="a"), draft(core="b")) == ()


def test_a_reminder_that_comes_on_record_later_is_offered_in_the_occasion() -> None:
    case = demo_case()
    before = note(case, NOTE)
    new = CaseEvent(kind="rappel", when=Moment(on=dt.date(2023, 9, 12)), instrument="belofte-zomerreces")
    after = note(attrs.evolve(case, events=(*case.events, new)), NOTE)
    (offer,) = offers(before, before, after)
    assert offer.code == "cause"
    assert "12 september 2023" in offer.now
    assert "12 september 2023" not in before.sections["cause"]
