"""Whether counts differ by more than chance, corrected for how often that was asked."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import chi2, fisher_exact
from statsmodels.stats.multitest import multipletests

LEVEL = 0.05
"""The share of false alarms allowed over a whole family of comparisons."""
_SMALL_EXPECTED = 5.0


def homogeneity(table: ArrayLike) -> float:
    """The p-value that all rows of a table of counts have one distribution: Pearson's chi-square.

    A 2 by 2 table with an expected count below 5 goes to Fisher's exact test. Columns that are empty
    everywhere say nothing; with fewer than two rows or columns left there is nothing to test: 1.
    """
    counts = np.asarray(table, dtype=np.float64)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    rows, columns = counts.shape
    if min(rows, columns) < 2:  # noqa: PLR2004  two is what comparing needs
        return 1.0
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    if rows == columns == 2 and expected.min() < _SMALL_EXPECTED:  # noqa: PLR2004  a two-by-two table
        return float(fisher_exact(counts)[1])
    statistic = float(((counts - expected) ** 2 / expected).sum())
    return float(chi2.sf(statistic, (rows - 1) * (columns - 1)))


def holm(p_values: Sequence[float]) -> NDArray[np.bool_]:
    """Which of a family of p-values stand after Holm's correction.

    Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
    """
    if not p_values:
        return np.zeros(0, dtype=bool)
    return np.asarray(multipletests(p_values, alpha=LEVEL, method="holm")[0])
