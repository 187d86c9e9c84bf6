"""Submission beforehand: off until asked for, its clock, requests with and without support, who sees what."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from waarborg.values.finding import UnusableInput

if TYPE_CHECKING:
    from .cast import Cast

MONDAY = dt.date(2024, 6, 3)


def entering(day: dt.date = MONDAY, visibility: str = "public", *named: Any) -> Any:
    from waarborg.workbench.services.about import Entering

    at = dt.datetime.combine(day, dt.time(10), tzinfo=dt.UTC)
    return Entering(date=day, now=at, visibility=visibility, named_parties=named)


def asked_for(cast: "Cast", actor: Any = None, **told: Any) -> Any:
    from waarborg.workbench.services.submissions import ask_for_regime

    told = {"regime": "motion", "form": "heavy", "term_weeks": 4} | told
    return ask_for_regime(actor=actor or cast.clerk, entering=entering(), **told)


def put(cast: "Cast", **told: Any) -> Any:
    from waarborg.workbench.services.submissions import put_before

    cast.system.status = "in_development"
    cast.system.save()
    told = {"entering": entering(), "system": cast.system, "to": cast.clerk.office(), "text": "Nieuw."} | told
    return put_before(actor=told.pop("actor", cast.approver), **told)


def step(actor: Any, row: Any, kind: str, day: dt.date, **told: Any) -> Any:
    from waarborg.workbench.services.submissions import take_step

    at = told.pop("entering", entering(day))
    return take_step(actor=actor, submission=row, entering=at, kind=kind, **told)


def on(day: dt.date, reader: str = "public") -> Any:
    from waarborg.workbench.queries.submissions import submissions

    (found,) = submissions(day, reader)
    return found


def refused(code: str, done: Any, *args: Any, **told: Any) -> Any:
    with pytest.raises(UnusableInput) as error:
        done(*args, **told)
    assert error.value.finding.code == code
    return error.value.finding


def test_nothing_is_put_until_the_body_asks_for_it_and_no_more_once_it_stops(cast: "Cast") -> None:
    from waarborg.workbench.services.submissions import end_regime

    refused("submission_not_asked_for", put, cast)
    choice = asked_for(cast)
    put(cast)
    refused("submission_not_asked_for", put, cast, to=cast.tk_clerk.office())
    end_regime(actor=cast.clerk, choice=choice, entering=entering(dt.date(2024, 6, 10)))
    refused("submission_not_asked_for", put, cast, entering=entering(dt.date(2024, 6, 11)))
    refused("regime_has_ended", end_regime, actor=cast.clerk, choice=choice, entering=entering())


def test_a_body_asks_for_itself_and_for_one_regime_at_a_time(cast: "Cast") -> None:
    refused("not_permitted", asked_for, cast, cast.approver)
    asked_for(cast)
    refused("regime_chosen_already", asked_for, cast)
    asked_for(cast, cast.council_clerk, regime="decentral")


def test_four_weeks_put_on_3_june_end_on_1_july_and_silence_settles_it(cast: "Cast") -> None:
    """Day one is the day after, so four weeks end on 1 July 2024 (procedure.md)."""
    asked_for(cast)
    put(cast)
    found = on(MONDAY)
    assert (found.item.due, found.item.status) == (dt.date(2024, 7, 1), "open")
    assert on(dt.date(2024, 7, 2)).item.status == "fulfilled"


def test_a_regime_without_a_term_borrows_one_and_says_it_is_assumed(cast: "Cast") -> None:
    asked_for(cast, term_weeks=None)
    put(cast)
    item = on(MONDAY).item
    assert item.certainty == "assumed"
    assert any(basis.startswith("analogy:PROC-AWR") for basis in item.basis)


def test_a_request_with_a_fifth_of_the_senate_holds_it_and_one_with_fewer_does_not(cast: "Cast") -> None:
    """One fifth of 75 seats is 15 (PROC-AWR-2-37)."""
    asked_for(cast)
    row = put(cast)
    step(cast.clerk, row, "debate_requested", dt.date(2024, 6, 10), members=14)
    few = on(dt.date(2024, 6, 10))
    assert few.item.status == "open"
    assert "request_below_minority" in few.watch
    step(cast.clerk, row, "law_requested", dt.date(2024, 6, 11), members=15)
    assert on(dt.date(2024, 6, 11)).item.status == "held"
    assert on(dt.date(2024, 6, 10)).item.status == "open"


def test_going_live_while_a_request_stands_is_recorded_and_shows(cast: "Cast") -> None:
    asked_for(cast)
    row = put(cast)
    step(cast.clerk, row, "debate_requested", dt.date(2024, 6, 10))
    step(cast.approver, row, "went_live", dt.date(2024, 6, 12))
    found = on(dt.date(2024, 6, 12))
    assert "live_too_soon" in found.watch
    assert {"submission_live_too_soon"} <= {one.code for one in found.findings}


def test_remarks_and_questions_change_nothing_and_an_outcome_settles_it(cast: "Cast") -> None:
    asked_for(cast)
    row = put(cast)
    for day, kind in ((4, "remark"), (5, "question")):
        step(cast.clerk, row, kind, dt.date(2024, 6, day), text="Woorden.")
    assert on(dt.date(2024, 6, 5)).item.status == "open"
    step(cast.approver, row, "answered", dt.date(2024, 6, 7), text="Antwoord.")
    step(cast.clerk, row, "fulfilled", dt.date(2024, 6, 12), meeting="commissie J&V")
    found = on(dt.date(2024, 6, 12))
    assert found.item.status == "fulfilled"
    assert [one.kind for one in found.steps] == ["remark", "question", "answered", "fulfilled"]


def test_each_side_takes_its_own_steps_in_order_and_in_a_state_that_allows_them(cast: "Cast") -> None:
    asked_for(cast)
    row = put(cast)
    refused("step_of_another_party", step, cast.approver, row, "fulfilled", dt.date(2024, 6, 4))
    refused("step_of_another_party", step, cast.tk_clerk, row, "remark", dt.date(2024, 6, 4))
    refused("step_of_another_party", step, cast.clerk, row, "went_live", dt.date(2024, 6, 4))
    refused("not_permitted", step, cast.drafter, row, "answered", dt.date(2024, 6, 4))
    refused("step_before_the_last", step, cast.clerk, row, "remark", dt.date(2024, 6, 1))
    refused("members_without_request", step, cast.clerk, row, "remark", dt.date(2024, 6, 4), members=3)
    refused("extension_without_day", step, cast.clerk, row, "extended", dt.date(2024, 6, 4))
    step(cast.approver, row, "withdrawn", dt.date(2024, 6, 5))
    refused("not_permitted", step, cast.clerk, row, "remark", dt.date(2024, 6, 6))


def test_the_side_that_answers_for_the_system_puts_it_and_only_before_it_is_used(cast: "Cast") -> None:
    asked_for(cast)
    asked_for(cast, cast.council_clerk, regime="decentral")
    refused("not_permitted", put, cast, actor=cast.analyst)
    refused("not_on_claimants_side", put, cast, system=cast.municipal, to=cast.council_clerk.office())
    row = put(cast)
    refused("submitted_already", put, cast)
    cast.system.status = "in_use"
    cast.system.save()
    from waarborg.workbench.services.submissions import put_before

    again = {"actor": cast.approver, "system": cast.system, "to": row.to, "text": "Gewijzigd."}
    later = entering(dt.date(2024, 6, 20))
    refused("submission_of_system_in_use", put_before, entering=later, **again)
    assert put_before(entering=later, changed=True, **again).changed


def test_a_body_must_be_able_to_see_what_is_put_to_it_and_others_need_not(cast: "Cast") -> None:
    from waarborg.workbench.queries.submissions import submissions

    asked_for(cast)
    refused("submission_unseen_by_body", put, cast, entering=entering(MONDAY, "own"))
    row = put(cast, entering=entering(MONDAY, "named", cast.clerk.office()))
    assert submissions(MONDAY) == []
    assert submissions(MONDAY, cast.tk_clerk.code) == []
    assert on(MONDAY, cast.clerk.code).row == row
    draft = entering(dt.date(2024, 6, 4), "own")
    step(cast.clerk, row, "remark", dt.date(2024, 6, 4), entering=draft, text="Alleen voor ons.")
    assert len(on(MONDAY, cast.clerk.code).steps) == 1
    assert on(MONDAY, cast.ministry.code).steps == ()


def test_every_write_of_a_submission_stands_in_the_trail(cast: "Cast") -> None:
    from waarborg.workbench.models import AuditEvent

    asked_for(cast)
    step(cast.clerk, put(cast), "remark", dt.date(2024, 6, 4))
    verbs = list(AuditEvent.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["ask_for_regime", "put_before", "submission_remark"]


def test_every_refusal_and_every_step_can_be_said_in_both_languages() -> None:
    from waarborg.wording import LANGUAGES, has_phrase, phrase
    from waarborg.workbench.models.submissions import BY_BODY, BY_GOVERNMENT

    for kind in (*BY_BODY, *BY_GOVERNMENT):
        assert has_phrase(f"submission_step.{kind}")
    for language in LANGUAGES:
        assert phrase("finding.submission_not_asked_for", language, party="X")


def test_a_scenario_is_kept_under_a_name_once_and_with_the_digest_of_its_figures(cast: "Cast") -> None:
    from waarborg.workbench.audit.chain import digest_of
    from waarborg.workbench.services.scenarios import save_scenario

    figures = {"assumptions": [], "regimes": [{"id": "motion", "measures": {}}]}
    told: dict[str, Any] = {"name": "Dubbele staf", "settings": {"hours_a_week.ek": 80.0}, "systems": 0}
    told |= {"figures": figures, "drawn": (1, 200, 10), "entering": entering()}
    row = save_scenario(actor=cast.clerk, **told)
    assert (row.regimes, row.digest) == (["motion"], digest_of(figures))
    refused("scenario_exists", save_scenario, actor=cast.clerk, **told)
    save_scenario(actor=cast.approver, **told)


def test_what_is_entered_late_counts_as_known_from_the_day_it_was_entered(cast: "Cast") -> None:
    from waarborg.workbench.queries.submissions import submissions
    from waarborg.workbench.services.about import Entering

    asked_for(cast)
    late = dt.datetime(2024, 6, 20, 10, tzinfo=dt.UTC)
    row = put(cast, entering=Entering(date=MONDAY, now=late, visibility="public"))
    assert submissions(dt.date(2024, 6, 19)) == []
    at = Entering(date=dt.date(2024, 6, 10), now=late, visibility="public")
    step(cast.clerk, row, "debate_requested", at.date, entering=at)
    assert on(dt.date(2024, 6, 20)).item.status == "held"
