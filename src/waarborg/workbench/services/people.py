"""Accounts: who can sign in, for which party and in which role. The operator keeps them."""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from waarborg.policy import Action, Role
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import Membership, Party, Person
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def set_password(*, actor: Actor, username: str, password: str, now: dt.datetime) -> Person:
    """Make the account where there is none, and set its password.

    Raises:
        Refused: by the policy; a password that is too easy to guess.
    """
    permit(actor, Action.KEEP_ACCOUNTS)
    person = Person.objects.filter(username=username).first() or Person(username=username)
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Refused("password_too_weak", reason=" ".join(error.messages)) from None
    person.set_password(password)
    person.save()
    _tell(actor, "set_password", person, {}, now)
    return person


@transaction.atomic
def appoint(
    *, actor: Actor, username: str, party: str, role: str, now: dt.datetime, on: dt.date
) -> Membership:
    """Let a person act for a party from a day; what he acted for until then ends the day before.

    Raises:
        Refused: by the policy; an unknown person, party or role.
    """
    permit(actor, Action.KEEP_ACCOUNTS)
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise Refused("person_not_known", person=username)
    if role not in set(Role) - {Role.OPERATOR, Role.PUBLIC}:
        raise Refused(
            "role_not_known", role=role, roles=", ".join(sorted(set(Role) - {Role.OPERATOR, Role.PUBLIC}))
        )
    office = Party.objects.filter(code=party).first()
    if office is None:
        raise Refused("party_not_known", party=party)
    _end(person, on)
    made = Membership.objects.create(person=person, party=office, role=role, since=on)
    _tell(actor, "appoint", person, {"party": party, "role": role, "since": on}, now)
    return made


@transaction.atomic
def dismiss(*, actor: Actor, username: str, now: dt.datetime, on: dt.date) -> None:
    """Let a person act for nobody from a day on.

    Raises:
        Refused: by the policy; an unknown person.
    """
    permit(actor, Action.KEEP_ACCOUNTS)
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise Refused("person_not_known", person=username)
    _end(person, on)
    _tell(actor, "dismiss", person, {"from": on}, now)


def _end(person: Person, on: dt.date) -> None:
    """End what runs the day before; what would begin on the day itself or later never begins."""
    person.memberships.filter(since__gte=on).delete()
    person.memberships.filter(until=None).update(until=on - dt.timedelta(days=1))


def _tell(actor: Actor, verb: str, person: Person, payload: dict[str, object], now: dt.datetime) -> None:
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=verb,
        kind="person",
        object_id=str(person.pk),
        payload={"username": person.username, **payload},
        at=now,
    )
