"""Putting an item into the record: checked by the tables, shown to its readers, told to the trail."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.forms.models import model_to_dict

from waarborg.law import safeguards
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import System
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.models.scope import NAMED, Entered
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.refusal import Refused, refusal_of
from waarborg.workbench.states import renew
from waarborg.workbench.states.records import line_of

AnyRow = TypeVar("AnyRow", bound=models.Model)


def enter(item: Entered, *, entering: Entering, actor: Actor, verb: str) -> None:
    """Save a new item, name who may see it, and tell the trail.

    Raises:
        Refused: a constraint of the tables says why, or nobody is named where parties should be.
    """
    if (entering.visibility == NAMED) != bool(entering.named_parties):
        raise Refused("named_parties_wrong", visibility=entering.visibility)
    save(item)
    item.named_parties.set(entering.named_parties)
    names = sorted(party.code for party in entering.named_parties)
    tell(item, actor=actor, verb=verb, at=entering, beside={"named_parties": names})


def save(row: AnyRow) -> AnyRow:
    """Save a row that the tables allow.

    Raises:
        Refused: with the code of the constraint, also when another writer was first.
    """
    try:
        row.full_clean()
        with transaction.atomic():
            row.save()
    except ValidationError as error:
        raise refusal_of(error, row) from None
    except IntegrityError as error:
        raise Refused("another_was_first", reason=str(error)) from None
    return row


def tell(
    row: models.Model, *, actor: Actor, verb: str, at: Entering, beside: Mapping[str, object] | None = None
) -> None:
    """One event for one row; its payload is the row as it now stands."""
    payload = {**model_to_dict(row), **(beside or {})}
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=verb,
        kind=row._meta.model_name or "",  # noqa: SLF001  Django's public name
        object_id=str(row.pk),
        payload=payload,
        at=at.now,
    )


def renew_states(systems: Iterable[System], safeguard: str, entering: Entering) -> None:
    """Renew the stored states that an item on a safeguard can have changed."""
    affected = list(systems)
    if safeguard in safeguards():
        renew(affected, on=entering.today, safeguards=(safeguard,))


def known_safeguard(about: About, *others: str) -> None:
    """Refuse a safeguard that the catalogue does not hold.

    Raises:
        Refused: ``safeguard_not_known``.
    """
    if about.safeguard not in (*safeguards(), *others):
        raise Refused("safeguard_not_known", safeguard=about.safeguard)


def on_the_claimants_side(actor: Actor, about: About) -> None:
    """Refuse what only the party that answers for a system, or the organisation that uses it, may enter.

    Raises:
        Refused: ``not_on_claimants_side``.
    """
    office = actor.office()
    if office.kind not in GOVERNMENT_SIDE:
        raise Refused("not_on_claimants_side", party=office.code)
    organisation = about.system.organisation if about.system else about.organisation
    if organisation is None:
        return
    own = office.organisation_id == organisation.pk
    if not own and office.code != line_of(organisation)[0]:
        raise Refused("not_on_claimants_side", party=office.code)
