import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waarborg.cli import waarborg

ENTRIES = [
    {
        "lars": str(number),
        "name": f"Systeem {number}",
        "organization": "Gemeente X",
        "standard_version": "1.0",
    }
    for number in range(1, 151)
]


class Register(BaseHTTPRequestHandler):
    """A register of 150 entries at /api, and one that fails at /cut on its second page."""

    def do_POST(self) -> None:
        """Answer one question."""
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        page, limit = int(question["page"]), int(question["limit"])
        failing = page == 2 and self.path.startswith("/cut")
        found = {"results": ENTRIES[(page - 1) * limit : page * limit], "total_count": len(ENTRIES)}
        content = b"" if failing else json.dumps(found).encode()
        self.send_response(500 if failing else 200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    played = HTTPServer(("127.0.0.1", 0), Register)
    thread = threading.Thread(target=played.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{played.server_port}"
    played.shutdown()
    played.server_close()
    thread.join()


def fetch(base: str, out: Path, lang: str = "nl", *more: str) -> Result:
    arguments = ["--lang", lang, "register", "fetch", "nl", "--out", str(out), "--base-url", base]
    return CliRunner().invoke(waarborg, [*arguments, "--pause", "0", "--retries", "0", *more])


def test_fetch_writes_a_register_that_read_reads(server: str, tmp_path: Path) -> None:
    out = tmp_path / "register.json"
    result = fetch(f"{server}/api/", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "150 registraties opgehaald" in result.stderr
    answer = json.loads(CliRunner().invoke(waarborg, ["register", "read", str(out), "--json"]).stdout)
    assert (answer["format"], answer["entries"]) == ("nl-json", 150)


@pytest.mark.parametrize(("lang", "words"), [("nl", "Niet af"), ("en", "Not finished")])
def test_a_fetch_that_fails_names_the_part_file_and_ends_with_2(
    server: str, tmp_path: Path, lang: str, words: str
) -> None:
    out = tmp_path / "register.json"
    result = fetch(f"{server}/cut", out, lang)
    assert result.exit_code == 2
    assert words in result.stderr
    assert str(tmp_path / "register.json.part") in result.stderr
    assert "HTTP 500" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("base", ["file:///etc", "https://name:secret@a.invalid", "nonsense"])
def test_an_address_that_is_not_of_the_web_is_refused(tmp_path: Path, base: str) -> None:
    result = fetch(base, tmp_path / "out")
    assert result.exit_code == 2
    assert "https://" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_told_before_anything_is_asked(server: str, tmp_path: Path) -> None:
    result = fetch(f"{server}/api", tmp_path / "no" / "out")
    assert result.exit_code == 2
    assert str(tmp_path / "no" / "out") in result.stderr


def test_help_has_an_example() -> None:
    help_text = CliRunner().invoke(waarborg, ["register", "fetch", "--help"]).stdout
    assert "Example: waarborg register fetch nl --out register.json" in help_text
