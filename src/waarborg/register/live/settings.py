"""Where a live register stands and how its server is treated, from ``live.yaml``."""

from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.fetching import Manners
from waarborg.sources.records import load_record


@frozen(kw_only=True)
class LiveRegister:
    """A register that can be fetched: its address, what it answers with, and how often it is read."""

    id: str
    base: str
    path: str
    languages: tuple[str, ...]
    page_size: int
    id_key: str
    keys: tuple[str, ...]
    rounds: int
    resume_hours: float
    size_limit: int

    def address(self, base: str, language: str) -> str:
        """The address of the listing in a language."""
        return f"{base.rstrip('/')}/{self.path.format(language=language)}"


@frozen(kw_only=True)
class LiveSettings:
    """What ``live.yaml`` holds."""

    register: LiveRegister
    manners: Manners


@cache
def live_settings() -> LiveSettings:
    """The register that can be fetched, and the manners."""
    return load_record(Path(__file__).with_name("live.yaml"), LiveSettings)
