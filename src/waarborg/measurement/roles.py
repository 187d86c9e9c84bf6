"""The roles a column or field of a log can play. A name in this table is measured without further asking."""

from collections.abc import Mapping
from types import MappingProxyType

from waarborg.values.log import ValueType

_T, _N, _D, _B = ValueType.TEXT, ValueType.NUMBER, ValueType.TIME, ValueType.BOOLEAN

ROLES: Mapping[str, ValueType] = MappingProxyType(
    {
        "case": _T,
        "activity": _T,
        "time": _D,
        "resource": _T,
        "received": _D,
        "decided": _D,
        "notified": _D,
        "due": _D,
        "advice": _T,
        "score": _N,
        "selected": _B,
        "outcome": _T,
        "adverse": _B,
        "decided_by": _T,
        "human_step": _B,
        "handler": _T,
        "review_seconds": _N,
        "heard": _B,
        "reasons": _B,
        "objection_lodged": _D,
        "objected": _B,
        "objection_decided": _D,
        "objection_upheld": _B,
        "corrected": _B,
        "system_version": _T,
        "rule_version": _T,
        "truth": _B,
        "control_sample": _B,
        "ended": _B,
        "machine_step": _B,
        "weight": _N,
    }
)
"""Role to the type it must have. ``decided_by`` holds machine or person; ``truth`` and ``selected`` say
whether what the system looks for was there, and whether it picked the case; ``weight`` is the number of
decisions a row stands for; ``machine_step`` belongs to events, all others to cases."""

WHO_DECIDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "person": (
            *("person", "human", "manual", "official", "officer", "employee", "clerk", "reviewer"),
            *("persoon", "mens", "handmatig", "medewerker", "behandelaar", "ambtenaar", "beoordelaar"),
        ),
        "machine": (
            *(
                "machine",
                "system",
                "automatic",
                "automated",
                "auto",
                "computer",
                "algorithm",
                "model",
                "robot",
            ),
            *("systeem", "automatisch", "geautomatiseerd", "algoritme"),
        ),
    }
)
"""What ``decided_by`` holds, and the words by which logs say it where the mapping names no values."""

EVENT_NAMES = ("case", "activity", "time")
"""What every event log must name; ``resource`` is welcome too."""

TERM_LAST_DAY = "due"
"""The role that holds a case's own last day."""
