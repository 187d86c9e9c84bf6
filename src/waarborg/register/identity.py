"""Who an entry is where its source does not say, or says it twice.

The rule, stated once and shown in the findings: an id counts as published while it is the only one; an
entry without one gets ``derived-`` and twelve hexadecimal digits of SHA-256 over its organisation and name
(small letters, white space made one); an id that stands for the second time gets ``~2``, and so on, in the
order of the file.
"""

import hashlib
from collections import Counter

import attrs

from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where


class Identities:
    """Gives every entry an id of its own, and says where the source's own did not do."""

    def __init__(self) -> None:
        """Start with no entry seen."""
        self._seen: Counter[str] = Counter()

    def settle(self, entry: Entry) -> tuple[Entry, tuple[Finding, ...]]:
        """The entry with its id, and what was wrong with the id it came with."""
        findings = []
        source_id = entry.source_id
        if not source_id:
            source_id = derived_id(entry.organisation, entry.name)
            findings.append(_finding("id_missing", entry, Severity.NOTE, id=source_id))
        self._seen[source_id] += 1
        if self._seen[source_id] > 1:
            given = f"{source_id}~{self._seen[source_id]}"
            findings.append(_finding("id_repeated", entry, Severity.WARNING, id=source_id, given=given))
            source_id = given
        return attrs.evolve(entry, source_id=source_id), tuple(findings)


def derived_id(*parts: str) -> str:
    """An id made of the words that tell an entry apart; the same words always give the same id."""
    plain = "\n".join(" ".join(part.split()).casefold() for part in parts)
    return "derived-" + hashlib.sha256(plain.encode()).hexdigest()[:12]


def _finding(code: str, entry: Entry, severity: Severity, **params: object) -> Finding:
    return Finding(code, params, Where(row=entry.row, field="id"), severity)
