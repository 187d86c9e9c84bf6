"""Amounts of time in words: four weeks, one and a half years, six to eight weeks, a week or two."""

from collections.abc import Sequence
from math import ceil

from attrs import frozen

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.spans import readings

MOST = 100_000
"""More units than any term has; a larger number counts as this one."""
_AS_OTHERS = {"fortnight": ("week", 2.0), "hour": ("day", 1 / 24), "three_quarters": ("month", 9.0)}
"""Units that are counted as another: so many of these a piece."""
_HALF_IN_DAYS = {"week": 4, "month": 15, "quarter": 45}
"""Half a unit, in days, up to a whole day; half a year is six months."""
_UNTIL = {"tot", "a", "to", "of", "or"}
_HALF = {("half",), ("halve",), ("en", "half"), ("en", "een", "half"), ("and", "half"), ("and", "a", "half")}
_TENS = 10


@frozen
class Amount:
    """So many units and ``days`` more, for a half; ``reading`` names the reading of a vague number."""

    count: int
    unit: str
    reading: str = ""
    days: int = 0


def amount(words: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """An amount of time at place ``at``: ``vier weken``, ``een half jaar``, ``vier tot zes weken``."""
    roughly = find("roughly", words, at)
    reading, at = ("roughly", roughly[1]) if roughly else ("", at)
    if find("few", words, at):
        return _few(words, at)
    number, place = _range(words, at)
    halves = 2 * (number or 0)
    size = next((len(half) for half in _HALF if tuple(words[place : place + len(half)]) == half), 0)
    if number is None and not size:
        return _few(words, at)
    if size:
        alone = number is None or (number == 1 and size == 1)
        halves, place = 1 if alone else halves + 1, place + size
        place += words[place : place + 1] in {("a",), ("een",)}
    return _or_so(words, _with_unit(words, place, halves, reading))


def _range(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """A number, or the higher of two."""
    number, place = _number(words, at)
    if number is None or words[place : place + 1] not in {(word,) for word in _UNTIL}:
        return number, place
    beyond = place + 3 if tuple(words[place : place + 3]) == ("tot", "en", "met") else place + 1
    further, end = _number(words, beyond)
    return (further, end) if further is not None else (number, place)


def _or_so(words: Sequence[str], found: tuple[Amount, int] | None) -> tuple[Amount, int] | None:
    """*A week or two*: two weeks, roughly."""
    if not found or words[found[1] : found[1] + 1] not in {("of",), ("or",)}:
        return found
    number, place = _number(words, found[1] + 1)
    if number is None or find("units", words, place):
        return found
    return Amount(number, found[0].unit, "roughly"), place


def _few(words: Sequence[str], at: int) -> tuple[Amount, int] | None:
    if words[at : at + 1] in {("anderhalf",), ("anderhalve",)}:
        return _with_unit(words, at + 1, 3, "")
    if (whole := find("units", words, at)) and whole[0] == "three_quarters":
        return _with_unit(words, at, 2, "")
    found = find("few", words, at) or find("coming", words, at)
    if not found:
        return None
    plural = words[found[1]].endswith(("en", "s")) if found[1] < len(words) else False
    return _with_unit(words, found[1], 2 * int(readings()["few"]), "few") if plural else None


def _number(words: Sequence[str], at: int) -> tuple[int | None, int]:
    if at >= len(words):
        return None, at
    if words[at].isdigit():
        return min(int(words[at][:6]), MOST), at + 1
    if found := find("numbers", words, at):
        number, ones = int(found[0]), find("numbers", words, found[1])
        tens = number > _TENS and number % _TENS == 0
        if tens and ones and int(ones[0]) < _TENS and words[found[1]] != "a":
            return number + int(ones[0]), ones[1]  # twenty one
        return number, found[1]
    number_in_one = _compound(words[at])
    return number_in_one, at if number_in_one is None else at + 1


def _compound(word: str) -> int | None:
    """A number in one word: ``tweeentwintig`` is two and twenty."""
    ones, _, tens = word.rpartition("en")
    while ones:
        low, high = find("numbers", (ones,), 0), find("numbers", (tens,), 0)
        if low and high and int(low[0]) < _TENS < int(high[0]):
            return int(low[0]) + int(high[0])
        ones, _, before = ones.rpartition("en")
        tens = before + "en" + tens
    return None


def _with_unit(words: Sequence[str], at: int, halves: int, reading: str) -> tuple[Amount, int] | None:
    unit = find("units", words, at)
    if not unit:
        return None
    if unit[0] in _AS_OTHERS:
        name, size = _AS_OTHERS[unit[0]]
        return Amount(max(ceil(halves / 2 * size), 1), name, reading), unit[1]
    whole, half = divmod(halves, 2)
    if half and unit[0] == "year":
        return Amount(whole * 12 + 6, "month", reading), unit[1]
    if half and unit[0] not in _HALF_IN_DAYS:
        return None
    return Amount(whole, unit[0], reading, half * _HALF_IN_DAYS.get(unit[0], 0)), unit[1]
