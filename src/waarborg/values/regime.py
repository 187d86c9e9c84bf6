"""What a comparison of regimes holds: assumptions with their ranges, figures with their intervals."""

from collections.abc import Mapping

from attrs import field, frozen

from waarborg.values.finding import Finding


@frozen(kw_only=True)
class Assumption:
    """One assumption as used. ``low`` and ``high`` are its range, in ``unit``, as is ``value``.

    ``source`` is ``assumed``, ``set`` (by the user), ``register``, ``calendar:BODY`` or the id of a rule of
    procedure. ``names`` is what it is called, by language; ``basis`` says more where there is more to say.
    """

    name: str
    value: float
    unit: str
    low: float
    high: float
    source: str
    names: Mapping[str, str] = field(factory=dict)
    basis: Finding | None = None


@frozen(kw_only=True)
class Measure:
    """A figure over all replications: its mean, and the bounds between which 95 of 100 of them lie."""

    mean: float
    low: float
    high: float
    unit: str


@frozen(kw_only=True)
class RegimeFigures:
    """The measures of one regime by name, with what it is called and what it does, by language."""

    id: str
    names: Mapping[str, str]
    statements: Mapping[str, str]
    source: str
    measures: Mapping[str, Measure]


@frozen(kw_only=True)
class Swing:
    """How far one assumption moves the difference of a regime from the first one, on one measure.

    ``at_low`` and ``at_high`` are that difference with the assumption at either end of its range and all
    else as it is; ``base`` is the difference with nothing moved.
    """

    assumption: str
    regime: str
    measure: str
    base: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """The distance between the outermost of the three differences."""
        ends = (self.base, self.at_low, self.at_high)
        return max(ends) - min(ends)


@frozen(kw_only=True)
class Comparison:
    """Regimes side by side, in the order of their file, on the same drawn systems.

    ``unknown`` says what the data could not tell; ``bodies`` are the ids of the bodies that occur.
    """

    assumptions: tuple[Assumption, ...]
    regimes: tuple[RegimeFigures, ...]
    swings: tuple[Swing, ...] = ()
    unknown: tuple[Finding, ...] = ()
    bodies: tuple[str, ...] = ()
    seed: int = 0
    replications: int = 0
    years: int = 0
    source: str = ""
