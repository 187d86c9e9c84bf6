"""Stored states are those of the pure function, for every reader, and nobody sees what is not his."""

import datetime as dt
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.dialogue import state
from waarborg.law import safeguards
from waarborg.values.dialogue import PUBLIC, Basis, Grade, Says, Stance, View
from waarborg.workbench.models import Claim, Evidence, Party, Position, StoredState, System
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.claims import add_evidence, make_claim, withdraw_evidence
from waarborg.workbench.services.measures import announce_measure, end_measure, record_change
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states import records_of, renew_all
from waarborg.workbench.states.records import with_line
from waarborg.workbench.states.renewal import as_data

from .cast import Cast

DAY = dt.date(2024, 5, 1)
WHOLE_DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 6, 3))
VISIBILITY = st.sampled_from(["own", "public"])


def stored(system: System, reader: str = PUBLIC) -> dict[str, dict[str, object]]:
    """The stored states of a system as a reader gets them: his own, else the public's."""
    rows = StoredState.objects.filter(system=system)
    public = dict(rows.filter(reader=PUBLIC).values_list("safeguard", "state"))
    return public | dict(rows.filter(reader=reader).values_list("safeguard", "state"))


def computed(system: System, on: dt.date, reader: str) -> dict[str, dict[str, object]]:
    """What the pure function says of the same."""
    loaded = list(with_line(System.objects.filter(pk=system.pk)))
    found = records_of(loaded, on=on)
    return {norm.id: as_data(state(record, View(on=on, reader=reader))) for _, norm, record in found}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    writes=st.lists(
        st.tuples(st.sampled_from(["claim", "evidence", "position", "wide"]), WHOLE_DAYS, VISIBILITY),
        max_size=5,
    )
)
def test_stored_states_equal_the_pure_function_for_every_reader(
    cast: Cast, now: dt.datetime, writes: list[tuple[str, dt.date, str]]
) -> None:
    for model in (Claim, Evidence, Position):
        model.objects.all().delete()
    renew_all(on=now.date())
    for kind, day, visibility in writes:
        entering = Entering(date=day, now=now, visibility=visibility)
        about = About(safeguard="bias_test", system=cast.system)
        with suppress(Refused):
            _write(kind, cast, about, entering)
    for reader in (PUBLIC, *Party.objects.values_list("code", flat=True)):
        assert stored(cast.system, reader) == computed(cast.system, now.date(), reader)


def _write(kind: str, cast: Cast, about: About, entering: Entering) -> None:
    if kind == "claim":
        make_claim(actor=cast.drafter, about=about, entering=entering, says=Says.PRESENT)
    elif kind == "evidence":
        add_evidence(
            actor=cast.analyst, about=about, entering=entering, kind="report", title="T", grade=Grade.MEASURED
        )
    elif kind == "position":
        take_position(actor=cast.clerk, about=about, entering=entering, stance=Stance.ADEQUATE)
    else:
        wide = About(safeguard="bias_test", organisation=cast.system.organisation)
        take_position(actor=cast.tk_clerk, about=wide, entering=entering, stance=Stance.INADEQUATE)


def test_a_write_renews_the_state_in_its_own_transaction(cast: Cast, now: dt.datetime) -> None:
    """One claim is declared support (DESIGN 4.3); the bar of this safeguard at high impact is higher."""
    about = About(safeguard="bias_test", system=cast.system)
    entering = Entering(date=DAY, now=now, visibility="public")
    make_claim(actor=cast.drafter, about=about, entering=entering, says=Says.PRESENT)
    assert safeguards()["bias_test"].bar.high > Grade.DECLARED
    found = stored(cast.system)["bias_test"]
    assert (found["evidence"], found["best_grade"]) == ("short_of_bar", "declared")


