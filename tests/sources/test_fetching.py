"""Putting one question to a server: what is followed, what is refused, how long is waited."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from attrs import evolve

from waarborg.register.live import live_settings
from waarborg.sources.fetching import Fetcher, check_address
from waarborg.values.finding import UnusableInput

MANNERS = evolve(live_settings().manners, pause=0, backoff=0, again=0, silence=2)


class Played(BaseHTTPRequestHandler):
    """Redirects where the path says so, else gives what it was asked."""

    def do_POST(self) -> None:
        """Answer one question."""
        content = self.rfile.read(int(self.headers["Content-Length"]))
        code, _, target = self.path.removeprefix("/").partition("/")
        if code.isdigit():
            self.send_response(int(code))
            if target:
                self.send_header("Location", target.replace("PORT", str(self.server.server_port)))  # type: ignore[attr-defined]
            content = b""
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    server = HTTPServer(("127.0.0.1", 0), Played)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def post(address: str, question: object = None, **manners: Any) -> Any:
    return Fetcher(evolve(MANNERS, **manners), "Waarborg/test").post_json(address, question)


def code(address: str, **manners: Any) -> str:
    with pytest.raises(UnusableInput) as caught:
        post(address, {"page": "1"}, **manners)
    return caught.value.finding.code


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("target", ["/end", "http://127.0.0.1:PORT/end"])
def test_a_redirect_on_the_same_host_is_followed_with_the_same_question(
    base: str, status: int, target: str
) -> None:
    assert post(f"{base}/{status}/{target}", {"page": "7"}) == {"page": "7"}


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost:PORT/end",
        "http://127.0.0.1:1/end",
        "https://127.0.0.1:PORT/end",
        "//elsewhere.invalid/end",
        "file:///etc/hosts",
        "http://127.0.0.1:99999/",
        "http://[",
        "",
    ],
)
def test_a_redirect_elsewhere_is_refused(base: str, target: str) -> None:
    assert code(f"{base}/307/{target}") == "fetch_redirected"


def test_a_redirect_in_a_circle_ends(base: str) -> None:
    assert code(f"{base}/307//307//307//307//307//307//end") == "fetch_redirected"


@pytest.mark.parametrize("status", ["400", "403", "404", "422", "204", "303"])
def test_an_answer_that_will_not_change_is_told_at_once(base: str, status: str) -> None:
    assert code(f"{base}/{status}/") == "fetch_refused"


def test_an_answer_over_the_limit_is_refused_while_it_comes(base: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        post(f"{base}/end", "x" * 5000, answer_limit=1000)
    assert caught.value.finding.code == "fetch_too_large"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hosts", "ftp://a.invalid", "algoritmes.overheid.nl/api", "http://", "http://a b/", "",
     "http://name:secret@a.invalid/", "http://a.invalid:x/", "http://a.invalid/\n", "http://[::1"],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(address: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        check_address(address)
    assert caught.value.finding.code == "address_not_usable"


def test_a_pause_lies_between_two_questions(base: str) -> None:
    now, waited = [100.0], []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    fetcher = Fetcher(evolve(MANNERS, pause=0.5), "Waarborg/test", sleep, lambda: now[0])
    for _ in range(3):
        fetcher.post_json(f"{base}/end", {})
    assert waited == [0.5, 0.5]


def test_a_constant_that_is_no_json_is_refused(base: str) -> None:
    content = json.dumps({"total_count": float("nan")})
    assert "NaN" in content
    with pytest.raises(UnusableInput) as caught:
        post(f"{base}/end", {"total_count": float("nan")})
    assert caught.value.finding.code == "fetch_no_json"
