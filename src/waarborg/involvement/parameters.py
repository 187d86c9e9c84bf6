"""The assumptions of the simulation: named, bounded, with a source; read from ``parameters.yaml``."""

import math
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from waarborg.law.texts import Text
from waarborg.sources.records import load_record
from waarborg.values.finding import Finding, UnusableInput, Where
from waarborg.values.regime import Assumption

_FILE = Path(__file__).with_name("parameters.yaml")
_NEAR = 3


@frozen(kw_only=True)
class Parameter:
    """One parameter as the file has it. ``least`` and ``most`` bound what can be calculated with."""

    name: str
    text: Text
    unit: str
    value: float
    low: float
    high: float
    least: float = 0.0
    most: float = 1.0
    whole: bool = False
    source: str = "assumed"


@frozen(kw_only=True)
class ParameterFile:
    """The file ``parameters.yaml``."""

    version: str
    parameters: tuple[Parameter, ...]


@frozen
class Assumptions:
    """The value of every parameter, with its range and source. Changed by making another one."""

    by_name: Mapping[str, Assumption]

    def value(self, name: str) -> float:
        """The value of a parameter that the file holds."""
        return self.by_name[name].value

    def with_set(self, name: str, value: float) -> "Assumptions":
        """These assumptions with one set by the user; its range grows where the value lies outside.

        Raises:
            UnusableInput: the name is not known or the value cannot be calculated with.
        """
        check(name, value)
        old = self.by_name[name]
        low, high = min(old.low, value), max(old.high, value)
        return self._with(evolve(old, value=value, low=low, high=high, source="set", basis=None))

    def with_known(
        self, name: str, bounds: tuple[float, float, float], source: str, basis: Finding | None = None
    ) -> "Assumptions":
        """These assumptions with one that data tells: ``bounds`` are its value, low and high.

        Raises:
            UnusableInput: as ``with_set``.
        """
        value, low, high = bounds
        check(name, value)
        return self._with(
            evolve(self.by_name[name], value=value, low=low, high=high, source=source, basis=basis)
        )

    def moved(self, name: str, value: float) -> "Assumptions":
        """These assumptions with one at another value within its range, for the sensitivity."""
        return self._with(evolve(self.by_name[name], value=value))

    def _with(self, one: Assumption) -> "Assumptions":
        return Assumptions({**self.by_name, one.name: one})


def default_assumptions() -> Assumptions:
    """All parameters at their defaults."""
    return Assumptions({name: _assumption(parameter) for name, parameter in parameters().items()})


def check(name: str, value: float) -> None:
    """Refuse a name that no parameter has, and a value that cannot be calculated with.

    Raises:
        UnusableInput: ``simulate_unknown_parameter``, ``simulate_out_of_range`` or ``simulate_not_whole``.
    """
    where = Where(field=name)
    if name not in parameters():
        raise UnusableInput("simulate_unknown_parameter", name=name, near=near(name, parameters()))
    parameter = parameters()[name]
    if not math.isfinite(value) or not parameter.least <= value <= parameter.most:
        raise UnusableInput(
            "simulate_out_of_range",
            where,
            value=f"{value:g}",
            least=f"{parameter.least:g}",
            most=f"{parameter.most:g}",
            unit=parameter.unit,
        )
    if parameter.whole and not float(value).is_integer():
        raise UnusableInput("simulate_not_whole", where, value=f"{value:g}")


def near(name: str, known: Mapping[str, object]) -> str:
    """The names that look most like ``name``; all of them where nothing looks like it."""
    found = get_close_matches(name, list(known), n=_NEAR, cutoff=0.5) or [
        one for one in known if name and name.lower() in one.lower()
    ]
    return ", ".join(found or known)


@cache
def parameters() -> Mapping[str, Parameter]:
    """The parameters by name, in the order of the file."""
    return {one.name: one for one in load_record(_FILE, ParameterFile).parameters}


def _assumption(parameter: Parameter) -> Assumption:
    return Assumption(
        name=parameter.name,
        value=parameter.value,
        unit=parameter.unit,
        low=parameter.low,
        high=parameter.high,
        source=parameter.source,
        names={"nl": parameter.text.nl, "en": parameter.text.en},
    )
