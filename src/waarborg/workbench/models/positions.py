"""Where parties stand, on a safeguard or on the forms of involvement; history is kept."""

from django.db import models
from django.db.models import CheckConstraint, Q

from waarborg.values.dialogue import Basis, Stance
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.instruments import Instrument
from waarborg.workbench.models.plans import Meeting
from waarborg.workbench.models.scope import Scoped, names_its_subject, once_a_day

INVOLVEMENT = "involvement"
"""Stands in ``safeguard`` where a position is on the forms of involvement instead."""


class Position(Scoped):
    """A dated position. ``holder`` names the member, fraction or committee of a view; a decision has none.

    A conditional one names its ``condition`` and, where there is one, the commitment that should meet it.
    ``met_in`` is the meeting of a plan that it came out of, ``meeting`` the body's own that decided.
    """

    stance = models.CharField(max_length=12, choices=codes(Stance))
    basis = models.CharField(max_length=10, choices=codes(Basis))
    holder = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    condition = models.TextField(blank=True)
    commitment = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="positions"
    )
    meeting = models.CharField(max_length=300, blank=True)
    met_in = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="positions")

    class Meta(Scoped.Meta):
        """Two decisions of a party at one scope on one day are refused; so are two views of one holder."""

        ordering = ("date", "pk")
        constraints = (
            names_its_subject("position_names_subject"),
            *once_a_day(
                "one_decision_a_day", "party", code="two_decisions_one_day", condition=Q(basis="decision")
            ),
            *once_a_day(
                "one_view_a_day", "party", "holder", code="two_views_one_day", condition=Q(basis="view")
            ),
            CheckConstraint(
                condition=Q(basis="view") | Q(holder=""),
                name="a_decision_has_no_holder",
                violation_error_code="decision_with_holder",
            ),
            CheckConstraint(
                condition=~Q(stance="conditional") | ~Q(condition=""),
                name="conditional_names_its_condition",
                violation_error_code="condition_missing",
            ),
        )

    def __str__(self) -> str:
        """Who stands where."""
        return f"{self.party_id} {self.stance}"
