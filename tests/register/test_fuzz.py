"""Cut, swapped and re-encoded files: an answer or a refusal, never a traceback, never half a file."""

import json
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.cli import waarborg
from waarborg.register import read
from waarborg.values.finding import UnusableInput

SETTINGS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
EXAMPLES = Path(__file__).parents[2] / "examples" / "register"
LISTING = json.dumps(
    {
        "algoritmes": [
            {
                "id": str(number),
                "title": "Geïnde café-vergunning",
                "organisatie": "Gemeente Noorderhaaks",
                "doel": "Eén doel, “met” tekens.",
                "juridische_basis": "",
                "status": "in_gebruik",
                "url": "",
                "geregistreerd": "2026-01-02",
            }
            for number in range(3)
        ]
    },
    ensure_ascii=False,
    indent=1,
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """The text in some encoding, cut, with a part moved and some bytes put over."""
    content = text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])))
    start, end = sorted(draw(st.tuples(st.integers(0, len(content)), st.integers(0, len(content)))))
    kind = draw(st.sampled_from(["cut", "swap", "over", "none"]))
    if kind == "cut":
        return content[:start] + content[end:]
    if kind == "swap":
        return content[start:end] + content[:start] + content[end:]
    if kind == "over":
        return content[:start] + draw(st.binary(max_size=20)) + content[end:]
    return content


@SETTINGS
@given(content=damaged(LISTING))
def test_a_damaged_listing_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in"
    path.write_bytes(content)
    with suppress(UnusableInput):
        reading = read(path)
        assert reading.entries
        json.dumps([dict(entry.texts) for entry in reading.entries], ensure_ascii=False).encode("utf-8")


@SETTINGS
@given(content=damaged((EXAMPLES / "raad.csv").read_text(encoding="utf-8")))
def test_a_damaged_table_gives_an_exit_code_and_a_whole_file_or_none(tmp_path: Path, content: bytes) -> None:
    path, out = tmp_path / "in", tmp_path / "out.jsonl"
    path.write_bytes(content)
    out.unlink(missing_ok=True)
    mapping = str(EXAMPLES / "raad.yaml")
    arguments = ["register", "read", str(path), "--mapping", mapping, "--json", "--out", str(out)]
    result = CliRunner().invoke(waarborg, arguments)
    assert result.exit_code in {0, 1, 2}
    assert out.exists() == (result.exit_code != 2)
    if out.exists():
        lines = out.read_text(encoding="utf-8").split("\n")
        assert len([json.loads(line) for line in lines if line]) == json.loads(result.stdout)["entries"]


@SETTINGS
@given(content=st.binary(max_size=300))
def test_any_bytes_at_all_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in"
    path.write_bytes(content)
    with pytest.raises(UnusableInput):
        read(path)


def test_a_workbook_that_asks_for_a_zip_of_another_age_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book"
    openpyxl.Workbook().save(path)
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 157  # "version needed to extract", APPNOTE.TXT 4.3.12
    path.write_bytes(content)
    with pytest.raises(UnusableInput) as caught:
        read(path)
    assert caught.value.finding.code == "xlsx_unreadable"
