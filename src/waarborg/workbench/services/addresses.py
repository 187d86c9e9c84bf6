"""Where reminders go, and who wants none. The operator keeps this; whether he wants any, each says."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from waarborg.policy import Action
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import Party, Person
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def set_address(*, actor: Actor, name: str, address: str, now: dt.datetime, of_person: bool = False) -> None:
    """Set the address of a party (a code) or of a person (an account); an empty one takes it away.

    Raises:
        Refused: by the policy; an unknown party or person; what is no address.
    """
    permit(actor, Action.KEEP_ACCOUNTS)
    if address:
        try:
            validate_email(address)
        except ValidationError:
            raise Refused("address_not_valid", address=address) from None
    found = _found(name, of_person=of_person)
    if isinstance(found, Person):
        found.email = address
    else:
        found.address = address
    found.save()
    _tell(actor, "set_address", found, {"has_address": bool(address)}, now)


@transaction.atomic
def set_quiet(*, actor: Actor, name: str, quiet: bool, now: dt.datetime, of_person: bool = False) -> None:
    """Stop reminders to a party or a person, or let them come again.

    Raises:
        Refused: by the policy; an unknown party or person.
    """
    permit(actor, Action.KEEP_ACCOUNTS)
    found = _found(name, of_person=of_person)
    found.quiet = quiet
    found.save()
    _tell(actor, "set_quiet", found, {"quiet": quiet}, now)


@transaction.atomic
def choose_own_quiet(*, actor: Actor, quiet: bool, now: dt.datetime) -> None:
    """Stop the reminders to oneself, or let them come again; those to the party's own address go on.

    Raises:
        Refused: by the policy; ``acts_for_nobody`` for who has no account.
    """
    permit(actor, Action.CHOOSE_OWN_REMINDERS)
    if actor.person is None:
        raise Refused("acts_for_nobody", name=actor.name)
    person = Person.objects.select_for_update().get(pk=actor.person.pk)
    if person.quiet == quiet:
        return
    person.quiet = quiet
    person.save(update_fields=["quiet"])
    _tell(actor, "set_quiet", person, {"quiet": quiet}, now)


def _found(name: str, *, of_person: bool) -> Person | Party:
    if of_person:
        person = Person.objects.filter(username=name).first()
        if person is None:
            raise Refused("person_not_known", person=name)
        return person
    party = Party.objects.filter(code=name).first()
    if party is None:
        raise Refused("party_not_known", party=name)
    return party


def _tell(
    actor: Actor, verb: str, found: Person | Party, payload: dict[str, object], now: dt.datetime
) -> None:
    is_person = isinstance(found, Person)
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=verb,
        kind="person" if is_person else "party",
        object_id=str(found.pk) if is_person else str(found),
        payload=payload,
        at=now,
    )
