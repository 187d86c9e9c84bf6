"""The standard rates, read from ``rates.yaml``, as far as a mapping has what they need."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.measurement.mapping import AskSpec, StepSpec, TermSpec
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.rates import Rate
from waarborg.sources.records import load_record
from waarborg.values.log import LogKind


@frozen(kw_only=True)
class RateRule:
    """One line of ``rates.yaml``."""

    id: str
    safeguard: str
    needs: tuple[str, ...]
    of: str
    share: str
    without: tuple[str, ...] = ()
    level: str = "cases"
    unit: str = "decisions"
    compared: bool = False
    crossed: bool = False
    followed: bool = False
    ungrouped: bool = False
    labelled: bool = False
    empty_reason: str = "denominator_zero"


@cache
def rate_rules() -> tuple[RateRule, ...]:
    """All standard rates."""
    return load_record(Path(__file__).with_name("rates.yaml"), tuple[RateRule, ...])


def standard_rates(prepared: Prepared) -> Iterator[Rate]:
    """The rates this log can be asked for: standard, per term, per funnel step, missing values, own."""
    for rule in rate_rules():
        names = prepared.table(rule.level).compiler.names
        needed = all(name in names for name in rule.needs)
        if needed and not any(name in names for name in rule.without):
            yield from _of_rule(prepared, rule)
    if prepared.has("due", "decided"):
        yield from _own_due_date(prepared)
    yield from _terms(prepared)
    yield from _funnel(prepared)
    yield from _missing(prepared)
    for index, ask in enumerate(prepared.mapping.indicators):
        if ask.kind == "median":
            continue  # counted as a duration
        yield _own(prepared, index, ask)
    if prepared.mapping.kind is LogKind.EVENTS:
        yield Rate(
            id="steps", safeguard="logging", level="events", of="true", share="true",
            by=("activity",), grouped=False, composition=True, unit="events",
        )  # fmt: skip


def _of_rule(prepared: Prepared, rule: RateRule) -> Iterator[Rate]:
    """One rule; error rates count the control sample where there is one, since it was not selected on."""
    sampled = rule.labelled and prepared.has("control_sample")
    yield Rate(
        id=rule.id,
        safeguard=rule.safeguard,
        of=f"control_sample and ({rule.of})" if sampled else rule.of,
        share=rule.share,
        level=rule.level,
        unit=rule.unit,
        grouped=not rule.ungrouped,
        crossed=rule.crossed,
        compared=rule.compared,
        followed=rule.followed,
        labelled=rule.labelled,
        empty_reason=rule.empty_reason,
        caveats=("control_sample",) if sampled else (),
    )


def _own_due_date(prepared: Prepared) -> Iterator[Rate]:
    """Late against the last day that stands in the log, by time stamp and by calendar day: they differ."""
    for clock, share in (
        ("time_stamp", "decided > due"),
        ("calendar_day", "calendar_days(due, decided) > 0"),
    ):
        method = f"{clock}; {prepared.mapping.time_zone}; last day from the log"
        yield Rate(
            id=f"late.{clock}", safeguard="decision_in_time",
            of="present(due) and present(decided)", share=share,
            compared=clock == "calendar_day", followed=clock == "calendar_day", method=method, unit="cases",
            caveats=("clock_matters",),
        )  # fmt: skip


def _terms(prepared: Prepared) -> Iterator[Rate]:
    """Late against each term; a term in parts is one rate, each case under the part it starts in."""
    terms: dict[str, list[tuple[int, TermSpec]]] = {}
    for index, term in enumerate(prepared.mapping.terms):
        terms.setdefault(term.id, []).append((index, term))
    for id_, parts in terms.items():
        first = parts[0][1]
        valid = " or ".join(f"({_valid(term)})" for _, term in parts)
        late = " or ".join(f"({_valid(term)} and {_late(term)})" for _, term in parts)
        lengths = ", ".join(f"{term.days} days" + _validity(term) for _, term in parts)
        yield Rate(
            id=f"late.{id_}", safeguard=first.safeguard, unit="cases", compared=True, followed=True,
            of=f"({first.start} and {first.end}) and ({valid})", share=late,
            day_count=first.day_count, time_zone=first.time_zone,
            method=f"term {lengths}, {first.start} to {first.end}", steps=("terms", parts[0][0]),
        )  # fmt: skip


def _valid(term: TermSpec) -> str:
    after = f'{term.start} >= "{term.valid_from}"' if term.valid_from else "true"
    if term.valid_until is None:
        return after
    return f'{after} and {term.start} < "{term.valid_until + timedelta(days=1)}"'


def _validity(term: TermSpec) -> str:
    if not (term.valid_from or term.valid_until):
        return ""
    return f" ({term.valid_from or ''}..{term.valid_until or ''})"


def _late(term: TermSpec) -> str:
    extra = f" + otherwise({term.extended_by}, 0)" if term.extended_by else ""
    return f"days({term.start}, {term.end}) > {term.days}{extra}"


def _funnel(prepared: Prepared) -> Iterator[Rate]:
    """The share that passes each step, of those who passed the step before."""
    if prepared.mapping.kind is LogKind.COUNTS:
        return
    passed = "true"
    named: dict[str, str] = {}
    for index, step in enumerate(prepared.mapping.funnel):
        condition = f"({step.when or 'true'})"
        of = named.get(step.within, passed) if step.within else passed
        if step.by != "population":
            yield _step(index, step, of, condition)
        passed = f"{of} and known({condition})" if step.by != "population" else condition
        named[step.id] = passed


def _step(index: int, step: StepSpec, of: str, condition: str) -> Rate:
    return Rate(
        id=f"funnel.{step.id}", safeguard="bias_test", of=of, share=condition, compared=True,
        method="share passing, of those who passed before", caveats=(f"step_by:{step.by}",),
        steps=("funnel", index),
    )  # fmt: skip


def _missing(prepared: Prepared) -> Iterator[Rate]:
    """How often a value that the mapping counts on is missing."""
    names = prepared.cases.compiler.names
    for name in prepared.mapping.columns:
        level = "cases" if name in names else "events"
        if name == "case" and prepared.events is not None:
            level = "events"
        elif name in {"case", "weight"}:
            continue
        if prepared.table(level).compiler.names:
            unit = "events" if level == "events" else "decisions"
            yield Rate(
                id=f"missing.{name}", safeguard="logging", of="true", share=f"missing({name})", level=level,
                grouped=False, unit=unit,
            )  # fmt: skip


def _own(prepared: Prepared, index: int, ask: AskSpec) -> Rate:
    names = {group.name for group in prepared.mapping.groups}
    unit = ask.unit or ("events" if ask.level == "events" else "cases")
    composition = ask.kind == "composition"
    return Rate(
        id=ask.id, safeguard=ask.safeguard, of=ask.of, share=ask.of if composition else (ask.share or "true"),
        level=ask.level, by=ask.by, grouped=False, composition=composition, unit=unit,
        compared=bool(ask.by) and not composition and set(ask.by) <= names,
        day_count=ask.day_count, time_zone=ask.time_zone, caveats=(f"note:{ask.note}",) if ask.note else (),
        steps=("indicators", index),
    )  # fmt: skip
