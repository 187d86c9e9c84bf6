"""One of two processes that do the same at once: ``racing.py prepare``, ``count`` or ``ACT AT``."""

import datetime as dt
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from waarborg.workbench.start import prepare, start

if TYPE_CHECKING:
    from waarborg.workbench.models import AnswerDraft
    from waarborg.workbench.services.about import Entering
    from waarborg.workbench.services.actor import Actor


def main(act: str, at: str) -> str:
    """``won``, or the code with which the workbench refused."""
    from waarborg.workbench.services.refusal import Refused

    start()
    if act == "prepare":
        prepare()
        _prepared()
        return "ready"
    if act == "count":
        return _counted()
    doing = _ACTS[act]
    time.sleep(max(0.0, float(at) - time.time()))
    try:
        doing()
    except Refused as refused:
        return str(refused.finding.code)
    return "won"


def _prepared() -> None:
    """Two questions to the ministry, with an answer to approve and one that was approved."""
    from cast import make_cast

    from waarborg.workbench.services.about import About
    from waarborg.workbench.services.answers import approve_answer, draft_answer
    from waarborg.workbench.services.questions import ask_question

    cast = make_cast()
    for safeguard in ("logging", "dpia"):
        question = ask_question(
            actor=cast.clerk,
            about=About(safeguard=safeguard, system=cast.system),
            entering=_entering(),
            addressee=cast.ministry,
            text="Is dat zo?",
        )
        row = draft_answer(actor=cast.approver, question=question, text="Ja.", entering=_entering())
        if safeguard == "dpia":
            approve_answer(actor=cast.approver, draft=row, entering=_entering(), version=1)


def _approve() -> None:
    from waarborg.workbench.services.answers import approve_answer

    approve_answer(actor=_approver(), draft=_draft("logging"), entering=_entering(), version=1)


def _send() -> None:
    from waarborg.workbench.services.answers import send_answer

    send_answer(actor=_approver(), draft=_draft("dpia"), entering=_entering())


def _counted() -> str:
    from waarborg.workbench.models import AnswerStep, AuditEvent, QuestionStep

    rows = (AnswerStep, QuestionStep, AuditEvent)
    return " ".join(f"{row.__name__.lower()}={row.objects.count()}" for row in rows)


_ACTS: dict[str, Callable[[], None]] = {"approve": _approve, "send": _send}


def _entering() -> "Entering":
    from waarborg.workbench.services.about import Entering

    day = dt.date(2024, 6, 3)
    return Entering(date=day, now=dt.datetime(2024, 6, 3, 10, tzinfo=dt.UTC), visibility="public")


def _approver() -> "Actor":
    from waarborg.policy import Role
    from waarborg.workbench.models import AnswerDraft
    from waarborg.workbench.services.actor import Actor

    return Actor(name="approver", role=Role.APPROVER, party=AnswerDraft.objects.all()[0].party)


def _draft(safeguard: str) -> "AnswerDraft":
    from waarborg.workbench.models import AnswerDraft

    return AnswerDraft.objects.get(question__safeguard=safeguard)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "0"))
