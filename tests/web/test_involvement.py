"""Betrokkenheid: regimes side by side, a form that works without script, positions, early warning."""

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from waarborg.wording import Language

ADDRESS = "/betrokkenheid/"


def fields(page: Page) -> dict[str, str]:
    """What a browser would send when nothing is touched, the checked boxes apart."""
    inputs = [one for one in page.all("input") if one.get("type") != "checkbox"]
    return {one["name"]: one.get("value", "") for one in inputs if one.get("name")}


def opened(reader: "Client", address: str = ADDRESS) -> Page:
    answer = reader.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


def sent(reader: "Client", **changed: str) -> dict[str, list[str]]:
    """Where the form leads with these fields changed."""
    told = fields(opened(reader)) | {name.replace("__", "."): value for name, value in changed.items()}
    answer = reader.get(ADDRESS, told)
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer["Location"]).query)


def test_the_page_compares_all_seven_carries_the_reading_and_never_ranks(reader: "Client") -> None:
    told = opened(reader).text
    assert "De motie (CXLVII, G) was een verzoek en is vervallen op 11 juli 2023" in told
    for name in ("Zoals het is", "De motie", "Naar risico"):
        assert name in told
    assert "geen advies" in told
    for word in ("beste", "aanbevolen", "winnaar"):
        assert word not in told.lower()


def test_every_assumption_stands_on_the_same_page_with_its_range_and_source(reader: "Client") -> None:
    from waarborg.involvement import default_assumptions

    page = opened(reader)
    numbers = {one["name"]: one for one in page.all("input") if one.get("type") == "number"}
    assert set(numbers) == {f"n.{name}" for name in default_assumptions().by_name}
    for one in default_assumptions().by_name.values():
        assert " ".join(one.names["nl"].split()) in page.text


def test_a_form_that_was_not_touched_leads_to_the_plain_page(reader: "Client") -> None:
    assert sent(reader) == {}


def test_the_number_or_the_slider_counts_whichever_was_moved_and_the_number_first(reader: "Client") -> None:
    name = "hours_a_week.ek"
    assert sent(reader, **{f"n.{name}": "80"}) == {name: ["80"]}
    assert sent(reader, **{f"s.{name}": "70"}) == {name: ["70"]}
    assert sent(reader, **{f"n.{name}": "80", f"s.{name}": "70"}) == {name: ["80"]}
    assert sent(reader, **{"n.short_share": "0,25"}) == {"short_share": ["0,25"]}


def test_what_was_set_before_stays_until_it_is_changed_back(reader: "Client") -> None:
    page = opened(reader, f"{ADDRESS}?hours_a_week.ek=80")
    told = fields(page)
    assert told["n.hours_a_week.ek"] == told["s.hours_a_week.ek"] == "80"
    kept = reader.get(ADDRESS, told | {"n.short_share": "0.2"})["Location"]
    assert parse_qs(urlsplit(kept).query) == {"hours_a_week.ek": ["80"], "short_share": ["0.2"]}
    back = reader.get(ADDRESS, told | {"n.hours_a_week.ek": "40"})["Location"]
    assert urlsplit(back).query == ""


@pytest.mark.parametrize("value", ["veel", "7", "-1", "nan", "inf", "1e999", ""])
def test_a_value_that_cannot_be_used_is_told_and_the_rest_counts(reader: "Client", value: str) -> None:
    told = opened(reader, f"{ADDRESS}?short_share={value}&hours_a_week.ek=80").text
    assert "past niet in het bereik" in told
    assert "80" in told
    answer = reader.get(f"/betrokkenheid.json?short_share={value}")
    assert answer.status_code == 400
    assert answer.json()["errors"]


OWN = """\
id: eigen_raad
name: Eigen <raad>
statement: Vooraf naar de eigen raad.
beforehand: {lines: gemeenteraad, to: own, term_weeks: 6, go_live: after_term}
"""


def test_a_regime_of_ones_own_stands_in_the_comparison_and_in_the_address(reader: "Client") -> None:
    told = fields(opened(reader))
    address = reader.get(ADDRESS, told | {"own": OWN.replace("\n", "\r\n")})["Location"]
    assert parse_qs(urlsplit(address).query) == {"own": [OWN.strip()]}
    page = opened(reader, address)
    assert "Eigen <raad>" in page.text
    found = reader.get("/betrokkenheid.json", {"own": OWN, "regime": "status_quo"}).json()
    assert [one["id"] for one in found["regimes"]] == ["status_quo", "eigen_raad"]
    assert found["regimes"][1]["measures"]["systems_a_year.gemeenteraad"]["mean"] > 0


