"""When a body is in recess, and the other days it sets: versioned data, and calendars that a user adds."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from waarborg.sources.records import load_yaml
from waarborg.values.finding import UnusableInput, Where

_FILE = Path(__file__).with_suffix(".yaml")
_BODIES = ("TK", "EK", "council")


@frozen(order=True)
class Recess:
    """A recess; both days belong to it."""

    first: dt.date
    last: dt.date
    name: str


@frozen(order=True)
class Occasion:
    """A day on which something takes place that a promise can wait for, such as the debate on the budget."""

    day: dt.date
    name: str


@frozen(kw_only=True)
class Calendar:
    """What is known of one body's year. ``missing`` says what is not; ``added`` that a user brought it.

    ``sittings`` are days of sitting; ``reference_days`` those on which the body draws up what is late;
    ``session_ends`` the last days of its sessions, on which all motions held over lapse.
    """

    body: str
    source: str
    certainty: str
    recesses: tuple[Recess, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    sittings: tuple[dt.date, ...] = ()
    reference_days: tuple[dt.date, ...] = ()
    session_ends: tuple[dt.date, ...] = ()
    missing: tuple[str, ...] = ()
    added: bool = False

    @property
    def id(self) -> str:
        """Its name in what rests on it: ``calendar:TK``, or ``calendar:EK:added``."""
        return f"calendar:{self.body}:added" if self.added else f"calendar:{self.body}"

    def recess(self, name: str, year: int) -> Recess | None:
        """The recess of that name that begins in ``year``."""
        return next((r for r in self.recesses if r.name == name and r.first.year == year), None)

    def in_recess(self, day: dt.date) -> bool | None:
        """Whether ``day`` falls in a recess; None where the calendar does not reach that day."""
        if not self.recesses or not self.recesses[0].first <= day <= self.recesses[-1].last:
            return None
        return any(r.first <= day <= r.last for r in self.recesses)


@frozen
class Calendars:
    """The calendars of all bodies."""

    by_body: Mapping[str, Calendar] = field(factory=dict)

    def of(self, body: str) -> Calendar:
        """The calendar of ``body``; an empty one where nothing is known."""
        return self.by_body.get(body) or Calendar(body=body, source="", certainty="unknown")

    def with_added(self, added: Iterable[Calendar]) -> "Calendars":
        """These calendars with others over them; an added recess replaces the known one of its year."""
        together = dict(self.by_body)
        for calendar in added:
            together[calendar.body] = _laid_over(together.get(calendar.body), calendar)
        return Calendars(together)


def known_calendars() -> Calendars:
    """The calendars that come with the package."""
    return Calendars({calendar.body: calendar for calendar in _known()})


def read_calendars(path: Path) -> tuple[Calendar, ...]:
    """Read a calendar file of a user.

    One body: ``chamber`` with ``periods``; more: a mapping from body to its calendar, also under ``recess``.

    Raises:
        UnusableInput: ``calendar_malformed`` with what is wrong, or what reading YAML raises.
    """
    return _calendars(load_yaml(path), path, added=True)


@cache
def _known() -> tuple[Calendar, ...]:
    return _calendars(load_yaml(_FILE), _FILE, added=False)


def _calendars(data: Any, path: Path, *, added: bool) -> tuple[Calendar, ...]:
    if isinstance(data, list):
        return tuple(c for part in data for c in _calendars(part, path, added=added))
    if not isinstance(data, dict):
        raise UnusableInput("calendar_malformed", Where(file=str(path)), reason="chamber, periods")
    if inner := data.get("recess") or data.get("calendars"):
        return _calendars(inner, path, added=added)
    if body := data.get("chamber") or data.get("body"):
        return (_calendar(str(body), data, path, added=added),)
    bodies = {body: data[body] for body in _BODIES if isinstance(data.get(body), dict)}
    if not bodies:
        raise UnusableInput("calendar_malformed", Where(file=str(path)), reason="chamber, periods")
    return tuple(_calendar(body, part, path, added=added) for body, part in bodies.items())


def _calendar(body: str, data: Mapping[str, Any], path: Path, *, added: bool) -> Calendar:
    if body not in _BODIES:
        raise UnusableInput("calendar_body_unknown", Where(file=str(path), field="chamber"), value=body)
    periods = data.get("periods") or data.get("recesses") or []
    return Calendar(
        body=body,
        source=str(data.get("source") or path.name),
        certainty=str(data.get("certainty") or "sourced"),
        recesses=tuple(sorted(_recess(item, path) for item in periods)),
        occasions=tuple(
            sorted(
                Occasion(_day(item, path, "date", "day", "on"), str(item.get("name", "")).lower())
                for item in data.get("occasions") or []
            )
        ),
        sittings=_days(data, path, "sittings"),
        reference_days=_days(data, path, "reference_days"),
        session_ends=_days(data, path, "session_ends"),
        missing=tuple(str(what) for what in data.get("missing") or []),
        added=added,
    )


def _days(data: Mapping[str, Any], path: Path, key: str) -> tuple[dt.date, ...]:
    return tuple(sorted(_as_day(day, path, key) for day in data.get(key) or []))


def _recess(item: Any, path: Path) -> Recess:
    first, last = _day(item, path, "from", "first", "start"), _day(item, path, "to", "last", "end")
    if last < first:
        raise UnusableInput("calendar_period_backward", Where(file=str(path)), first=first, last=last)
    return Recess(first, last, str(item.get("name") or "reces").lower())


def _day(item: Any, path: Path, *keys: str) -> dt.date:
    value = next((item[key] for key in keys if key in item), None) if isinstance(item, dict) else None
    return _as_day(value, path, keys[0])


def _as_day(value: Any, path: Path, key: str) -> dt.date:
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
    except ValueError:
        raise UnusableInput(
            "calendar_day_missing", Where(file=str(path), field=key), key=key, value=str(value)
        ) from None


def _laid_over(known: Calendar | None, added: Calendar) -> Calendar:
    if known is None:
        return added
    own = {(recess.name, recess.first.year) for recess in added.recesses}
    kept = (recess for recess in known.recesses if (recess.name, recess.first.year) not in own)
    return evolve(
        added,
        recesses=tuple(sorted((*added.recesses, *kept))),
        occasions=tuple(sorted((*known.occasions, *added.occasions))),
        sittings=tuple(sorted({*known.sittings, *added.sittings})),
        session_ends=tuple(sorted({*known.session_ends, *added.session_ends})),
    )
