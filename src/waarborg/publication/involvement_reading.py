"""One regime of a comparison in a few plain sentences: its work, its wait, what it finds."""

from collections.abc import Iterator

from waarborg.publication.involvement_words import number, shown
from waarborg.values.regime import Comparison, RegimeFigures
from waarborg.wording import Language, phrase


def in_words(found: Comparison, one: RegimeFigures, language: Language) -> str:
    """What the figures of a regime come to; the same figures stand in the table, with their bounds."""
    return " ".join((*_work(found, one, language), *_wait(one, language), *_found(found, one, language)))


def _work(found: Comparison, one: RegimeFigures, language: Language) -> Iterator[str]:
    for body in found.bodies:
        systems, hours = (one.measures.get(f"{name}_a_year.{body}") for name in ("systems", "hours"))
        if systems and hours and hours.mean:
            told = {"systems": number(systems.mean, language), "hours": number(hours.mean, language)}
            name = phrase(f"simulate.body.{body}", language)
            yield phrase("simulate.told_work", language, body=name[0].upper() + name[1:], **told)


def _wait(one: RegimeFigures, language: Language) -> Iterator[str]:
    median, most = (one.measures[name] for name in ("wait_median", "wait_p90"))
    if most.mean:
        told = {"median": number(median.mean, language), "most": number(most.mean, language)}
        yield phrase("simulate.told_wait", language, **told)


def _found(found: Comparison, one: RegimeFigures, language: Language) -> Iterator[str]:
    before, after = (one.measures.get(f"found_{when}") for when in ("before", "after"))
    if before and after:
        told = {
            "before": shown(before.mean, "share", language),
            "after": shown(after.mean, "share", language),
        }
        yield phrase("simulate.told_found", language, years=found.years, **told)
