"""Loading a case file: a dossier with its papers, instruments, terms, events and relations.

A second load of the same facts changes nothing and leaves no event. Rows keep their identity by their code,
so that what refers to them (a question, a position's commitment) goes on referring to the same thing.
"""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from attrs import evolve
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.text import slugify

from waarborg.policy import Action
from waarborg.values.case import Case
from waarborg.workbench.audit import digest_of, record_event
from waarborg.workbench.models import (
    CaseParty,
    CaseSource,
    Deadline,
    Dossier,
    Event,
    Instrument,
    Paper,
    Relation,
)
from waarborg.workbench.services import case_rows
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.organisations import ensure_chamber
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states.commitments import renew_commitments

AnyRow = TypeVar("AnyRow", bound=models.Model)
_ENTERED = (CaseParty, Instrument, Event)
"""What the parties enter too: a case file leaves those rows alone."""


@transaction.atomic
def load_case(*, actor: Actor, case: Case, now: dt.datetime, is_demo: bool = False) -> bool:
    """Bring a dossier up to date with a case; True when anything was written.

    Raises:
        Refused: by the policy; when a part that is used elsewhere is no longer in the file; when a value is
            longer than the record holds.
    """
    permit(actor, Action.LOAD_CASE)
    digest = _digest(case)
    body = ensure_chamber((case.dossier.chamber or "unknown").lower())
    found = Dossier.objects.filter(body=body, number=case.dossier.number).first()
    if found is not None and found.digest == digest:
        return False
    dossier = found or Dossier(body=body, number=case.dossier.number)
    _describe(dossier, case, digest, is_demo=is_demo).save()
    _write_parts(dossier, case)
    renew_commitments([dossier], on=timezone.localdate(now))
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=Action.LOAD_CASE,
        kind="dossier",
        object_id=dossier.slug,
        payload={"case": digest},
        at=now,
    )
    return True


def _describe(dossier: Dossier, case: Case, digest: str, *, is_demo: bool) -> Dossier:
    told = case.dossier
    dossier.slug = slugify(f"{dossier.body.code}-{told.number}")
    dossier.title = told.title or ""
    dossier.committees = list(told.committees)
    dossier.certainty = told.certainty or ""
    dossier.open_questions = list(case.open_questions)
    dossier.details = {
        **case_rows.plain(told.other),
        "sources": list(told.sources),
        "related": [{**case_rows.plain(fact.other), "sources": list(fact.sources)} for fact in case.related],
    }
    dossier.is_demo = is_demo
    dossier.digest = digest
    return dossier


def _write_parts(dossier: Dossier, case: Case) -> None:
    _replace(CaseSource, dossier, case_rows.source_rows(dossier, case), "code")
    _replace(CaseParty, dossier, case_rows.party_rows(dossier, case), "code")
    _replace(Paper, dossier, case_rows.paper_rows(dossier, case), "code")
    papers = {paper.code: paper for paper in dossier.papers.all()}
    _replace(Instrument, dossier, case_rows.instrument_rows(dossier, case, papers), "code")
    instruments = {item.code: item for item in dossier.instruments.all()}
    Deadline.objects.filter(instrument__dossier=dossier, instrument__party=None).delete()
    Deadline.objects.bulk_create(case_rows.deadline_rows(case, instruments))
    _replace(Event, dossier, case_rows.event_rows(dossier, case, instruments), "code")
    _link_papers(dossier, papers)
    _replace(Relation, dossier, case_rows.relation_rows(dossier, case), "number")


def _replace(kind: type[AnyRow], dossier: Dossier, rows: Sequence[AnyRow], key: str) -> None:
    """Make the rows of a dossier those given: known ones renewed, others added, the rest removed."""
    fields = kind._meta.concrete_fields  # noqa: SLF001  Django's public name
    for row in rows:
        _fits(row, dossier)
    columns = [column.name for column in fields if not column.primary_key]
    kept = [getattr(row, key) for row in rows]
    existing = kind._default_manager.filter(dossier=dossier)  # noqa: SLF001  Django's public name
    if kind in _ENTERED:
        existing = existing.filter(party=None)
    if kind is CaseSource:
        existing = existing.exclude(code=case_rows.HERE)
    try:
        existing.exclude(**{f"{key}__in": kept}).delete()
    except ProtectedError:
        raise Refused("case_part_in_use", dossier=dossier.number) from None
    kind._default_manager.bulk_create(  # noqa: SLF001  Django's public name
        rows,
        update_conflicts=True,
        unique_fields=("dossier", key),
        update_fields=[name for name in columns if name not in {"dossier", key}],
    )


def _fits(row: models.Model, dossier: Dossier) -> None:
    """SQLite keeps what is too long for a column and PostgreSQL breaks off: neither is right."""
    for column in row._meta.concrete_fields:  # noqa: SLF001  Django's public name
        value = getattr(row, column.attname)
        limit = getattr(column, "max_length", None)
        if isinstance(value, str) and limit and len(value) > limit:
            params = {"dossier": dossier.number, "column": column.name, "value": value[:60], "limit": limit}
            raise Refused("case_value_too_long", **params)


def _link_papers(dossier: Dossier, papers: dict[str, Paper]) -> None:
    for event in dossier.events.all():
        named = event.details.get("papers", ())
        event.papers.set([papers[code] for code in named if code in papers])


def _digest(case: Case) -> str:
    """Over what the file says, wherever in it that stands."""
    unlined = {
        name: [evolve(part, line=None) for part in getattr(case, name)]
        for name in ("sources", "parties", "papers", "instruments", "events", "relations", "related")
    }
    whole = {"dossier": evolve(case.dossier, line=None), "open": case.open_questions, **unlined}
    return digest_of(case_rows.plain(whole))
