from pathlib import Path

import pytest

from waarborg.jobs.assess import assess_register
from waarborg.jobs.declared import declared_against_found


@pytest.mark.shared_data
def test_the_presumptions_that_united_states_agencies_rebutted_are_all_listed(shared_data: Path) -> None:
    """110 presumed but not high, as the inventory of 2025 has them; one of them gives no reason."""
    held = declared_against_found(assess_register(shared_data / "registers" / "us" / "inventory-2025.csv"))
    assert len(held.rebutted) == 110
    assert sum(said.reason is None for _, said in held.rebutted) == 1
    assert held.declaring == 2630 + 445 + 110
