"""The figures of the second reader as a table for ``docs/assessment-quality.md``."""

from collections.abc import Callable, Iterable, Sequence
from statistics import mean

from waarborg.assessment import Comparison, KeyAgreement
from waarborg.jobs.second_reader.crossing import Crossing

KEYS = (
    "subject",
    "role",
    "automated_individual_decision",
    "impact",
    "criteria.legal_consequence",
    "criteria.classification",
)
_WAYS = {
    "rules": "rules alone",
    "alone": "second reader alone",
    "both": "both",
    "chosen": "both, threshold chosen inside",
    "full_texts": "both, full texts only",
    "apart": "both, entries apart",
}
_NOT_ALONE = KEYS[2], *KEYS[4:]
"""What the second reader does not answer by itself."""

Figure = Callable[[Comparison], float | None]


def crossed(crossings: Sequence[Crossing]) -> str:
    """The mean over the divisions with the lowest and the highest, by way of judging."""
    lines = [f"| figure | {' | '.join(_WAYS.values())} |", "|---" * (len(_WAYS) + 1) + "|"]
    for name, figure in _figures():
        cells = [_spread(figure, [getattr(each, way) for each in crossings]) for way in _WAYS]
        if name.removeprefix("kappa ") in _NOT_ALONE:
            cells[1] = "-"
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def stated(crossing: Crossing) -> str:
    """What is said of safeguards by the rules alone, and by the rules and the sentences together."""
    lines = ["| safeguard | entries | rules alone | rules and sentences |", "|---|---|---|---|"]
    both = {each.key: each for each in crossing.both.keys}
    for each in crossing.rules.keys:
        kind, _, name = each.key.partition(".")
        if kind == "safeguards":
            lines.append(f"| {name} | {each.count} | {agreed(each)} | {agreed(both[each.key])} |")
    if crossing.both.rare_found is not None:
        count, found = crossing.both.rare_count, crossing.both.rare_found
        lines.append(f"\nOf {count} answers that are not the commonest, {found:.1%} are found.")
    return "\n".join(lines)


def agreed(each: KeyAgreement) -> str:
    """The agreement on one key, with kappa where it is defined."""
    return f"{each.agreement:.1%}, kappa {'-' if each.kappa is None else f'{each.kappa:.2f}'}"


def _figures() -> list[tuple[str, Figure]]:
    return [
        *((f"kappa {key}", _kappa(key)) for key in KEYS),
        ("recall of high", lambda compared: compared.recall_high),
        ("precision of high", lambda compared: compared.precision_high),
    ]


def _kappa(key: str) -> Figure:
    return lambda compared: next((each.kappa for each in compared.keys if each.key == key), None)


def _spread(figure: Figure, compared: Iterable[Comparison]) -> str:
    told = [value for each in compared if (value := figure(each)) is not None]
    if not told:
        return "-"
    if max(told) == min(told):
        return f"{told[0]:.3f}"
    return f"{mean(told):.3f} ({min(told):.3f} to {max(told):.3f})"
