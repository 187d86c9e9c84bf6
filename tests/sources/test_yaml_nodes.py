"""A YAML file that people did not mean is refused, with its line."""

from pathlib import Path

import pytest
from attrs import frozen

from waarborg.sources.located import load_located
from waarborg.sources.records import load_record, load_yaml
from waarborg.values.finding import UnusableInput

# Each level holds ten of the level above and itself: 11, 111, .. 1,111,111 values on the sixth line.
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
)
PACKAGE = Path(load_yaml.__code__.co_filename).parent.parent


@frozen
class Thing:
    """A record."""

    name: str
    number: int = 0


@pytest.mark.parametrize("load", [load_yaml, load_located])
@pytest.mark.parametrize(
    ("text", "line", "code"),
    [("name: a\nnumber: 1\nname: b\n", 3, "yaml_key_twice"), (BOMB, 6, "yaml_too_large")],
)
def test_a_repeated_key_and_a_text_that_unfolds_are_refused(
    tmp_path: Path, load: object, text: str, line: int, code: str
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load(path)  # type: ignore[operator]
    finding = caught.value.finding
    assert (finding.code, finding.where.line, finding.where.file) == (code, line, str(path))


@pytest.mark.parametrize("load", [load_yaml, load_located])
def test_a_file_that_is_nested_without_end_is_refused(tmp_path: Path, load: object) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text("[" * 5_000 + "]" * 5_000, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load(path)  # type: ignore[operator]
    assert caught.value.finding.code == "yaml_malformed"


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("name: a\ncolour: red\n", "field_unknown", {"names": "colour"}),
        ("number: 1\n", "field_missing", {}),
        ("name: a\nnumber: [1]\n", "value_of_another_kind", {"expected": "int"}),
    ],
)
def test_what_is_wrong_with_a_field_is_said_in_our_own_words(
    tmp_path: Path, text: str, code: str, params: dict[str, str]
) -> None:
    path = tmp_path / "thing.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_record(path, Thing)
    assert (caught.value.finding.code, dict(caught.value.finding.params)) == (code, params)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_file_of_the_package_repeats_a_key(tmp_path: Path, path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    load_yaml(copy)


def test_a_key_that_yaml_takes_for_a_yes_or_no_is_the_word_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text("yes: 1\nno: 2\non: 3\n", encoding="utf-8")
    assert load_yaml(path) == {"yes": 1, "no": 2, "on": 3}


@frozen
class _Answer:
    words: tuple[str, ...] = ()
    number: int = 0
    sure: bool = False


def test_a_file_read_as_written_takes_its_types_from_the_fields(
    tmp_path: Path,
) -> None:
    path = tmp_path / "written.yaml"
    path.write_text("words: [no, 0010, 1.0, ~x]\nnumber: 12\nsure: no\n", encoding="utf-8")
    assert load_record(path, _Answer, as_written=True) == _Answer(("no", "0010", "1.0", "~x"), 12, sure=False)


def test_a_word_that_is_no_truth_is_refused_where_one_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "truth.yaml"
    path.write_text("number: 1\nsure: perhaps\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as error:
        load_record(path, _Answer)
    assert error.value.finding.where.line == 2
