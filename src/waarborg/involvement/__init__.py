"""What involving the bodies would cost and catch: regimes simulated side by side, never ranked.

The public face: ``compare`` runs regimes on the same drawn systems, ``default_assumptions`` gives the
named parameters, ``built_in_regimes`` and ``read_regimes`` the regimes. States and calendars come in as
plain values.
"""

from waarborg.involvement.compare import Run, compare
from waarborg.involvement.parameters import Assumptions, default_assumptions
from waarborg.involvement.regime import Regime
from waarborg.involvement.regimes import built_in_regimes, choose_regimes, read_regimes, regimes_in
from waarborg.involvement.sensitivity import swings

__all__ = [
    "Assumptions",
    "Regime",
    "Run",
    "built_in_regimes",
    "choose_regimes",
    "compare",
    "default_assumptions",
    "read_regimes",
    "regimes_in",
    "swings",
]
