"""The days: Regulation (EU) 2026/1744 has the high-risk duties of the AI Act hold from 2 December 2027."""

import datetime as dt

import pytest

from waarborg.dialogue.norms import norms_on
from waarborg.law import norms, safeguards


@pytest.mark.parametrize(("day", "weighed"), [("2027-12-01", False), ("2027-12-02", True)])
def test_a_duty_is_weighed_from_the_day_it_is_in_force(day: str, *, weighed: bool) -> None:
    found = norms_on(safeguards()["human_intervention"], norms(), dt.date.fromisoformat(day))
    assert ("AIA-14" in found) is weighed
    assert "GDPR-22-1" in found


def test_a_safeguard_no_norm_of_which_is_in_force_keeps_them_all_in_sight() -> None:
    asked = safeguards()["human_rights_assessment"]
    assert norms_on(asked, norms(), dt.date(2026, 11, 23)) == asked.norms
