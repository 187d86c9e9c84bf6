"""Texts that are nearly the same, found at a cost that grows with their number and no faster.

A text is cut into shingles of five words. Texts that share four in five of all they have (Jaccard) count as
nearly the same. Which texts are worth comparing is found with MinHash and banding (A. Broder, "On the
resemblance and containment of documents", 1997; J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive
Datasets", chapter 3): with 12 bands of 5 hashes, texts that share four in five meet with a chance of
1 - (1 - 0.8^5)^12 = 0.99.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from waarborg.register.sameness.clusters import Clusters

SHINGLE = 5
"""Words in a shingle."""

ALIKE = 0.8
"""The share of shingles from which two texts count as nearly the same."""

_BANDS, _ROWS = 12, 5
_PRIME = (1 << 31) - 1
_COMPARED = 30
_SEED = 1997
_MIX = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")

Shingles: TypeAlias = NDArray[np.uint32]
_DRAWS = np.random.default_rng(_SEED).integers(1, _PRIME, (2, _BANDS * _ROWS), dtype=np.uint64)


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.casefold())


@define
class SameText:
    """Gives every text a number and every number a cluster. An exact copy costs one look-up.

    A band in which many texts meet is compared with the first thirty of them only, so that no register makes
    the work grow with its square.
    """

    _known: dict[bytes, int] = field(factory=dict, init=False)
    _shingles: list[Shingles] = field(factory=list, init=False)
    _met: dict[int, list[int]] = field(factory=dict, init=False)
    _clusters: Clusters = field(factory=Clusters, init=False)

    def add(self, words: Sequence[str]) -> int:
        """Take in a text, by its words, five or more; gives the number that stands for it."""
        key = hashlib.blake2b(" ".join(words).encode(errors="replace"), digest_size=12).digest()
        if key not in self._known:
            self._known[key] = self._place(_shingles(words))
        return self._known[key]

    def cluster(self, number: int) -> int:
        """The cluster of a text as far as texts have been taken in: the lowest number in it."""
        return self._clusters.of(number)

    def _place(self, shingles: Shingles) -> int:
        number = len(self._shingles)
        self._shingles.append(shingles)
        for band in _bands(shingles):
            met = self._met.setdefault(band, [])
            for other in met:
                if self._clusters.of(other) != self._clusters.of(number) and self._alike(number, other):
                    self._clusters.join(number, other)
            if len(met) < _COMPARED:
                met.append(number)
        return number

    def _alike(self, one: int, two: int) -> bool:
        shared = len(np.intersect1d(self._shingles[one], self._shingles[two], assume_unique=True))
        return shared >= ALIKE * (len(self._shingles[one]) + len(self._shingles[two]) - shared)


def _shingles(words: Sequence[str]) -> Shingles:
    """The shingles of a text as numbers below the prime, each once, in order."""
    numbers = np.array([crc32(word.encode(errors="replace")) for word in words], dtype=np.uint64)
    count = len(words) - SHINGLE + 1
    rows = np.stack([numbers[at : at + count] for at in range(SHINGLE)])
    return np.unique(_folded(rows) % np.uint64(_PRIME)).astype(np.uint32)


def _bands(shingles: Shingles) -> Iterator[int]:
    """One number a band: texts with the same number in any band are worth comparing."""
    hashed = (shingles.astype(np.uint64)[:, None] * _DRAWS[0] + _DRAWS[1]) % np.uint64(_PRIME)
    lowest = hashed.min(axis=0).reshape(_BANDS, _ROWS)
    places = np.arange(_BANDS, dtype=np.uint64)[None, :]
    yield from _folded(np.concatenate([places, lowest.T])).tolist()


def _folded(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each column as one number, its order kept: a polynomial, modulo 2^64."""
    found = np.zeros(rows.shape[1], dtype=np.uint64)
    for row in rows:
        found = (found ^ row) * _MIX
    return found ^ (found >> np.uint64(32))
