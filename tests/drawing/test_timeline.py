import datetime as dt
from itertools import pairwise
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from waarborg.drawing.timeline import Lane, Mark, timeline

SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 1, 1))


def mark(number: int, first: dt.date | None, last: dt.date | None, *, sure: bool = True) -> Mark:
    return Mark(number=number, first=first, last=last, is_sure=sure)


def on(number: int, day: dt.date) -> Mark:
    return mark(number, day, day)


def drawn(*lanes: Lane) -> Element:
    return fromstring(timeline(lanes, title="Dossier", description="Wat er gebeurde"))


def discs(picture: Element) -> list[Element]:
    return list(picture.iter(f"{SVG}circle"))


def test_nothing_dated_gives_no_drawing() -> None:
    assert timeline([Lane("leeg", ())], title="x", description="y") == ""


def test_a_picture_has_a_title_and_a_description_for_those_who_do_not_see_it() -> None:
    picture = drawn(Lane("motie", (on(1, dt.date(2023, 3, 21)),)))
    assert picture.findtext(f"{SVG}title") == "Dossier"
    assert picture.findtext(f"{SVG}desc") == "Wat er gebeurde"


def test_what_is_sure_is_filled_and_what_is_not_is_open() -> None:
    day = dt.date(2023, 3, 30)
    picture = drawn(Lane("brief", (on(1, day), mark(2, day, day, sure=False))))
    assert [disc.get("class") for disc in discs(picture)] == ["d-sure", "d-doubt"]


def test_a_day_known_between_bounds_is_a_stretch_and_never_sure() -> None:
    reminder = mark(1, dt.date(2023, 7, 11), dt.date(2023, 11, 9))
    picture = drawn(Lane("belofte", (reminder,)))
    (stretch,) = picture.findall(f".//{SVG}line[@class='d-span']")
    (disc,) = discs(picture)
    assert disc.get("class") == "d-doubt"
    assert float(stretch.get("x1", 0)) < float(disc.get("cx", 0)) < float(stretch.get("x2", 0))


def test_a_day_with_one_known_bound_stands_on_it_with_a_stretch_to_the_unknown_side() -> None:
    day = dt.date(2023, 12, 19)
    after = drawn(Lane("dialoog", (mark(1, day, None), on(2, day))))
    before = drawn(Lane("dialoog", (mark(1, None, day), on(2, day))))
    for picture, side in ((after, "x1"), (before, "x2")):
        (stretch,) = picture.findall(f".//{SVG}line[@class='d-span']")
        open_disc, known_disc = discs(picture)
        assert open_disc.get("cx") == known_disc.get("cx")
        assert float(stretch.get(side, 0)) == float(known_disc.get("cx", 1))


def test_a_term_is_a_diamond() -> None:
    day = dt.date(2023, 3, 24)
    term = Mark(number=1, first=day, last=day, is_sure=True, is_term=True)
    picture = drawn(Lane("toezegging", (term,)))
    assert len(picture.findall(f".//{SVG}polygon")) == 1
    assert not discs(picture)


def test_each_year_that_begins_between_two_days_is_marked() -> None:
    picture = drawn(Lane("dossier", (on(1, dt.date(2021, 6, 1)), on(2, dt.date(2023, 6, 1)))))
    years = [text.text for text in picture.iter(f"{SVG}text") if text.get("class") == "d-soft"]
    assert years == ["2021", "2022", "2023"]


@given(st.lists(DAYS, min_size=2, max_size=12, unique=True))
def test_a_later_day_always_stands_further_right(days: list[dt.date]) -> None:
    ordered = sorted(days)
    picture = drawn(Lane("alles", tuple(on(number, day) for number, day in enumerate(ordered, 1))))
    places = [float(disc.get("cx", 0)) for disc in discs(picture)]
    assert all(left < right for left, right in pairwise(places))


@given(st.lists(DAYS, min_size=2, max_size=12))
def test_no_two_marks_of_a_lane_touch(days: list[dt.date]) -> None:
    ordered = sorted(days)
    picture = drawn(Lane("alles", tuple(on(number, day) for number, day in enumerate(ordered, 1))))
    spots = [(float(disc.get("cx", 0)), float(disc.get("cy", 0))) for disc in discs(picture)]
    radius = float(discs(picture)[0].get("r", 0))
    for index, (x, y) in enumerate(spots):
        for other_x, other_y in spots[index + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > (2 * radius) ** 2
