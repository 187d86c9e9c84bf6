"""The safeguards of a system as rows of a table, and the agreement map above it."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from waarborg import law
from waarborg.drawing.agreement import Cell, Row, agreement_map
from waarborg.law import Safeguard
from waarborg.values.assessment import StatementValue
from waarborg.web.marking import Quoted, quoted
from waarborg.web.words import label, language, t
from waarborg.workbench.models import StoredState
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.system_page import SystemRecord


@frozen(kw_only=True)
class SafeguardRow:
    """One safeguard: what the entry states, the words, and the state of the dialogue (None: not computed)."""

    safeguard: Safeguard
    value: str
    rule: str
    quotes: tuple[Quoted, ...]
    state: StoredState | None
    asks: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def name(self) -> str:
        """The safeguard's name in the language of the page."""
        return self.safeguard.name.said(language())

    @property
    def has_dialogue(self) -> bool:
        """Whether anybody claimed, showed, asked or held anything that the public may see."""
        state = self.state
        return bool(
            state
            and (
                state.state["stances"]
                or state.state["views"]
                or state.questions != "none"
                or state.evidence not in {"none", "not_applicable"}
            )
        )


def safeguard_rows(record: SystemRecord) -> tuple[SafeguardRow, ...]:
    """All safeguards in the order of the catalogue."""
    found = record.assessment.result["statements"] if record.assessment else {}
    texts = record.version.texts if record.version else {}
    return tuple(
        _row(safeguard, found.get(safeguard.id, {}), texts, record) for safeguard in law.safeguards().values()
    )


def draw_map(rows: tuple[SafeguardRow, ...], record: SystemRecord) -> str:
    """The agreement map of the safeguards with a dialogue; empty where there is none."""
    shown = [row for row in rows if row.has_dialogue and row.state]
    named = {code for row in shown for code in _parties(row)}
    codes = sorted(named, key=lambda code: _side(record, code))
    if not codes:
        return ""
    columns = [t("page.system.map_evidence"), *(party_name(record, code) for code in codes)]
    lines = [Row(row.name, (_evidence(row), *(_stance(row, code) for code in codes))) for row in shown]
    title = t("page.system.map_title", system=record.system.name)
    return agreement_map(columns, lines, title=title, description=t("page.system.map_description"))


def party_name(record: SystemRecord, code: str) -> str:
    """A party's name; its code where the record does not know it."""
    return record.parties[code].name if code in record.parties else code


def _side(record: SystemRecord, code: str) -> tuple[bool, str]:
    """The government side first."""
    party = record.parties.get(code)
    return (party is None or party.kind not in GOVERNMENT_SIDE, code)


def _parties(row: SafeguardRow) -> tuple[str, ...]:
    state: Mapping[str, Any] = row.state.state if row.state else {"stances": {}, "lines": {}}
    return (*state["stances"], *state["lines"])


def _evidence(row: SafeguardRow) -> Cell:
    code = row.state.evidence if row.state else "none"
    kind = {"meets_bar": "adequate", "contradicted": "inadequate", "stated_absent": "inadequate"}
    return Cell(label("evidence", code), kind.get(code, "none" if code == "none" else "conditional"))


def _stance(row: SafeguardRow, party: str) -> Cell:
    stance = row.state.state["stances"].get(party) if row.state else None
    if stance is None or stance == "undecided":
        return Cell(label("stance", stance) if stance else t("page.system.no_position"), "none")
    return Cell(label("stance", stance), stance)


def _row(
    safeguard: Safeguard, found: Mapping[str, Any], texts: Mapping[str, str], record: SystemRecord
) -> SafeguardRow:
    state = record.states.get(safeguard.id)
    attention = state.state["attention"] if state else ()
    return SafeguardRow(
        safeguard=safeguard,
        value=found.get("value", StatementValue.NOT_STATED.value),
        rule=found.get("rule") or "",
        quotes=quoted(texts, found.get("quotes", ())),
        state=state,
        asks=tuple(_ask(item) for item in attention),
    )


def _ask(written: str) -> tuple[str, tuple[str, ...]]:
    """``position:ek,tk`` as its code and its parties."""
    code, _, parties = written.partition(":")
    return code, tuple(parties.split(",")) if parties else ()
