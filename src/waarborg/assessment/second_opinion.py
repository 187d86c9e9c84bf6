"""What the second reader adds to the rules: another answer where it is sure, a high impact that they missed.

Where both give the same answer, the rule stands with its words. The table of impact is read with the answers
that came out of this; a level that it calls high stays high: each row that holds is a reason of its own.
"""

from attrs import evolve

from waarborg.assessment.rulebook import Ground
from waarborg.assessment.second_reader import Reading
from waarborg.law import impact_criteria
from waarborg.values.assessment import Impact, ImpactLevel, Judged

_YES = "yes"
_UNKNOWN = "unknown"


def second_answer(reading: Reading, key: str, first: Judged, ground: Ground) -> Judged:
    """The answer of the second reader where it is sure, differs and is well ahead; else that of the rules.

    ``ground`` is what the rule has to go by: one that has but the want of other words gives way to whatever
    is likeliest. An answer that the second reader never learned to give, it does not put aside either.
    """
    answers = reading.reader.answers
    second = reading.likeliest(key) if ground is Ground.WANT else reading.answer(key)
    strange = first.value != _UNKNOWN and not answers.rule(key, first.value)
    if second is None or strange or second.value == first.value:
        return first
    chances, ahead = reading.chances(key), answers.ahead[reading.reader.language].get(ground, 0.0)
    return second if chances[second.value] - chances.get(first.value, 0.0) >= ahead else first


def second_impact(reading: Reading, first: Impact) -> Impact:
    """A high impact where the rules found none and the second reader is sure; with its criteria and words."""
    if first.level is ImpactLevel.HIGH:
        return first
    level = reading.answer("impact")
    if level is None or level.value != ImpactLevel.HIGH:
        return first
    criteria = _criteria(reading)
    if not criteria:
        return first
    rules = (level.rule, *(judged.rule for judged in criteria.values()))
    return evolve(
        first,
        level=ImpactLevel.HIGH,
        criteria=tuple(criteria),
        rules=tuple(rule for rule in rules if rule),
        quotes=tuple(dict.fromkeys([*level.quotes, *(q for each in criteria.values() for q in each.quotes)])),
    )


def _criteria(reading: Reading) -> dict[str, Judged]:
    """The criteria the second reader is sure of, and always the likeliest: a high level has a criterion."""
    chances = {name: reading.chances(name).get(_YES, 0.0) for name in impact_criteria()}
    likeliest = max(chances, key=chances.__getitem__)
    found = {name: reading.answer(name) for name in chances}
    found[likeliest] = found[likeliest] or reading.judged(likeliest, _YES)
    return {name: judged for name, judged in found.items() if judged}
