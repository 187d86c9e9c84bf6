"""Are the safeguards adequate? The stored states of many systems, per safeguard, in a few queries."""

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen
from django.db.models import Exists, OuterRef, Q, QuerySet

from waarborg import law
from waarborg.values.assessment import StatementValue
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import Assessment, Party, StoredState, System
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.systems_list import systems_list

SILENT = ("nobody", "not_applicable")
"""Agreement of a safeguard on which nobody took a position."""
ASK = "ask"
_COUNTED = ("evidence", "agreement", "questions", "asks", "stances")
"""What is counted of a state."""


@frozen
class SafeguardSummary:
    """One safeguard over many systems: how many stand where. ``stances`` counts by party and stance."""

    safeguard: str
    systems: int = 0
    evidence: Counter[str] = field(factory=Counter)
    agreement: Counter[str] = field(factory=Counter)
    questions: Counter[str] = field(factory=Counter)
    asks: Counter[str] = field(factory=Counter)
    stances: dict[str, Counter[str]] = field(factory=dict)


@frozen(kw_only=True)
class AgreementMap:
    """All safeguards in the order of the catalogue; the parties that took a position, government first."""

    rows: tuple[SafeguardSummary, ...]
    parties: Mapping[str, str]
    systems: int


@frozen(kw_only=True)
class SystemState:
    """One system on one safeguard. ``no_field``: the form of its register has no field for it."""

    state: StoredState
    no_field: bool


def agreement_map(chosen: Mapping[str, str], reader: str = PUBLIC) -> AgreementMap:
    """The map over the systems that fit what was chosen, as the reader may know it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, *told in _states(chosen, reader).order_by().values_list("safeguard", *_COUNTED):
        found.setdefault(name, []).append(tuple(told))
    rows = tuple(_summary(name, found.get(name, ())) for name in law.safeguards())
    return AgreementMap(
        rows=rows,
        parties=party_names({party for row in rows for party in row.stances}),
        systems=max((row.systems for row in rows), default=0),
    )


def states_of(safeguard: str, chosen: Mapping[str, str], reader: str = PUBLIC) -> QuerySet[StoredState]:
    """One safeguard system by system: gravest impact first, and within it where somebody took a position."""
    found = _states(chosen, reader).filter(safeguard=safeguard).select_related("system__organisation")
    return found.order_by("system__impact", "-agreement", "system__name", "system__pk")


def told_apart(states: list[StoredState]) -> list[SystemState]:
    """The states, with whether the register could have told: where it could not, nothing is proposed."""
    current = Assessment.objects.filter(system__in=[state.system_id for state in states], is_current=True)
    told = {found.system_id: found.result.get("statements", {}) for found in current}
    return [
        SystemState(
            state=state,
            no_field=told.get(state.system_id, {}).get(state.safeguard, {}).get("value")
            == StatementValue.NOT_IN_SOURCE.value,
        )
        for state in states
    ]


def party_names(codes: set[str]) -> Mapping[str, str]:
    """The names of parties, the government side first."""
    known = Party.objects.filter(code__in=codes)
    ordered = sorted(known, key=lambda party: (party.kind not in GOVERNMENT_SIDE, party.code))
    return {party.code: party.name for party in ordered}


def _states(chosen: Mapping[str, str], reader: str) -> QuerySet[StoredState]:
    """The public's states, and in their place the reader's own where he sees more."""
    systems: QuerySet[System] = systems_list(chosen).order_by()
    found = StoredState.objects.filter(system__in=systems.values("pk"))
    if reader == PUBLIC:
        return found.filter(reader=PUBLIC)
    own = StoredState.objects.filter(
        reader=reader, system=OuterRef("system"), safeguard=OuterRef("safeguard")
    )
    return found.filter(Q(reader=reader) | Q(reader=PUBLIC) & ~Exists(own))


def _summary(name: str, told: Sequence[tuple[str, ...]]) -> SafeguardSummary:
    """One safeguard, counted column by column: tens of thousands of states at once."""
    evidence, agreement, questions, asks, stances = zip(*told, strict=True) if told else ((),) * len(_COUNTED)
    return SafeguardSummary(
        safeguard=name,
        systems=len(told),
        evidence=Counter(evidence),
        agreement=Counter(agreement),
        questions=Counter(questions),
        asks=Counter(" ".join(asks).split()),
        stances=_by_party(Counter(" ".join(stances).split())),
    )


def _by_party(counted: Mapping[str, int]) -> dict[str, Counter[str]]:
    """``ek:adequate`` and its kin, by party."""
    found: dict[str, Counter[str]] = {}
    for told, number in sorted(counted.items()):
        party, _, stance = told.partition(":")
        found.setdefault(party, Counter())[stance] = number
    return found
