"""Sending reminders. Each is recorded before its mail is handed over, so that none is ever sent twice."""

import datetime as dt
from enum import StrEnum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from attrs import frozen
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.utils import timezone

from waarborg.policy import Action
from waarborg.wording import Language
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import Reminder
from waarborg.workbench.reminders import Mail, mails_due, words
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.refusal import Refused

_REFUSED = (SMTPResponseException, SMTPRecipientsRefused)
"""What a server answers to a mail that it surely did not take."""


class Outcome(StrEnum):
    """What became of a mail."""

    SENT = "sent"
    REFUSED = "refused"
    BROKEN_OFF = "broken_off"
    TAKEN = "taken"


@frozen
class Posted:
    """A mail and what became of it; ``taken``: another run was sending it at the same moment."""

    mail: Mail
    outcome: Outcome


@frozen(kw_only=True)
class _Sending:
    """What all mails of one run share."""

    actor: Actor
    on: dt.date
    now: dt.datetime
    language: Language
    through: BaseEmailBackend


def send_reminders(
    *,
    actor: Actor,
    on: dt.date,
    now: dt.datetime,
    language: Language = "nl",
    through: BaseEmailBackend | None = None,
) -> list[Posted]:
    """Send what is due for a day, one mail a party, and say what became of each.

    A mail is first recorded, with an event in the trail, and then handed over. Where the server refuses it,
    the record is taken back and a later run tries again; where the connection breaks half-way, it may have
    arrived: it stays on record as not surely handed over, and the run stops.

    Raises:
        Refused: by the policy; for a day to come; where the mail server cannot be reached.
    """
    permit(actor, Action.SEND_REMINDERS)
    today = timezone.localdate(now)
    if on > today:
        raise Refused("reminder_day_to_come", day=on.isoformat())
    sending = _Sending(actor=actor, on=on, now=now, language=language, through=through or get_connection())
    posted: list[Posted] = []
    try:
        for mail in mails_due(on=on, today=today):
            posted.append(Posted(mail, _post(mail, sending)))
            if posted[-1].outcome is Outcome.BROKEN_OFF:
                break
    finally:
        sending.through.close()
    return posted


def _post(mail: Mail, sending: _Sending) -> Outcome:
    _reach(sending.through)
    try:
        rows = _record(mail, sending)
    except IntegrityError:
        return Outcome.TAKEN
    try:
        _message(mail, sending).send()
    except _REFUSED:
        _take_back(mail, rows, sending)
        sending.through.close()
        return Outcome.REFUSED
    except (SMTPException, OSError):
        return Outcome.BROKEN_OFF
    _mark(rows, sending.now)
    return Outcome.SENT


def _reach(through: BaseEmailBackend) -> None:
    try:
        through.open()
    except (SMTPException, OSError) as error:
        raise Refused("mail_server_unreachable", reason=f"{error}.") from None


@transaction.atomic
def _record(mail: Mail, sending: _Sending) -> list[Reminder]:
    rows = [
        Reminder(
            party=mail.party, subject=term.subject, last=term.last, moment=moment, recorded_at=sending.now
        )
        for term, moment in mail.reminders
    ]
    Reminder.objects.bulk_create(rows)
    _tell(Action.SEND_REMINDERS, mail, sending)
    return rows


@transaction.atomic
def _take_back(mail: Mail, rows: list[Reminder], sending: _Sending) -> None:
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).delete()
    _tell("reminders_refused", mail, sending)


def _mark(rows: list[Reminder], now: dt.datetime) -> None:
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(handed_over_at=now)


def _tell(verb: str, mail: Mail, sending: _Sending) -> None:
    told = [[term.subject, term.last, moment] for term, moment in mail.reminders]
    record_event(
        actor=sending.actor.name,
        party=sending.actor.code,
        verb=verb,
        kind="party",
        object_id=mail.party.code,
        payload={"on": sending.on, "reminders": told, "addresses": len(mail.to)},
        at=sending.now,
    )


def _message(mail: Mail, sending: _Sending) -> EmailMessage:
    return EmailMessage(
        subject=words.subject(mail, sending.on, sending.language),
        body=words.body(mail, sending.on, sending.language),
        to=list(mail.to),
        headers={"Auto-Submitted": "auto-generated"},
        connection=sending.through,
    )
