"""What happened that concerns a reader: the audit trail, joined to the items that he may see.

The trail tells that something was written, by which party and when; what it was is read from the item, in its
present sight. An item that the reader may not see leaves no trace, and persons are never named.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen
from django.db.models import Model, Q

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import (
    AnswerDraft,
    AuditEvent,
    Change,
    Claim,
    DialoguePlan,
    Dossier,
    DossierSubject,
    Evidence,
    Measure,
    Meeting,
    Party,
    PlanMove,
    Position,
    Question,
    QuestionStep,
    RegimeChoice,
    Review,
    Scenario,
    Submission,
    SubmissionStep,
    System,
)
from waarborg.workbench.queries.sight import seen_by

_SYSTEM: Mapping[type[Model], str] = {
    Claim: "system",
    Evidence: "system",
    Measure: "system",
    Review: "system",
    Change: "system",
    Position: "system",
    Question: "system",
    QuestionStep: "question__system",
    AnswerDraft: "question__system",
    DialoguePlan: "",
    PlanMove: "",
    Meeting: "",
    Submission: "system",
    SubmissionStep: "submission__system",
    RegimeChoice: "",
    Scenario: "",
    DossierSubject: "system",
}
"""The kinds of item that a notice can be about, and where each names its system."""
_PLAN: Mapping[type[Model], str] = {DialoguePlan: "", PlanMove: "plan__", Meeting: "plan__"}
"""What is about a plan, and the way to it: it concerns the bodies that are a side of the plan."""
_BESIDE: Mapping[type[Model], tuple[str, ...]] = {DossierSubject: ("dossier",)}
"""What else of an item its notice names."""
_WITHIN: Mapping[type[Model], str] = {
    QuestionStep: "question__",
    AnswerDraft: "question__",
    SubmissionStep: "submission__",
    PlanMove: "plan__",
    Meeting: "plan__",
}
"""What stands within another item, and the way to it: whoever may not see that one sees no part of it."""
_KINDS = {model._meta.model_name or "": model for model in _SYSTEM}  # noqa: SLF001  Django's public name
_DOSSIER = "dossier"
_LOOK_BACK = 2_000
"""How far back in the trail a page looks, in events."""


@frozen(kw_only=True)
class Notice:
    """One thing that happened: the event, the item, the party that did it, and the system it is about."""

    event: AuditEvent
    row: Any
    party: Party | None
    system: System | None

    @property
    def safeguard(self) -> str:
        """The safeguard it is about, empty for none."""
        return str(getattr(getattr(self.row, "question", self.row), "safeguard", ""))


def notices(reader: str = PUBLIC, *, line: str = "", most: int = 100) -> list[Notice]:
    """What happened, newest first, as far as ``reader`` may see it.

    ``line`` is a kind of body, or the code of one: then only what is about organisations that account to it,
    and what is about no system in particular.
    """
    told = AuditEvent.objects.filter(kind__in=(*_KINDS, _DOSSIER)).order_by("-number")
    events = list(told[:_LOOK_BACK])
    rows = dict(_rows(events, reader, line))
    parties = {party.code: party for party in Party.objects.filter(code__in={one.party for one in events})}
    found = (_notice(one, rows, parties) for one in events)
    return [one for one in found if one][:most]


def last_event() -> int:
    """The number of the newest event of the trail."""
    newest = AuditEvent.objects.order_by("-number").first()
    return newest.number if newest else 0


def _rows(events: Sequence[AuditEvent], reader: str, line: str) -> Iterator[tuple[tuple[str, str], Model]]:
    """The items of the events that the reader may see, by kind and id; one query a kind."""
    for kind, model in _KINDS.items():
        ids = {one.object_id for one in events if one.kind == kind}
        path = _SYSTEM[model]
        rows = model._default_manager.filter(seen_by(reader), _on_line(model, line), pk__in=ids)  # noqa: SLF001
        if model in _WITHIN:
            rows = rows.filter(seen_by(reader, _WITHIN[model]))
        if path:
            rows = rows.select_related(f"{path}__organisation", *_BESIDE.get(model, ()))
        for row in rows.distinct():
            yield (kind, str(row.pk)), row
    ids = {one.object_id for one in events if one.kind == _DOSSIER}
    bodies = Q(body__kind=line) | Q(body__code=line) if line else Q()
    for dossier in Dossier.objects.filter(bodies).filter(
        Q(slug__in=ids) | Q(pk__in=filter(str.isdigit, ids))
    ):
        yield (_DOSSIER, str(dossier.pk)), dossier
        yield (_DOSSIER, dossier.slug), dossier


def _on_line(model: type[Model], line: str) -> Q:
    if not line:
        return Q()
    if model in _PLAN:
        return _of_body(f"{_PLAN[model]}party__body", line) | _of_body(f"{_PLAN[model]}other__body", line)
    path = _SYSTEM[model]
    if not path:
        return Q()
    return Q(**{f"{path}__isnull": True}) | _of_body(f"{path}__organisation__bodies", line)


def _of_body(path: str, line: str) -> Q:
    return Q(**{f"{path}__kind": line}) | Q(**{f"{path}__code": line})


def _notice(
    event: AuditEvent, rows: Mapping[tuple[str, str], Any], parties: Mapping[str, Party]
) -> Notice | None:
    row = rows.get((event.kind, event.object_id))
    if row is None:
        return None
    within = getattr(row, "question", None) or getattr(row, "submission", None) or row
    return Notice(
        event=event, row=row, party=parties.get(event.party), system=getattr(within, "system", None)
    )
