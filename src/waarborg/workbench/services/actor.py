"""Who does something: a person acting for one party in one role, or the operator who acts for none."""

import datetime as dt

from attrs import frozen

from waarborg.policy import ANY, Action, Role, decide
from waarborg.workbench.models import Membership, Party, Person
from waarborg.workbench.services.refusal import Refused


@frozen(kw_only=True)
class Actor:
    """The name that the trail shows, the role that the policy asks for, and for whom."""

    name: str
    role: Role
    party: Party | None = None
    person: Person | None = None

    @property
    def code(self) -> str:
        """The code of the party, empty for none."""
        return self.party.code if self.party else ""

    def office(self) -> Party:
        """The party acted for.

        Raises:
            Refused: ``acts_for_nobody``.
        """
        if self.party is None:
            raise Refused("acts_for_nobody", name=self.name)
        return self.party


def operator(name: str) -> Actor:
    """Someone who runs the workbench and takes no part in the dialogue."""
    return Actor(name=name, role=Role.OPERATOR)


def actor_of(person: Person, *, on: dt.date) -> Actor:
    """The party and the role in which a person acts on a day; the public's role where he acts for nobody."""
    acts = Membership.objects.filter(person=person, since__lte=on).exclude(until__lt=on)
    found = acts.select_related("party").order_by("-since").first()
    if found is None:
        return Actor(name=person.username, role=Role.PUBLIC, person=person)
    return Actor(name=person.username, role=Role(found.role), party=found.party, person=person)


def named_actor(username: str, *, on: dt.date) -> Actor:
    """Who acts on a day under the name of an account.

    Raises:
        Refused: ``person_not_known``.
    """
    person = Person.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise Refused("person_not_known", person=username)
    return actor_of(person, on=on)


def permit(actor: Actor, action: Action, state: str = ANY) -> None:
    """Let the policy decide.

    Raises:
        Refused: ``not_permitted``; ``reason`` is the policy's own code, which has a sentence of its own.
    """
    decision = decide(actor.role, action, state)
    if not decision.allowed:
        raise Refused(
            "not_permitted", reason=decision.reason, role=actor.role.value, action=action.value, state=state
        )
