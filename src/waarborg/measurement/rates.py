"""A share to be counted: among which cases, and which of them."""

from attrs import frozen

from waarborg.measurement.expression import Clock, ExpressionError
from waarborg.measurement.expression.typed import truth
from waarborg.measurement.prepare import Prepared


@frozen(kw_only=True)
class Rate:
    """A share as the mapping or the standard set asks for it; ``of`` and ``share`` are expressions.

    ``grouped``: also by each group; ``crossed``: by pairs of groups; ``compared``: differences and ratios
    between groups; ``by``: names of its own to divide by; ``followed``: over periods and
    versions; ``labelled``: means nothing where the outcome is known of those selected only.
    """

    id: str
    safeguard: str
    of: str
    share: str
    level: str = "cases"
    by: tuple[str, ...] = ()
    grouped: bool = True
    crossed: bool = False
    compared: bool = False
    followed: bool = False
    composition: bool = False
    labelled: bool = False
    unit: str = "decisions"
    day_count: str | None = None
    time_zone: str | None = None
    method: str = ""
    caveats: tuple[str, ...] = ()
    empty_reason: str = "denominator_zero"
    steps: tuple[str | int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is asked of the whole log only, never by group, period or version."""
        return not (self.grouped or self.by or self.followed or self.compared or self.composition)


@frozen
class RateSql:
    """A rate with its conditions as SQL. A case where ``share`` is unknown is in neither count."""

    rate: Rate
    of: str
    share: str
    method: str


def compiled(prepared: Prepared, rate: Rate) -> RateSql:
    """The SQL of a rate.

    Raises:
        UnusableInput: an expression's code, with the line of the mapping it stands on.
    """
    from waarborg.measurement.mapping_check import refuse  # noqa: PLC0415  only on the way out

    clock = prepared.clock(rate.day_count, rate.time_zone)
    compiler = prepared.table(rate.level).compiler.with_clock(clock)
    try:
        of, share = compiler.condition(rate.of), compiler.compile(rate.share)
    except ExpressionError as error:
        raise refuse(prepared.path, rate.steps, error.code, **error.params) from None
    return RateSql(rate, of, truth(share), _method(rate, clock))


def _method(rate: Rate, clock: Clock) -> str:
    timed = any(word in rate.of + rate.share for word in ("days(", "days24(", "year(", "month("))
    if "days24(" in rate.share + rate.of:
        clock = Clock(clock.zone, "24h")
    return "; ".join(part for part in (rate.method, clock.method if timed else "") if part)
