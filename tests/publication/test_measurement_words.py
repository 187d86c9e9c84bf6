"""Every standard figure has a title, a sentence for the person concerned and words for its parts."""

import re

import pytest

from waarborg.measurement.roles import ROLES
from waarborg.measurement.standard.rates import rate_rules
from waarborg.publication.measurement.words import group, meaning, percent, step, title
from waarborg.values.indicator import Indicator, IndicatorText, Measurement
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


NAMED = Measurement(
    rows=0,
    indicators=(),
    texts={"late": IndicatorText(title={"nl": "Te laat verzonden"})},
    steps={"visited": {"nl": "aan huis bezocht"}},
)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("late", "Te laat verzonden"),
        ("late.ratio", "Te laat verzonden, verhouding tussen groepen"),
        ("later.ratio", "later, verhouding tussen groepen"),
        ("composition.visited", "Samenstelling per stap: aan huis bezocht"),
        ("funnel.visited.ratio", "Wie door de stap gaat: aan huis bezocht, verhouding tussen groepen"),
        ("funnel.house_call", "Wie door de stap gaat: house call"),
    ],
)
def test_what_follows_from_a_named_figure_or_step_bears_its_name(id_: str, said: str) -> None:
    assert title(NAMED, id_, "nl") == said


def test_a_step_that_the_mapping_does_not_name_in_this_language_is_its_id_in_plain_words() -> None:
    assert (step(NAMED, "visited", "nl"), step(NAMED, "visited", "en")) == ("aan huis bezocht", "visited")


@pytest.mark.parametrize(
    ("share", "nl", "en"),
    [
        (0.0, "0,0 %", "0.0 %"),
        (1e-17, "0,0 %", "0.0 %"),
        (0.0000068, "< 0,1 %", "< 0.1 %"),
        (0.0006, "0,1 %", "0.1 %"),
        (0.9999, "> 99,9 %", "> 99.9 %"),
        (1 - 1e-16, "100,0 %", "100.0 %"),
        (1.0, "100,0 %", "100.0 %"),
    ],
)
def test_a_share_that_is_not_quite_none_or_all_does_not_read_as_if_it_were(
    share: float, nl: str, en: str
) -> None:
    assert (percent(share, "nl"), percent(share, "en")) == (nl, en)
