"""Cross-validation that keeps one organisation together: no entry is judged by what its own house taught.

``beside`` are coded entries to learn from only: the rules were written from them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen
from sklearn.model_selection import StratifiedGroupKFold

from waarborg.assessment import Comparison, assess, rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader import Reading, SecondReader, silent
from waarborg.assessment.second_reader.weights import Answers
from waarborg.jobs.assess import place
from waarborg.jobs.coded import check
from waarborg.jobs.second_reader.examples import Example
from waarborg.jobs.second_reader.fitting import fit
from waarborg.values.assessment import Assessment, Impact, ImpactLevel, Judged

_PARTS = 5
_WANTED = 0.92
_STEPS = tuple(step / 100 for step in range(60, 19, -1))
_EVEN = 0.5


@frozen
class Crossing:
    """One division in parts, judged by the rules, by the second reader, and by both.

    ``chosen`` is both, with the threshold for ``high`` chosen anew inside each training part; ``full_texts``
    is both, on those entries alone that have a field for safeguards; ``apart`` is both, where other entries
    of the same organisation may have taught, as they have for most entries that a user reads.
    """

    rules: Comparison
    alone: Comparison
    both: Comparison
    chosen: Comparison
    full_texts: Comparison
    apart: Comparison


def cross(
    examples: Sequence[Example], answers: Answers, seed: int, beside: Sequence[Example] = ()
) -> Crossing:
    """Divide the examples by ``seed``, learn from all parts but one and judge that one, in turn."""
    readers = tuple(taught(examples, answers, seed, beside))
    chosen = tuple(taught(examples, answers, seed, beside, _with_threshold))
    both = [(each, by_both(each, reader)) for each, reader in readers]
    apart = taught(examples, answers, seed, beside, groups=[each.coded.id for each in examples])
    return Crossing(
        rules=compared((each, by_rules(each)) for each in examples),
        alone=compared((each, by_reader(each, reader)) for each, reader in readers),
        both=compared(both),
        chosen=compared((each, by_both(each, reader)) for each, reader in chosen),
        full_texts=compared((each, found) for each, found in both if is_full_text(each)),
        apart=compared((each, by_both(each, reader)) for each, reader in apart),
    )


def is_full_text(example: Example) -> bool:
    """Whether the entry was coded on its safeguards: only full texts were."""
    return any(key.startswith("safeguards.") for key in example.coded.answers)


def compared(judged: Iterable[tuple[Example, Assessment]]) -> Comparison:
    """The agreement with the coding, as ``assess --check`` has it."""
    told = tuple(judged)
    return check(((each.entry, found) for each, found in told), "", (each.coded for each, _ in told))


def by_rules(example: Example) -> Assessment:
    """What the rules say alone."""
    return assess(example.entry, place(example.entry.organisation), None, silent(), silent())


def by_both(example: Example, reader: SecondReader) -> Assessment:
    """What the rules and the second reader say together, as everywhere in Waarborg."""
    return assess(example.entry, place(example.entry.organisation), None, reader)


def by_reader(example: Example, reader: SecondReader) -> Assessment:
    """What the second reader says alone: always its likeliest answer, however unsure."""
    reading = _read(example, reader)
    high = reading.chances("impact")["high"] >= _EVEN
    return evolve(
        by_rules(example),
        subject=Judged(_likeliest(reading, "subject")),
        role=Judged(_likeliest(reading, "role")),
        impact=Impact(ImpactLevel.HIGH if high else ImpactLevel.NOT_HIGH),
    )


def taught(
    examples: Sequence[Example],
    answers: Answers,
    seed: int,
    beside: Sequence[Example] = (),
    setting: Callable[[Sequence[Example], Answers, int], Answers] = lambda _, answers, __: answers,
    groups: Sequence[str] | None = None,
) -> Iterator[tuple[Example, SecondReader]]:
    """Each example with a second reader that its organisation, or its group, did not teach."""
    divide = StratifiedGroupKFold(_PARTS, shuffle=True, random_state=seed)
    levels = [each.coded.answers.get("impact") == "high" for each in examples]
    groups = groups or [each.entry.organisation for each in examples]
    for learned, judged in divide.split(levels, levels, groups):
        part = [examples[at] for at in learned]
        held = {groups[at] for at in judged}
        more = [each for each in beside if each.entry.organisation not in held]
        set_, language = setting(part, answers, seed), part[0].entry.language
        reader = SecondReader(set_, fit([*part, *more], answers), language)
        yield from ((examples[at], reader) for at in judged)


def _with_threshold(examples: Sequence[Example], answers: Answers, seed: int) -> Answers:
    """The settings with the highest threshold for ``high`` that, inside ``examples``, finds enough."""
    told = [
        9.0 if by_rules(each).impact.level == "high" else _read(each, reader).chances("impact")["high"]
        for each, reader in taught(examples, answers, seed)
        if each.coded.answers.get("impact") == "high"
    ]
    enough = _WANTED * len(told)
    sure = next((step for step in _STEPS if sum(one >= step for one in told) >= enough), _STEPS[-1])
    told_in = {examples[0].entry.language: sure}
    rules = (evolve(rule, sure=told_in) if rule.key == "impact" else rule for rule in answers.rules)
    return evolve(answers, rules=tuple(rules))


def _read(example: Example, reader: SecondReader) -> Reading:
    return reader.read(Marks(rule_book(), example.entry.texts))


def _likeliest(reading: Reading, key: str) -> str:
    chances = reading.chances(key)
    return max(chances, key=chances.__getitem__)
