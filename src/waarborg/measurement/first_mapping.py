"""A first mapping, guessed from the names and values of a log's columns, for a person to finish."""

from collections.abc import Mapping, Sequence

import yaml

from waarborg.measurement.prepare.columns import native_type
from waarborg.measurement.roles import ROLES
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.log import ValueType

WORDS: Mapping[str, Sequence[str]] = {
    "case": (
        "case:concept:name",
        "case",
        "case_id",
        "zaak",
        "zaaknummer",
        "zaak_id",
        "dossier",
        "dossiernummer",
    ),
    "activity": ("concept:name", "activity", "activiteit", "event", "stap"),
    "time": ("time:timestamp", "timestamp", "time", "tijd", "tijdstip", "datumtijd"),
    "resource": ("org:resource", "resource", "user", "gebruiker"),
    "received": (
        "received",
        "ontvangen",
        "ontvangst",
        "ontvangstdatum",
        "case:startdate",
        "startdate",
        "aanvraagdatum",
    ),
    "decided": (
        "decided",
        "besloten",
        "besluitdatum",
        "beslisdatum",
        "case:enddate",
        "enddate",
        "decision_date",
    ),
    "notified": ("notified", "bekendgemaakt", "verzonden", "verzenddatum", "notification_date"),
    "due": ("due", "deadline", "case:deadline", "termijn", "uiterste_datum", "due_date"),
    "advice": ("advice", "advies", "machine_advice", "recommendation"),
    "score": ("score", "risk_score", "risicoscore"),
    "selected": ("selected", "geselecteerd", "gekozen"),
    "outcome": ("outcome", "uitkomst", "besluit", "beslissing", "decision", "resultaat"),
    "adverse": ("adverse", "nadelig", "afgewezen", "rejected"),
    "decided_by": ("decided_by", "besloten_door"),
    "handler": ("handler", "behandelaar", "medewerker", "case:responsible"),
    "review_seconds": ("review_seconds", "behandeltijd", "beoordelingstijd"),
    "heard": ("heard", "gehoord"),
    "reasons": ("reasons", "redenen", "motivering", "gemotiveerd"),
    "objection_lodged": ("objection_lodged", "bezwaardatum", "bezwaar_ingediend"),
    "objected": ("objected", "bezwaar"),
    "objection_decided": ("objection_decided", "bezwaar_besloten"),
    "objection_upheld": ("objection_upheld", "bezwaar_gegrond", "gegrond"),
    "corrected": ("corrected", "hersteld", "herzien"),
    "system_version": ("system_version", "version", "versie", "model_version"),
    "rule_version": ("rule_version", "regelversie"),
    "truth": ("truth", "ground_truth", "vastgesteld"),
    "control_sample": ("control_sample", "steekproef"),
}
"""Role to the names, lower case, by which logs call it."""

GROUP_WORDS = (
    "gender",
    "sex",
    "geslacht",
    "origin",
    "herkomst",
    "age_group",
    "leeftijdsgroep",
    "region",
    "regio",
    "channel",
    "kanaal",
    "case:channel",
    "nationality",
    "nationaliteit",
)
_SAMPLE = 10_000


def first_mapping(session: LogSession, name: str) -> str:
    """The mapping as YAML, with a comment where a person must look."""
    found = _roles(session)
    kind = "events" if {"case", "activity", "time"} <= set(found) else "decisions"
    if kind == "decisions":
        found = {
            role: column for role, column in found.items() if role not in {"activity", "time", "resource"}
        }
    groups = {_plain(one): one for one in session.columns if one.lower() in GROUP_WORDS}
    columns = {**found, **groups}
    lines = [
        f"# First mapping of {name}, guessed from its column names.",
        "# Check every line; docs/measurement.md explains them.",
        f"kind: {kind}   # decisions or events: one row each; counts: a table of counts",
        "time_zone: Europe/Amsterdam   # check: the clock on which days are counted",
        "day_count: calendar           # or 24h",
        "columns:" if columns else "columns: {}",
    ]
    lines += [
        f"  {role}: {_scalar(column)}{_remark(session, role, column)}" for role, column in columns.items()
    ]
    lines += [
        f"groups: [{', '.join(groups)}]"
        if groups
        else "groups: []    # name the columns by which people are compared"
    ]
    rest = [column for column in session.columns if column not in columns.values()]
    lines += ["# Columns not used yet:", *(f"#   {_scalar(column)}" for column in rest)]
    lines += [
        "# terms:",
        "#   - {id: decide, days: 56, start: received, end: decided, source: the article}",
    ]
    return "\n".join(lines) + "\n"


def _roles(session: LogSession) -> dict[str, str]:
    """Each role to the first column that carries one of its names."""
    lower = {column.lower().replace(" ", "_"): column for column in session.columns}
    found: dict[str, str] = {}
    for role, words in WORDS.items():
        column = next((lower[word] for word in words if word in lower), None)
        if column is not None and column not in found.values():
            found[role] = column
    return found


def _plain(column: str) -> str:
    return column.lower().removeprefix("case:").replace(":", "_").replace(" ", "_")


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000).strip()


def _remark(session: LogSession, role: str, column: str) -> str:
    """A warning where the values do not look like what the role needs. It never shows a value."""
    wanted = ROLES.get(role)
    native, _ = native_type(session.columns[column])
    if wanted is not ValueType.TIME or native is not ValueType.TEXT:
        return ""
    read = session.dialect.parse_instant(quoted(column), "UTC", None)
    source = f"(SELECT * FROM log LIMIT {_SAMPLE}) AS s"
    query = f"SELECT COUNT({quoted(column)}), COUNT({read}) FROM {source}"
    present, readable = session.rows(query)[0]
    return (
        "" if present == readable else "   # check: not every value reads as a time; give {source:, format:}"
    )
