"""Our own records on the published shapes; no record here is a real one."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waarborg.cli import waarborg


def record(number: int, **more: object) -> dict[str, object]:
    return {
        "Nummer": f"TZ202404-{number:03}",
        "ActiviteitNummer": "2024A00001",
        "Aanmaakdatum": "2024-04-24T10:00:00+02:00",
        "Functie": "Minister van Binnenlandse Zaken",
        "Status": "Openstaand",
        "DatumNakoming": "0001-01-01T00:00:00Z",
        "Tekst": "De minister stuurt de brief voor 1 juli.",
        **more,
    }


class Chamber(BaseHTTPRequestHandler):
    """A list of three in two pages at /list; one that points elsewhere at /away."""

    def do_GET(self) -> None:
        """Answer one question."""
        second = self.path.endswith("skip=2")
        found: dict[str, object] = {"value": [record(3)] if second else [record(1), record(2)]}
        if not second:
            found["@odata.nextLink"] = "https://example.org/x" if self.path == "/away" else "/list?skip=2"
        content = json.dumps(found).encode()
        self.send_response(200 if self.path != "/gone" else 404)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    played = HTTPServer(("127.0.0.1", 0), Chamber)
    thread = threading.Thread(target=played.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{played.server_port}"
    played.shutdown()
    played.server_close()
    thread.join()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(waarborg, ["--lang", "en", "case", *map(str, arguments)])


def write(folder: Path, name: str, *records: dict[str, object]) -> Path:
    path = folder / name
    path.write_text(json.dumps({"value": records}), encoding="utf-8")
    return path


def test_open_data_becomes_a_case_file_that_the_timeline_and_the_lists_read(tmp_path: Path) -> None:
    files = write(tmp_path, "a.json", record(1)), write(tmp_path, "b.json", record(2, Status="Afgedaan"))
    out = tmp_path / "case.yaml"
    options = ("--number", "TK", "--chamber", "TK", "--read-on", "2024-08-01", "--out", out)
    made = run("gather", *files, *options, "--json")
    assert made.exit_code == 0, made.output
    assert json.loads(made.stdout)["instruments"] == ["TZ202404-001", "TZ202404-002"]
    assert run("check", out).exit_code == 0
    told = json.loads(run("timeline", out, "--on", "2024-07-03", "--json").stdout)["items"]
    # "voor 1 juli" said on 24 April 2024 is due 30 June; when the second was done is not known.
    assert [(one["id"], one["status"], one["due"], one["possibly"]) for one in told] == [
        ("TZ202404-001", "overdue", "2024-06-30", []),
        ("TZ202404-002", "overdue", "2024-06-30", ["answered"]),
    ]
    later = json.loads(run("timeline", out, "--on", "2024-08-01", "--json").stdout)["items"]
    assert [(one["status"], one["days_late"]) for one in later] == [("overdue", 32), ("answered", None)]
    lists = ["rappel", str(out), "--chamber", "TK", "--ministry", "BZK", "--on", "2024-07-01", "--json"]
    first = json.loads(CliRunner().invoke(waarborg, lists).stdout)["list1"]
    assert [one["id"] for one in first] == ["TZ202404-001", "TZ202404-002"]


def test_one_number_is_one_thing_with_both_sources_and_a_difference_is_told(tmp_path: Path) -> None:
    one = write(tmp_path, "a.json", record(1))
    two = write(tmp_path, "b.json", record(1, Tekst="De minister stuurt de brief voor 1 mei."))
    made = run("gather", one, two, "--number", "TK", "--json")
    found = json.loads(made.stdout)
    assert found["instruments"] == ["TZ202404-001"]
    assert "opendata_differs" in {finding["code"] for finding in found["findings"]}
    text = run("gather", one, two, "--number", "TK").stdout
    assert "what: a.json" in text
    assert "what: b.json" in text
    assert "- S1\n  - S2" in text


def test_nothing_is_written_over_what_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", record(1))
    before = path.read_bytes()
    assert run("gather", path, "--number", "TK", "--out", path).exit_code == 2
    assert path.read_bytes() == before


def test_a_list_is_fetched_with_all_its_pages(server: str, tmp_path: Path) -> None:
    out = tmp_path / "tz.json"
    assert run("fetch", f"{server}/list", "--out", out).exit_code == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["value"]) == 3
    assert run("gather", out, "--number", "TK", "--out", tmp_path / "case.yaml").exit_code == 0


@pytest.mark.parametrize("place", ["/away", "/gone"])
def test_what_is_refused_or_leads_elsewhere_writes_nothing(server: str, tmp_path: Path, place: str) -> None:
    out = tmp_path / "tz.json"
    made = run("fetch", f"{server}{place}", "--out", out)
    assert made.exit_code == 2
    assert "Traceback" not in made.output
    assert not out.exists()
