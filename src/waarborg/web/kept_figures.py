"""The figures of a kept scenario as a comparison again, in the words of today."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from waarborg.involvement import Regime, built_in_regimes, default_assumptions, regimes_in
from waarborg.involvement.world import BODIES
from waarborg.values.finding import UnusableInput
from waarborg.values.regime import Assumption, Comparison, Measure, RegimeFigures
from waarborg.workbench.models import Scenario


def kept_comparison(row: Scenario) -> Comparison:
    """The comparison as it was kept. A regime or assumption that is no more keeps its id as its name."""
    figures, known = row.figures, {**built_in_regimes(), **_own(row.address)}
    return Comparison(
        assumptions=tuple(_assumption(one) for one in figures["assumptions"]),
        regimes=tuple(_regime(one, known) for one in figures["regimes"]),
        bodies=BODIES,
        seed=row.seed,
        replications=row.replications,
        years=row.years,
    )


def _assumption(told: dict[str, object]) -> Assumption:
    known = default_assumptions().by_name.get(str(told["name"]))
    return Assumption(**told, names=known.names if known else dict.fromkeys(("nl", "en"), str(told["name"])))  # type: ignore[arg-type]


def _own(address: str) -> dict[str, Regime]:
    """The regimes that somebody wrote himself, from the address that was kept with the figures."""
    text = dict(parse_qsl(address.lstrip("?"))).get("own", "")
    try:
        return {one.id: one for one in regimes_in(text)} if text else {}
    except UnusableInput:
        return {}


def _regime(told: dict[str, object], regimes: Mapping[str, Regime]) -> RegimeFigures:
    known, id_ = regimes.get(str(told["id"])), str(told["id"])
    names = {"nl": known.name.nl, "en": known.name.en} if known else {"nl": id_, "en": id_}
    statements = {"nl": known.statement.nl, "en": known.statement.en} if known else {"nl": "", "en": ""}
    measures: dict[str, Measure] = {name: Measure(**one) for name, one in told["measures"].items()}  # type: ignore[attr-defined]
    return RegimeFigures(
        id=id_, names=names, statements=statements, source=known.source if known else "", measures=measures
    )
