"""The values of a log are read as its mapping says, whatever type the file gave them.

Every expected count is the number of rows written a few lines above it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from waarborg.values.finding import UnusableInput

Counted = Callable[..., tuple[int, int]]


def csv_of(column: str, *values: tuple[str, int]) -> str:
    """A log of one column: each value so many times, quoted."""
    return f'"{column}"\n' + "".join(f'"{value}"\n' * times for value, times in values)


def parquet_of(path: Path, *values: tuple[str, int]) -> Path:
    """A Parquet file of one column ``x``: each SQL value so many times."""
    rows = " UNION ALL ".join(f"SELECT {value} AS x FROM range({times})" for value, times in values)  # noqa: S608  values of these tests
    duckdb.connect().execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    return path


def test_words_for_yes_and_no_may_be_written_without_quotes(counted: Counted) -> None:
    mapping = "kind: decisions\ncolumns:\n  heard: {source: x, yes: [yes, on, 1], no: [no, off, 0]}\n"
    log = csv_of("x", ("yes", 20), ("on", 11), ("1", 12), ("no", 30), ("off", 5), ("0", 5))
    assert counted(log, mapping, "heard") == (43, 83)


def test_codes_in_a_column_of_numbers_mean_yes_and_no_as_the_mapping_says(
    counted: Counted, tmp_path: Path
) -> None:
    mapping = "kind: decisions\ncolumns:\n  adverse: {source: x, yes: [3], no: [1, 2], missing: [8]}\n"
    for kind in ("INTEGER", "DOUBLE", "DECIMAL(9,2)", "VARCHAR"):
        counts = ((1, 20), (2, 30), (3, 40), (8, 15))
        log = parquet_of(tmp_path / "log.parquet", *((f"CAST({code} AS {kind})", n) for code, n in counts))
        if kind != "VARCHAR":
            assert counted(log, mapping, "adverse_rate") == (40, 90)
    log = parquet_of(tmp_path / "log.parquet", *((f"'{code}'", n) for code, n in counts))
    assert counted(log, mapping, "adverse_rate") == (40, 90)


def test_a_number_that_is_neither_yes_nor_no_is_refused(told: Callable[..., Any], tmp_path: Path) -> None:
    log = parquet_of(tmp_path / "log.parquet", ("1", 20), ("0", 20), ("7", 20))
    with pytest.raises(UnusableInput, match="value_unreadable"):
        told(log, "kind: decisions\ncolumns: {adverse: x}\n")


def test_a_native_yes_may_mean_no_here(counted: Counted, tmp_path: Path) -> None:
    log = parquet_of(tmp_path / "log.parquet", ("true", 70), ("false", 30))
    mapping = "kind: decisions\ncolumns:\n  adverse: {source: x, yes: [false], no: [true]}\n"
    assert counted(log, mapping, "adverse_rate") == (30, 100)


def test_words_for_missing_hold_for_native_numbers_and_days_too(counted: Counted, tmp_path: Path) -> None:
    numbers = parquet_of(tmp_path / "numbers.parquet", ("5", 60), ("9999", 40))
    mapping = "kind: decisions\ncolumns:\n  score: {source: x, missing: [9999]}\n"
    assert counted(numbers, mapping, "missing.score") == (40, 100)
    for kind in ("DATE", "TIMESTAMP"):
        days = parquet_of(
            tmp_path / "days.parquet", (f"{kind} '2021-03-01'", 60), (f"{kind} '1900-01-01'", 40)
        )
        mapping = "kind: decisions\ncolumns:\n  received: {source: x, missing: [1900-01-01]}\n"
        assert counted(days, mapping, "missing.received") == (40, 100)


@pytest.mark.parametrize("kind", ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"])
def test_a_time_without_a_zone_stands_on_the_clock_of_the_log_at_any_precision(
    counted: Counted, tmp_path: Path, kind: str
) -> None:
    """Half past eleven at night is still the first of June, in Amsterdam too."""
    path = tmp_path / "log.duckdb"
    with duckdb.connect(str(path)) as base:
        late = f"SELECT CAST('2021-06-01 23:30:00' AS {kind}) AS x FROM range(40)"  # noqa: S608  as above
        base.sql(late).create("t")
    mapping = (
        "kind: decisions\ncolumns: {received: x}\nindicators:\n"
        "  - {id: june, safeguard: logging, share: 'received < \"2021-06-02\"'}\n"
    )
    assert counted(path, mapping, "june") == (40, 40)


def test_whole_numbers_in_a_column_of_fractions_name_groups_without_a_point(
    counted: Counted, tmp_path: Path
) -> None:
    log = parquet_of(tmp_path / "log.parquet", ("1.0::DOUBLE", 60), ("2.0::DOUBLE", 40))
    mapping = (
        "kind: decisions\ncolumns:\n  office: x\ngroups: [office]\n"
        "indicators: [{id: all, safeguard: logging, kind: composition, by: [office]}]\n"
    )
    typed = mapping.replace("office: x", "office: {source: x, type: text}")
    assert counted(log, typed, "all", "office=1") == (60, 100)
    named = mapping.replace("office: x", "office: {source: x, type: text, values: {North: [1], South: [2]}}")
    assert counted(log, named, "all", "office=North") == (60, 100)


def test_a_decimal_comma_allows_dots_between_thousands_only(counted: Counted, told: Counted) -> None:
    mapping = (
        "kind: decisions\ncolumns:\n  amount: {source: x, type: number, format: ','}\n"
        "indicators: [{id: dear, safeguard: logging, share: amount > 1234}]\n"
    )
    good = csv_of("x", ("1.234,50", 20), ("1.234", 20), ("999,99", 20), ("12.345.678", 20), ("0,5", 20))
    assert counted(good, mapping, "dear") == (40, 100)
    for odd in ("0.5", "1.23", "1,234.50"):
        with pytest.raises(UnusableInput, match="value_unreadable"):
            told(csv_of("x", (odd, 20)), mapping)


def test_an_offset_in_a_pattern_is_not_shifted_twice(counted: Counted) -> None:
    mapping = (
        "kind: decisions\ncolumns:\n  received: {source: x, format: '%d-%m-%Y %H:%M %z'}\nindicators:\n"
        '  - {id: first, safeguard: logging, share: \'"2021-06-02" <= received < "2021-06-03"\'}\n'
    )
    log = csv_of("x", ("01-06-2021 23:30 +0000", 40), ("02-06-2021 23:30 +0000", 60))
    assert counted(log, mapping, "first") == (40, 100)


@pytest.mark.parametrize(("word", "expected"), [("_", 20), ("%", 30), ("50% a_b", 0)])
def test_a_part_of_a_text_is_taken_as_written(counted: Counted, word: str, expected: int) -> None:
    log = csv_of("x", ("a_b", 20), ("50%", 30), ("ab", 50))
    mapping = (
        "kind: decisions\ncolumns: {office: x}\nindicators:\n"
        f"  - {{id: part, safeguard: logging, share: 'contains(office, \"{word}\")'}}\n"
        "  - {id: start, safeguard: logging, share: 'starts(office, \"a_\")'}\n"
    )
    assert counted(log, mapping, "part") == (expected, 100)
    assert counted(log, mapping, "start") == (20, 100)
