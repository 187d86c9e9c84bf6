from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from waarborg.publication.papers.flow import Stage, Step, Word, after, outstanding

OUT = [Step.APPROVE, Step.SIGN, Step.SEND, Step.PUBLISH]


def test_the_way_out_is_one_and_in_order() -> None:
    stages = [Stage.DRAFT]
    for step in OUT:
        found = after(stages[-1], step)
        assert found is not None
        stages.append(found)
    assert stages == [Stage.DRAFT, Stage.APPROVED, Stage.SIGNED, Stage.SENT, Stage.PUBLISHED]


def test_nothing_follows_publication_and_nothing_skips_a_stage() -> None:
    assert not [step for step in Step if after(Stage.PUBLISHED, step)]
    for stage, step in product((Stage.DRAFT, Stage.CO_DRAFTING), (Step.SIGN, Step.SEND, Step.PUBLISH)):
        assert after(stage, step) is None


def test_a_paper_that_all_were_taken_back_from_is_a_draft_again() -> None:
    assert after(Stage.CO_DRAFTING, Step.TAKE_BACK, ()) is Stage.DRAFT
    assert after(Stage.CO_DRAFTING, Step.TAKE_BACK, ("czw",)) is Stage.CO_DRAFTING
    assert after(Stage.APPROVED, Step.REOPEN, ("czw",)) is Stage.CO_DRAFTING


def test_a_paraph_counts_for_the_version_it_was_given_on() -> None:
    words = [Word("czw", Step.PARAPH, 1)]
    assert outstanding(("czw",), words, 1) == ()
    assert outstanding(("czw",), words, 2) == ("czw",)


def test_the_last_word_of_a_directorate_counts() -> None:
    words = [Word("czw", Step.REMARK, 2), Word("czw", Step.PARAPH, 2), Word("fez", Step.PARAPH, 2)]
    assert outstanding(("czw", "fez"), words, 2) == ()
    assert outstanding(("czw", "fez"), [*words, Word("fez", Step.REMARK, 2)], 2) == ("fez",)


@given(st.sets(st.sampled_from("abcd")), st.integers(1, 3))
def test_who_said_nothing_is_always_waited_for(handed: set[str], version: int) -> None:
    assert outstanding(handed, [], version) == tuple(sorted(handed))
