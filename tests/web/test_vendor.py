"""Vendored style sheets are what they say: the same bytes, and components only."""

import hashlib
import re
from pathlib import Path

import waarborg.web

STATIC = Path(waarborg.web.__file__).parent / "static"
VENDOR = STATIC / "vendor"
ROW = re.compile(r"^\| (\S+\.css) \| (@\S+) \| (\S+) \| ([0-9a-f]{64}) \|$", re.MULTILINE)


def test_every_vendored_sheet_stands_in_the_list_with_its_digest() -> None:
    listed = {name: digest for name, _, _, digest in ROW.findall((VENDOR / "README.md").read_text("utf-8"))}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.glob("*.css")}
    assert found == listed


def test_no_proprietary_tokens_are_shipped() -> None:
    packages = [package for _, package, _, _ in ROW.findall((VENDOR / "README.md").read_text("utf-8"))]
    assert packages
    assert not [package for package in packages if "design-tokens" in package]


def test_no_sheet_loads_anything_from_elsewhere() -> None:
    for path in STATIC.rglob("*.css"):
        assert not re.search(r"url\(|@import", path.read_text("utf-8")), path.name


def test_every_sheet_that_a_page_names_is_there() -> None:
    from waarborg.web.sheets import STYLESHEETS

    assert {str(path.relative_to(STATIC)) for path in STATIC.rglob("*.css")} == set(STYLESHEETS)
