"""Opinions by clause: contradictions, and what a change asks for again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.procedure.opinions import WHOLE_PLAN, Remark, Stance, conflicts, problems, reopened
from jijuqu.words.said import say

A, B, C = "发展改革", "规划自然资源", "生态环境"
LAND, SITE, BODIES = "二（二）", "二（二）2", "二（二）4"


def remark(department, clause, stance, words="理由"):
    return Remark(department, clause, Stance(stance), words)


def test_an_objection_against_another_departments_agreement_is_a_conflict():
    objects, agrees, advises = (
        remark(A, SITE, "disagree"),
        remark(B, SITE, "agree"),
        remark(C, SITE, "agree_with_advice"),
    )
    (found,) = conflicts([agrees, objects, advises, remark(A, BODIES, "agree")])
    assert (found.clause, found.against, found.in_favour) == (SITE, (objects,), (agrees, advises))


@pytest.mark.parametrize(
    "remarks",
    [
        [],
        [remark(A, SITE, "disagree"), remark(B, SITE, "disagree")],
        [remark(A, SITE, "disagree"), remark(B, SITE, "none")],
        [remark(A, SITE, "disagree"), remark(B, BODIES, "agree")],
        [remark(A, SITE, "disagree"), remark(A, SITE, "agree_with_advice")],  # one department, two remarks
    ],
)
def test_this_is_no_conflict(remarks):
    assert conflicts(remarks) == ()


REMARKS = st.lists(
    st.builds(
        Remark, st.sampled_from([A, B, C]), st.sampled_from([WHOLE_PLAN, LAND, SITE, BODIES]), st.sampled_from(Stance)
    )
)


@given(REMARKS, st.randoms(use_true_random=False))
def test_conflicts_are_those_of_a_plain_search_in_any_order(remarks, chance):
    expected = {
        one.clause
        for one in remarks
        for other in remarks
        if one.clause == other.clause and one.department != other.department
        if one.stance == "disagree" and other.stance in {"agree", "agree_with_advice"}
    }
    chance.shuffle(remarks)
    assert [conflict.clause for conflict in conflicts(remarks)] == sorted(expected)


@pytest.mark.parametrize(
    ("clause", "changed", "again"),
    [
        (SITE, {SITE}, True),
        (SITE, {BODIES}, False),
        (SITE, {LAND}, True),
        (LAND, {SITE}, True),
        (WHOLE_PLAN, {SITE}, True),
        (SITE, set(), False),
        (WHOLE_PLAN, set(), False),
    ],
)
def test_only_what_a_change_touches_is_asked_again(clause, changed, again):
    given_before = remark(A, clause, "agree")
    assert reopened([given_before], changed) == ((given_before,) if again else ())


@pytest.mark.parametrize("stance", Stance)
def test_advice_and_objections_need_words(stance):
    wanting = stance in {Stance.AGREE_WITH_ADVICE, Stance.DISAGREE}
    assert bool(problems(Remark(A, SITE, stance, " "))) is wanting
    assert problems(Remark(A, SITE, stance, "边界与红线重叠")) == ()


def test_what_lacks_words_is_named():
    assert (
        say(problems(remark(A, WHOLE_PLAN, "disagree", ""))[0], "zh")
        == "对规划整体的意见为“不同意”，请写明建议或理由。"
    )
    assert "二（二）2" in say(problems(remark(A, SITE, "disagree", ""))[0], "en")
