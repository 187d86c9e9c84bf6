"""The live register, played by a server on this machine: a whole one, and every way in which it can fail."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve, field

from waarborg.register import read
from waarborg.register.live import Fetched, fetch_register, live_settings
from waarborg.register.live.fetching import part_path
from waarborg.sources.fetching import Fetcher
from waarborg.values.finding import UnusableInput

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LIVE = evolve(live_settings().register, page_size=10)
MANNERS = evolve(live_settings().manners, pause=0, backoff=0, again=2, silence=0.8, longest=2)

Play = Callable[["Stage", BaseHTTPRequestHandler, dict[str, Any]], None]


def result(number: int) -> dict[str, Any]:
    return {
        "lars": str(number),
        "name": f"Systeem {number}",
        "organization": "Gemeente Noorderhaaks",
        "standard_version": "1.0",
        "status": "In gebruik",
        "language": "NLD",
        "goal": "<p>Regelt het verkeer.</p>",
        "create_dt": "2026-01-02T03:04:05",
    }


@define
class Stage:
    """A server that plays the endpoints: what it holds, what it was asked, and how it plays."""

    entries: list[dict[str, Any]]
    play: Play
    asked: list[dict[str, Any]] = field(factory=list)
    headers: list[dict[str, str]] = field(factory=list)
    paths: list[str] = field(factory=list)
    address: str = ""

    def page(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to a question, as the register gives it."""
        page, limit = int(question["page"]), int(question["limit"])
        return {
            "results": self.entries[(page - 1) * limit : page * limit],
            "total_count": len(self.entries),
            "filter_data": {},
        }


