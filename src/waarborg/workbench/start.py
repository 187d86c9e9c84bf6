"""Starting Django for a command: the settings named, the database chosen, the key there."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import OperationalError

from waarborg.values.finding import UnusableInput, Where
from waarborg.workbench.environment import database_path, ensure_secret_key
from waarborg.workbench.opening import check_file

SETTINGS = "waarborg.workbench.settings"


def start(db: Path | None = None, *, must_exist: bool = False) -> None:
    """Make Django ready on ``db`` (else the environment's database), a record of ours or a place for one.

    Raises:
        UnusableInput: as ``check_file``.
    """
    if db is not None:
        os.environ["WAARBORG_DB"] = str(db)
        os.environ.pop("DATABASE_URL", None)
    if not os.environ.get("DATABASE_URL"):
        check_file(database_path(), must_exist=must_exist)
    if apps.ready:
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    ensure_secret_key()
    django.setup()


def prepare() -> None:
    """Bring the tables of the database up to date; its folder is made where it is missing.

    Raises:
        UnusableInput: ``database_not_writable``.
    """
    path = database_path()
    try:
        if not os.environ.get("DATABASE_URL"):
            path.parent.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
    except (OSError, OperationalError) as error:
        raise UnusableInput("database_not_writable", Where(file=str(path)), reason=str(error)) from None
