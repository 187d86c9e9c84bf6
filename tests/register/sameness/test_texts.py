"""Near-sameness held against the plain definition, and its cost against its promise."""

import random
import time

from waarborg.register import read
from waarborg.register.sameness import NearDuplicates
from waarborg.register.sameness.descriptions import description_words
from waarborg.register.sameness.texts import ALIKE, SHINGLE, SameText
from waarborg.values.entry import Entry


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def jaccard(one: list[str], two: list[str]) -> float:
    a, b = shingles(one), shingles(two)
    return len(a & b) / len(a | b)


def text(seed: int, length: int = 80) -> list[str]:
    dice = random.Random(seed)  # noqa: S311  no secret
    return [f"woord{dice.randrange(500)}" for _ in range(length)]


def test_texts_join_where_the_definition_says_so_and_nowhere_else() -> None:
    missed = 0
    for seed in range(200):
        one = text(seed)
        two = one[:]
        for place in random.Random(seed).sample(range(80), seed % 6):  # noqa: S311  no secret
            two[place] = "anders"
        texts = SameText()
        joined = texts.cluster(texts.add(one)) == texts.cluster(texts.add(two))
        if jaccard(one, two) < ALIKE:
            assert not joined
        else:
            missed += not joined
    assert missed <= 4  # 1 in 100 of those at the very limit, by the formula in the module


def test_a_text_costs_no_more_in_a_register_ten_times_as_long() -> None:
    def seconds(texts: int) -> float:
        same = SameText()
        start = time.process_time()
        for seed in range(texts):
            same.add(["het", "doel", "van", "dit", "systeem", "is", *text(seed, 40)])
        return (time.process_time() - start) / texts

    seconds(100)
    assert seconds(2000) < 3 * seconds(200)


def test_a_near_duplicate_names_the_first_that_had_the_text() -> None:
    goal = " ".join(text(1))
    duplicates = NearDuplicates()
    found = [
        duplicates.check(
            Entry(
                register="nl",
                source_id=str(n),
                name="a",
                organisation=f"Gemeente {n}",
                texts={"goal": goal},
                row=n,
            )
        )
        for n in (1, 2, 3)
    ]
    assert found[0] == ()
    assert [(one[0].code, one[0].params["id"], one[0].where.row) for one in found[1:]] == [
        ("near_duplicate", "1", 2),
        ("near_duplicate", "1", 3),
    ]


def test_the_listing_has_the_near_duplicates_that_comparing_all_with_all_finds(shared_data: object) -> None:
    path = f"{shared_data}/registers/nl/listing-2026-08-08.json"
    reading = read(path)
    found = {finding.where.row for finding in reading.findings if finding.code == "near_duplicate"}
    earlier: list[set[tuple[str, ...]]] = []
    expected = set()
    for entry in reading.entries:
        words = description_words(entry)
        if not words:
            continue
        own = shingles(words)
        if any(len(own & other) >= ALIKE * len(own | other) for other in earlier):
            expected.add(entry.row)
        earlier.append(own)
    assert len(found ^ expected) <= 0.02 * len(expected)