def answer(handler: BaseHTTPRequestHandler, document: object, status: int = 200, **headers: str) -> None:
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def whole(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
    answer(handler, stage.page(question))


@contextmanager
def playing(count: int = 25, play: Play = whole) -> Iterator[Stage]:
    stage = Stage([result(number) for number in range(1, count + 1)], play)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            stage.asked.append(question)
            stage.headers.append(dict(self.headers))
            stage.paths.append(self.path)
            stage.play(stage, self, question)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stage.address = f"http://127.0.0.1:{server.server_port}/api/algoritme/NLD"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stage
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def fetched(stage: Stage, out: Path, now: datetime = NOW, **manners: Any) -> Fetched:
    fetcher = Fetcher(evolve(MANNERS, **manners), "Waarborg/test")
    return fetch_register(out, LIVE, fetcher, address=stage.address, now=now)


def refused(stage: Stage, out: Path, **manners: Any) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        fetched(stage, out, **manners)
    assert not out.exists()
    return caught.value


def failing(times: int, fail: Play) -> Play:
    """Fail on the second page this many times, then play well."""
    left = [times]

    def play(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        if question["page"] == "2" and left[0]:
            left[0] -= 1
            fail(stage, handler, question)
        else:
            whole(stage, handler, question)

    return play


def error_500(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
    answer(handler, b"no", 500)


def cut(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
    content = json.dumps(stage.page(question)).encode()
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content[: len(content) // 2])


def cut_chunks(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
    content = json.dumps(stage.page(question)).encode()
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(f"{len(content):x}\r\n".encode() + content[:50])
    handler.close_connection = True


def nothing_said(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
    handler.close_connection = True


def silent(_stage: Stage, _handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
    threading.Event().wait(2)


def busy(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
    answer(handler, b"", 429, Retry_After="86400")


def failure_page(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
    answer(handler, b"<html>storing</html>", Content_Type="text/html")


FAULTS = [error_500, cut, cut_chunks, nothing_said, silent, busy, failure_page]


def test_a_fetched_register_reads_back_whole(tmp_path: Path) -> None:
    out = tmp_path / "register.json"
    with playing(25) as stage:
        found = fetched(stage, out)
    reading = read(out)
    assert (found.entries, found.said, found.rounds, found.settled) == (25, 25, 1, True)
    assert (reading.format, reading.findings) == ("nl-json", ())
    assert [entry.source_id for entry in reading.entries] == [str(number) for number in range(1, 26)]
    assert reading.entries[0].texts["goal"] == "Regelt het verkeer."
    assert reading.entries[0].dates == {"current_version": "2026-01-02"}
    assert [one.name for one in tmp_path.iterdir()] == ["register.json"]


def test_pages_are_asked_as_the_register_wants_them_and_the_asker_makes_itself_known(tmp_path: Path) -> None:
    with playing(25) as stage:
        fetched(stage, tmp_path / "out")
    assert stage.asked == [{"page": str(page), "limit": "10"} for page in (1, 2, 3, 4)]
    assert {one["User-Agent"] for one in stage.headers} == {"Waarborg/test"}
    assert {one["Content-Type"] for one in stage.headers} == {"application/json"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_passes_is_asked_again_and_leaves_no_trace(tmp_path: Path, fault: Play) -> None:
    out = tmp_path / "out"
    with playing(25, failing(2, fault)) as stage:
        assert fetched(stage, out, longest_wait=0).entries == 25
    assert len(read(out).entries) == 25


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_stays_is_told_and_the_pages_are_kept(tmp_path: Path, fault: Play) -> None:
    out = tmp_path / "out"
    with playing(25, failing(99, fault)) as stage:
        error = refused(stage, out, longest_wait=0).finding
        assert len(stage.asked) == 1 + 1 + MANNERS.again
    assert error.code == ("fetch_no_json" if fault is failure_page else "fetch_failed")
    assert error.where.file == stage.address
    assert part_path(out).exists()


def test_an_answer_that_drips_is_given_up_in_time(tmp_path: Path) -> None:
    def drip(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(20):
            try:
                handler.wfile.write(b" ")
            except OSError:
                return
            threading.Event().wait(0.1)

    with playing(25, drip) as stage:
        assert refused(stage, tmp_path / "out", again=0, longest=0.3).finding.code == "fetch_failed"


def test_a_cut_fetch_goes_on_where_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with playing(35, failing(1, error_500)) as stage:
        refused(stage, out, again=0)
        assert fetched(stage, out, NOW + timedelta(hours=1)).resumed == 1
    assert [one["page"] for one in stage.asked] == ["1", "2", "2", "3", "4", "5"]
    assert len(read(out).entries) == 35
    assert not part_path(out).exists()


@pytest.mark.parametrize("lost", [1, 2, 40])
def test_a_part_file_cut_while_it_was_written_loses_its_last_page_only(tmp_path: Path, lost: int) -> None:
    out = tmp_path / "out"

    def fails_on_3(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        if question["page"] == "3" and len(stage.asked) == 3:
            error_500(stage, handler, question)
        else:
            whole(stage, handler, question)

    with playing(25, fails_on_3) as stage:
        refused(stage, out, again=0)
        part = part_path(out)
        part.write_bytes(part.read_bytes()[:-lost])
        assert fetched(stage, out).resumed == 1
    assert [entry.source_id for entry in read(out).entries] == [str(number) for number in range(1, 26)]


@pytest.mark.parametrize("hours", [25, -1])
def test_a_part_file_that_is_too_old_or_from_the_future_is_not_taken_up(tmp_path: Path, hours: int) -> None:
    out = tmp_path / "out"
    with playing(25, failing(1, error_500)) as stage:
        refused(stage, out, again=0)
        assert fetched(stage, out, NOW + timedelta(hours=hours)).resumed == 0


def test_a_part_file_of_another_address_is_not_taken_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with playing(25, failing(1, error_500)) as one:
        refused(one, out, again=0)
    with playing(5) as other:
        assert (fetched(other, out).entries, len(read(out).entries)) == (5, 5)


@pytest.mark.parametrize("content", [b"my own notes", b"{}\n", b'{"kind": "waarborg-register-part"}\n', b""])
def test_a_file_of_the_users_own_is_never_taken_for_a_part_file(tmp_path: Path, content: bytes) -> None:
    out = tmp_path / "out"
    part_path(out).write_bytes(content)
    with playing(5) as stage:
        assert refused(stage, out).finding.code == "part_file_of_another"
        assert not stage.asked
    assert part_path(out).read_bytes() == content


@pytest.mark.parametrize(
    ("document", "lacking"),
    [
        ([], "results"),
        ({"items": [], "total_count": 5}, "results"),
        ({"results": {}, "total_count": 5}, "results"),
        ({"results": [], "count": 5}, "total_count"),
        ({"results": [], "total_count": "5"}, "total_count"),
        ({"results": ["x"], "total_count": 1}, "results[1]"),
        ({"results": [result(1), {"lars": "2", "name": "a", "organization": "b"}], "total_count": 2},
         "results[2].standard_version"),
        ({"results": [result(1) | {"lars": None}], "total_count": 1}, "results[1].lars"),
    ],
)  # fmt: skip
def test_a_changed_schema_is_refused_with_what_it_lacks(
    tmp_path: Path, document: object, lacking: str
) -> None:
    def play(_stage: Stage, handler: BaseHTTPRequestHandler, _question: dict[str, Any]) -> None:
        answer(handler, document)

    with playing(5, play) as stage:
        error = refused(stage, tmp_path / "out").finding
    assert (error.code, error.params["lacking"], error.params["page"]) == ("fetch_schema_changed", lacking, 1)


def test_a_register_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    def loses_one(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        if len(stage.asked) == 2:
            del stage.entries[0]
        whole(stage, handler, question)

    out = tmp_path / "out"
    with playing(25, loses_one) as stage:
        found = fetched(stage, out)
    assert (found.entries, found.rounds, found.settled) == (24, 2, True)
    assert [entry.source_id for entry in read(out).entries] == [str(number) for number in range(2, 26)]


def test_an_entry_that_comes_twice_stands_in_the_register_once(tmp_path: Path) -> None:
    def gains_one(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        if len(stage.asked) == 2:
            stage.entries.insert(0, result(99))
        whole(stage, handler, question)

    out = tmp_path / "out"
    with playing(25, gains_one) as stage:
        found = fetched(stage, out)
    ids = [entry.source_id for entry in read(out).entries]
    assert (found.entries, found.rounds, len(set(ids))) == (26, 2, 26)


def test_a_register_that_never_stands_still_is_written_and_told_to_be_unsettled(tmp_path: Path) -> None:
    def grows(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        whole(stage, handler, question)
        stage.entries.insert(0, result(1000 + len(stage.asked)))

    with playing(25, grows) as stage:
        found = fetched(stage, tmp_path / "out")
    assert (found.rounds, found.settled) == (LIVE.rounds, False)


@pytest.mark.parametrize("said", [3, 10, 25, 26, 10**9, -1, 0])
def test_a_total_that_lies_never_cuts_the_register_short_and_reading_tells_it(
    tmp_path: Path, said: int
) -> None:
    def lies(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        answer(handler, stage.page(question) | {"total_count": said})

    out = tmp_path / "out"
    with playing(25, lies) as stage:
        found = fetched(stage, out)
    assert (found.entries, found.said, found.settled) == (25, said, True)
    told = [finding.code for finding in read(out).findings]
    assert told == ([] if said == 25 else ["count_differs"])


def test_a_server_that_gives_one_page_for_ever_is_not_asked_for_ever(tmp_path: Path) -> None:
    def first_page(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        answer(handler, stage.page(question | {"page": "1"}))

    with playing(25, first_page) as stage:
        found = fetched(stage, tmp_path / "out")
    assert (found.entries, found.said) == (10, 25)
    assert len(stage.asked) <= 2 * LIVE.rounds


def test_a_server_that_gives_shorter_pages_than_asked_is_read_to_its_end(tmp_path: Path) -> None:
    def short(stage: Stage, handler: BaseHTTPRequestHandler, question: dict[str, Any]) -> None:
        answer(handler, stage.page(question | {"limit": "4"}))

    with playing(25, short) as stage:
        assert fetched(stage, tmp_path / "out").entries == 25


def test_an_empty_register_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with playing(0) as stage:
        assert refused(stage, tmp_path / "out").finding.code == "fetch_nothing"
    assert not list(tmp_path.iterdir())


def test_an_older_output_stays_as_it_was_when_a_fetch_fails(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("older", encoding="utf-8")
    with playing(25, failing(99, error_500)) as stage, pytest.raises(UnusableInput):
        fetched(stage, out)
    assert out.read_text(encoding="utf-8") == "older"


def test_half_a_letter_in_an_answer_is_written_and_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with playing(1) as stage:
        stage.entries[0]["goal"] = "half \ud83d letter, heel \U0001f600 en één"
        fetched(stage, out)
    reading = read(out)
    assert reading.entries[0].texts["goal"] == "half \ufffd letter, heel \U0001f600 en één"
    assert [finding.code for finding in reading.findings] == ["characters_lost"]
