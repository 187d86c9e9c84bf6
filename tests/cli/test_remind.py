"""``waarborg remind`` as an operator runs it, on the demo."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("django", reason="Django is not installed (the library works without it)")

from .test_record import home, made, record, run

pytestmark = pytest.mark.workbench
__all__ = ["home", "made", "record"]
LATE = ("--on", "2023-11-10")


@pytest.fixture
def ready(home: Path, record: Path) -> Callable[..., tuple[int, str, str]]:
    """Runs ``waarborg remind`` on a record where the Eerste Kamer has an address."""

    def remind(*arguments: str) -> tuple[int, str, str]:
        done = run(home, "remind", "--db", record, *arguments)
        return done.returncode, done.stdout, done.stderr

    assert remind("address", "ek", "griffie@example.nl")[0] == 0
    return remind


def test_a_dry_run_tells_what_would_be_sent_and_changes_nothing(
    ready: Callable[..., tuple[int, str, str]],
) -> None:
    for _ in range(2):
        code, out, _err = ready(*LATE, "--dry-run", "--json")
        (told,) = json.loads(out)["mails"]
        assert (code, told["party"], told["outcome"]) == (0, "ek", "would_send")


def test_without_a_server_mail_is_printed_once_and_never_among_the_json(
    ready: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = ready(*LATE, "--json")
    (told,) = json.loads(out)["mails"]
    assert (code, told["to"], told["outcome"]) == (0, ["griffie@example.nl"], "sent")
    assert "To: griffie@example.nl" in err
    again = json.loads(ready(*LATE, "--json")[1])
    assert (again["mails"], again["uncertain"]) == ([], 0)


def test_a_quiet_party_gets_nothing(ready: Callable[..., tuple[int, str, str]]) -> None:
    assert ready("quiet", "ek")[0] == 0
    assert "no reminders to send" in ready(*LATE)[2]
    assert ready("quiet", "ek", "--off")[0] == 0
    assert "Subject: Waarborg: terms overdue" in ready(*LATE)[1]
