"""Who is reminded of what, when, and only once. Days by hand; 3 June 2024 is the day of every test."""

import datetime as dt
import smtplib
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from hypothesis import given
from hypothesis import strategies as st

from waarborg.procedure.case import read_case
from waarborg.values.dialogue import StepKind
from waarborg.values.finding import UnusableInput
from waarborg.workbench.audit import verify
from waarborg.workbench.mail_server import MailServer, mail_server
from waarborg.workbench.models import AuditEvent, Membership, Party, Person, Question, Reminder
from waarborg.workbench.reminders import mails_due, uncertain
from waarborg.workbench.reminders.schedule import schedule
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import operator
from waarborg.workbench.services.addresses import set_address, set_quiet
from waarborg.workbench.services.cases import load_case
from waarborg.workbench.services.questions import add_step, ask_question
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.reminders import Outcome, send_reminders

from .cast import Cast

OPERATOR = operator("o")
TODAY = dt.date(2024, 6, 3)
CASE = """\
dossier: {chamber: EK, number: X, title: "Test"}
parties:
  - {id: fin, name: "Minister van Financiën", role: addressee}
  - {id: bzk, name: "Minister van BZK", role: addressee}
instruments:
  - {id: LATE, kind: toezegging, title: "A note", made_on: 2024-01-09, deadline: 2024-06-02, responsible: fin}
  - {id: SOON, kind: toezegging, title: "A plan", made_on: 2024-01-09, deadline: 2024-06-17, responsible: fin}
  - {id: FAR, kind: toezegging, title: "Later", made_on: 2024-01-09, deadline: 2024-06-18, responsible: fin}
  - {id: OTHER, kind: belofte, title: "Theirs", made_on: 2024-01-09, deadline: 2024-06-02, responsible: bzk}
  - {id: DONE, kind: toezegging, title: "Done", made_on: 2024-01-09, deadline: 2024-06-02, responsible: fin,
     history: [{status: answered, date: 2024-05-01}]}
  - {id: WAITS, kind: toezegging, title: "Off", made_on: 2024-01-09, deadline: 2024-06-02, responsible: fin,
     history: [{status: uitgesteld, date: 2024-05-01}]}
"""

Sent = list[tuple[str, set[str]]]


