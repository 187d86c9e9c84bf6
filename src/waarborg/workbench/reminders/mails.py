"""The mails that are to go out: one a party with an address, with the terms it has not been told of yet."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen
from django.db.models import Prefetch, Q

from waarborg.workbench.models import Membership, Party, Reminder
from waarborg.workbench.queries.commitments import commitments
from waarborg.workbench.reminders.schedule import schedule
from waarborg.workbench.reminders.terms import Term, terms_of

Key = tuple[str, dt.date, dt.date]


@frozen(kw_only=True)
class Mail:
    """One mail: to which party, at which addresses, on which terms; each with the day its reminder is of."""

    party: Party
    to: tuple[str, ...]
    reminders: tuple[tuple[Term, dt.date], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms, the earliest first."""
        return tuple(term for term, _ in self.reminders)


def mails_due(*, on: dt.date, today: dt.date) -> list[Mail]:
    """What is to be sent for a day, as known on that day, to those who act for a party ``today``."""
    reached = [(party, to) for party in _parties(today) if (to := _addresses(party))]
    promised = commitments(on) if reached else []
    mails = (
        Mail(party=party, to=to, reminders=_untold(party, terms_of(party, promised, on), on))
        for party, to in reached
    )
    return [mail for mail in mails if mail.reminders]


def _parties(today: dt.date) -> Iterable[Party]:
    """The parties that want mail, with those who act for them and want it."""
    acting = Membership.objects.filter(since__lte=today, person__is_active=True, person__quiet=False)
    acting = acting.filter(Q(until=None) | Q(until__gte=today)).select_related("person")
    found = Party.objects.filter(quiet=False).select_related("organisation", "body")
    return found.prefetch_related("organisation__bodies", Prefetch("memberships", acting))


def _addresses(party: Party) -> tuple[str, ...]:
    """The party's own address and those of its people, each once."""
    found = (party.address, *sorted(acts.person.email for acts in party.memberships.all()))
    return tuple(dict.fromkeys(address for address in found if address))


def _untold(party: Party, terms: Iterable[Term], on: dt.date) -> tuple[tuple[Term, dt.date], ...]:
    told: set[Key] = set(Reminder.objects.filter(party=party).values_list("subject", "last", "moment"))
    stand = ((term, schedule().moment(term.last, on)) for term in terms)
    return tuple(
        (term, moment) for term, moment in stand if moment and (term.subject, term.last, moment) not in told
    )


def uncertain() -> list[Reminder]:
    """What was recorded but not surely handed to the mail server: a run broke off between the two."""
    return list(Reminder.objects.filter(handed_over_at=None).select_related("party"))
