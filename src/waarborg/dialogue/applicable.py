"""Whether a safeguard applies to a system, by the catalogue's conditions and what its entry says.

Three-valued: a fact that is not known makes a condition unknown, never met and never failed. An entry's own
reasoned "not needed" contests what the catalogue says applies; it decides nothing.
"""

from collections.abc import Iterable, Mapping

from waarborg.law import Condition, Safeguard
from waarborg.values.assessment import StatementValue
from waarborg.values.dialogue import Applicable

_UNKNOWN = "unknown"
_FACTS = (
    "impact",
    "subject",
    "role",
    "automated_individual_decision",
    "ai",
    "personal_data",
    "decision",
    "adverse_decision",
)


def applicable(safeguard: Safeguard, facts: Mapping[str, str], statement: str) -> Applicable:
    """The answer for one system; ``facts`` by name of ``Condition``, ``statement`` what its entry says."""
    found = _any(_met(condition, facts) for condition in safeguard.applies.any_of)
    if not safeguard.applies.any_of or found is Applicable.YES:
        says_no = statement == StatementValue.NOT_APPLICABLE
        return Applicable.CONTESTED if says_no else Applicable.YES
    return found


def _met(condition: Condition, facts: Mapping[str, str]) -> Applicable:
    """All asked facts hold: yes; one fails: no; else unknown."""
    answers = {_holds(tuple(getattr(condition, name)), facts.get(name, _UNKNOWN)) for name in _FACTS}
    if Applicable.NO in answers:
        return Applicable.NO
    return Applicable.UNKNOWN if Applicable.UNKNOWN in answers else Applicable.YES


def _holds(asked: tuple[str, ...], value: str) -> Applicable:
    if not asked or value in asked:
        return Applicable.YES
    return Applicable.UNKNOWN if value == _UNKNOWN else Applicable.NO


def _any(answers: Iterable[Applicable]) -> Applicable:
    found = set(answers)
    if Applicable.YES in found:
        return Applicable.YES
    return Applicable.UNKNOWN if Applicable.UNKNOWN in found else Applicable.NO
