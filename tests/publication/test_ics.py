import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from waarborg.publication.ics import CalendarDay, calendar_feed

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


def unfolded(feed: bytes) -> list[str]:
    return feed.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_term_becomes_a_whole_day_with_its_signs_escaped() -> None:
    day = CalendarDay(uid="T1@x", day=dt.date(2024, 7, 1), title="Brief; over a, b\nen c", tentative=True)
    lines = unfolded(calendar_feed([day], name="Termijnen", stamped=NOW))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20240701" in lines
    assert "DTSTAMP:20260102T030405Z" in lines
    assert "SUMMARY:Brief\\; over a\\, b\\nen c" in lines
    assert "STATUS:TENTATIVE" in lines


@given(st.text(max_size=300))
def test_no_text_breaks_a_line_or_the_limit(title: str) -> None:
    feed = calendar_feed([CalendarDay(uid="1", day=dt.date(2024, 7, 1), title=title)], name="x", stamped=NOW)
    assert all(len(line) <= 75 for line in feed.split(b"\r\n"))
    assert len(unfolded(feed)) == 4 + 8 + 1  # the head, one day, the end
