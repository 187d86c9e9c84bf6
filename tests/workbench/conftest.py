"""Django made ready, and the fixed cast: who acts for whom in every test of the record."""

import datetime as dt
import os
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from waarborg.workbench.services.about import About, Entering

    from .cast import Cast

if find_spec("django") is None:
    collect_ignore_glob = ["*.py"]
else:
    os.environ.setdefault("WAARBORG_DATA", mkdtemp(prefix="waarborg-tests-"))
    os.environ.setdefault("WAARBORG_SECRET_KEY", "only for tests")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waarborg.workbench.settings")
    import django

    django.setup()

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this room are marked ``workbench``."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker("workbench")


@pytest.fixture
def now() -> dt.datetime:
    """The moment at which everything is entered."""
    return dt.datetime(2024, 6, 3, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def cast(db: None) -> "Cast":  # noqa: ARG001  the fixture opens the database
    """Ministry, agency, both Chambers, auditor, a municipality with its council; a system of the agency."""
    from .cast import make_cast

    return make_cast()


@pytest.fixture
def about(cast: "Cast") -> "About":
    """A safeguard of the agency's system."""
    from waarborg.workbench.services.about import About

    return About(safeguard="bias_test", system=cast.system)


@pytest.fixture
def at(now: dt.datetime) -> "Callable[..., Entering]":
    """What a public item carries that is dated some day, 1 May 2024 by default."""
    from waarborg.workbench.services.about import Entering

    first = dt.date(2024, 5, 1)
    return lambda day=first, **more: Entering(date=day, now=now, visibility="public", **more)
