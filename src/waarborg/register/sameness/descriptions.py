"""What an entry says of its system, made comparable, and the note that an earlier entry says the same."""

import hashlib

from attrs import define, field

from waarborg.register.sameness.texts import SameText, words_of
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where

DESCRIBING = ("description_short", "goal", "methods_and_models")
"""The fields that describe the system; the others say what the organisation does with it."""

_SAYING_LITTLE = frozenset({"name", "status", "category", "publication_category"})

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

    _whole: dict[bytes, str] = field(factory=dict, init=False)
    _texts: SameText = field(factory=SameText, init=False)
    _first: dict[int, tuple[str, str]] = field(factory=dict, init=False)

    def check(self, entry: Entry) -> tuple[Finding, ...]:
        """A finding where an earlier entry says the same.

        A warning where it is the same to the letter but for its id; else a note where it has this
        description, or nearly: a template, or a copy.
        """
        telling = entry.texts.keys() - _SAYING_LITTLE
        earlier = self._whole.setdefault(_digest(entry), entry.source_id) if telling else entry.source_id
        if earlier != entry.source_id:
            where = Where(row=entry.row, field="name")
            return (Finding("duplicate", {"id": earlier}, where, Severity.WARNING),)
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


def _digest(entry: Entry) -> bytes:
    """Some bytes that two entries share when all they say is the same, white space aside."""
    said = [entry.organisation, *(part for pair in sorted(entry.texts.items()) for part in pair)]
    plain = "\n".join(" ".join(text.split()) for text in said)
    return hashlib.blake2b(plain.encode(errors="replace"), digest_size=12).digest()
