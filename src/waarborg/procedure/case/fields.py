"""Taking one field after another out of a mapping of a case file, noting what is wrong with its line."""

import datetime as dt
from typing import Any

from attrs import field, frozen

from waarborg.law.lifecycles import lifecycles
from waarborg.sources.located import Located
from waarborg.values.case import Moment
from waarborg.values.finding import Finding, Severity, Where


@frozen
class Fields:
    """One mapping being read. What was taken is not ``other``; what is wrong goes to ``findings``."""

    file: str
    item: Located
    findings: list[Finding]
    taken: set[str] = field(factory=set)

    def wrong(self, code: str, key: str, /, **params: object) -> None:
        """Note that ``key`` is wrong."""
        where = Where(file=self.file, line=self.item.line_of(key), field=key)
        self.findings.append(Finding(code, params, where, Severity.ERROR))

    def unusual(self, code: str, key: str, /, **params: object) -> None:
        """Note that what stands under ``key`` is not known here: a warning, it may be right."""
        where = Where(file=self.file, line=self.item.line_of(key), field=key)
        self.findings.append(Finding(code, params, where, Severity.WARNING))

    def raw(self, key: str) -> Any:
        """What stands under ``key``; None where nothing does."""
        self.taken.add(key)
        return self.item.values.get(key)

    def text(self, key: str) -> str | None:
        """Text, or a plain value as text."""
        value = self.raw(key)
        if isinstance(value, Located | list):
            self.wrong("case_text_expected", key)
            return None
        return None if value is None else str(value).strip() or None

    def needed(self, key: str, instead: str = "?") -> str:
        """Text that may not be missing; ``instead`` stands for it once its absence was noted."""
        value = self.text(key)
        if value is None:
            self.wrong("case_key_missing", key, key=key)
        return value or instead

    def chamber(self) -> str | None:
        """The body under ``chamber`` by its code; as written where no body is called that."""
        value = self.text("chamber")
        if value is None:
            return None
        known = lifecycles().chamber(value)
        if known is None:
            allowed = ", ".join(lifecycles().chambers)
            self.unusual("case_chamber_unknown", "chamber", value=value, allowed=allowed)
        return known or value

    def number(self, key: str) -> int | None:
        """A whole number."""
        value = self.raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.wrong("case_number_expected", key, value=str(value))
        return None

    def names(self, *keys: str) -> tuple[str, ...]:
        """Names under any of ``keys``, one or a list of them."""
        found: list[str] = []
        for key in keys:
            value = self.raw(key)
            if isinstance(value, Located):
                self.wrong("case_text_expected", key)
                continue
            values = value if isinstance(value, list) else [value]
            found.extend(
                str(name) for name in values if name is not None and not isinstance(name, Located | list)
            )
        return tuple(found)

    def day(self, key: str) -> dt.date | None:
        """A day of the calendar, written year-month-day."""
        value = self.text(key)
        try:
            return dt.date.fromisoformat(value) if value else None
        except ValueError:
            self.wrong("case_day_impossible", key, value=value)
            return None

    def moment(self, day: str = "date", prefix: str = "") -> Moment:
        """A day with the bounds beside it (``not_before``, ``not_after``; for papers ``date_not_before``)."""
        before, after = self.day(f"{prefix}not_before"), self.day(f"{prefix}not_after")
        if before and after and after < before:
            self.wrong("case_bounds_crossed", f"{prefix}not_after", before=before, after=after)
        return Moment(on=self.day(day), not_before=before, not_after=after)

    def inner(self, key: str) -> "Fields | None":
        """The mapping under ``key``, where it is one."""
        value = self.raw(key)
        return Fields(self.file, value, self.findings) if isinstance(value, Located) else None

    def items(self, key: str) -> "list[Fields]":
        """The mappings of the list under ``key``; what is no mapping is noted and left out."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong("case_list_expected", key, key=key)
            return []
        if len(good := [item for item in value if isinstance(item, Located)]) < len(value):
            self.wrong("case_mapping_expected", key, key=key)
        return [Fields(self.file, item, self.findings) for item in good]

    def fact(self) -> dict[str, Any]:
        """What every fact has; to be asked last, since ``other`` is what was not taken."""
        known = {
            "certainty": self.text("certainty"),
            "sources": self.names("source", "sources"),
            "note": self.text("note"),
            "recorded": self.day("recorded"),
            "line": self.item.line,
        }
        return {**known, "other": {k: plain(v) for k, v in self.item.values.items() if k not in self.taken}}


def plain(value: Any) -> Any:
    """A located value without its lines."""
    if isinstance(value, Located):
        return {key: plain(inner) for key, inner in value.values.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value
