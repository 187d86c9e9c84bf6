"""The form of Betrokkenheid: which regimes, which assumptions, read from an address that stays short.

The form sends for each assumption a number (``n.NAME``) and, for the main ones, a slider (``s.NAME``), with
what both showed before (``was``). Whichever the reader moved counts; the answer is a redirect to an address
that holds only what was changed (``NAME=VALUE``), so that it can be kept, sent and cited. No script needed.
A regime of one's own is the text of its file (``own``), so that the address says all that was asked.
"""

import math
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from attrs import evolve, field, frozen
from django.http import QueryDict

from waarborg.involvement import Assumptions, Regime, built_in_regimes
from waarborg.values.finding import Finding, UnusableInput
from waarborg.values.regime import Assumption
from waarborg.web.own_regime import regimes_of_own, text_of_own

MAIN = (
    "systems_per_registered",
    "hours_a_week.tk",
    "hours_a_week.ek",
    "hours_a_week.gemeenteraad",
    "hours.reading",
    "hours.questions",
    "questions_chance_short",
    "debate_chance",
    "light_term_weeks",
    "short_share",
    "shown_short",
    "find_chance.reading",
    "find_chance.questions",
    "sample_share",
    "thematic_systems_a_year",
)
"""The assumptions that get a slider: those that move the differences most, and those of each regime's own."""
_LONGEST = 24


@frozen(kw_only=True)
class Chosen:
    """What the reader chose: regimes by id in their order, settings by name, and what could not be used.

    ``own`` is the text of regimes of his own, whether or not it could be read; ``of_own`` are those in it.
    """

    regimes: tuple[str, ...]
    settings: Mapping[str, float] = field(factory=dict)
    refused: tuple[Finding, ...] = ()
    own: str = ""
    of_own: tuple[Regime, ...] = ()
    own_refused: Finding | None = None

    def mistakes(self) -> tuple[Finding, ...]:
        """All that could not be used."""
        return (*self.refused, *((self.own_refused,) if self.own_refused else ()))

    def all_regimes(self) -> tuple[Regime, ...]:
        """The regimes to compare: the built-in ones first, then his own."""
        return (*(built_in_regimes()[id_] for id_ in self.regimes), *self.of_own)

    def address(self) -> str:
        """The query string that says this, and nothing that is as it was."""
        regimes = (
            [] if self.regimes == tuple(built_in_regimes()) else [("regime", id_) for id_ in self.regimes]
        )
        own = [("own", self.own)] if self.own else []
        pairs = [*regimes, *((name, written(value)) for name, value in self.settings.items()), *own]
        return f"?{urlencode(pairs)}" if pairs else ""

    def kept(self) -> str:
        """The settings alone, for the hidden field."""
        return urlencode({name: written(value) for name, value in self.settings.items()})


def written(value: float) -> str:
    """A number as a field of a form holds it: four digits that count, with a point."""
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"  # noqa: PLR2004  no powers of ten


def chosen(query: QueryDict, known: Assumptions) -> Chosen:
    """What an address asks for. What cannot be used is left out and told; the rest counts."""
    said = {name: query.get(name, "") for name in known.by_name if name in query}
    read, own = _read(said, _regimes(query), known), text_of_own(query)
    if not own:
        return read
    try:
        return evolve(read, own=own, of_own=regimes_of_own(own))
    except UnusableInput as refused:
        return evolve(read, own=own, own_refused=refused.finding)


def from_form(query: QueryDict, known: Assumptions) -> str:
    """The address that says what the form was left with; mistakes stay in it, for the page to tell."""
    before = dict(parse_qsl(query.get("was", "")))
    told = {name: value for name, one in known.by_name.items() if (value := _moved(query, one, before))}
    found = Chosen(regimes=_regimes(query), own=text_of_own(query))
    pairs = parse_qsl(found.address().lstrip("?")) + list(told.items())
    return f"?{urlencode(pairs)}" if pairs else ""


def _moved(query: QueryDict, one: Assumption, before: Mapping[str, str]) -> str:
    """The value of one assumption where it differs from what data and defaults say; else nothing."""
    base = written(one.value)
    was = before.get(one.name, base)
    said = (query.get(f"{field}.{one.name}", "").strip() for field in ("n", "s"))
    now = next((value for value in said if value and not _same(value, was)), was)
    return "" if _same(now, base) else now[:_LONGEST]


def _same(one: str, other: str) -> bool:
    first, second = _number(one), _number(other)
    return one == other if first is None or second is None else math.isclose(first, second, rel_tol=1e-6)


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _regimes(query: QueryDict) -> tuple[str, ...]:
    """The built-in regimes that are asked for, in the order of their file; all where none is."""
    asked = set(query.getlist("regime"))
    found = tuple(id_ for id_ in built_in_regimes() if id_ in asked)
    return found or tuple(built_in_regimes())


def _read(texts: Mapping[str, str], regimes: tuple[str, ...], known: Assumptions) -> Chosen:
    settings: dict[str, float] = {}
    refused: list[Finding] = []
    for name, text in texts.items():
        one, value = known.by_name[name], _number(text)
        if value is None or not one.low <= value <= one.high or (one.unit == "bodies" and value % 1):
            refused.append(Finding("page_assumption_refused", {"one": name, "value": text[:_LONGEST]}))
        else:
            settings[name] = value
    return Chosen(regimes=regimes, settings=settings, refused=tuple(refused))


def main_first(assumptions: Iterable[Assumption]) -> tuple[list[Assumption], list[Assumption]]:
    """The assumptions with a slider, in the order of ``MAIN``, and all others."""
    by_name = {one.name: one for one in assumptions}
    others = [one for name, one in by_name.items() if name not in MAIN]
    return [by_name[name] for name in MAIN], others
