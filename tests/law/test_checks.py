"""The laws of a catalogue, whatever stands in it."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.law.norm import load_norms
from waarborg.values.finding import UnusableInput

LINES_BEFORE, LINES_EACH = 2, 10
NORM = """- id: {id}
  law: Act
  article: '1'
  statement: {{nl: a, en: b}}
  applies_to: {{nl: a, en: b}}
  check: {{nl: a, en: b}}
  verification:
    {{status: text, source: somewhere, checked_on: 2026-01-01}}
  valid_from: {start}
  valid_until: {end}
"""


def written(folder: str, norms: list[str]) -> Path:
    path = Path(folder) / "norms.yaml"
    path.write_text('version: "1"\nnorms:\n' + "".join(norms), "utf-8")
    return path


def norm(id_: str, start: dt.date | None = None, end: dt.date | None = None) -> str:
    return NORM.format(id=id_, start=start or "null", end=end or "null")


@given(st.integers(1, 8), st.data())
def test_an_id_that_returns_is_refused_at_the_line_where_it_returns(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, count - 1))
    again = data.draw(st.integers(first + 1, count))
    ids = [f"N-{index}" for index in range(count)]
    ids.insert(again, ids[first])
    with TemporaryDirectory() as folder:
        path = written(folder, [norm(id_) for id_ in ids])
        with pytest.raises(UnusableInput) as caught:
            load_norms(path)
    finding = caught.value.finding
    assert (finding.code, finding.params["id"]) == ("law_duplicate_id", f"N-{first}")
    assert finding.where.line == LINES_BEFORE + LINES_EACH * again + 1


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
def test_different_ids_are_read_in_the_order_of_the_file(ids: list[str]) -> None:
    with TemporaryDirectory() as folder:
        read = load_norms(written(folder, [norm(id_) for id_ in ids])).norms
    assert [each.id for each in read] == ids


@given(st.none() | st.dates(), st.none() | st.dates())
def test_a_validity_is_refused_exactly_when_it_ends_before_it_begins(
    start: dt.date | None, end: dt.date | None
) -> None:
    backwards = start is not None and end is not None and end < start
    with TemporaryDirectory() as folder:
        path = written(folder, [norm("N", start, end)])
        if backwards:
            with pytest.raises(UnusableInput) as caught:
                load_norms(path)
            assert caught.value.finding.code == "law_dates_reversed"
            assert caught.value.finding.where.line == LINES_BEFORE + LINES_EACH
        else:
            (read,) = load_norms(path).norms
            assert (read.valid_from, read.valid_until) == (start, end)
