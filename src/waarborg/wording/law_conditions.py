"""The conditions of the catalogues in words: facts joined by "or" within a fact, by "and" between facts."""

from collections.abc import Iterator

import attrs

from waarborg.law import Applies, Condition, ImpactCondition
from waarborg.wording.catalogue import Language, phrase


def condition_words(condition: Condition | ImpactCondition, language: Language) -> str:
    """One condition: every fact it names must hold, in one of the values listed."""
    joined = f" {phrase('law.and', language)} "
    return joined.join(_facts(condition, language)) or phrase("law.any_fact", language)


def applies_words(applies: Applies, language: Language) -> tuple[str, ...]:
    """When a safeguard applies: the sentence, then each of the conditions that is enough."""
    return (
        applies.text.said(language),
        *(f"- {condition_words(condition, language)}" for condition in applies.any_of),
    )


def _facts(condition: Condition | ImpactCondition, language: Language) -> Iterator[str]:
    for fact, values in attrs.asdict(condition, recurse=False).items():
        either = f" {phrase('law.or', language)} "
        words = either.join(phrase(f"law.fact.{fact}.{value}", language) for value in values)
        if words:
            yield f"({words})" if len(values) > 1 else words
