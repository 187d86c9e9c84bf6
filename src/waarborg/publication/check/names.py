"""Names of persons: by what stands before them, by how they are built, or because they are common names.

Who acts for a body in public is named there by office or fraction; those words (``offices``) make no name.
"""

import re
from collections.abc import Iterator, Sequence

from waarborg.publication.check.lexicon import known, listed, phrases

_PARTICLE = r"(?:van|von|de|den|der|het|'t|\u2019t|ten|ter|te|la|le|el|al|in|op|bin|ben|da|dos|di|du)"
_PARTICLES = rf"(?:{_PARTICLE}\s+)*"
_BEGINS = r"[^\W\d_a-zß-öø-ÿ]"
_SURNAME = rf"{_BEGINS}[\w'\u2019-]*[^\W_](?:-[^\W\d_]+)*"
_INITIALS = r"(?:[A-Z](?:h|hr)?\.\s?){1,5}"
_ADDRESSED = r"(?:[Dd]e\s+heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|Mrs?\.?|Ms\.?)"
_TITLED = r"(?:[Dd]rs\.?|[Mm]r\.|[Ii]r\.|[Dd]r\.|[Ii]ng\.|[Pp]rof\.)"
_RUN = rf"{_SURNAME}(?:[^\S\n]+{_PARTICLES}{_SURNAME}){{0,3}}"
_BUILT = re.compile(
    rf"(?<!\w)(?:(?:{_ADDRESSED}\s+)?(?:{_TITLED}\s*)*{_INITIALS}\s*{_PARTICLES}{_SURNAME}(?:\s+{_PARTICLE}\s+{_SURNAME})?)"
    rf"|(?<!\w)(?:(?:{_ADDRESSED}|{_TITLED})\s+(?:{_TITLED}\s*)*{_PARTICLES}{_SURNAME}(?:\s+{_PARTICLES}{_SURNAME})?)"
    rf"|(?<!\w){_SURNAME},\s(?:[A-Z]\.\s?){{1,4}}(?:\s?{_PARTICLE}\b)*(?!\w)"
)
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-]*[^\W_])?")
_PERSONAL = frozenset({("van", "der"), ("van", "den"), ("ter",), ("ten",), ("el",), ("von",)})
"""Particles that stand in a name, and seldom between other words with capitals."""
_LONGEST, _INITIALS_ALONE, _SHORT = 3, 3, 4
"""How many words may follow; initials without stops; a surname without a capital, too short to be sure of."""


def found_names(text: str, *, signed: bool = False) -> Iterator[tuple[str, int, int]]:
    """The names in a text as kind, start and end; they can overlap. ``signed``: a line of a signature."""
    for match in _BUILT.finditer(text):
        if not (_opens_sentence(match.group()) or _is_office(match.group().partition(",")[0])):
            yield "name", match.start(), match.end()
    for kind, pattern in (("name", _LABELLED), ("signature", _CLOSED)):
        yield from (
            (kind, match.start("name"), match.end("name"))
            for match in pattern.finditer(text)
            if _is_person(match["name"])
        )
    if signed and (line := re.fullmatch(rf"\s*(?P<name>{_RUN})\s*", text)) and _is_person(line["name"]):
        yield "signature", line.start("name"), line.end("name")
    yield from (("name", start, end) for start, end in _common(text))


def _after(group: str, between: str) -> re.Pattern[str]:
    before = "|".join(re.escape(words) for words in phrases(group))
    return re.compile(rf"(?<!\w)(?i:{before})(?!\w)(?i:\s+is)?{between}(?P<name>{_RUN})")


_LABELLED, _CLOSED = _after("labels", r"[\s:,]+"), _after("closings", r"[\s:,.]*")


def _opens_sentence(words: str) -> bool:
    """Whether it is a letter with the sentence after it: "Letter I. Dat ...", "Kamer, A. Dat"."""
    initial, _, rest = words.partition(" ")
    return len(initial) == len("A.") and initial.endswith(".") and rest in listed("opens")


def _is_person(words: str) -> bool:
    """Whether words with capitals can be a person: no office, and no opening or abbreviation in front."""
    first = words.split(maxsplit=1)[0]
    return not (
        first in listed("opens") or first.isupper() or any(_is_office(word) for word in words.split())
    )


def _common(text: str) -> Iterator[tuple[int, int]]:
    """Names built of common names: a given name with a surname, or any name with a common surname."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        end = _name_from(words, at, text)
        if end:
            yield words[at].start(), words[end].end()
        at = end + 1 if end else at + 1


def _name_from(words: Sequence[re.Match[str]], at: int, text: str) -> int:
    """The place of the last word of the name that begins at ``at``; 0 where none does."""
    first = words[at].group()
    last = at + 1
    while _follows(words, last, text) and words[last].group().casefold() in _PARTICLE_WORDS:
        last += 1
    if not _follows(words, last, text):
        return 0
    between = tuple(word.group() for word in words[at + 1 : last])
    if not _make_a_name(first, between, words[last].group()):
        return 0
    while last - at <= _LONGEST and _follows(words, last + 1, text) and _goes_on(words[last + 1].group()):
        last += 1
    return last


def _make_a_name(first: str, between: tuple[str, ...], surname: str) -> bool:
    is_given, is_common = _knows("given", first), _knows("surnames", surname) or _ends_as_one(surname)
    if _is_office(first) or _is_office(surname) or first in listed("opens"):
        return False
    if is_given and (is_common or surname[0].isupper()):
        is_long = bool(between) or len(surname) > _SHORT
        return first[0].isupper() or (is_common and is_long and first.islower() and surname.islower())
    if not (first[0].isupper() and surname[0].isupper()):
        return False
    if first.isupper() and len(first) <= _INITIALS_ALONE:
        return is_common
    return (is_common or between in _PERSONAL) and first.isupper() == surname.isupper()


def _follows(words: Sequence[re.Match[str]], at: int, text: str) -> bool:
    """Whether there is a word at ``at`` with nothing but blanks between it and the one before."""
    return at < len(words) and text[words[at - 1].end() : words[at].start()].isspace()


def _goes_on(word: str) -> bool:
    return word[0].isupper() and not _is_office(word) and word not in listed("opens")


def _knows(group: str, word: str) -> bool:
    """Whether a word, or a part of it between hyphens, is in a group; an "'s" behind it does not count."""
    bare = re.sub(r"['\u2019]s$", "", word).casefold()
    parts = (bare, *bare.split("-"))
    return any(part in known(group) for part in parts)


def _ends_as_one(word: str) -> bool:
    """Whether a word with a capital ends as surnames do, and is more than that ending."""
    bare = re.sub(r"['\u2019]s$", "", word).casefold()
    return word[0].isupper() and bare.endswith(phrases("endings")) and bare not in phrases("endings")


def _is_office(word: str) -> bool:
    return word.casefold() in known("offices")


_PARTICLE_WORDS = frozenset(_PARTICLE.removeprefix("(?:").removesuffix(")").split("|"))
