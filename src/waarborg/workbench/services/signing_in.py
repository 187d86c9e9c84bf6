"""Signing in: the password checked, guessing slowed down, and the trail told.

Five failures on a name, or twenty from one address, within a quarter of an hour stop further attempts until
the quarter has passed. The numbers are ours.
"""

import datetime as dt

from django.contrib.auth import authenticate
from django.db import transaction
from django.utils.crypto import salted_hmac

from waarborg.workbench.audit import record_event
from waarborg.workbench.models import Person, SignInFailure
from waarborg.workbench.services.refusal import Refused

WINDOW = dt.timedelta(minutes=15)
PER_NAME = 5
PER_ADDRESS = 20


def sign_in(*, username: str, password: str, address: str, now: dt.datetime) -> Person:
    """The person whose name and password these are.

    Raises:
        Refused: ``sign_in_wrong``, whichever of the two was; ``sign_in_stopped`` after too many failures.
    """
    name, origin = _digest("name", username.strip().lower()), _digest("address", address)
    if _failures(name, now) >= PER_NAME or _failures(origin, now) >= PER_ADDRESS:
        raise Refused("sign_in_stopped", minutes=int(WINDOW.total_seconds() // 60))
    person = authenticate(username=username.strip(), password=password)
    if not isinstance(person, Person):
        _note_failure((name, origin), now)
        raise Refused("sign_in_wrong")
    with transaction.atomic():
        SignInFailure.objects.filter(about=name).delete()
        tell_of(person, "sign_in", now)
    return person


def tell_of(person: Person, verb: str, now: dt.datetime) -> None:
    """Add to the trail that a person signed in or out."""
    record_event(
        actor=person.username,
        party="",
        verb=verb,
        kind="person",
        object_id=str(person.pk),
        payload={},
        at=now,
    )


@transaction.atomic
def _note_failure(about: tuple[str, ...], now: dt.datetime) -> None:
    SignInFailure.objects.filter(at__lt=now - WINDOW).delete()
    SignInFailure.objects.bulk_create(SignInFailure(about=one, at=now) for one in about)


def _failures(about: str, now: dt.datetime) -> int:
    return SignInFailure.objects.filter(about=about, at__gt=now - WINDOW).count()


def _digest(what: str, value: str) -> str:
    return salted_hmac(f"waarborg.sign_in.{what}", value, algorithm="sha256").hexdigest()
