"""Who answers for a thing on a day: successors inherit; and which committee has the dossier."""

import datetime as dt

from waarborg.values.case import Case, CaseParty


def responsible_on(case: Case, office: str | None, on: dt.date) -> tuple[str | None, tuple[str, ...]]:
    """Who holds the office on ``on``, and who possibly holds it besides.

    The file's own days go first. Where it gives none, a holder is known from what was signed or said in that
    name: the last one seen by ``on`` counts, and whoever comes next may already have come.
    """
    if office is None:
        return None, ()
    line = _line(case, office)
    seen = [(party, _first_seen(case, party)) for party in line]
    arrived = [party for party, day in seen[1:] if day is not None and day <= on]
    holder = arrived[-1].id if arrived else office
    following = line[[party.id for party in line].index(holder) + 1 :] if line else []
    sure = _still_there(case, holder, on) or bool(following and following[0].since)
    return holder, () if sure else tuple(party.id for party in following[:1])


def _line(case: Case, office: str) -> list[CaseParty]:
    first = case.party(office)
    line = [first] if first else []
    while line:
        after = next((p for p in case.parties if p.succeeds == line[-1].id and p not in line), None)
        if after is None:
            break
        line.append(after)
    return line


def _first_seen(case: Case, party: CaseParty) -> dt.date | None:
    return party.since or min(_seen(case, party), default=None)


def _still_there(case: Case, party_id: str, on: dt.date) -> bool:
    party = case.party(party_id)
    if party is None:
        return False
    return bool(party.until and on <= party.until) or any(day >= on for day in _seen(case, party))


def _seen(case: Case, party: CaseParty) -> list[dt.date]:
    """The days of what the party wrote, and of what the source that names the holder is about."""
    written = [paper.when.latest for paper in case.papers if paper.author == party.id]
    sources = set(party.sources)
    told = [
        fact.other.get("debate") or fact.other.get("date")
        for fact in case.related
        if sources & set(fact.sources)
    ]
    days = [dt.date.fromisoformat(str(day)) for day in told if day]
    return [day for day in (*written, *days) if day]


def committees_on(case: Case, on: dt.date) -> tuple[str, ...]:
    """The committees that last dealt with the dossier by ``on``."""
    acts: list[tuple[tuple[str, ...], dt.date | None]]
    acts = [((paper.committee,), paper.when.latest) for paper in case.papers if paper.committee]
    acts += [((p.author,), p.when.latest) for p in case.papers if p.kind == "brief_commissie" and p.author]
    acts += [(e.parties, e.when.latest) for e in case.events if e.kind == "committee_decision"]
    known = sorted((day, names) for names, day in acts if day and day <= on)
    return tuple(known[-1][1]) if known else ()
