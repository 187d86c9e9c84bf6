"""What all tests share: where the public data stands, and one line on what was skipped and why."""

import os
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("WAARBORG_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the public data and examples, or a plain skip."""
    if not SHARED.is_dir():
        pytest.skip("the public data does not stand beside this checkout (set WAARBORG_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def shared_data(shared: Path) -> Path:
    """The public data itself."""
    return shared / "data"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was skipped and why."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    if reasons:
        told = "; ".join(f"{count} times {reason}" for reason, count in reasons.most_common())
        terminalreporter.write_line(f"skipped: {told}")


def _reason(report: pytest.TestReport) -> str:
    longrepr = report.longrepr
    reason = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return reason.removeprefix("Skipped: ")
