"""The demo register: facts with their sources, read into entries."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from waarborg.sources.records import load_record
from waarborg.values.entry import Entry, SystemStatus

REGISTER = "waarborg-demo"


@frozen(kw_only=True)
class DemoFact:
    """One fact about a system, in both languages, with the code of its source."""

    id: str
    source: str
    certainty: str
    nl: str
    en: str
    date: Any = None


@frozen(kw_only=True)
class DemoSystem:
    """One system. ``texts`` by canonical field; ``gloss_en`` its name and summary in English."""

    id: str
    organisation: str
    name: str
    status: dict[str, Any]
    texts: dict[str, str]
    facts: tuple[DemoFact, ...]
    gloss_en: dict[str, str]
    texts_from: tuple[str, ...] = ()
    audit: dict[str, Any] | None = None

    def entry(self) -> Entry:
        """The system as a register entry."""
        return Entry(
            register=REGISTER,
            source_id=self.id,
            name=self.name,
            organisation=self.organisation,
            status=SystemStatus(self.status["value"]),
            texts={"name": self.name, **self.texts},
            raw={"id": self.id, "name": self.name, "organisation": self.organisation, "texts": self.texts},
        )


@frozen(kw_only=True)
class DemoRegister:
    """The file ``register.yaml``. ``sources`` by code: title, publisher, date, url."""

    schema: str
    demo: bool
    notice: dict[str, str]
    sources: Mapping[str, Mapping[str, Any]]
    systems: tuple[DemoSystem, ...] = field(default=())

    def source(self, code: str) -> str:
        """A source in one line: publisher, title, date where known."""
        told = self.sources[code]
        parts = (told["publisher"], told["title"], told.get("date"))
        return ", ".join(str(part) for part in parts if part)


@cache
def demo_register() -> DemoRegister:
    """The register that comes with the package."""
    return load_record(Path(__file__).with_name("register.yaml"), DemoRegister)
