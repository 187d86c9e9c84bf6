"""The queue against theory: Lindley step by step, M/M/1, conservation, and more capacity."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from waarborg.involvement.queue import departures, waiting

gaps = st.lists(st.floats(0, 10), min_size=1, max_size=40)
hours = st.lists(st.floats(0, 10), min_size=40, max_size=40)
segments = st.lists(st.integers(0, 3), min_size=40, max_size=40)


def one_by_one(segment: Any, arrival: Any, service: Any) -> Any:
    """Lindley's recursion as it is written: a customer starts when he is there and the server is free."""
    free: dict[int, float] = {}
    left = []
    for place, came, work in zip(segment, arrival, service, strict=True):
        free[place] = max(came, free.get(place, 0.0)) + work
        left.append(free[place])
    return left


def in_line(drawn_gaps: list[float], drawn_hours: list[float], drawn_segments: list[int]) -> Any:
    size = len(drawn_gaps)
    segment = np.sort(np.array(drawn_segments[:size]))
    arrival = np.cumsum(drawn_gaps)
    order = np.lexsort((arrival, segment))
    return segment[order], arrival[order], np.array(drawn_hours[:size])


@given(gaps, hours, segments)
def test_all_at_once_equals_one_by_one(
    drawn_gaps: list[float], drawn_hours: list[float], drawn_segments: list[int]
) -> None:
    line = in_line(drawn_gaps, drawn_hours, drawn_segments)
    np.testing.assert_allclose(departures(*line), one_by_one(*line), rtol=1e-9, atol=1e-9)


@given(gaps, hours, segments)
def test_doubling_capacity_never_lengthens_a_wait(
    drawn_gaps: list[float], drawn_hours: list[float], drawn_segments: list[int]
) -> None:
    segment, arrival, service = in_line(drawn_gaps, drawn_hours, drawn_segments)
    once, twice = departures(segment, arrival, service), departures(segment, arrival, service / 2)
    assert (twice <= once + 1e-9).all()


@given(gaps, hours, st.floats(0, 500))
def test_what_came_in_is_out_or_waits(
    drawn_gaps: list[float], drawn_hours: list[float], moment: float
) -> None:
    segment, arrival, service = in_line(drawn_gaps, drawn_hours, [0] * 40)
    left = departures(segment, arrival, service)
    came, gone = (arrival <= moment).sum(), (left <= moment).sum()
    assert waiting(arrival, left, np.array([moment]))[0] == came - gone >= 0


def test_a_queue_without_customers_is_empty() -> None:
    assert len(departures(np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0))) == 0


def test_one_server_waits_as_m_m_1_says() -> None:
    """M/M/1: the mean wait in line is load / (rate of service - rate of arrival).

    Source: L. Kleinrock, Queueing Systems I (1975), equation 3.26 less the service; here 0.8 / 0.2 = 4.
    """
    load = 0.8
    rng = np.random.default_rng(20231109)
    replications, size, warm = 100, 10_000, 2_000
    segment = np.repeat(np.arange(replications), size)
    arrival = np.cumsum(rng.exponential(1 / load, (replications, size)), axis=1).ravel()
    service = rng.exponential(1.0, replications * size)
    wait = (departures(segment, arrival, service) - arrival - service).reshape(replications, size)
    means = wait[:, warm:].mean(axis=1)
    margin = 2.6 * means.std(ddof=1) / np.sqrt(replications)
    assert abs(means.mean() - load / (1 - load)) < margin < 0.2
