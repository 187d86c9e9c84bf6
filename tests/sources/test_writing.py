from pathlib import Path

import pytest

from waarborg.sources.writing import write_whole
from waarborg.values.finding import UnusableInput


def test_a_block_that_fails_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("older", encoding="utf-8")
    with pytest.raises(TypeError), write_whole(path) as stream:
        stream.writelines(["half", None])  # type: ignore[list-item]
    assert path.read_text(encoding="utf-8") == "older"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught, write_whole(tmp_path / "no" / "out"):
        pass
    assert caught.value.finding.code == "output_not_writable"


def test_a_link_to_the_input_is_the_input(tmp_path: Path) -> None:
    source, link = tmp_path / "in", tmp_path / "link"
    source.write_text("x", encoding="utf-8")
    link.symlink_to(source)
    with pytest.raises(UnusableInput) as caught, write_whole(link, never=source):
        pass
    assert caught.value.finding.code == "output_is_input"


def test_an_input_that_does_not_exist_is_no_reason_to_stumble_over_an_older_output(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("older", encoding="utf-8")
    with write_whole(path, never=tmp_path / "no") as stream:
        stream.write("newer")
    assert path.read_text(encoding="utf-8") == "newer"
