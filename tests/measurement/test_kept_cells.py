"""What is asked by day comes from cells that are kept where they are few, and from the rows where not."""

from collections.abc import Callable
from typing import Any

DAYS = 400
MAPPING = "kind: decisions\ncolumns: {received: received, adverse: adverse, outcome: outcome}\nperiod: year\n"


def test_days_and_moments_of_those_days_give_the_same_figures(told: Callable[..., dict[str, Any]]) -> None:
    """20 decisions a day; as moments they take more values than cells are kept for."""

    def log(moment: Callable[[int, int], str]) -> str:
        rows = (
            f"{moment(day, number)},{'yes' if number % 5 == 0 else 'no'},{'a' if number % 3 else 'b'}\n"
            for day in range(DAYS)
            for number in range(20)
        )
        return "received,adverse,outcome\n" + "".join(rows)

    def date(day: int) -> str:
        return f"20{20 + day // 300}-{1 + day // 30 % 10:02d}-{1 + day % 28:02d}"

    by_day = told(log(lambda day, _: date(day)), MAPPING)
    by_moment = told(log(lambda day, number: f"{date(day)} 09:{number:02d}:{day % 60:02d}"), MAPPING)
    assert by_day == by_moment
    rates = {one["group"]: one["denominator"] for one in by_day["indicators"] if one["id"] == "adverse_rate"}
    assert rates == {None: 8000, "period=2020": 6000, "period=2021": 2000}
