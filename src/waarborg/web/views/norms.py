"""Normen: what does the law ask? Straight from the catalogues, verification and gaps included."""

from collections import Counter
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waarborg import law
from waarborg.assessment import rule_book
from waarborg.assessment.reading_rules import ReadingRule
from waarborg.assessment.reading_rules import reading_rules as assessment_rules
from waarborg.law import Norm, Safeguard, VerificationStatus
from waarborg.web.tellings import answer_word
from waarborg.web.words import label, t


def norms(request: HttpRequest) -> HttpResponse:
    """The twenty safeguards, how many norms each rests on, and how far those were read."""
    return render(
        request,
        "norms.html",
        {
            "safeguards": law.safeguards().values(),
            "outside": law.law().safeguards.outside,
            "norms": law.norms(),
            "read": _how_far_read(law.norms().values()),
            "doubtful": {one.id: _doubtful(one) for one in law.safeguards().values()},
            "statuses": tuple(VerificationStatus),
            "checked": sorted({norm.verification.checked_on for norm in law.norms().values()}),
        },
    )


def norm_texts(request: HttpRequest) -> HttpResponse:
    """Every norm at its own anchor, grouped by the law it stands in."""
    by_law: dict[str, list[Norm]] = {}
    for norm in law.norms().values():
        by_law.setdefault(norm.law, []).append(norm)
    served: dict[str, list[law.Safeguard]] = {}
    for safeguard in law.safeguards().values():
        for norm_id in safeguard.norms:
            served.setdefault(norm_id, []).append(safeguard)
    return render(request, "norm_texts.html", {"by_law": by_law, "served": served})


def impact_rules(request: HttpRequest) -> HttpResponse:
    """The decision table for a high impact, each rule at its own anchor."""
    catalogue = law.law().impact
    return render(
        request,
        "impact_rules.html",
        {
            "catalogue_version": catalogue.version,
            "criteria": catalogue.criteria,
            "rules": catalogue.rules,
            "rights": catalogue.rights,
        },
    )


def reading_rules(request: HttpRequest) -> HttpResponse:
    """The rules by which entries are read, each at its own anchor, by the question that it answers."""
    by_key: dict[str, list[ReadingRule]] = {}
    for rule in assessment_rules().values():
        by_key.setdefault(rule.key, []).append(rule)
    shown = {
        "catalogue_version": rule_book().version,
        "by_key": by_key,
        "key_name": _key_name,
        "gives": _gives,
    }
    return render(request, "reading_rules.html", shown)


def _gives(rule: ReadingRule) -> str:
    """What a rule gives, in words: a statement, a sign or criterion that is found, or an answer."""
    kind = rule.key.partition(".")[0]
    if kind == "safeguard":
        return label("statement", rule.gives)
    found = kind == "sign" or kind in law.impact_criteria()
    return t("page.reading.found") if found else answer_word(kind, rule.gives)


def _key_name(key: str) -> str:
    kind, _, name = key.partition(".")
    if kind == "safeguard":
        return label("safeguard", name)
    if kind == "sign":
        return t("page.reading.sign", sign=label("reading.sign", name))
    return label("criterion", key) if key in law.impact_criteria() else label("assess.key", key)


def _doubtful(safeguard: Safeguard) -> tuple[tuple[str, bool], ...]:
    """The norms of a safeguard that nobody read in the text itself, wholly or (True) in part."""
    found = ((one, law.norms()[one].verification) for one in safeguard.norms)
    return tuple(
        (one, seen.status is VerificationStatus.TEXT)
        for one, seen in found
        if seen.gaps or seen.status is not VerificationStatus.TEXT
    )


def _how_far_read(norms: Iterable[Norm]) -> Counter[VerificationStatus]:
    return Counter(norm.verification.status for norm in norms)
