"""What is planted in a synthetic log is found; where nothing is planted, nothing is."""

from collections.abc import Callable
from typing import Any

import pytest

Measured = Callable[..., dict[str, Any]]
DIFFERS = "differs_after_correction"


def figure(report: dict[str, Any], id_: str, group: str | None = None) -> dict[str, Any]:
    (found,) = [one for one in report["indicators"] if (one["id"], one["group"]) == (id_, group)]
    return found


def covers(found: dict[str, Any], truth: float) -> bool:
    return bool(found["low"] <= truth <= found["high"])


@pytest.mark.parametrize(
    ("planted", "id_", "truth"),
    [
        ({"override": 0.17}, "override_rate", 0.17),
        ({"late": 0.22}, "late.decide", 0.22),
        ({"unheard": 0.30}, "heard_before_adverse", 0.70),
        ({"without_reasons": 0.12}, "reasons_recorded", 0.88),
        ({"gaps": 0.08}, "missing.origin", 0.08),
    ],
)
def test_a_planted_share_lies_in_its_interval(
    measured: Measured, planted: dict[str, float], id_: str, truth: float
) -> None:
    assert covers(figure(measured(**planted), id_), truth)


@pytest.mark.parametrize(
    ("planted", "step"),
    [({"machine_bias": 1.8}, "funnel.machine_selects"), ({"human_bias": 2.0}, "funnel.official_refuses")],
)
def test_bias_is_found_at_the_step_where_it_was_planted(
    measured: Measured, planted: dict[str, float], step: str
) -> None:
    report = measured(**planted)
    marked = {one["id"] for one in report["indicators"] if "adds_most_disparity" in one["caveats"]}
    assert marked == {step, f"{step}.ratio"}
    ratio = figure(report, f"{step}.ratio", "origin=B")
    assert covers(ratio, next(iter(planted.values())))


def test_handlers_who_never_override_are_counted_and_the_spread_exceeds_chance(measured: Measured) -> None:
    report = measured(never_override=12)
    never = figure(report, "override_rate.handlers.never")
    assert (never["numerator"], never["denominator"]) == (12, 40)
    assert "spread_beyond_chance" in figure(report, "override_rate.handlers.p50")["caveats"]


def test_a_drifting_score_is_found(measured: Measured) -> None:
    report = measured(drift=0.15)
    alarms = [
        one for one in report["indicators"] if one["id"] == "psi.score.period" and DIFFERS in one["caveats"]
    ]
    assert len(alarms) >= 5


def test_a_silence_of_the_log_is_found_and_a_quiet_day_is_none(measured: Measured) -> None:
    """About 27 cases a day: a day without any has a chance of 2 in a million million."""
    silent, whole = (figure(measured(silent=days), "longest_silence") for days in (6, 0))
    assert (silent["value"], DIFFERS in silent["caveats"]) == (6, True)
    assert (whole["value"], DIFFERS in whole["caveats"]) == (0, False)


def test_where_nothing_is_planted_at_most_one_report_in_twenty_alarms(measured: Measured) -> None:
    """Forty logs without any effect; at 5 % a report, more than six alarms has a chance below 0.5 %."""
    alarmed = 0
    for seed in range(40):
        report = measured(rows=3_000, seed=seed)
        alarmed += any(DIFFERS in one["caveats"] for one in report["indicators"])
    assert alarmed <= 6


def test_every_figure_of_a_synthetic_log_says_that_it_is_synthetic(measured: Measured) -> None:
    assert all("synthetic" in one["caveats"] for one in measured(rows=2_000)["indicators"])
