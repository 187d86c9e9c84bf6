import pytest

from waarborg.assessment import Pair, compare
from waarborg.assessment.agreement import kappa


def _pairs(*answers: tuple[str, str]) -> tuple[Pair, ...]:
    return tuple(Pair(f"S{at}", str(at), "naam", *answer) for at, answer in enumerate(answers))


def test_kappa_is_that_of_the_formula() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: p_o = 0.7, p_e = 0.5*0.6 + 0.5*0.4 = 0.5, kappa = 0.4.
    pairs = _pairs(*[("a", "a")] * 20, *[("a", "b")] * 5, *[("b", "a")] * 10, *[("b", "b")] * 15)
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_is_not_defined_where_nobody_ever_says_another_thing() -> None:
    assert kappa(_pairs(("a", "a"), ("a", "a"))) is None


def test_a_reasoned_not_needed_counts_as_absent_and_no_field_as_not_stated() -> None:
    pairs = _pairs(("absent", "not_applicable"), ("not_stated", "not_in_source"))
    compared = compare({"safeguards.dpia": pairs}, entries=2)
    assert compared.keys[0].agreement == 1.0


def test_recall_and_precision_of_high_are_counted() -> None:
    # Coded high: 3, found high: 4, both: 2.
    answers = [
        ("high", "high"),
        ("high", "high"),
        ("high", "not_high"),
        ("not_high", "high"),
        ("not_high", "high"),
    ]
    compared = compare({"impact": _pairs(*answers)}, entries=5)
    assert compared.recall_high == pytest.approx(2 / 3)
    assert compared.precision_high == pytest.approx(1 / 2)


def test_the_share_of_rare_answers_leaves_the_commonest_out() -> None:
    # not_stated is commonest; of the two others one is found.
    pairs = _pairs(
        ("not_stated", "not_stated"),
        ("not_stated", "present"),
        ("not_stated", "not_stated"),
        ("present", "present"),
        ("absent", "present"),
    )
    compared = compare({"safeguards.dpia": pairs}, entries=5)
    assert (compared.rare_found, compared.rare_count) == (0.5, 2)


def test_without_high_there_is_no_recall() -> None:
    compared = compare({"impact": _pairs(("not_high", "not_high"))}, entries=1)
    assert compared.recall_high is None
    assert compared.keys[0].differ == ()
