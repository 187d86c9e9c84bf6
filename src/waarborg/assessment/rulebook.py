"""The rules as data: marks say which words are looked for and where, rules what follows from marks.

Every YAML file in ``rules`` but ``terms.yaml`` answers one key (subject, role, a sign of impact, a safeguard)
or only holds marks that others use. A rule is tried in the order of its file; the first that holds answers.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from attrs import field, frozen

from waarborg.assessment.phrases import Phrase, phrases
from waarborg.law.texts import Text
from waarborg.sources.records import load_record
from waarborg.values.finding import UnusableInput, Where

_FOLDER = Path(__file__).with_name("rules")


class At(StrEnum):
    """Where in a field the words must stand: at its start, as all of it, or anywhere."""

    START = "start"
    WHOLE = "whole"
    ANYWHERE = "anywhere"


class Negated(StrEnum):
    """What a denial beside the words does: the find does not count, counts all the same, or only so."""

    SKIP = "skip"
    KEEP = "keep"
    ONLY = "only"


class Ground(StrEnum):
    """What a rule has to go by: nothing but the want of other words, words, or words that rarely mis-say."""

    WANT = "want"
    PLAIN = "plain"
    FIRM = "firm"


@frozen(kw_only=True)
class Mark:
    """Words that are looked for in ``fields`` (names, or groups of ``terms.yaml``).

    ``unless``: words that undo a find in the same sentence. ``at_least``: the least number of words an
    answer must have; with no ``words``, any such answer that is no placeholder is a find.
    """

    id: str
    fields: tuple[str, ...]
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    at: At = At.ANYWHERE
    negated: Negated = Negated.SKIP
    at_least: int = 0


@frozen(kw_only=True)
class Rule:
    """What follows when one of ``any``, all of ``all`` and none of ``none`` are found.

    ``given`` are answers of keys that came before, such as ``role: [decides]``. A rule without marks rests
    on those alone, or on silence. ``ground`` is how easily the second reader may put its answer aside.
    """

    id: str
    gives: str
    statement: Text
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    given: Mapping[str, tuple[str, ...]] = field(factory=dict)
    ground: Ground = Ground.PLAIN


@frozen(kw_only=True)
class RuleFile:
    """One file: the key it answers (None: marks only), where its rules come from, its marks and rules.

    ``home``: for a safeguard, the fields that are there to speak of it; a format without any of them gives
    ``not_in_source`` where other fields are silent too. ``language``: these marks are hints for the second
    reader of that language alone; None for marks that rules and every reader use.
    """

    key: str | None = None
    source: str
    home: tuple[str, ...] = ()
    language: str | None = None
    marks: tuple[Mark, ...] = ()
    rules: tuple[Rule, ...] = ()


@frozen
class Terms:
    """``terms.yaml``: words with one meaning, groups of fields, denials, and answers that say nothing."""

    version: str
    terms: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    denials: tuple[str, ...]
    placeholders: tuple[str, ...]


@frozen(eq=False)
class Search:
    """A mark made ready: its phrases, and its fields with groups written out."""

    mark: Mark
    fields: frozenset[str]
    words: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    language: str | None = None


@frozen(eq=False)
class RuleBook:
    """All rules, by key; all searches, by the id of their mark; all phrases, by their clue."""

    version: str
    files: tuple[RuleFile, ...]
    searches: Mapping[str, Search]
    by_clue: Mapping[str, tuple[tuple[str, int], ...]]
    denials: frozenset[str]
    placeholder: re.Pattern[str]
    homes: Mapping[str, tuple[str, ...]]
    _by_key: Mapping[str, tuple[Rule, ...]]

    def rules(self, key: str) -> tuple[Rule, ...]:
        """The rules that answer ``key``, in order; none where no file does."""
        return self._by_key.get(key, ())

    def ground(self, key: str, rule: str | None) -> Ground:
        """What the rule with that id has to go by; plain where it is none of ``key``."""
        return next((each.ground for each in self.rules(key) if each.id == rule), Ground.PLAIN)


@cache
def rule_book() -> RuleBook:
    """The rules that come with the package, read and compiled once."""
    return load_rule_book(_FOLDER)


def load_rule_book(folder: Path) -> RuleBook:
    """Read a folder of rules.

    Raises:
        UnusableInput: a file is not as it should be, an id stands twice, a mark or term is not known.
    """
    terms = load_record(folder / "terms.yaml", Terms)
    paths = [path for path in sorted(folder.rglob("*.yaml")) if path.name != "terms.yaml"]
    files = tuple(load_record(path, RuleFile) for path in paths)
    searches: dict[str, Search] = {}
    for path, file in zip(paths, files, strict=True):
        for mark in file.marks:
            if mark.id in searches:
                raise UnusableInput("rule_id_twice", Where(file=str(path)), id=mark.id)
            searches[mark.id] = _search(path, mark, terms, file.language)
    for path, file in zip(paths, files, strict=True):
        _check(path, file, searches)
    return RuleBook(
        terms.version,
        files,
        searches,
        _by_clue(searches),
        frozenset(terms.denials),
        re.compile(r"[\W_]*(?:" + "|".join(map(re.escape, terms.placeholders)) + r")?[\W_]*\Z"),
        {file.key: file.home for file in files if file.key},
        {file.key: file.rules for file in files if file.key},
    )


def _search(path: Path, mark: Mark, terms: Terms, language: str | None) -> Search:
    try:
        words, unless = (
            tuple(one for each in written for one in phrases(each, terms.terms))
            for written in (mark.words, mark.unless)
        )
    except ValueError as error:
        where = Where(file=str(path))
        raise UnusableInput("rule_phrase_malformed", where, id=mark.id, reason=str(error)) from None
    fields = {name for each in mark.fields for name in terms.groups.get(each, (each,))}
    return Search(mark, frozenset(fields), words, unless, language)


def _by_clue(searches: Mapping[str, Search]) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each clue the phrases that it is the clue to: the mark and the place in its list."""
    places: dict[str, list[tuple[str, int]]] = {}
    for mark, search in searches.items():
        for at, phrase in enumerate(search.words):
            places.setdefault(phrase.clue, []).append((mark, at))
    return {clue: tuple(found) for clue, found in places.items()}


def _check(path: Path, file: RuleFile, searches: Mapping[str, Search]) -> None:
    """Every mark a rule names is known, and no rule id stands twice in a file."""
    seen: set[str] = set()
    for rule in file.rules:
        if rule.id in seen:
            raise UnusableInput("rule_id_twice", Where(file=str(path)), id=rule.id)
        seen.add(rule.id)
        for mark in (*rule.any, *rule.all, *rule.none):
            if mark not in searches:
                raise UnusableInput("rule_mark_unknown", Where(file=str(path)), id=rule.id, mark=mark)