def test_a_regime_of_ones_own_has_on_the_page_the_figures_of_its_file(
    reader: "Client", tmp_path: "Path"
) -> None:
    from waarborg.involvement import Run, choose_regimes
    from waarborg.jobs.compare_regimes import Request, compare_on
    from waarborg.publication.involvement import as_data

    (path := tmp_path / "eigen.yaml").write_text(OWN, encoding="utf-8")
    asked = Request(regimes=choose_regimes(["motion", str(path)]), settings=(), run=Run(replications=200))
    there = reader.get("/betrokkenheid.json", {"own": OWN, "regime": "motion"}).json()
    assert there == as_data(compare_on([], asked))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("own, term", "nobody, term"), "regel 4"),
        (OWN.replace("eigen_raad", "motion"), "motion"),
        ("geen vorm", "geen betrokkenheidsvorm"),
        (OWN + "#" * 2000, "2.000 tekens"),
        ("- [" * 500, "YAML"),
    ],
)
def test_a_regime_that_cannot_be_used_is_told_and_the_rest_counts(
    reader: "Client", text: str, told: str
) -> None:
    page = opened(reader, f"{ADDRESS}?{urlencode({'own': text})}")
    assert "Uw vorm is niet gebruikt" in page.text
    assert told in page.text
    assert "/tmp" not in page.text  # noqa: S108  a place of the server is nobody's business
    assert "De motie" in page.text
    assert reader.get("/betrokkenheid.json", {"own": text}).status_code == 400


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_on_the_page_is_a_regime_that_runs(language: "Language") -> None:
    from waarborg.web.own_regime import MOST, regimes_of_own
    from waarborg.wording import phrase

    text = phrase("page.involvement.own_written", language)
    (found,) = regimes_of_own(text)
    assert found.beforehand is not None
    assert found.afterwards is not None
    assert len(text) < MOST


