"""Figures as they are made: shown, refused or kept back, and the family of comparisons among them."""

from collections.abc import Mapping, Sequence

import attrs
from attrs import define, field

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.statistics.tests import holm
from waarborg.measurement.suppression import Chains
from waarborg.values.indicator import Indicator, Refusal

DIFFERS = "differs_after_correction"
"""The caveat of a comparison that stands after correction for multiple comparisons."""


@define
class Gathering:
    """Collects figures. ``compare`` takes a figure with its p-value; the correction comes at the end."""

    smallest: int
    caveats: tuple[str, ...] = ()
    indicators: list[Indicator] = field(factory=list)
    refused: list[Refusal] = field(factory=list)
    suppressed: int = 0
    _compared: list[tuple[int, float]] = field(factory=list)
    _chains: Chains = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Start without anything kept back."""
        self._chains = Chains(self.smallest)

    def hide(self, by: Sequence[str], counts: Mapping[Key, Count]) -> frozenset[Key]:
        """The groups of a partition to keep back, beside all figures gathered before it."""
        return self._chains.hide(by, counts)

    def show(self, figure: Indicator) -> None:
        """Add a figure."""
        self.indicators.append(attrs.evolve(figure, caveats=(*figure.caveats, *self.caveats)))

    def compare(self, figure: Indicator, p_value: float) -> None:
        """Add a comparison, one of the family that is corrected together."""
        self._compared.append((len(self.indicators), p_value))
        self.show(figure)

    def refuse(self, id_: str, reason: str, group: str | None = None) -> None:
        """Say why a figure is not given."""
        self.refused.append(Refusal(id=id_, reason=reason, group=group))

    def suppress(self, number: int = 1) -> None:
        """Count figures kept back."""
        self.suppressed += number

    def finished(self) -> Sequence[Indicator]:
        """All figures, comparisons marked after Holm's correction over the whole report."""
        stands = holm([p_value for _, p_value in self._compared])
        family = f"multiple_comparisons:{len(self._compared)}"
        done = list(self.indicators)
        for (index, _), stood in zip(self._compared, stands, strict=True):
            marks = (family, DIFFERS) if stood else (family,)
            done[index] = attrs.evolve(done[index], caveats=(*done[index].caveats, *marks))
        return done
