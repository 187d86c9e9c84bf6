"""Stored commitments are those of the pure timeline, on every day, after every load."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.law.calendars import known_calendars
from waarborg.procedure.rappel import Rappel, promised, rappel
from waarborg.procedure.timeline import Item
from waarborg.values.case import Case, CaseInstrument, CaseParty, Dossier, Moment, Step, Term
from waarborg.workbench import models
from waarborg.workbench.queries.case_of import case_of
from waarborg.workbench.queries.commitments import commitments, rappel_of
from waarborg.workbench.services.actor import operator
from waarborg.workbench.services.cases import load_case
from waarborg.workbench.states.commitments import item_of, renew_all_commitments

pytestmark = pytest.mark.django_db
OPERATOR = operator("o")
TODAY = dt.date(2024, 6, 3)
PARTIES = (
    CaseParty(id="fin", name="Minister van Financiën", role="addressee"),
    CaseParty(id="bzk", name="Minister van BZK", role="addressee", until=dt.date(2024, 4, 1)),
    CaseParty(id="bzk2", name="Staatssecretaris van BZK", role="successor", since=dt.date(2024, 4, 2)),
)
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2025, 1, 1))
WORDS = ("voor het zomerreces", "voor het einde van het jaar", "zo spoedig mogelijk", "medio 2024")
TERMS = st.one_of(
    st.none(),
    st.builds(Term, day=DAYS),
    st.builds(Term, text=st.sampled_from(WORDS)),
    st.builds(Term, count=st.integers(1, 30), unit=st.sampled_from(["day", "week", "month"])),
)
STEPS = st.builds(
    Step,
    status=st.sampled_from(["uitgesteld", "answered", "voldaan", "deels voldaan", "heropend", "ingetrokken"]),
    when=st.builds(Moment, on=DAYS),
    until=st.none() | DAYS,
    recorded=st.none() | DAYS,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A dossier of a Chamber with up to four instruments, each with a history of its own."""
    instruments = tuple(
        CaseInstrument(
            id=f"T{number}",
            kind=draw(st.sampled_from(["toezegging", "belofte", "motie"])),
            chamber=draw(st.sampled_from([None, "EK", "TK"])),
            made=Moment(on=draw(DAYS)),
            responsible=draw(st.sampled_from([None, "fin", "bzk"])),
            term=draw(TERMS),
            history=tuple(draw(st.lists(STEPS, max_size=3))),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    dossier = Dossier(number=draw(st.sampled_from("AB")), chamber=draw(st.sampled_from(["EK", "TK"])))
    return Case(dossier=dossier, parties=PARTIES, instruments=instruments)


def load(case: Case, day: dt.date = TODAY) -> None:
    """Load a case on a day."""
    load_case(actor=OPERATOR, case=case, now=dt.datetime.combine(day, dt.time(12), dt.UTC))


def stored() -> dict[tuple[str, str], tuple[Item, str, str]]:
    """What is stored, by dossier and code."""
    rows = models.StoredCommitment.objects.select_related("dossier")
    return {(row.dossier.slug, row.code): (item_of(row.item), row.body, row.office) for row in rows}


def computed(on: dt.date) -> dict[tuple[str, str], tuple[Item, str, str]]:
    """What the pure timeline says of the same."""
    return {
        (dossier.slug, found[0].id): found
        for dossier in models.Dossier.objects.select_related("body")
        for found in promised(case_of(dossier), on, known_calendars())
    }


def both(chamber: str, ministry: str, on: dt.date) -> tuple[Rappel, Rappel]:
    """The lists by the store, and by the library from the cases themselves."""
    told = [case_of(dossier) for dossier in models.Dossier.objects.select_related("body")]
    pure = rappel(told, chamber=chamber, ministry=ministry, on=on, calendars=known_calendars())
    return rappel_of(chamber=chamber, ministry=ministry, on=on), pure


def alike(lists: Rappel) -> tuple[object, ...]:
    """The lists without the order of items that share a day and an id, which nothing sets."""
    return tuple(sorted(map(repr, part)) for part in (lists.list1, lists.list2, lists.no_term))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(cases(), max_size=3), ahead=st.integers(0, 400))
def test_what_is_stored_is_what_the_timeline_gives_after_each_load_and_each_renewal(
    db: None, made: list[Case], ahead: int
) -> None:
    assert db is None
    models.Dossier.objects.all().delete()
    for case in made:
        load(case)
    assert stored() == computed(TODAY)
    later = TODAY + dt.timedelta(days=ahead)
    renew_all_commitments(on=later)
    assert stored() == computed(later)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(cases(), max_size=3),
    apart=st.integers(-30, 30),
    ministry=st.sampled_from(["BZK", "Financiën", "VWS", ""]),
)
def test_the_lists_are_the_same_from_the_store_and_from_the_cases_whatever_is_stored_for_which_day(
    db: None, made: list[Case], apart: int, ministry: str
) -> None:
    assert db is None
    models.Dossier.objects.all().delete()
    for number, case in enumerate(made):
        load(case, TODAY + dt.timedelta(days=number % 2))
    for on in (TODAY, TODAY + dt.timedelta(days=apart)):
        for chamber in ("EK", "TK"):
            ours, pure = both(chamber, ministry, on)
            assert alike(ours) == alike(pure)


def test_a_day_for_which_nothing_is_stored_is_computed() -> None:
    promise = CaseInstrument(
        id="T", kind="toezegging", made=Moment(on=dt.date(2024, 1, 1)), responsible="fin",
        term=Term(day=TODAY),
    )  # fmt: skip
    load(Case(dossier=Dossier(number="A", chamber="EK"), parties=PARTIES, instruments=(promise,)))
    assert [item.status for item in rappel_of(chamber="EK", ministry="Financiën", on=TODAY).list1] == ["open"]
    tomorrow = TODAY + dt.timedelta(days=1)
    found = rappel_of(chamber="EK", ministry="Financiën", on=tomorrow).list1
    assert [(item.status, item.days_late) for item in found] == [("overdue", 1)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(cases(), max_size=3), apart=st.integers(0, 1))
def test_the_list_of_all_is_the_same_from_the_store_and_computed(
    db: None, made: list[Case], apart: int
) -> None:
    assert db is None
    models.Dossier.objects.all().delete()
    for number, case in enumerate(made):
        load(case, TODAY + dt.timedelta(days=number % 2))
    on = TODAY + dt.timedelta(days=apart)
    stored_list = commitments(on)
    models.Dossier.objects.update(computed_on=None)
    assert sorted(map(repr, stored_list)) == sorted(map(repr, commitments(on)))
