"""Parts of a run worked on at once, their order kept: numpy lets go of the interpreter meanwhile."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

_THREADS = 2

Given = TypeVar("Given")
Made = TypeVar("Made")


@contextmanager
def in_order(make: Callable[[Given], Made], given: Iterable[Given]) -> Generator[Iterator[Made]]:
    """What ``make`` makes of each, in order; parts that were not begun are let go when the caller ends."""
    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            yield pool.map(make, given)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