def test_which_assumption_makes_the_difference_is_told_on_a_page(
    reader: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The load of reading is hours times arrivals, so both move the hours of the Chambers."""
    from waarborg.web import regime_figures

    monkeypatch.setattr(regime_figures, "OF_DRIVERS", 2)
    query = {"regime": ["status_quo", "motion"], "hours.reading": "4"}
    page = opened(reader, f"/betrokkenheid/aannamen/?{urlencode(query, doseq=True)}")
    assert "uren om een voorgelegd systeem te lezen" in page.text
    assert "geen advies" in page.text
    found = reader.get("/betrokkenheid/aannamen.json", query).json()
    moved = {one["assumption"] for one in found["sensitivity"] if one["measure"] == "hours_a_year.tk"}
    assert {"hours.reading", "systems_per_registered"} <= moved
    assert "hours_a_week.tk" not in moved


def test_moving_assumptions_ends_in_time_and_says_so(
    reader: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    from waarborg.web import regime_figures

    monkeypatch.setattr(regime_figures, "MOST_SECONDS_OF_DRIVERS", -1.0)
    address = "/betrokkenheid/aannamen/?regime=status_quo&regime=motion&hours.reading=4.5"
    answer = reader.get(address)
    assert answer.status_code == 503
    assert "duurde te lang" in answer.content.decode()
    assert reader.get(address.replace("aannamen/", "aannamen.json")).status_code == 503


def test_one_regime_alone_has_no_difference_to_explain(reader: "Client") -> None:
    assert "niets te vergelijken" in opened(reader, "/betrokkenheid/aannamen/?regime=status_quo").text


def test_what_a_reader_sets_changes_the_figures_and_is_marked_as_set(reader: "Client") -> None:
    plain = reader.get("/betrokkenheid.json?regime=motion").json()
    more = reader.get("/betrokkenheid.json?regime=motion&hours.reading=6").json()
    hours = [found["regimes"][0]["measures"]["hours_a_year.tk"]["mean"] for found in (plain, more)]
    assert hours[1] > hours[0]
    sources = {one["name"]: one["source"] for one in more["assumptions"]}
    assert sources["hours.reading"] == "set"


def test_the_data_are_the_figures_of_the_page(reader: "Client") -> None:
    found = reader.get("/betrokkenheid.json").json()
    lines = reader.get("/betrokkenheid.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(len(one["measures"]) for one in found["regimes"])
    assert [one["id"] for one in found["regimes"]][:2] == ["status_quo", "motion"]


def test_a_run_that_takes_too_long_is_stopped_and_the_form_stays(
    reader: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    from waarborg.web import regime_figures

    monkeypatch.setattr(regime_figures, "MOST_SECONDS", -1.0)
    address = f"{ADDRESS}?hours.reading=7.5"
    page = opened(reader, address)
    assert "duurde te lang" in page.text
    assert fields(page)["n.hours.reading"] == "7.5"
    assert reader.get("/betrokkenheid.json?hours.reading=7.5").status_code == 503


def test_the_second_reader_is_not_kept_waiting(reader: "Client", monkeypatch: pytest.MonkeyPatch) -> None:
    from waarborg.web import regime_figures

    opened(reader, f"{ADDRESS}?hours.reading=2.5")
    monkeypatch.setattr(regime_figures, "compare_on", None)
    opened(reader, f"{ADDRESS}?hours.reading=2.5")


def test_demo_systems_say_nothing_of_numbers(reader: "Client") -> None:
    assert "alleen demo" in opened(reader).text
    sources = {one["name"]: one["source"] for one in reader.get("/betrokkenheid.json").json()["assumptions"]}
    assert sources["in_use.chambers"] == "assumed"


def test_positions_on_involvement_stand_there_and_a_draft_does_not(reader: "Client") -> None:
    from waarborg.policy import Role
    from waarborg.values.dialogue import Stance
    from waarborg.workbench.models import Party
    from waarborg.workbench.services.about import About, Entering
    from waarborg.workbench.services.actor import Actor
    from waarborg.workbench.services.positions import take_position

    now = dt.datetime(2026, 6, 3, 12, 0, tzinfo=dt.UTC)
    for code, visible, text in (("ek", "public", "Nee, het is goed zo."), ("tk", "own", "Alleen voor ons.")):
        actor = Actor(name=code, role=Role.CLERK, party=Party.objects.get(code=code))
        entering = Entering(date=now.date(), now=now, visibility=visible)
        about = About(safeguard="involvement")
        take_position(actor=actor, about=about, entering=entering, stance=Stance.ADEQUATE, text=text)
    told = opened(reader).text
    assert "Nee, het is goed zo." in told
    assert "Alleen voor ons." not in told


def test_systems_in_development_are_listed_high_impact_first_and_stop_nothing(reader: "Client") -> None:
    from waarborg.workbench.models import System

    high = System.objects.filter(impact="high").first()
    low = System.objects.exclude(impact="high").first()
    assert high is not None
    assert low is not None
    System.objects.update(status="in_use")
    System.objects.filter(pk__in=(high.pk, low.pk)).update(status="in_development")
    told = opened(reader).text
    assert "2 systemen in ontwikkeling" in told
    assert told.index(high.name) < told.index(low.name)
    assert "houdt niets tegen" in told


def test_the_guide_tells_term_day_source_and_certainty_of_every_instrument_of_a_body(
    reader: "Client",
) -> None:
    from waarborg import law

    told = opened(reader, "/instrumenten/?body=tk").text
    own = [one for one in law.instruments().values() if "tk" in one.bodies]
    for one in own:
        assert " ".join(one.name.nl.split())[1:] in told
        assert all(rule in told for rule in one.rules)
    assert "bij gebruik vandaag" in told


def test_the_guide_of_a_system_puts_its_own_line_first_and_says_so_of_another(reader: "Client") -> None:
    from waarborg import law

    slug = SYSTEM.strip("/").split("/")[-1]
    own = opened(reader, f"/instrumenten/?system={slug}&safeguard=bias_test").text
    assert "legt verantwoording af aan deze volksvertegenwoordiging" in own
    assert "Controle op de uitwonendenbeurs" in own
    late = own[own.index("Niet meer mogelijk bij dit systeem") :]
    assert law.instruments()["submission_light"].name.nl in late
    other = opened(reader, f"/instrumenten/?system={slug}&body=gemeenteraad").text
    assert "legt geen verantwoording af" in other
    assert reader.get("/instrumenten/?system=bestaat-niet").status_code == 404


def test_the_guide_counts_the_term_from_today() -> None:
    """Three weeks for written questions (PROC-TK-QUESTIONS): 3 June, so 24 June; listed 15 July."""
    from waarborg.workbench.queries.guide import guide

    found = guide("tk", dt.date(2026, 6, 3))
    (questions,) = (one for one in found.usable if one.instrument.id == "written_questions_tk")
    assert [run.day for run in questions.terms] == [dt.date(2026, 6, 24), dt.date(2026, 7, 15)]
    (motion,) = (one for one in found.usable if one.instrument.id == "motion_tk")
    assert [run.day for run in motion.terms] == [None]


def test_the_guide_as_data_says_the_same(reader: "Client") -> None:
    found = reader.get("/instrumenten.json?body=ek").json()
    assert found["body"] == "ek"
    assert {"id", "used_by", "effect", "terms", "rules", "certainty", "analogy"} <= set(
        found["instruments"][0]
    )