def test_a_draft_is_seen_by_its_own_party_and_by_those_it_names(cast: Cast, now: dt.datetime) -> None:
    about = About(safeguard="bias_test", system=cast.system)
    named = Entering(date=DAY, now=now, visibility="named", named_parties=(cast.clerk.office(),))
    make_claim(actor=cast.drafter, about=about, entering=named, says=Says.PRESENT)
    seen = {
        code: stored(cast.system, code)["bias_test"]["best_grade"] for code in (PUBLIC, "fin", "ek", "tk")
    }
    assert seen == {PUBLIC: "none", "fin": "declared", "ek": "declared", "tk": "none"}


def test_a_withdrawal_shows_from_the_day_it_is_recorded(cast: Cast, now: dt.datetime) -> None:
    about = About(safeguard="bias_test", system=cast.system)
    entering = Entering(date=DAY, now=now, visibility="public")
    evidence = add_evidence(
        actor=cast.analyst, about=about, entering=entering, kind="report", title="T", grade=Grade.MEASURED
    )
    assert stored(cast.system)["bias_test"]["best_grade"] == "measured"
    later = Entering(date=dt.date(2024, 6, 3), now=now)
    withdraw_evidence(actor=cast.analyst, evidence=evidence, entering=later, reason="The sample was wrong.")
    assert stored(cast.system)["bias_test"]["best_grade"] == "none"


def test_a_position_of_an_organisation_reaches_its_systems_and_no_others(
    cast: Cast, now: dt.datetime
) -> None:
    about = About(safeguard="bias_test", organisation=cast.system.organisation)
    entering = Entering(date=DAY, now=now, visibility="public")
    take_position(actor=cast.clerk, about=about, entering=entering, stance=Stance.ADEQUATE)
    renew_all(on=now.date())
    assert stored(cast.system)["bias_test"]["stances"] == {"ek": "adequate"}
    assert stored(cast.municipal)["bias_test"]["stances"] == {}


def test_an_auditors_view_is_shown_beside_the_lines_and_never_counted(cast: Cast, now: dt.datetime) -> None:
    about = About(safeguard="bias_test", system=cast.system)
    entering = Entering(date=DAY, now=now, visibility="public")
    take_position(
        actor=cast.auditor, about=about, entering=entering, stance=Stance.INADEQUATE, basis=Basis.DECISION
    )
    found = stored(cast.system)["bias_test"]
    assert set(found["lines"].values()) == {"nobody"}


def test_a_measure_and_a_change_reach_the_state(cast: Cast, now: dt.datetime) -> None:
    about = About(safeguard="bias_test", system=cast.system)
    at = Entering(date=DAY, now=now, visibility="public")
    make_claim(actor=cast.drafter, about=about, entering=at, says=Says.ABSENT)
    assert "measure" in stored(cast.system)["bias_test"]["attention"]
    measure = announce_measure(
        actor=cast.approver, about=about, entering=at, title="Test", due=dt.date(2024, 5, 20)
    )
    assert "measure_late" in stored(cast.system)["bias_test"]["attention"]
    end_measure(actor=cast.approver, measure=measure, entering=at, done=True)
    assert "measure_late" not in stored(cast.system)["bias_test"]["attention"]
    add_evidence(actor=cast.analyst, about=about, entering=at, kind="report", title="T", grade=Grade.MEASURED)
    later = Entering(date=dt.date(2024, 5, 30), now=now, visibility="public")
    record_change(actor=cast.drafter, system=cast.system, entering=later, text="A new model.")
    assert "renew_evidence" in stored(cast.system)["bias_test"]["attention"]


def test_states_grow_stale_overnight(cast: Cast, now: dt.datetime) -> None:
    about = About(safeguard="bias_test", system=cast.system)
    entering = Entering(date=DAY, now=now, visibility="public")
    add_evidence(
        actor=cast.analyst, about=about, entering=entering, kind="report", title="T", grade=Grade.MEASURED,
        valid_until=now.date(),
    )  # fmt: skip
    assert stored(cast.system)["bias_test"]["best_grade"] == "measured"
    renew_all(on=now.date() + dt.timedelta(days=1))
    assert stored(cast.system)["bias_test"]["best_grade"] == "declared"
