"""What a register tells about the assumptions: how many systems, of whom, how weighty, how fast they come."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen
from scipy.stats import binomtest, chi2

from waarborg.involvement.parameters import Assumptions, parameters
from waarborg.involvement.register_days import read_days
from waarborg.involvement.systems import LINES
from waarborg.values.finding import Finding

Bounds = tuple[float, float, float]
"""A value with its low and high."""

_FIELDS = ("first_seen", "publication_dt", "current_version", "begin_date")
"""Dates that may say when a system came, best first. ``first_seen`` is when a collector first met it."""
_SHORTEST_DAYS, _LONGEST_DAYS, _FEWEST = 60, 3 * 365, 10
_LEAST_DATED = 0.5
"""The share of systems that must have a date before dates tell how fast systems come."""
_YEAR_DAYS = 365.25


@frozen(kw_only=True)
class Registered:
    """One system of a register, as plain values.

    ``line`` is one of ``LINES``; ``impact`` high, not_high or unknown; ``in_use`` None where the register
    does not say; ``dates`` as published, by field.
    """

    line: str
    organisation: str
    impact: str
    in_use: bool | None
    dates: Mapping[str, str]


@frozen
class Window:
    """The stretch of time in which arrivals were counted: the field, both days, and who came in it.

    ``dated`` is the share of all systems that have a date in this field.
    """

    field: str
    first: dt.date
    last: dt.date
    arrived: tuple[Registered, ...]
    dated: float = 1.0

    @property
    def years(self) -> float:
        """Its length."""
        return (self.last - self.first).days / _YEAR_DAYS


def with_register(
    assumptions: Assumptions, systems: Sequence[Registered], today: dt.date | None = None
) -> Assumptions:
    """The assumptions with all that a register can tell put in; the rest stays assumed.

    A date after ``today`` is a plan and tells nothing of how fast systems came.
    """
    window = arrivals(systems, today)
    for line in LINES:
        for name, bounds, basis in _known(line, systems, window):
            assumptions = assumptions.with_known(name, _within(name, bounds), "register", basis)
        if window is None:
            assumptions = _in_proportion(assumptions, line)
    return assumptions


def _in_proportion(assumptions: Assumptions, line: str) -> Assumptions:
    """Without dates the rate stays assumed: as many a year for each system in use as the defaults have."""
    name, used = f"arrivals_a_year.{line}", assumptions.value(f"in_use.{line}")
    default, of = parameters()[name], parameters()[f"in_use.{line}"].value
    bounds = (default.value * used / of, default.low * used / of, default.high * used / of)
    basis = Finding("simulate_basis_in_proportion", {"count": round(used), "rate": round(default.value)})
    return assumptions.with_known(name, _within(name, bounds), default.source, basis)


def arrivals(systems: Sequence[Registered], today: dt.date | None = None) -> Window | None:
    """The systems that came in a stretch of time, by the best date there is; None where none serves."""
    return next((found for field in _FIELDS if (found := _window(field, systems, today))), None)


def _window(field: str, systems: Sequence[Registered], today: dt.date | None) -> Window | None:
    days = read_days([one.dates.get(field, "") for one in systems])
    dated = [
        (day, one) for day, one in zip(days, systems, strict=True) if day and (today is None or day <= today)
    ]
    if len(dated) < max(_LEAST_DATED * len(systems), 1):
        return None
    last = max(day for day, _ in dated)
    first = max(min(day for day, _ in dated), last - dt.timedelta(days=_LONGEST_DAYS))
    # The first day is when counting began: what stood there then had come before.
    arrived = tuple(one for day, one in dated if day > first)
    too_short = (last - first).days < _SHORTEST_DAYS or len(arrived) < _FEWEST
    return None if too_short else Window(field, first, last, arrived, len(dated) / len(systems))


def _known(
    line: str, systems: Sequence[Registered], window: Window | None
) -> Iterator[tuple[str, Bounds, Finding]]:
    own = [one for one in systems if one.line == line]
    if window:
        count = sum(one.line == line for one in window.arrived)
        params = {"count": count, "first": window.first, "last": window.last, "field": window.field}
        value, low, high = _rate(count, window.years)
        # Systems without a date may have come as well.
        bounds = (value, low, high / window.dated)
        yield f"arrivals_a_year.{line}", bounds, Finding("simulate_basis_arrivals", params)
    used, unsaid = sum(one.in_use is True for one in own), sum(one.in_use is None for one in own)
    basis = Finding("simulate_basis_in_use", {"count": used, "unknown": unsaid})
    yield f"in_use.{line}", (used, used, used + unsaid), basis
    if own:
        for name, level in (("high_share", "high"), ("unknown_share", "unknown")):
            count = sum(one.impact == level for one in own)
            basis = Finding("simulate_basis_share", {"count": count, "of": len(own)})
            yield f"{name}.{line}", _share(count, len(own)), basis
    bodies = len({one.organisation for one in own})
    if bodies and f"organisations.{line}" in parameters():
        basis = Finding("simulate_basis_organisations", {"count": bodies})
        yield f"organisations.{line}", (bodies, bodies, bodies), basis


def _rate(count: int, years: float) -> Bounds:
    """A yearly rate with its exact 95 % interval for a Poisson count.

    Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442.
    """
    low = float(chi2.ppf(0.025, 2 * count)) / 2 if count else 0.0
    high = float(chi2.ppf(0.975, 2 * (count + 1))) / 2
    return count / years, low / years, high / years


def _share(count: int, of: int) -> Bounds:
    """A share with Wilson's 95 % interval."""
    interval = binomtest(count, of).proportion_ci(method="wilson")
    return count / of, float(interval.low), float(interval.high)


def _within(name: str, bounds: Bounds) -> Bounds:
    """Bounds cut to what the simulation can calculate with."""
    parameter = parameters()[name]
    value, low, high = (min(max(one, parameter.least), parameter.most) for one in bounds)
    return value, min(low, value), max(high, value)


def what_is_unknown(
    systems: Sequence[Registered], lacking: Iterable[str], today: dt.date | None = None
) -> tuple[Finding, ...]:
    """What the register and the calendars could not tell; ``lacking`` are the bodies without a calendar."""
    found = []
    without = tuple(lacking)
    if without:
        found.append(Finding("simulate_unknown_calendar", {"bodies": without}))
    unknown = sum(one.line == "unknown" for one in systems)
    if unknown:
        found.append(Finding("simulate_unknown_line", {"count": unknown, "of": len(systems)}))
    window = arrivals(systems, today)
    if window is None:
        found.append(Finding("simulate_unknown_dates", {"count": _most_dated(systems), "of": len(systems)}))
    elif window.field != "first_seen":
        found.append(Finding("simulate_unknown_versions", {"field": window.field}))
    codes = ("safeguards", "registered", "hours", "finding", "behaviour", "politics")
    return (*found, *(Finding(f"simulate_unknown_{code}") for code in codes))


def _most_dated(systems: Sequence[Registered]) -> int:
    """How many systems have a date in the field that has the most."""
    days = (read_days([one.dates.get(field, "") for one in systems]) for field in _FIELDS)
    return max(sum(day is not None for day in column) for column in days)
