"""What a case file says against itself: names of nothing, days that cannot be."""

from collections import Counter
from collections.abc import Iterator

from waarborg.values.case import Case, CaseEvent, CaseInstrument, Fact
from waarborg.values.finding import Finding, Severity, Where

_OUTSIDE = ("rules:",)


def check_case(case: Case, file: str | None = None) -> tuple[Finding, ...]:
    """Every finding on what the case refers to and on the order of its days."""
    found = (*_twice(case), *_sources(case), *_references(case), *_relations(case), *_days(case))
    return tuple(_placed(code, fact, key, params, file) for code, fact, key, params in found)


_Said = tuple[str, Fact | None, str, dict[str, object]]


def _placed(code: str, fact: Fact | None, key: str, params: dict[str, object], file: str | None) -> Finding:
    where = Where(file=file, line=fact.line if fact else None, field=key)
    return Finding(code, params, where, Severity.ERROR)


def _facts(case: Case) -> Iterator[Fact]:
    yield case.dossier
    for part in (case.parties, case.papers, case.instruments, case.events, case.relations, case.related):
        yield from part


def _twice(case: Case) -> Iterator[_Said]:
    ids = [item.id for part in (case.parties, case.papers, case.instruments) for item in part]
    for name, times in Counter(ids).items():
        if times > 1 and name != "?":
            fact = next(
                i for part in (case.instruments, case.papers, case.parties) for i in part if i.id == name
            )
            yield "case_id_twice", fact, "id", {"id": name}


def _sources(case: Case) -> Iterator[_Said]:
    known = {source.id for source in case.sources}
    for fact in _facts(case):
        for name in fact.sources:
            if name not in known:
                yield "case_source_unknown", fact, "source", {"id": name}


def _references(case: Case) -> Iterator[_Said]:
    parties, papers = {p.id for p in case.parties}, {p.id for p in case.papers}
    instruments = {i.id for i in case.instruments}
    wanted: list[tuple[Fact, str, str | None, set[str]]] = []
    for paper in case.papers:
        wanted += [(paper, "committee", paper.committee, parties)]
    for item in case.instruments:
        wanted += [(item, "document", item.paper, papers), (item, "made_in", item.made_in, papers)]
        wanted += [(item, "fulfilled_by", item.fulfilled_by, papers)]
        wanted += [
            (item, "responsible", item.responsible, parties),
            (item, "committee", item.committee, parties),
        ]
    for event in case.events:
        wanted += [(event, "instrument", event.instrument, instruments)]
        wanted += [(event, "document", name, papers) for name in event.papers]
        wanted += [(event, "party", name, parties) for name in event.parties]
    for fact, key, name, known in wanted:
        if name is not None and name not in known:
            yield "case_reference_unknown", fact, key, {"id": name}


def _relations(case: Case) -> Iterator[_Said]:
    known = {item.id for part in (case.parties, case.papers, case.instruments) for item in part}
    known |= {paper.letter for paper in case.papers if paper.letter}
    known |= {name for event in case.events for name in event.ids}
    for relation in case.relations:
        for key, name in (("from", relation.origin), ("to", relation.target)):
            if name not in known and not name.startswith(_OUTSIDE):
                yield "case_relation_to_nothing", relation, key, {"id": name}


def _days(case: Case) -> Iterator[_Said]:
    for item in case.instruments:
        yield from _before_its_making(item)
    for event in case.events:
        yield from _outside_its_bounds(event)
    for party in case.parties:
        if party.since and party.until and party.until < party.since:
            yield "case_bounds_crossed", party, "until", {"before": party.since, "after": party.until}


def _before_its_making(item: CaseInstrument) -> Iterator[_Said]:
    made = item.made.earliest
    days = {"deadline": item.term.day if item.term else None, "fulfilled_by": item.fulfilled.latest}
    days |= {"voted_on": item.voted_on}
    for key, day in days.items():
        if made and day and day < made:
            yield "case_day_before_making", item, key, {"day": day, "made": made}
    steps = [step.when.earliest for step in item.history if step.when.earliest]
    if steps != sorted(steps):
        yield "case_steps_out_of_order", item, "history", {"id": item.id}


def _outside_its_bounds(event: CaseEvent) -> Iterator[_Said]:
    when = event.when
    if when.on and (
        (when.not_before and when.on < when.not_before) or (when.not_after and when.on > when.not_after)
    ):
        yield "case_day_outside_bounds", event, "date", {"day": when.on}
