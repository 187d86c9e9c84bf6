"""Starting Django for a command: the settings named, the database chosen, the key there."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command

from waarborg.workbench.environment import database_path, ensure_secret_key

SETTINGS = "waarborg.workbench.settings"


def start(db: Path | None = None) -> None:
    """Make Django ready on ``db`` (else the environment's database). A second call changes nothing."""
    if apps.ready:
        return
    if db is not None:
        os.environ["WAARBORG_DB"] = str(db)
        os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    ensure_secret_key()
    django.setup()


def prepare() -> None:
    """Bring the tables of the database up to date; its folder is made where it is missing."""
    if not os.environ.get("DATABASE_URL"):
        database_path().parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
