"""How far the rules agree with entries coded by hand: agreement, Cohen's kappa, confusion, and who differs.

Kappa: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
20 (1960): (p_o - p_e) / (1 - p_e). Where both sides give one and the same answer throughout, p_e is 1 and
kappa is not defined: None, never 1.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

COMMON_WORD = {"unclear": "unknown", "not_applicable": "absent", "not_in_source": "not_stated"}
"""The code book's words and ours, brought together as DESIGN 2 says ("Types")."""


@frozen
class Pair:
    """One answer on one entry: as coded by hand, and as the rules give it."""

    sample: str
    source_id: str
    name: str
    coded: str
    found: str
    rule: str | None = None


@frozen
class KeyAgreement:
    """The agreement on one key. ``confusion`` counts entries by coded answer, then by answer found."""

    key: str
    count: int
    agreement: float
    kappa: float | None
    confusion: Mapping[str, Mapping[str, int]]
    differ: tuple[Pair, ...]


@frozen
class Comparison:
    """All keys; ``left_out`` counts coded entries of another file, ``missing`` those that FILE does not hold.

    ``recall_high`` and ``precision_high`` are of a high impact. ``rare_found`` is the share of coded
    safeguard answers other than the commonest of their safeguard that the rules give too.
    """

    entries: int
    left_out: int
    missing: tuple[str, ...]
    keys: tuple[KeyAgreement, ...]
    recall_high: float | None
    precision_high: float | None
    rare_found: float | None
    rare_count: int


def compare(
    pairs: Mapping[str, Iterable[Pair]], *, entries: int, left_out: int = 0, missing: Iterable[str] = ()
) -> Comparison:
    """Compare the answers by key. An answer that is null in the coding is not to be among ``pairs``."""
    by_key = {key: tuple(map(_folded, found)) for key, found in pairs.items()}
    impact = by_key.get("impact", ())
    both = sum(pair.coded == pair.found == "high" for pair in impact)
    rare = [pair for key, found in by_key.items() if key.startswith("safeguards.") for pair in _rare(found)]
    return Comparison(
        entries=entries,
        left_out=left_out,
        missing=tuple(missing),
        keys=tuple(agreement(key, found) for key, found in by_key.items() if found),
        recall_high=_share(both, sum(pair.coded == "high" for pair in impact)),
        precision_high=_share(both, sum(pair.found == "high" for pair in impact)),
        rare_found=_share(sum(pair.coded == pair.found for pair in rare), len(rare)),
        rare_count=len(rare),
    )


def agreement(key: str, pairs: tuple[Pair, ...]) -> KeyAgreement:
    """The agreement on one key over at least one pair."""
    confusion: dict[str, Counter[str]] = {}
    for pair in pairs:
        confusion.setdefault(pair.coded, Counter())[pair.found] += 1
    differ = tuple(pair for pair in pairs if pair.coded != pair.found)
    observed = 1 - len(differ) / len(pairs)
    return KeyAgreement(key, len(pairs), observed, kappa(pairs), confusion, differ)


def kappa(pairs: tuple[Pair, ...]) -> float | None:
    """Cohen's kappa, None where it is not defined."""
    count = len(pairs)
    coded = Counter(pair.coded for pair in pairs)
    found = Counter(pair.found for pair in pairs)
    expected = sum(coded[answer] * found[answer] for answer in coded)
    if expected == count * count:
        return None
    agreed = sum(pair.coded == pair.found for pair in pairs)
    return (agreed * count - expected) / (count * count - expected)


def _folded(pair: Pair) -> Pair:
    coded, found = (COMMON_WORD.get(word, word) for word in (pair.coded, pair.found))
    return Pair(pair.sample, pair.source_id, pair.name, coded, found, pair.rule)


def _rare(pairs: tuple[Pair, ...]) -> list[Pair]:
    if not pairs:
        return []
    commonest = Counter(pair.coded for pair in pairs).most_common(1)[0][0]
    return [pair for pair in pairs if pair.coded != commonest]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
