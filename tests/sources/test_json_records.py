import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.sources import json_scanner
from waarborg.sources.json_records import json_stream
from waarborg.sources.json_scanner import JsonScanner
from waarborg.sources.opening import TextFile, open_text
from waarborg.values.finding import UnusableInput

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(values=st.lists(VALUES, max_size=6), indent=st.sampled_from([None, 1]), chunk=st.integers(1, 9))
def test_values_read_a_few_letters_at_a_time_are_the_values_written(
    values: list[object], indent: int | None, chunk: int
) -> None:
    text = "".join(json.dumps(value, indent=indent) + "\n" for value in values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_scanner, "CHUNK", chunk)
        scanner = JsonScanner(io.StringIO(text), "file")
        read = []
        while scanner.peek():
            read.append(scanner.value())
    assert read == values


@given(lines=st.lists(st.integers(0, 3), min_size=1, max_size=8), chunk=st.integers(1, 9))
def test_the_line_of_every_value_is_the_line_it_stands_on(lines: list[int], chunk: int) -> None:
    text = "".join("\n" * gap + "1 " for gap in lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_scanner, "CHUNK", chunk)
        scanner = JsonScanner(io.StringIO(text), "file")
        found = []
        while scanner.peek():
            found.append(scanner.line)
            scanner.value()
    assert found == [1 + sum(lines[: index + 1]) for index in range(len(lines))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('[{"a": 1}, {"a": 2}]', [1, 2]),
        ('{"count": 2, "results": [{"a": 1}, {"a": 2}]}', [1, 2]),
        ('{"a": 1}\n{"a": 2}\n', [1, 2]),
        ('{"a": 1}', [1]),
        ("[]", []),
    ],
)
def test_records_stand_in_a_list_in_a_member_on_lines_or_alone(
    tmp_path: Path, text: str, rows: list[int]
) -> None:
    path = tmp_path / "x"
    path.write_text(text, encoding="utf-8")
    records = list(json_stream(TextFile(path, "utf-8")).records)
    assert [record.values["a"] for record in records] == rows
    assert [record.row for record in records] == rows


def test_what_follows_the_end_of_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('[{"a": 1}] oops', encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        list(json_stream(TextFile(path, "utf-8")).records)
    assert caught.value.finding.code == "json_extra"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"plain", "utf-8-sig"),
        ("één".encode(), "utf-8-sig"),
        ("één".encode("cp1252"), "cp1252"),
        ("één".encode("utf-16"), "utf-16"),
        ("één, geïnd: ën".encode()[:-2], "utf-8-sig"),
    ],
)
def test_the_encoding_is_found_in_the_bytes_and_a_cut_letter_does_not_mislead(
    tmp_path: Path, content: bytes, encoding: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert open_text(path).encoding == encoding
