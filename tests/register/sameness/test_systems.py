"""Systems and registrations told apart, on descriptions written for these tests."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.register import SystemCount, same_system
from waarborg.values.entry import Entry

MAIL = (
    "Het doel van dit systeem is dat berichten die de {} verstuurt veilig aankomen. Voor een bericht weggaat "
    "kijkt het systeem of er gegevens in staan die een ander niet mag zien, en het vraagt de medewerker dan "
    "om nog eens na te gaan of de ontvanger de juiste is."
)
BLUR = (
    "Documenten die openbaar worden, bevatten soms namen en adressen. Dit systeem zoekt die namen en "
    "adressen op en lakt ze, waarna een medewerker elk document nog eens van begin tot eind naloopt voordat "
    "het op de website komt te staan."
)


def entry(number: int, name: str, organisation: str, goal: str = "", **texts: str) -> Entry:
    given = {"name": name, "goal": goal, **texts}
    return Entry(
        register="nl",
        source_id=str(number),
        name=name,
        organisation=organisation,
        texts={key: text for key, text in given.items() if text},
        row=number,
    )


def mailing(number: int, name: str, **texts: str) -> Entry:
    organisation = f"Gemeente Dorp{number}"
    return entry(number, name, organisation, MAIL.format(organisation), **texts)


def grouped(*entries: Entry) -> set[frozenset[str]]:
    return {frozenset(group.ids) for group in same_system(entries).groups}


def test_a_vendors_text_with_the_customers_name_filled_in_is_one_system() -> None:
    found = same_system([mailing(number, "Veilig mailen") for number in (1, 2, 3)])
    assert (found.registrations, found.systems) == (3, 1)
    (group,) = found.groups
    assert group.ids == ("1", "2", "3")
    assert group.organisations == ("Gemeente Dorp1", "Gemeente Dorp2", "Gemeente Dorp3")
    assert (group.name, group.rules) == ("Veilig mailen", ("SAME-TEXT",))


def test_other_texts_are_other_systems() -> None:
    assert not grouped(mailing(1, "Veilig mailen"), entry(2, "Veilig lakken", "Gemeente B", BLUR))


def test_two_products_with_one_text_are_two_systems_and_what_names_none_is_left_alone() -> None:
    found = grouped(
        mailing(1, "MailSlot"), mailing(2, "MailSlot"), mailing(3, "Zegelpost"), mailing(4, "Zegelpost"),
        mailing(5, "Veilig mailen"), mailing(6, "Veilig mailen"),
        entry(7, "a", "b", "Het systeem veilig en mailen."),
    )  # fmt: skip
    assert found == {frozenset("12"), frozenset("34")}


def test_two_providers_with_one_text_are_two_systems() -> None:
    found = grouped(
        mailing(1, "veilig mailen", provider="Slotmakers B.V."),
        mailing(2, "veilig mailen", provider="de Slotmakers bv"),
        mailing(3, "veilig mailen", provider="Zegelaars N.V."),
    )
    assert found == {frozenset("12")}


def test_a_registration_that_names_no_product_goes_with_the_one_most_name() -> None:
    names = ("MailSlot", "MailSlot", "veilig mailen")
    assert grouped(*(mailing(number, name) for number, name in enumerate(names, 1))) == {frozenset("123")}


def test_an_organisation_that_gives_one_text_to_several_names_keeps_systems_apart() -> None:
    names = ("profiel verhuizers", "profiel samenwoners", "profiel doorgangsadres")
    apart = [entry(number, name, "Dienst X", BLUR) for number, name in enumerate(names, 1)]
    assert same_system(apart).systems == 3


def test_one_entry_put_in_twice_is_one_system() -> None:
    assert grouped(entry(1, "lakken", "Dienst X", BLUR), entry(2, "Lakken", "Dienst X", BLUR))


def test_the_same_product_name_joins_whatever_the_texts() -> None:
    found = same_system(
        [
            entry(1, "LakMeester", "Gemeente A", "Met LakMeester lakken we."),
            entry(2, "Lakmeester Gemeente B", "Gemeente B", BLUR),
            entry(3, "anonimiseren", "Gemeente C", "Wij anonimiseren."),
            entry(4, "Anonimiseren", "Gemeente D", "Hier staat wat anders over anonimiseren."),
        ]
    )
    assert [(group.ids, group.rules) for group in found.groups] == [(("1", "2"), ("SAME-NAME",))]


@pytest.mark.parametrize("name", ["BRP", "Wmo", "Chatbot", "2024"])
def test_an_abbreviation_a_law_or_a_kind_of_thing_is_no_product(name: str) -> None:
    texts = (f"Wij gebruiken {name} hier.", f"Ook wij doen iets met {name}, maar heel anders.")
    assert not grouped(*(entry(n, name, f"Gemeente {n}", text) for n, text in enumerate(texts, 1)))


def test_a_short_text_is_too_general_to_join() -> None:
    assert not grouped(
        entry(1, "lakken", "A", "Het lakken van namen."), entry(2, "wissen", "B", "Het lakken van namen.")
    )


def test_a_changed_word_here_and_there_leaves_one_text_and_a_rewritten_half_does_not() -> None:
    words = f"{BLUR} {MAIL}".split()  # over eighty words: one changed leaves 75 of 85 runs of five
    little, much = words[:], words[:]
    little[5] = "vaak"
    much[: len(much) // 2] = [f"woord{number}" for number in range(len(much) // 2)]
    found = grouped(
        entry(1, "lakken", "A", " ".join(words)),
        entry(2, "lakken", "B", " ".join(little)),
        entry(3, "lakken", "C", " ".join(much)),
    )
    assert found == {frozenset("12")}


@given(st.integers(0, 10_000))
def test_the_order_of_the_register_changes_no_group(seed: int) -> None:
    entries = [mailing(n, "MailSlot" if n % 2 else "Zegelpost") for n in range(1, 7)]
    entries += [entry(n, "lakken", f"Gemeente {n}", BLUR) for n in range(7, 10)]
    shuffled = random.Random(seed).sample(entries, len(entries))  # noqa: S311  no secret
    assert grouped(*shuffled) == {frozenset("135"), frozenset("246"), frozenset("789")}


def test_an_empty_register_has_no_system() -> None:
    assert same_system([]) == SystemCount(registrations=0, groups=())
    assert same_system([]).systems == 0
