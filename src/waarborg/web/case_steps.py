"""The steps in the life of an instrument, as its case file has them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from waarborg.web.certainties import by_sources, certainty_of
from waarborg.web.tellings import status_word
from waarborg.web.words import t
from waarborg.workbench.models import Instrument
from waarborg.workbench.queries.dossier_page import DossierRecord


@frozen
class Step:
    """One step: its day, what it was, how sure that is, and the codes of its sources."""

    date: dt.date
    text: str
    certainty: str
    sources: tuple[str, ...]


def steps_of(item: Instrument, record: DossierRecord) -> Iterator[Step]:
    """The dated steps: the day it was made, unless its history tells that day, then its history."""
    history = [_step(told, record) for told in item.details.get("history", ()) if told["when"]["on"]]
    if item.date and item.date not in {step.date for step in history}:
        made = certainty_of(item, record)
        yield Step(item.date, t("page.dossier.step_made"), made, tuple(item.sources))
    yield from history


def _step(told: Mapping[str, Any], record: DossierRecord) -> Step:
    codes = tuple(told.get("sources", ()))
    day = dt.date.fromisoformat(told["when"]["on"])
    return Step(day, status_word(told["status"]), by_sources(codes, record), codes)
