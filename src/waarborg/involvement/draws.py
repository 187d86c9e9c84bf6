"""Chance, by name: every quantity has a stream of its own, so that regimes and values share their luck.

Common random numbers: a system that asks eight hours under one value asks them under the next, and what
differs between two runs is what was changed, not the dice.
"""

import zlib

import numpy as np
from attrs import define, field
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@define
class Draws:
    """The streams of one block of replications, fixed by the seed and the number of the block.

    What was drawn is kept, since every regime of the block asks for it again.
    """

    seed: int
    block: int
    _kept: dict[tuple[str, int, float], Floats] = field(factory=dict, repr=False)

    def stream(self, name: str) -> Generator:
        """The stream of a quantity, from its start. A longer draw begins with the shorter one."""
        return np.random.default_rng([self.seed, self.block, zlib.crc32(name.encode())])

    def uniform(self, name: str, size: int) -> Floats:
        """Numbers between 0 and 1."""
        key = (name, size, 0.0)
        if key not in self._kept:
            self._kept[key] = self.stream(name).random(size)
        return self._kept[key]

    def spread(self, name: str, size: int, variation: float) -> Floats:
        """Factors of mean 1 with this coefficient of variation: gamma, which at 1 is exponential."""
        if variation <= 0:
            return np.ones(size)
        key = (name, size, variation)
        if key not in self._kept:
            shape = 1.0 / variation**2
            self._kept[key] = self.stream(name).standard_gamma(shape, size) / shape
        return self._kept[key]
