"""Django made ready, and the demo loaded once for all tests of the pages."""

import datetime as dt
import os
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

if find_spec("django") is None:
    collect_ignore_glob = ["*.py"]
else:
    os.environ.setdefault("WAARBORG_DATA", mkdtemp(prefix="waarborg-tests-"))
    os.environ.setdefault("WAARBORG_SECRET_KEY", "only for tests")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waarborg.workbench.settings")
    import django

    django.setup()

FOLDER = Path(__file__).parent
NOW = dt.datetime(2026, 6, 3, 10, 0, tzinfo=dt.UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this room are marked ``workbench``."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker("workbench")


@pytest.fixture
def demo(db: None) -> None:  # noqa: ARG001  the fixture opens the database
    """The demo register, dossier CXLVII and the illustrated dialogue."""
    from waarborg.workbench.demo import load_demo
    from waarborg.workbench.services.actor import operator

    load_demo(actor=operator("test"), now=NOW)


@pytest.fixture
def visitor(db: None) -> "Client":  # noqa: ARG001  the fixture opens the database
    """Someone of the public, before anything was loaded."""
    from django.test import Client

    return Client(headers={"host": "localhost"})


@pytest.fixture
def reader(demo: None) -> "Client":  # noqa: ARG001  the reader finds the demo loaded
    """Someone of the public with a browser."""
    from django.test import Client

    return Client(headers={"host": "localhost"})
