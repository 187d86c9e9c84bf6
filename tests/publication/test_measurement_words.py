"""Every standard figure has a title, a sentence for the person concerned and words for its parts."""

import re

import pytest

from waarborg.measurement.roles import ROLES
from waarborg.measurement.standard.rates import rate_rules
from waarborg.publication.measurement.words import group, meaning, title
from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, has_phrase, phrase

REPORT = Measurement(rows=0, indicators=())
OTHERS = (
    *(
        "days_to_decision",
        "days_to_decision.p10",
        "days_to_notice.p90",
        "days_to_decide_objection",
        "review_time",
    ),
    *("late.time_stamp", "late.calendar_day", "override_rate.handlers.p50", "override_rate.handlers.never"),
    *(
        "adverse_rate.difference",
        "adverse_rate.ratio",
        "adverse_rate.drift.period",
        "heard.drift.system_version",
    ),
    *("psi.score.period", "psi.outcome.rule_version", "longest_silence", "steps", "automatic_step"),
    *(f"missing.{role}" for role in ROLES if role != "weight"),
)
IDS = tuple(dict.fromkeys((*(rule.id for rule in rate_rules()), *OTHERS)))


def figure(id_: str, group_: str | None = None) -> Indicator:
    return Indicator(id=id_, safeguard="logging", group=group_, value=0.5, unit="decisions", method="")


@pytest.mark.parametrize("id_", IDS)
def test_a_title_names_each_part_in_the_readers_own_language(id_: str) -> None:
    stem, *parts = id_.split(".")
    assert has_phrase(f"measure.title.{stem}")
    assert all(has_phrase(f"measure.part.{part}") for part in parts)
    assert not re.search("_", title(REPORT, id_, "nl"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("difference", "difference"),
        ("ratio", "ratio"),
        ("drift.period", "drift"),
        ("handlers.p90", "handlers"),
        ("handlers.never", "handlers.never"),
    ],
)
def test_a_difference_or_a_spread_is_not_read_as_the_share_it_comes_from(
    part: str, said: str, language: Language
) -> None:
    expected = phrase(f"measure.meaning.part.{said}", language)
    assert meaning(REPORT, figure(f"override_rate.{part}"), language) == expected


def test_a_period_is_called_so_in_dutch() -> None:
    assert group(figure("adverse_rate", "period=2021-03"), "nl") == "periode: 2021-03"
    assert group(figure("adverse_rate", "origin=a & period=2021"), "en") == "origin: a & period: 2021"
