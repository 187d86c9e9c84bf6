"""An assessment as data: the document of ``assess --json``, and the row of ``assess --csv``."""

from typing import Any

from waarborg.jobs.assess import AssessedRegister
from waarborg.law import safeguards
from waarborg.values.assessment import Assessment, Judged, Quote
from waarborg.values.entry import Entry

_PLAIN = ("subject", "role", "automated_individual_decision")


def as_data(assessed: AssessedRegister) -> dict[str, Any]:
    """The whole document: the version of the rules, and every entry."""
    return {
        "catalogue": assessed.catalogue,
        "entries": [entry_as_data(entry, assessment) for entry, assessment in assessed.entries],
    }


def entry_as_data(entry: Entry, assessment: Assessment) -> dict[str, Any]:
    """One entry of the document; a quote carries its words, ``answers`` the rule of each plain answer."""
    impact = assessment.impact
    return {
        **_head(entry, assessment),
        **{key: getattr(assessment, key).value for key in _PLAIN},
        "impact": {
            "level": impact.level,
            "criteria": list(impact.criteria),
            "rules": list(impact.rules),
            "quotes": quotes_as_data(entry, impact.quotes),
        },
        "safeguards": {
            name: {
                "value": statement.value,
                "rule": statement.rule,
                "quotes": quotes_as_data(entry, statement.quotes),
            }
            for name, statement in assessment.statements.items()
        },
        "answers": {key: _answer(entry, getattr(assessment, key)) for key in _PLAIN},
    }


def columns() -> tuple[str, ...]:
    """The columns of a row before the safeguards."""
    return (
        *("id", "name", "organisation", "organisation_kind", "body"),
        *_PLAIN,
        *("impact", "criteria", "rules", "impact_quote"),
    )


def safeguard_columns() -> tuple[str, ...]:
    """The columns of the safeguards, by id."""
    return tuple(safeguards())


def as_row(entry: Entry, assessment: Assessment) -> tuple[str, ...]:
    """One entry as a row of ``columns`` and ``safeguard_columns``."""
    impact = assessment.impact
    quotes = quotes_as_data(entry, impact.quotes)
    return (
        *map(_cell, _head(entry, assessment).values()),
        *(getattr(assessment, key).value for key in _PLAIN),
        *(impact.level, ", ".join(impact.criteria), ", ".join(impact.rules)),
        _cell(quotes[0]["text"] if quotes else ""),
        *(assessment.statements[name].value for name in safeguard_columns()),
    )


def _answer(entry: Entry, judged: Judged) -> dict[str, Any]:
    return {"value": judged.value, "rule": judged.rule, "quotes": quotes_as_data(entry, judged.quotes)}


def _head(entry: Entry, assessment: Assessment) -> dict[str, str]:
    return {
        "id": entry.source_id,
        "name": entry.name,
        "organisation": entry.organisation,
        "organisation_kind": assessment.organisation_kind,
        "body": assessment.body,
    }


def quotes_as_data(entry: Entry, quotes: tuple[Quote, ...]) -> list[dict[str, Any]]:
    """Quotes of ``entry`` with their words and place."""
    return [
        {"field": each.field, "text": entry.texts[each.field][each.start : each.end]}
        | {"start": each.start, "end": each.end}
        for each in quotes
    ]


def _cell(text: str) -> str:
    """A text that a spreadsheet will not run as a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
