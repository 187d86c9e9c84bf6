"""When a motion held over lapses: by which rule, on what day, and what other rules would have given."""

import datetime as dt

from attrs import frozen

from waarborg.law.calendars import Calendar, Calendars
from waarborg.law.lifecycles import LapseTerm, lifecycles
from waarborg.procedure.terms.spans import DAY, shifted
from waarborg.procedure.timeline.acts import Thing
from waarborg.procedure.timeline.life import Life

_YEAR = 366


@frozen(kw_only=True)
class DerivedLapse:
    """The last day a rule leaves a held motion; None where it cannot be told, with what would settle it.

    ``end`` is day, sitting (it lapses at the first one after) or session (days of recess do not count).
    """

    rule: str
    day: dt.date | None
    end: str
    settles: tuple[str, ...] = ()


@frozen(kw_only=True)
class Lapse:
    """Whether a motion has lapsed by a day: its status then, what it may be besides, on what basis."""

    status: str
    possibly: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()


def lapse_on(thing: Thing, life: Life, on: dt.date, calendars: Calendars) -> Lapse:
    """A motion held over past its term has lapsed; where the end is a sitting or unknown, possibly.

    All motions held over lapse when the session ends, where the calendar of the body knows that day.
    """
    rule, last = lapse_days(thing, life)
    if life.status not in {"held", "extended"} or rule is None:
        return Lapse(status=life.status)
    named = (f"rule:{rule.id}",)
    if _session_ended(life, on, calendars.of(rule.chamber)):
        return Lapse(status="lapsed", basis=(*named, "session_ended", calendars.of(rule.chamber).id))
    gone, by = _gone(rule, life, last, on, calendars)
    if gone:
        return Lapse(status="lapsed", basis=(*named, *by))
    if gone is None:
        return Lapse(status=life.status, possibly=("lapsed",), basis=(*named, *by))
    return Lapse(status=life.status)


def _gone(
    rule: LapseTerm, life: Life, last: dt.date | None, on: dt.date, calendars: Calendars
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a motion has lapsed by its rule before ``on``, and how that is known; None: possibly."""
    if last is None:
        return False, ()
    if on <= last:
        return (None, (f"transition:{rule.id}",)) if _newer_rule_ends_it(rule, life, on) else (False, ())
    if rule.end == "day" or life.extended:
        return True, ()
    sat, by = _has_sat(calendars.of(rule.chamber), last, on)
    if rule.end == "sitting" and sat:
        return True, (by,)
    return None, ()


def _newer_rule_ends_it(rule: LapseTerm, life: Life, on: dt.date) -> bool:
    """Whether a rule that came later would have ended it, where the transition to it is not known."""
    if rule.held_until is None or life.held_on is None or life.extended:
        return False
    newer = (
        one for one in lifecycles().lapse if one.chamber == rule.chamber and one.held_from and one != rule
    )
    held = life.held_on
    return any(
        one.held_from and one.held_from > held and on > max(_end(one, held), one.held_from) for one in newer
    )


def _session_ended(life: Life, on: dt.date, calendar: Calendar) -> bool:
    return life.since is not None and any(life.since <= day < on for day in calendar.session_ends)


def lapse_days(thing: Thing, life: Life) -> tuple[LapseTerm | None, dt.date | None]:
    """The rule by which a motion held over lapses, and the last day on which it can be voted on."""
    held = life.held_on
    if thing.kind != "motion" or held is None:
        return None, None
    for rule in (rule for rule in lifecycles().lapse if rule.chamber == thing.chamber):
        if (rule.held_from or held) <= held <= (rule.held_until or held):
            return rule, life.new_term if life.extended else _end(rule, held)
    return None, None


def outlived(thing: Thing, life: Life, calendars: Calendars) -> bool:
    """Whether a motion was voted on, on record, after the day by which a known rule had let it lapse."""
    rule, last = lapse_days(thing, life)
    if rule is None or life.since is None or life.status not in {"adopted", "rejected", "taken_over"}:
        return False
    return _gone(rule, life, last, life.since, calendars)[0] is True


def unexplained(thing: Thing, life: Life, calendars: Calendars) -> bool:
    """Whether a lapse on record falls on a day that no known rule gives."""
    if thing.kind != "motion" or life.status != "lapsed":
        return False
    if life.since in calendars.of(thing.chamber or "").session_ends:
        return False
    rule, last = lapse_days(thing, life)
    return rule is None or last is None or rule.end == "session" or life.since is None or life.since <= last


def derived(thing: Thing, life: Life, calendars: Calendars) -> tuple[DerivedLapse, ...]:
    """What every rule of its Chamber would have given, beside a recorded lapse that none of them explains."""
    held = life.held_on
    if held is None or not unexplained(thing, life, calendars):
        return ()
    return tuple(_derived(rule, held) for rule in lifecycles().lapse if rule.chamber == thing.chamber)


def _derived(rule: LapseTerm, held: dt.date) -> DerivedLapse:
    if rule.end != "session":
        return DerivedLapse(rule=rule.id, day=_end(rule, held), end=rule.end)
    settles = (f"recess_calendar:{rule.chamber}:{held.year}", f"transition:{rule.id}")
    return DerivedLapse(rule=rule.id, day=None, end=rule.end, settles=settles)


def _end(rule: LapseTerm, held: dt.date) -> dt.date:
    unit, count = ("week", rule.weeks) if rule.weeks else ("month", rule.months or 0)
    return shifted(held, unit, count)


def _has_sat(calendar: Calendar, after: dt.date, on: dt.date) -> tuple[bool, str]:
    """Whether the body sat between the two, and how that is known: its sitting days, else the convention."""
    if calendar.sittings and calendar.sittings[-1] > after:
        return any(after < day < on for day in calendar.sittings), calendar.id
    convention = lifecycles().sitting_convention
    days = (after + DAY * number for number in range(1, min((on - after).days, _YEAR)))
    outside = sum(calendar.in_recess(day) is False for day in days)
    return outside >= convention.days_outside_recess, f"reading:{convention.id}"
