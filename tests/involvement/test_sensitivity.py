"""One assumption at a time."""

from waarborg.involvement import Run, built_in_regimes, default_assumptions, swings

REGIMES = tuple(built_in_regimes()[name] for name in ("status_quo", "motion"))


def test_what_drives_the_work_of_a_chamber_and_what_cannot() -> None:
    found = swings(REGIMES, default_assumptions(), Run(replications=5, years=3))
    moved = {one.assumption: one for one in found if one.measure == "hours_a_year.tk"}
    assert "hours.reading" in moved
    assert moved["hours.reading"].at_low < moved["hours.reading"].base < moved["hours.reading"].at_high
    assert "hours_a_week.tk" not in moved
    assert "thematic_systems_a_year" not in {one.assumption for one in found}


def test_the_first_regime_is_what_the_others_differ_from() -> None:
    found = swings(REGIMES, default_assumptions(), Run(replications=3, years=2))
    assert {one.regime for one in found} == {"motion"}
