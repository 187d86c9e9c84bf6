"""Asking a public web address for JSON or a page, politely. urllib3 is wrapped here and nowhere else.

One answer is asked for at a time, with a pause between two questions. What may pass (a server error, a cut
connection, silence) is asked again after a growing wait; what will not pass is told at once. A redirect is
followed on the same host only, and never from https to http.
"""

import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from attrs import define, field, frozen
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.response import BaseHTTPResponse

from waarborg.values.finding import UnusableInput, Where

_CHUNK = 1 << 16
_AGAIN = frozenset({429, 500, 502, 503, 504})
_ONWARD = frozenset({301, 302, 307, 308})
_HOPS = 3
_PORTS = {"http": 80, "https": 443}


@frozen(kw_only=True)
class Manners:
    """How a server is treated. Times in seconds, sizes in bytes.

    ``pause`` lies between two questions; ``connect`` and ``silence`` are the longest waits for a connection
    and for the next bytes; ``longest`` is the time one whole answer may take. ``again`` is how often a
    question is asked again, after ``backoff``, twice that, four times that, never over ``longest_wait``.
    """

    pause: float
    connect: float
    silence: float
    longest: float
    again: int
    backoff: float
    longest_wait: float
    answer_limit: int


class _Patience(urllib3.Retry):
    """urllib3's count of attempts, with a bound on the wait that a server may ask for."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """The wait the server asks for, at most ``backoff_max``; a date that cannot be read asks for none."""
        try:
            wait = super().get_retry_after(response)
        except HTTPError:
            return None
        return None if wait is None else min(wait, self.backoff_max)


class _ServerError(HTTPError):
    """An answer that says: not now."""


class _NoJsonError(HTTPError):
    """An answer that is whole, and no JSON."""


@define
class Fetcher:
    """Puts questions to one server, one after another."""

    manners: Manners
    user_agent: str
    _sleep: Callable[[float], object] = time.sleep
    _clock: Callable[[], float] = time.monotonic
    _asked: float | None = field(default=None, init=False)
    _pools: dict[str, urllib3.PoolManager] = field(factory=dict, init=False)

    def post_json(self, address: str, question: object) -> Any:
        """Put a question as JSON and give the answer, decoded.

        Raises:
            UnusableInput: a code of ``check_address``, or ``fetch_failed`` (after the last attempt),
                ``fetch_refused``, ``fetch_redirected``, ``fetch_too_large`` or ``fetch_no_json``.
        """
        return self._answered("POST", address, question, self._decoded)

    def get(self, address: str) -> bytes:
        """Ask for what stands at an address.

        Raises:
            UnusableInput: as ``post_json``, without ``fetch_no_json``.
        """
        content: bytes = self._answered("GET", address, None, self._whole)
        return content

    def _answered(
        self, method: str, address: str, question: object, read: Callable[[BaseHTTPResponse], Any]
    ) -> Any:
        check_address(address)
        patience: urllib3.Retry = self._patience()
        while True:
            response: BaseHTTPResponse | None = None
            try:
                response = self._ask(method, address, question)
                return read(response)
            except HTTPError as error:
                patience = _one_less(patience, method, address, error, response)
                patience.sleep(response)
            finally:
                if response is not None:
                    response.close()

    def _patience(self) -> _Patience:
        manners = self.manners
        return _Patience(
            total=manners.again,
            allowed_methods={"GET", "POST"},
            status_forcelist=_AGAIN,
            backoff_factor=manners.backoff,
            backoff_max=manners.longest_wait,
        )

    def _ask(self, method: str, address: str, question: object) -> BaseHTTPResponse:
        asked = address
        for _ in range(_HOPS + 1):
            self._wait()
            accept = "application/json" if method == "POST" else "*/*"
            response = self._pool(asked).request(
                method,
                asked,
                json=question,
                headers={"User-Agent": self.user_agent, "Accept": accept},
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=self.manners.connect, read=self.manners.silence),
            )
            if response.status not in _ONWARD:
                return response
            response.close()
            asked = _onward(asked, response.headers.get("Location", ""))
        raise UnusableInput("fetch_redirected", Where(file=address), to=asked)

    def _wait(self) -> None:
        """Let ``pause`` seconds lie between two questions."""
        if self._asked is not None:
            self._sleep(max(0.0, self._asked + self.manners.pause - self._clock()))
        self._asked = self._clock()

    def _pool(self, address: str) -> urllib3.PoolManager:
        """The connections to use: through the office's proxy, where the environment names one."""
        parts = urlsplit(address)
        proxy = "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")
        if proxy not in self._pools:
            self._pools[proxy] = urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()
        return self._pools[proxy]

    def _decoded(self, response: BaseHTTPResponse) -> Any:
        content = self._whole(response)
        try:
            return json.loads(content, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise _NoJsonError(response.headers.get("Content-Type", "")) from None

    def _whole(self, response: BaseHTTPResponse) -> bytes:
        if response.status in _AGAIN:
            raise _ServerError(f"HTTP {response.status}")
        where = Where(file=response.url)
        if response.status != 200:  # noqa: PLR2004  "OK", RFC 9110, 15.3.1
            raise UnusableInput("fetch_refused", where, status=response.status)
        return self._content(response, where)

    def _content(self, response: BaseHTTPResponse, where: Where) -> bytes:
        """The whole answer, within its limits of size and time."""
        content = bytearray()
        ends = self._clock() + self.manners.longest
        while chunk := response.read1(_CHUNK):
            content += chunk
            if len(content) > self.manners.answer_limit:
                raise UnusableInput("fetch_too_large", where, limit=self.manners.answer_limit)
            if self._clock() > ends:
                raise _ServerError(f"> {self.manners.longest} s")
        return bytes(content)


def check_address(address: str) -> None:
    """Check that an address is one of the web, http or https, without a name and password in it.

    Raises:
        UnusableInput: ``address_not_usable``.
    """
    try:
        parts = urlsplit(address)
        fit = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        fit = False
    else:
        fit = fit and "@" not in parts.netloc and address.isprintable() and " " not in address
    if not fit:
        raise UnusableInput("address_not_usable", Where(file=address))


def _one_less(
    patience: urllib3.Retry, method: str, address: str, error: HTTPError, response: BaseHTTPResponse | None
) -> urllib3.Retry:
    """One attempt less.

    Raises:
        UnusableInput: ``fetch_failed`` or ``fetch_no_json`` when none is left.
    """
    try:
        return patience.increment(method, address, response=response, error=error)
    except MaxRetryError:
        where = Where(file=address)
        if isinstance(error, _NoJsonError):
            raise UnusableInput("fetch_no_json", where, kind=str(error)) from None
        raise UnusableInput("fetch_failed", where, reason=_reason(error)) from None


def _reason(error: HTTPError) -> str:
    """What went wrong, without the addresses of objects that urllib3 puts before it."""
    return str(error).rpartition(">: ")[2] or type(error).__name__


def _onward(asked: str, location: str) -> str:
    """Where a redirect leads, on the same host.

    Raises:
        UnusableInput: ``fetch_redirected`` to another host, another port, or from https to http.
    """
    target = urljoin(asked, location)
    try:
        one, two = urlsplit(asked), urlsplit(target)
        same = _place(one) == _place(two)
        safer = one.hostname == two.hostname and [_place(one)[1:], _place(two)[1:]] == [
            ("http", 80),
            ("https", 443),
        ]
    except ValueError:
        same = safer = False
    if not location or not (same or safer):
        raise UnusableInput("fetch_redirected", Where(file=asked), to=target)
    check_address(target)
    return target


def _place(parts: SplitResult) -> tuple[str | None, str, int | None]:
    return parts.hostname, parts.scheme, parts.port or _PORTS.get(parts.scheme)


def _no_constant(name: str) -> Any:
    message = f"{name} is no JSON"
    raise ValueError(message)
