"""What a log shows: figures with their counts and intervals, and the figures that were refused."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class Indicator:
    """One figure about one safeguard.

    ``value`` is a share (0 to 1), a ratio, a difference of shares, or a number in ``unit``; ``low`` and
    ``high`` bound it at 95 %. ``numerator`` and ``denominator`` are counts of ``unit`` where the figure is a
    share of them; else ``numerator`` is None and ``denominator`` says how many lie behind the figure.
    ``method`` names interval, clock, day count and term, as parts joined by ``; ``. ``caveats`` are codes,
    with a parameter after a colon where they have one.
    """

    id: str
    safeguard: str
    group: str | None = None
    value: float | None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    unit: str
    method: str
    caveats: tuple[str, ...] = ()


@frozen(kw_only=True)
class Refusal:
    """A figure that would mean nothing, with the code of its reason; ``group`` where one group only."""

    id: str
    reason: str
    group: str | None = None


@frozen(kw_only=True)
class IndicatorText:
    """What a mapping says of its own indicator, by language: a title and what it means for the person."""

    title: Mapping[str, str] = field(factory=dict)
    meaning: Mapping[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Measurement:
    """All figures of one log. Only aggregates: no row, no handler and no small group ever enters it.

    ``rows`` counts rows of the log as read; ``suppressed`` the figures kept back because a group was small
    (``smallest_group``). ``may_leave`` are the names whose values may stand in a group.
    ``title``, ``source``, ``choices``, ``texts`` and ``steps`` (what the funnel's steps are called) serve the
    page for people; the data leaves them out.
    """

    rows: int
    indicators: tuple[Indicator, ...]
    refused: tuple[Refusal, ...] = ()
    suppressed: int = 0
    title: Mapping[str, str] = field(factory=dict)
    source: str = ""
    synthetic: bool = False
    smallest_group: int = 10
    may_leave: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, IndicatorText] = field(factory=dict)
    steps: Mapping[str, Mapping[str, str]] = field(factory=dict)
