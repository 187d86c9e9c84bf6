"""The manifest of a publication: every file with its SHA-256, and the publication before it.

A manifest carries a digest of itself and is written in one form only, so that a changed byte in it shows too.
Who means to deceive can make a whole new one: that shows only against a digest noted elsewhere.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from attrs import asdict, frozen
from cattrs import ClassValidationError, Converter

NAME = "manifest.json"
EARLIER = "earlier"
"""The folder that holds what was published before in the same place."""
VERSION = 1


@frozen(kw_only=True)
class FileRecord:
    """A file of the publication, by its path with forward slashes."""

    path: str
    sha256: str
    size: int
    media_type: str


@frozen(kw_only=True)
class Previous:
    """An earlier publication: the SHA-256 of its manifest, and its folder under ``earlier``."""

    sha256: str
    published_at: str
    folder: str


@frozen(kw_only=True)
class Manifest:
    """What was published; ``previous`` is the publication before it, ``earlier`` those kept beside it."""

    dossier: str
    known_on: str
    published_at: str
    files: tuple[FileRecord, ...]
    previous: Previous | None = None
    earlier: tuple[Previous, ...] = ()
    version: int = VERSION


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimals."""
    return hashlib.sha256(content).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written: one form for one content."""
    return _written(asdict(manifest))


def read_manifest(content: bytes) -> Manifest | None:
    """The manifest that these bytes are; None where they are not, byte for byte, a manifest as written."""
    try:
        told = json.loads(content)
        own = told.pop("sha256")
        if told["version"] != VERSION or _written(told) != content or own != _own_digest(told):
            return None
        return _CONVERTER.structure(told, Manifest)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ClassValidationError):
        return None


def _written(told: Mapping[str, Any]) -> bytes:
    whole = {**told, "sha256": _own_digest(told)}
    return (json.dumps(whole, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode()


def _own_digest(told: Mapping[str, Any]) -> str:
    return digest(json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())


_CONVERTER = Converter(forbid_extra_keys=True)
