"""What is drawn of a measurement, and when nothing is."""

from waarborg.publication.measurement.pictures import funnel, handlers
from waarborg.values.indicator import Indicator, Measurement


def figure(id_: str, value: float, group: str | None = None) -> Indicator:
    return Indicator(
        id=id_, safeguard="bias_test", group=group, value=value, low=value - 0.01, high=value + 0.01,
        numerator=100, denominator=200, unit="decisions", method="wilson95",
    )  # fmt: skip


REPORT = Measurement(rows=1, indicators=())


def test_a_funnel_draws_every_step_with_a_dot_for_each_group() -> None:
    figures = [
        figure(f"funnel.{step}", value, f"origin={group}")
        for step in ("flagged", "visited")
        for group, value in (("A", 0.2), ("B", 0.4))
    ]
    drawn = funnel(figures, REPORT, "nl")
    assert drawn is not None
    assert drawn.count("d-dot") == 4
    assert drawn.count("origin: ") == 2


def test_a_group_that_was_kept_back_leaves_a_dash_in_its_step() -> None:
    figures = [
        figure("funnel.flagged", 0.2, "origin=A"), figure("funnel.flagged", 0.4, "origin=B"),
        figure("funnel.visited", 0.3, "origin=A"),
    ]  # fmt: skip
    drawn = funnel(figures, REPORT, "en")
    assert drawn is not None
    assert drawn.count("d-dot") == 3
    assert drawn.count("\N{EN DASH}</text>") == 1


def test_a_funnel_of_one_group_and_differences_are_not_drawn() -> None:
    assert funnel([figure("funnel.flagged", 0.2, "origin=A")], REPORT, "nl") is None
    assert funnel([figure("funnel.flagged.ratio", 2, f"origin={one}") for one in "AB"], REPORT, "nl") is None


def test_the_spread_over_officials_is_drawn_where_all_three_percentiles_stand() -> None:
    spread = [figure(f"override_rate.handlers.{name}", value) for name, value in (("p10", 0.1), ("p50", 0.2))]
    assert handlers(spread, REPORT, "nl") is None
    drawn = handlers([*spread, figure("override_rate.handlers.p90", 0.3)], REPORT, "nl")
    assert drawn is not None
    assert "Afwijken van het advies" in drawn
