"""The impact that an organisation declares, held against what the text of its entry supports.

Where the two differ, both are shown with their reasons; which of them is right is for a person to say.
"""

from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from waarborg.assessment.assessing import Place, assess
from waarborg.assessment.impact import declared_category
from waarborg.sources.records import load_record
from waarborg.values.assessment import Impact, ImpactLevel
from waarborg.values.entry import Entry

_CATEGORY_FIELD = "publication_category"


@frozen(kw_only=True)
class DeclaredCategories:
    """The file ``declared.yaml``: what each category says of the impact, and where a reason stands."""

    high: tuple[str, ...]
    not_high: tuple[str, ...]
    rebutted: tuple[str, ...]
    reason: tuple[str, ...]


@frozen(kw_only=True)
class Declared:
    """A declared category beside the level that the text supports without it.

    ``reason`` is the organisation's own, whole, where its register has a field for one and it is filled.
    """

    category: str
    level: ImpactLevel
    reason: str | None
    rebutted: bool
    found: Impact

    @property
    def differs(self) -> bool:
        """Whether the text supports another level. A text that says too little contradicts nothing."""
        return self.found.level is not ImpactLevel.UNKNOWN and self.found.level is not self.level


@cache
def declared_categories() -> DeclaredCategories:
    """The categories that come with the package."""
    return load_record(Path(__file__).with_name("declared.yaml"), DeclaredCategories)


def declared(entry: Entry, place: Place, found: Impact) -> Declared | None:
    """What ``entry`` declares, beside ``found``; None where it declares no level.

    A Dutch category is itself a ground of the decision table, so the entry is judged anew without it.
    """
    known, dutch = declared_categories(), declared_category(entry.texts)
    category = dutch or entry.category or ""
    if category not in (*known.high, *known.not_high):
        return None
    if dutch:
        rest = {name: text for name, text in entry.texts.items() if name != _CATEGORY_FIELD}
        found = assess(evolve(entry, texts=rest), place).impact
    return Declared(
        category=str(category),
        level=ImpactLevel.HIGH if category in known.high else ImpactLevel.NOT_HIGH,
        reason=next((entry.texts[name] for name in known.reason if entry.texts.get(name)), None),
        rebutted=category in known.rebutted,
        found=found,
    )
