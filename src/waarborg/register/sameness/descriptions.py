"""What an entry says of its system, made comparable, and the note that an earlier entry says the same."""

from attrs import define, field

from waarborg.register.sameness.texts import SameText, words_of
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where

DESCRIBING = ("description_short", "goal", "methods_and_models")
"""The fields that describe the system; the others say what the organisation does with it."""

FEWEST_WORDS = 15
"""A shorter description is too general to know a system by."""


def description_words(entry: Entry) -> list[str]:
    """The words of the description without those of the organisation's name; none when they are too few."""
    own = set(words_of(entry.organisation))
    described = " ".join(entry.texts.get(name, "") for name in DESCRIBING)
    words = [word for word in words_of(described) if word not in own]
    return words if len(words) >= FEWEST_WORDS else []


@define
class NearDuplicates:
    """Knows the descriptions that came before, one register through."""

    _texts: SameText = field(factory=SameText, init=False)
    _first: dict[int, tuple[str, str]] = field(factory=dict, init=False)

    def check(self, entry: Entry) -> tuple[Finding, ...]:
        """A note where an earlier entry has this description, or nearly: a template, or a copy."""
        words = description_words(entry)
        if not words:
            return ()
        cluster = self._texts.cluster(self._texts.add(words))
        if cluster not in self._first:
            self._first[cluster] = (entry.source_id, entry.organisation)
            return ()
        earlier, organisation = self._first[cluster]
        field_name = next(name for name in (*DESCRIBING[1:], DESCRIBING[0]) if name in entry.texts)
        params = {"id": earlier, "organisation": organisation}
        where = Where(row=entry.row, field=field_name)
        return (Finding("near_duplicate", params, where, Severity.NOTE),)
