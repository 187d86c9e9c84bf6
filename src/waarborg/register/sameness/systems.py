"""One system under several registrations: a vendor's product that many bodies use, or one entry put in twice.

Two registrations are taken for one system where

- ``SAME-TEXT``: their descriptions are nearly the same (``texts``), words of the own organisation left out,
  and they do not name different products or providers; or
- ``SAME-NAME``: they have the same name, and a product stands in it (``product_words``).

Vendors of one kind of product copy each other's descriptions, so within one text: those that name one product
go together; those that name none go with it when it is the only one and at least half name it, together when
it is the only one and fewer do, and nowhere when there are several. An organisation that gives one text to
several names keeps systems apart: such an entry goes with the others only where another organisation has its
name too. Rather a group too few than one too many: what is in no group counts as a system of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from waarborg.register.sameness.clusters import Clusters
from waarborg.register.sameness.descriptions import description_words
from waarborg.register.sameness.product_words import Spellings, plain_name, provider_words
from waarborg.register.sameness.texts import SameText
from waarborg.values.entry import Entry

SAME_TEXT, SAME_NAME = "SAME-TEXT", "SAME-NAME"


@frozen(kw_only=True)
class SystemGroup:
    """Registrations of one system, in the order of the register.

    ``name`` is the name most of them bear; ``rules`` say on what ground they were taken together.
    """

    name: str
    ids: tuple[str, ...]
    organisations: tuple[str, ...]
    rules: tuple[str, ...]


@frozen(kw_only=True)
class SystemCount:
    """Registrations and systems told apart: a registration in no group is a system of its own."""

    registrations: int
    groups: tuple[SystemGroup, ...]

    @property
    def systems(self) -> int:
        """How many systems these registrations are about."""
        return self.registrations - sum(len(group.ids) - 1 for group in self.groups)


@frozen
class _Seen:
    """What is kept of an entry: enough to compare it, and no text."""

    id: str
    name: str
    organisation: str
    text: int | None
    provider: frozenset[str]

    @property
    def plain(self) -> str:
        return plain_name(self.name, self.organisation)


def same_system(entries: Iterable[Entry]) -> SystemCount:
    """Group the registrations of one system. The entries are read once, and their texts are not kept."""
    texts, spellings, seen = SameText(), Spellings(), []
    for entry in entries:
        spellings.read(entry)
        words = description_words(entry)
        text = texts.add(words) if words else None
        seen.append(_Seen(entry.source_id, entry.name, entry.organisation, text, provider_words(entry)))
    groups = _Grouping(seen, texts, spellings).groups()
    return SystemCount(registrations=len(seen), groups=tuple(groups))


@define
class _Grouping:
    """Joins entries, by their place in the register, and gives the groups."""

    _seen: Sequence[_Seen]
    _texts: SameText
    _spellings: Spellings
    _joined: Clusters = field(factory=Clusters, init=False)
    _rules: dict[int, set[str]] = field(factory=lambda: defaultdict(set), init=False)

    def groups(self) -> Iterator[SystemGroup]:
        """The groups of two and more, in the order of their first entry."""
        self._by_text()
        self._by_name()
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._seen)):
            members[self._joined.of(number)].append(number)
        yield from (self._group(numbers) for numbers in members.values() if len(numbers) > 1)

    def _by_text(self) -> None:
        alike: dict[int, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._seen):
            if entry.text is not None:
                alike[self._texts.cluster(entry.text)].append(number)
        for cluster in alike.values():
            if len(cluster) > 1:
                for part in self._by_product(self._not_kept_apart(cluster)):
                    self._join(part, SAME_TEXT)

    def _by_name(self) -> None:
        named: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._seen):
            if self._spellings.products(entry.name, entry.organisation):
                named[entry.plain].append(number)
        for cluster in named.values():
            self._join(cluster, SAME_NAME)

    def _not_kept_apart(self, numbers: list[int]) -> list[int]:
        """Registrations of one text, without those that one organisation alone gives several names."""
        users: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        of = {number: (self._seen[number].plain, self._seen[number].organisation) for number in numbers}
        for plain, organisation in of.values():
            users[plain].add(organisation)
            names[organisation].add(plain)
        return [
            number
            for number, (plain, organisation) in of.items()
            if len(names[organisation]) == 1 or len(users[plain]) > 1
        ]

    def _by_product(self, numbers: list[int]) -> Iterator[list[int]]:
        """Registrations of one text, parted by the products and providers they name."""
        parts, of_word, named = Clusters(), dict[str, int](), defaultdict[int, list[int]](list)
        marks = {number: self._marks(self._seen[number]) for number in numbers}
        for number, words in marks.items():
            for word in words:
                parts.join(of_word.setdefault(word, number), number)
        nameless = [number for number, words in marks.items() if not words]
        for number, words in marks.items():
            if words:
                named[parts.of(number)].append(number)
        if not named or (len(named) == 1 and len(nameless) <= len(numbers) / 2):
            yield numbers
            return
        yield from named.values()
        if len(named) == 1:
            yield nameless

    def _marks(self, entry: _Seen) -> frozenset[str]:
        return self._spellings.proper_words(entry.name, entry.organisation) | entry.provider

    def _join(self, numbers: Sequence[int], rule: str) -> None:
        for number in numbers[1:]:
            self._joined.join(numbers[0], number)
            self._rules[number].add(rule)

    def _group(self, numbers: Sequence[int]) -> SystemGroup:
        entries = [self._seen[number] for number in numbers]
        names = Counter(" ".join(entry.name.split()) for entry in entries)
        rules = {rule for number in numbers for rule in self._rules[number]}
        return SystemGroup(
            name=names.most_common(1)[0][0],
            ids=tuple(entry.id for entry in entries),
            organisations=tuple(sorted({entry.organisation for entry in entries})),
            rules=tuple(sorted(rules)),
        )
