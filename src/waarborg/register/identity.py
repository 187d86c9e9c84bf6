"""Who an entry is where its source does not say, or says it twice.

The rule, stated once and shown in the findings:

- a published id counts; of entries with one id, the first in the file keeps it;
- a later one gets ``id~`` and six hexadecimal digits made of its organisation, department and name;
- an entry without an id, or with a word that stands for none (``TBD``), gets ``derived-`` and twelve digits
  made of the same three;
- where even those are the same, the goal is added, and last ``~2``, ``~3`` in the order of the file.

Digits are those of SHA-256 over the words in small letters, white space made one: the same words give the
same id in every file.
"""

import hashlib

import attrs

from waarborg.register.placeholders import is_placeholder
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where


class Identities:
    """Gives every entry an id of its own, and says where the source's own did not do."""

    def __init__(self) -> None:
        """Start with no entry seen."""
        self._taken: set[str] = set()

    def settle(self, entry: Entry) -> tuple[Entry, tuple[Finding, ...]]:
        """The entry with its id, and what was wrong with the id it came with."""
        published = entry.source_id
        if published and not is_placeholder(published):
            given = self._free(published, f"{published}~{_digits(entry)[:6]}", entry)
            code, severity = "id_repeated", Severity.WARNING
        else:
            derived = f"derived-{_digits(entry)[:12]}"
            given = self._free(derived, f"derived-{_digits(entry, 'goal')[:12]}", entry)
            code, severity = ("id_placeholder" if published else "id_missing"), Severity.NOTE
        self._taken.add(given)
        if given == published:
            return entry, ()
        params = {"given": given} if code == "id_missing" else {"id": published, "given": given}
        return attrs.evolve(entry, source_id=given), (Finding(code, params, _where(entry), severity),)

    def _free(self, first: str, second: str, entry: Entry) -> str:
        """The first id that no entry has yet."""
        longer = f"{second}{_digits(entry, 'goal')[:6]}" if not first.startswith("derived-") else second
        for candidate in (first, second, longer):
            if candidate not in self._taken:
                return candidate
        number = 2
        while f"{longer}~{number}" in self._taken:
            number += 1
        return f"{longer}~{number}"


def _digits(entry: Entry, *more: str) -> str:
    """Digits made of the words that tell an entry apart."""
    words = [entry.organisation, entry.texts.get("department", ""), entry.name]
    words += [entry.texts.get(field, "") for field in more]
    plain = "\n".join(" ".join(part.split()).casefold() for part in words)
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()


def _where(entry: Entry) -> Where:
    return Where(row=entry.row, field="id")
