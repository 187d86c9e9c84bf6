"""A copy of the catalogues that a test may damage."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from waarborg.law import catalogues

Damage = Callable[[str, str, str], int]
"""Put ``new`` in the place of the first ``old`` in a file; gives the line, from 1, where it now stands."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("norms", "safeguards", "impact", "procedure", "instruments", "bodies"):
        shutil.copy(Path(catalogues.__file__).with_name(f"{name}.yaml"), tmp_path)
    return tmp_path


@pytest.fixture
def damage(folder: Path) -> Damage:
    def put(file: str, old: str, new: str) -> int:
        path = folder / file
        before, found, after = path.read_text("utf-8").partition(old)
        assert found, f"{old!r} does not stand in {file}"
        path.write_text(before + new + after, "utf-8")
        return before.count("\n") + 1

    return put
