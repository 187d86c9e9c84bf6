"""The paper that puts regimes side by side: what stands in its table, its drawing and its sentences."""

from typing import Any

import pytest

from waarborg.publication.involvement import dots, page, rows
from waarborg.publication.involvement_reading import in_words
from waarborg.values.regime import Comparison, Measure, RegimeFigures

WAITED = {"wait_median": (4.5, "weeks"), "wait_p90": (12.0, "weeks")}
FOUND = {"found_before": (0.4, "share"), "found_after": (0.25, "share")}
COUNCILS = {
    "systems_a_year.gemeenteraad": (1234.0, "systems/year"),
    "hours_a_year.gemeenteraad": (5678.0, "hours/year"),
    "load.gemeenteraad": (0.5, "share"),
}
IDLE = {f"{name}.tk": (0.0, "x") for name in ("systems_a_year", "hours_a_year", "load")}
BACKLOG = {f"backlog.{body}.year_{year}": (0.0, "tasks") for body in ("tk", "ek") for year in range(1, 11)}


def regime(id_: str, *told: Any) -> Any:
    measures = {
        name: Measure(mean=mean, low=mean, high=mean, unit=unit)
        for some in (*told, BACKLOG)
        for name, (mean, unit) in some.items()
    }
    names = {"nl": f"Vorm {id_}", "en": f"Regime {id_}"}
    return RegimeFigures(id=id_, names=names, statements=names, source="assumed", measures=measures)


def comparison(*regimes: Any) -> Any:
    return Comparison(
        assumptions=(), regimes=regimes, bodies=("tk", "gemeenteraad"), replications=1000, years=10
    )


@pytest.fixture
def found() -> Any:
    nothing = {name: (0.0, unit) for name, (_, unit) in WAITED.items()}
    return comparison(regime("idle", IDLE, nothing, FOUND), regime("busy", IDLE, COUNCILS, WAITED, FOUND))


def test_a_body_with_nothing_to_do_under_any_regime_is_not_in_the_table(found: Any) -> None:
    names = [row.name for row in rows(found, "nl")]
    assert "Systemen per jaar, gemeenteraden samen" in names
    assert not any("Tweede Kamer" in name for name in names)


def test_a_regime_without_a_figure_shows_that_it_has_none(found: Any) -> None:
    table = {row.name: row.cells for row in rows(found, "nl")}
    assert table["Systemen per jaar, gemeenteraden samen"] == (("n.v.t.", ""), ("1.234", ""))


def test_the_drawing_leaves_out_a_panel_in_which_nothing_is_to_be_seen(found: Any) -> None:
    drawn = dots(found, "nl")
    assert "gemeenteraden" in drawn
    assert "Tweede Kamer" not in drawn


def test_the_scales_are_written_as_the_language_does(found: Any) -> None:
    assert ">2.000<" in dots(found, "nl")
    assert ">2,000<" in dots(found, "en")


def test_a_regime_is_told_in_words_with_its_work_its_wait_and_what_it_finds(found: Any) -> None:
    assert in_words(found, found.regimes[1], "nl") == (
        "Gemeenteraden samen: 1.234 systemen en 5.678 uur werk per jaar. Een voorgelegd systeem wacht in het"
        " midden 4,5 weken op ingebruikname; 9 van de 10 wachten hoogstens 12 weken. Van de tekorten bij"
        " nieuwe systemen wordt 40 % gevonden voor ingebruikname en 25 % erna, binnen 10 jaar."
    )


def test_where_nothing_is_put_nothing_is_said_of_work_or_waiting(found: Any) -> None:
    told = in_words(found, found.regimes[0], "en")
    assert told.startswith("Of the shortfalls in new systems 40 % are found before go-live")


def test_no_word_of_the_paper_ranks_the_regimes(found: Any) -> None:
    text = page(found, "nl").lower()
    for word in ("beste", "slechtste", "aanbevolen", "advies:", "wint"):
        assert word not in text


def test_the_motion_is_read_as_a_request_only_where_it_stands_in_the_comparison(
    found: Any,
) -> None:
    reading = "was een verzoek en is vervallen op 11 juli 2023"
    assert reading not in page(found, "nl")
    assert reading in page(comparison(regime("motion", IDLE, WAITED, FOUND)), "nl")
