"""What the workbench reads from its environment, loud where something is wrong.

``WAARBORG_DB``: the SQLite file; ``DATABASE_URL``: a PostgreSQL server instead; ``WAARBORG_DATA``: the folder
for what the workbench keeps (default: the user's own); ``WAARBORG_SECRET_KEY``: the key that signs sessions,
else the one in that folder; ``WAARBORG_DEBUG``, ``WAARBORG_HOSTS``: for development and for a server;
``WAARBORG_HOUSE_STYLE``: how papers look; ``WAARBORG_HTTPS``: pages are reached by HTTPS through a proxy, so
that cookies go by HTTPS alone; ``WAARBORG_DEMO_CAST``: the demo's persons can be stepped into. What sets
mail stands in ``mail_server``.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import click

from waarborg.values.finding import UnusableInput

_YES, _NO = {"1", "true", "yes"}, {"", "0", "false", "no"}


def flag(name: str) -> bool:
    """A yes or no, default no.

    Raises:
        UnusableInput: ``setting_not_yes_or_no``.
    """
    value = os.environ.get(name, "").strip().lower()
    if value not in _YES | _NO:
        raise UnusableInput("setting_not_yes_or_no", name=name, value=value)
    return value in _YES


def words(name: str, default: tuple[str, ...]) -> list[str]:
    """A list of words with commas between."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()] or list(default)


def data_folder() -> Path:
    """The folder for what the workbench keeps."""
    return Path(os.environ.get("WAARBORG_DATA") or click.get_app_dir("waarborg"))


def house_style_file() -> str:
    """The file with the operator's house style; empty where papers stay neutral."""
    return os.environ.get("WAARBORG_HOUSE_STYLE", "").strip()


def database_path() -> Path:
    """The SQLite file of the record."""
    return Path(os.environ.get("WAARBORG_DB") or data_folder() / "waarborg.sqlite3")


def database_name() -> str:
    """The record as a user knows it: its file, or the name on its server (never the password)."""
    found = database()
    return f"{found['NAME']} ({found['HOST']})" if found.get("HOST") else str(found["NAME"])


def database() -> dict[str, Any]:
    """Django's description of the database that the environment names."""
    url = os.environ.get("DATABASE_URL", "")
    return _postgres(url) if url else _sqlite(database_path())


def secret_key() -> str:
    """The key of the environment, else the one kept in the data folder, else empty: Django then refuses."""
    given = os.environ.get("WAARBORG_SECRET_KEY", "")
    kept = data_folder() / "secret.key"
    return given or (kept.read_text(encoding="utf-8").strip() if kept.is_file() else "")


def ensure_secret_key() -> None:
    """Keep a key in the data folder where there is none yet; only the user may read it."""
    if secret_key():
        return
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "secret.key", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(50))


def _sqlite(path: Path) -> dict[str, Any]:
    """WAL lets readers go on while one writes; IMMEDIATE locks first, so no writer fails half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    """The parts of an address; ``?host=FOLDER`` names a socket, as libpq has it."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise UnusableInput("database_url_malformed", name="DATABASE_URL")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
