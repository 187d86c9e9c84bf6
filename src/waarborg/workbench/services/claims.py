"""Claims and evidence."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import transaction

from waarborg.law import safeguards
from waarborg.policy import Action
from waarborg.values.dialogue import Grade, Says
from waarborg.workbench.models import Claim, Evidence
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import (
    enter,
    known_safeguard,
    on_the_claimants_side,
    renew_states,
    save,
    tell,
)
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def make_claim(*, actor: Actor, about: About, entering: Entering, says: Says, text: str = "") -> Claim:
    """The government side says that a safeguard is there, or is not.

    Raises:
        Refused: by the policy; for a party that does not answer for the system; a second claim on one day.
    """
    permit(actor, Action.MAKE_CLAIM)
    known_safeguard(about)
    on_the_claimants_side(actor, about)
    claim = Claim(**about.columns(), **entering.columns(actor), says=says.value, text=text)
    enter(claim, entering=entering, actor=actor, verb=Action.MAKE_CLAIM)
    renew_states(about.systems(), about.safeguard, entering)
    return claim


@transaction.atomic
def add_evidence(  # noqa: PLR0913  what evidence says of itself
    *,
    actor: Actor,
    about: About,
    entering: Entering,
    kind: str,
    title: str,
    grade: Grade,
    supports: bool = True,
    covers: Iterable[str] = (),
    text: str = "",
    source: str = "",
    source_url: str = "",
    file_sha256: str = "",
    valid_until: dt.date | None = None,
    figures: Iterable[Mapping[str, object]] = (),
) -> Evidence:
    """Add something that supports or contradicts a safeguard.

    Only an auditor or a supervisor makes evidence ``verified``: a party's own finding is its own.

    Raises:
        Refused: by the policy; an unknown norm; a grade that this party cannot give; a government party that
            does not answer for the system. An auditor or a supervisor looks at every system.
    """
    permit(actor, Action.ADD_EVIDENCE)
    known_safeguard(about)
    _of_own_side(actor, about)
    _grade_of_own(actor, grade)
    named = _norms_of(about.safeguard, covers)
    evidence = Evidence(
        **about.columns(),
        **entering.columns(actor),
        kind=kind,
        title=title,
        grade=grade.code,
        supports=supports,
        covers=named,
        text=text,
        source=source,
        source_url=source_url,
        file_sha256=file_sha256,
        valid_until=valid_until,
        figures=list(figures),
    )
    enter(evidence, entering=entering, actor=actor, verb=Action.ADD_EVIDENCE)
    renew_states(about.systems(), about.safeguard, entering)
    return evidence


@transaction.atomic
def withdraw_evidence(*, actor: Actor, evidence: Evidence, entering: Entering, reason: str) -> Evidence:
    """Withdraw evidence with a reason; it stays in the record.

    Raises:
        Refused: by the policy; another party's evidence; withdrawn already; no reason.
    """
    row = Evidence.objects.select_for_update().get(pk=evidence.pk)
    permit(actor, Action.WITHDRAW_EVIDENCE, "withdrawn" if row.withdrawn_on else "live")
    if row.party_id != actor.office().pk:
        raise Refused("not_own_item", party=actor.code)
    if not reason.strip():
        raise Refused("withdrawal_without_reason")
    row.withdrawn_on, row.withdrawn_at, row.withdrawn_reason = entering.date, entering.now, reason
    save(row)
    tell(row, actor=actor, verb=Action.WITHDRAW_EVIDENCE, at=entering)
    about = About(
        safeguard=row.safeguard, system=row.system, organisation=row.organisation, sector=row.sector
    )
    renew_states(about.systems(), row.safeguard, entering)
    return row


def _of_own_side(actor: Actor, about: About) -> None:
    if actor.office().kind in GOVERNMENT_SIDE:
        on_the_claimants_side(actor, about)


def _grade_of_own(actor: Actor, grade: Grade) -> None:
    if grade is Grade.VERIFIED and actor.office().kind not in {"auditor", "supervisor"}:
        raise Refused("verified_by_auditor_only", party=actor.code)


def _norms_of(safeguard: str, covers: Iterable[str]) -> list[str]:
    named = sorted(set(covers))
    unknown = [norm for norm in named if norm not in safeguards()[safeguard].norms]
    if unknown:
        raise Refused("norm_not_of_safeguard", norms=", ".join(unknown), safeguard=safeguard)
    return named