@pytest.fixture
def ready(cast: Cast, now: dt.datetime, tmp_path: Path) -> Cast:
    """The cast with a dossier, and an address for the ministry."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    load_case(actor=OPERATOR, case=read_case(path), now=now)
    set_address(actor=OPERATOR, name="fin", address="fin@example.nl", now=now)
    return cast


def moment(day: dt.date) -> dt.datetime:
    """Noon of a day."""
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def send(day: dt.date = TODAY, **more: Any) -> Sent:
    """Send for a day, as the operator: party and items of each mail that went out."""
    posted = send_reminders(actor=OPERATOR, on=day, now=moment(day), **more)
    return [(one.mail.party.code, {term.name for term in one.mail.terms}) for one in posted]


def ask(cast: Cast, now: dt.datetime, **more: Any) -> Question:
    """The clerk of the Eerste Kamer asks the ministry something, to be answered by 5 June."""
    given = {"date": dt.date(2024, 5, 1), "now": now, "visibility": "public", **more}
    return ask_question(
        actor=cast.clerk,
        about=About(safeguard="bias_test", system=cast.system),
        entering=Entering(**given),
        addressee=cast.ministry,
        text="Which test?",
        term=dt.date(2024, 6, 5),
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-06-02", None),
        ("2024-06-03", "2024-06-03"),  # 14 days before 17 June
        ("2024-06-13", "2024-06-03"),
        ("2024-06-14", "2024-06-14"),  # 3 days before
        ("2024-06-17", "2024-06-14"),
        ("2024-06-18", "2024-06-18"),  # the day after
        ("2024-07-15", "2024-06-18"),
        ("2024-07-16", "2024-07-16"),  # 28 days later
        ("2024-08-13", "2024-08-13"),
    ],
)
def test_a_reminder_stands_for_two_weeks_and_three_days_before_the_day_after_and_every_four_weeks(
    day: str, expected: str | None
) -> None:
    found = schedule().moment(dt.date(2024, 6, 17), dt.date.fromisoformat(day))
    assert found == (dt.date.fromisoformat(expected) if expected else None)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(-30, 400))
def test_a_reminder_is_never_of_a_day_to_come_and_never_goes_back(last: dt.date, days: int) -> None:
    on = last + dt.timedelta(days=days)
    today, tomorrow = schedule().moment(last, on), schedule().moment(last, on + dt.timedelta(days=1))
    assert today is None or today <= on
    assert today is None or (tomorrow is not None and tomorrow >= today)


def test_a_ministry_is_told_in_one_mail_what_is_late_and_what_runs_out_of_its_own(ready: Cast) -> None:
    assert ready.ministry.code == "fin"
    assert send() == [("fin", {"LATE", "SOON"})]
    (told,) = mail.outbox
    assert told.to == ["fin@example.nl"]
    assert "te laat: 1, binnenkort: 1" in told.subject
    body = str(told.body)
    assert body.index("LATE (X): A note") < body.index("SOON (X): A plan")
    assert "Laatste dag: 2 juni 2024, 1 dag te laat." in body
    assert "Laatste dag: 17 juni 2024, nog 14 dagen." in body


def test_a_mail_can_be_in_english(ready: Cast) -> None:
    assert ready
    send(language="en")
    (told,) = mail.outbox
    assert "overdue: 1, running out soon: 1" in told.subject
    assert "Last day: 2 June 2024, 1 day late." in str(told.body)


def test_the_same_reminder_is_sent_once_and_the_next_when_its_day_comes(ready: Cast) -> None:
    assert ready
    send()
    assert send() == []
    assert send(dt.date(2024, 6, 4)) == [("fin", {"FAR"})]
    assert send(dt.date(2024, 6, 14)) == [("fin", {"SOON"})]
    # FAR: 3 days before 18 June.
    assert send(dt.date(2024, 6, 15)) == [("fin", {"FAR"})]
    # Both were due, and LATE is 28 days past the day after.
    assert send(dt.date(2024, 7, 1)) == [("fin", {"LATE", "SOON", "FAR"})]


def test_a_run_that_was_missed_is_made_up_with_one_reminder(ready: Cast) -> None:
    assert ready
    assert send(dt.date(2025, 1, 1)) == [("fin", {"LATE", "SOON", "FAR"})]
    assert Reminder.objects.count() == 3


def test_the_body_is_told_what_it_is_owed_by_whomever(ready: Cast, now: dt.datetime) -> None:
    assert ready
    set_address(actor=OPERATOR, name="ek", address="griffie@example.nl", now=now)
    set_address(actor=OPERATOR, name="tk", address="tk@example.nl", now=now)
    assert dict(send()) == {"ek": {"LATE", "SOON", "OTHER"}, "fin": {"LATE", "SOON"}}
    body = str(next(told.body for told in mail.outbox if told.to == ["griffie@example.nl"]))
    assert "Aan zet: Minister van BZK." in body


def test_a_question_with_a_term_is_told_to_who_is_asked_and_to_who_asks(
    ready: Cast, now: dt.datetime
) -> None:
    set_address(actor=OPERATOR, name="ek", address="griffie@example.nl", now=now)
    name = str(ask(ready, now).pk)
    told = {one.party.code: one for one in mails_due(on=TODAY, today=TODAY)}
    owes = {code: [term.owes for term in one.terms if term.name == name] for code, one in told.items()}
    assert owes == {"fin": [True], "ek": [False]}


def test_a_question_is_told_by_the_day_it_was_postponed_to_and_no_more_once_answered(
    ready: Cast, now: dt.datetime
) -> None:
    question = ask(ready, now)
    at = Entering(date=dt.date(2024, 5, 8), now=now, visibility="public")
    until = dt.date(2024, 7, 1)
    add_step(actor=ready.approver, question=question, entering=at, kind=StepKind.POSTPONEMENT, until=until)
    assert send() == [("fin", {"LATE", "SOON"})]
    day = dt.date(2024, 6, 17)
    assert str(question.pk) in send(day)[0][1]
    later = Entering(date=day, now=moment(day), visibility="public")
    add_step(actor=ready.approver, question=question, entering=later, kind=StepKind.ANSWER, text="This one.")
    assert str(question.pk) not in send(dt.date(2024, 6, 28))[0][1]


@pytest.mark.parametrize("visibility", ["own", "named"])
def test_a_question_that_its_addressee_cannot_see_is_told_to_nobody(
    ready: Cast, now: dt.datetime, visibility: str
) -> None:
    named = (ready.tk_clerk.office(),) if visibility == "named" else ()
    name = str(ask(ready, now, visibility=visibility, named_parties=named).pk)
    for code in ("ek", "tk"):
        set_address(actor=OPERATOR, name=code, address=f"{code}@example.nl", now=now)
    assert all(name not in told for _, told in send())
    assert all("Which test?" not in str(one.body) for one in mail.outbox)


def test_a_postponement_in_draft_changes_nothing_for_the_other_party(ready: Cast, now: dt.datetime) -> None:
    set_address(actor=OPERATOR, name="ek", address="griffie@example.nl", now=now)
    question = ask(ready, now)
    draft = Entering(date=dt.date(2024, 5, 8), now=now)
    until = dt.date(2024, 9, 1)
    add_step(actor=ready.approver, question=question, entering=draft, kind=StepKind.POSTPONEMENT, until=until)
    told = dict(send())
    assert str(question.pk) in told["ek"]
    assert str(question.pk) not in told["fin"]


def test_an_illustration_is_told_to_nobody(ready: Cast, now: dt.datetime) -> None:
    name = str(ask(ready, now, is_demo=True).pk)
    assert name not in send()[0][1]


def test_a_quiet_party_gets_nothing_and_nothing_is_recorded_for_it(ready: Cast, now: dt.datetime) -> None:
    assert ready
    set_quiet(actor=OPERATOR, name="fin", quiet=True, now=now)
    assert send() == []
    assert not Reminder.objects.exists()
    set_quiet(actor=OPERATOR, name="fin", quiet=False, now=now)
    assert len(send()) == 1


def _appointed(party: Party, name: str, until: dt.date | None = None) -> Person:
    person = Person.objects.create(username=name, email=f"{name}@example.nl")
    Membership.objects.create(
        person=person, party=party, role="drafter", since=dt.date(2020, 1, 1), until=until
    )
    return person


def test_mail_goes_to_those_who_act_for_the_party_today_and_did_not_ask_for_quiet(
    ready: Cast, now: dt.datetime
) -> None:
    _appointed(ready.ministry, "jansen")
    _appointed(ready.ministry, "quiet")
    _appointed(ready.ministry, "former", until=dt.date(2024, 6, 2))
    gone = _appointed(ready.ministry, "gone")
    gone.is_active = False
    gone.save()
    set_quiet(actor=OPERATOR, name="quiet", quiet=True, now=now, of_person=True)
    send()
    assert mail.outbox[0].to == ["fin@example.nl", "jansen@example.nl"]


def test_looking_ahead_sends_and_records_nothing_and_sending_ahead_is_refused(ready: Cast) -> None:
    assert ready
    day = TODAY + dt.timedelta(days=1)
    assert [len(one.terms) for one in mails_due(on=day, today=TODAY)] == [3]
    assert (mail.outbox, Reminder.objects.count()) == ([], 0)
    with pytest.raises(Refused, match="reminder_day_to_come"):
        send_reminders(actor=OPERATOR, on=day, now=moment(TODAY))


def test_only_the_operator_sends(ready: Cast) -> None:
    with pytest.raises(Refused, match="not_permitted"):
        send_reminders(actor=ready.clerk, on=TODAY, now=moment(TODAY))
    with pytest.raises(Refused, match="not_permitted"):
        set_quiet(actor=ready.clerk, name="fin", quiet=True, now=moment(TODAY))


def test_each_mail_leaves_one_event_in_the_trail_without_an_address(ready: Cast) -> None:
    assert ready
    before = AuditEvent.objects.count()
    send()
    event = AuditEvent.objects.get(number=before + 1)
    assert (event.actor, event.verb, event.object_id) == ("o", "send_reminders", "fin")
    assert verify().ok
    assert uncertain() == []


class Failing(EmailBackend):
    """A server that fails as it is told to."""

    def __init__(self, failure: Exception, *, on_open: bool = False) -> None:
        """Fail with ``failure``."""
        super().__init__()
        self.failure, self.on_open = failure, on_open

    def open(self) -> bool | None:
        """Connect."""
        if self.on_open:
            raise self.failure
        return None

    def send_messages(self, messages: Any) -> int:
        """Take nothing."""
        assert messages
        raise self.failure


def test_what_the_server_refuses_is_not_on_record_as_sent_and_is_tried_again(ready: Cast) -> None:
    assert ready
    refused = smtplib.SMTPRecipientsRefused({"fin@example.nl": (550, b"no such box")})
    posted = send_reminders(actor=OPERATOR, on=TODAY, now=moment(TODAY), through=Failing(refused))
    assert [one.outcome for one in posted] == [Outcome.REFUSED]
    assert not Reminder.objects.exists()
    assert len(send()) == 1


def test_what_may_have_arrived_is_never_sent_again_and_the_run_stops(ready: Cast, now: dt.datetime) -> None:
    assert ready
    set_address(actor=OPERATOR, name="ek", address="griffie@example.nl", now=now)
    broken = Failing(smtplib.SMTPServerDisconnected("gone"))
    posted = send_reminders(actor=OPERATOR, on=TODAY, now=moment(TODAY), through=broken)
    assert [(one.mail.party.code, one.outcome) for one in posted] == [("ek", Outcome.BROKEN_OFF)]
    assert {row.party.code for row in uncertain()} == {"ek"}
    assert [party for party, _ in send()] == ["fin"]


def test_a_crash_between_the_record_and_the_mail_never_sends_twice(ready: Cast) -> None:
    assert ready
    with pytest.raises(KeyboardInterrupt):
        send_reminders(
            actor=OPERATOR, on=TODAY, now=moment(TODAY), through=Failing(KeyboardInterrupt())  # type: ignore[arg-type]
        )  # fmt: skip
    assert len(uncertain()) == 2
    assert send() == []


def test_a_server_that_cannot_be_reached_leaves_nothing_on_record(ready: Cast) -> None:
    assert ready
    away = Failing(ConnectionRefusedError("refused"), on_open=True)
    with pytest.raises(Refused, match="mail_server_unreachable"):
        send_reminders(actor=OPERATOR, on=TODAY, now=moment(TODAY), through=away)
    assert not Reminder.objects.exists()


def test_a_new_term_is_a_new_reminder(ready: Cast, now: dt.datetime, tmp_path: Path) -> None:
    assert ready
    send()
    path = tmp_path / "newer.yaml"
    path.write_text(CASE.replace("deadline: 2024-06-02", "deadline: 2024-06-10", 1), encoding="utf-8")
    load_case(actor=OPERATOR, case=read_case(path), now=now)
    assert send() == [("fin", {"LATE"})]


def test_a_council_and_its_executive_are_told_of_what_was_promised_to_it(
    cast: Cast, now: dt.datetime, tmp_path: Path
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    case = read_case(path)
    council = cast.council_clerk.office()
    assert council.body is not None
    code = council.body.code
    load_case(actor=OPERATOR, case=evolve(case, dossier=evolve(case.dossier, chamber=code)), now=now)
    for name in (council.code, "utrecht", "fin"):
        set_address(actor=OPERATOR, name=name, address=f"{name}@example.nl", now=now)
    told = dict(send())
    assert told[council.code] == told["utrecht"] == {"LATE", "SOON", "OTHER"}


@pytest.mark.parametrize("address", ["nobody", "a@b@c", "x@example.nl\nBcc: y@example.nl"])
def test_what_is_no_address_is_refused(ready: Cast, now: dt.datetime, address: str) -> None:
    assert ready
    with pytest.raises(Refused, match="address_not_valid"):
        set_address(actor=OPERATOR, name="fin", address=address, now=now)


def test_a_person_can_have_an_address_and_lose_it(ready: Cast, now: dt.datetime) -> None:
    _appointed(ready.ministry, "jansen")
    for address in ("new@example.nl", ""):
        set_address(actor=OPERATOR, name="jansen", address=address, now=now, of_person=True)
        assert Person.objects.get(username="jansen").email == address


@pytest.mark.parametrize(("name", "of_person"), [("nobody", True), ("nobody", False)])
def test_a_name_that_is_not_there_is_refused(
    ready: Cast, now: dt.datetime, name: str, *, of_person: bool
) -> None:
    assert ready
    with pytest.raises(Refused, match="not_known"):
        set_quiet(actor=OPERATOR, name=name, quiet=True, now=now, of_person=of_person)


def test_mail_is_printed_until_a_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAARBORG_MAIL_HOST", raising=False)
    assert mail_server() == MailServer()
    for name, value in {"HOST": "mail.example.nl", "FROM": "w@example.nl", "SECURITY": "TLS"}.items():
        monkeypatch.setenv(f"WAARBORG_MAIL_{name}", value)
    found = mail_server()
    assert (found.backend.split(".")[-2], found.port, found.security) == ("smtp", 587, "tls")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("FROM", "", "mail_sender_missing"),
        ("PORT", "0", "mail_port_malformed"),
        ("PORT", "smtp", "mail_port_malformed"),
        ("SECURITY", "some", "mail_security_unknown"),
    ],
)
def test_a_setting_of_mail_that_is_wrong_is_said(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: str
) -> None:
    monkeypatch.setenv("WAARBORG_MAIL_HOST", "mail.example.nl")
    monkeypatch.setenv("WAARBORG_MAIL_FROM", "w@example.nl")
    monkeypatch.setenv(f"WAARBORG_MAIL_{name}", value)
    with pytest.raises(UnusableInput, match=code):
        mail_server()


@pytest.mark.usefixtures("ready")
def test_a_mail_says_the_same_figure_as_the_page_where_the_term_itself_is_not_known(
    now: dt.datetime, tmp_path: Path
) -> None:
    # The recess of the Eerste Kamer in 2023 is not known; that of the Tweede Kamer began on 7 July: from 6
    # July to 10 November are 127 days, from the last day it can be, 30 August, 72.
    path = tmp_path / "case.yaml"
    path.write_text(
        CASE.split("instruments:", maxsplit=1)[0].replace("number: X", "number: Y") + "instruments:\n"
        "  - {id: P, kind: belofte, made_on: 2023-03-30, deadline: voor het zomerreces, responsible: fin}\n",
        encoding="utf-8",
    )
    load_case(actor=OPERATOR, case=read_case(path), now=now)
    send(dt.date(2023, 11, 10))
    (text,) = [str(sent.body) for sent in mail.outbox]
    assert "127 dagen te laat volgens de kalender van TK" in text
    assert "72" not in text
