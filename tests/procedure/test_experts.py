"""Draws that anybody can repeat, quorum, conflicts of interest, and how far scores agree."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.procedure.experts import Expert, Field, TooFewExperts, consistency, draw, interested, quorum
from jijuqu.words.said import say

CODES = st.text("abcdefgh0123456789", min_size=1, max_size=6)
POOLS = st.sets(CODES, min_size=5, max_size=30)
SEEDS = st.text(max_size=20)


@given(POOLS, SEEDS, st.integers(0, 5), st.randoms(use_true_random=False))
def test_a_draw_is_the_same_for_anybody_in_any_order(pool, seed, size, chance):
    shuffled = sorted(pool)
    chance.shuffle(shuffled)
    drawn = draw(shuffled, seed, size)
    assert drawn == draw(pool, seed, size)
    assert len(set(drawn)) == size
    assert set(drawn) <= pool


def test_the_draw_can_be_repeated_by_hand():
    pool = ["z1", "z2", "z3", "z4"]
    lots = {hashlib.sha256(b"2022-03-01 \xe6\xa2\x81\xe5\xb9\xb3\n" + code.encode()).hexdigest(): code for code in pool}
    assert draw(pool, "2022-03-01 梁平", 2) == tuple(lots[lot] for lot in sorted(lots)[:2])


@given(POOLS, SEEDS, st.data())
def test_the_excluded_are_never_drawn_and_leave_the_rest_in_their_order(pool, seed, data):
    excluded = data.draw(st.sets(st.sampled_from(sorted(pool)), max_size=len(pool) - 2))
    everybody = draw(pool, seed, len(pool))
    rest = tuple(code for code in everybody if code not in excluded)
    assert draw(pool, seed, 2, excluded) == rest[:2]


def test_over_many_seeds_nobody_is_favoured():
    pool, size, draws = [f"z{n:02}" for n in range(20)], 5, 4000
    counts = Counter(code for seed in range(draws) for code in draw(pool, str(seed), size))
    first = Counter(draw(pool, str(seed), 1)[0] for seed in range(draws))
    assert chi_square(counts, draws * size / len(pool)) < 43.8  # 19 degrees of freedom, one in a thousand
    assert chi_square(first, draws / len(pool)) < 43.8
    assert len(counts) == len(pool)


def test_over_many_seeds_no_two_are_drawn_together_more_often():
    pool, draws = [f"z{n}" for n in range(6)], 3000
    pairs = Counter(frozenset(draw(pool, str(seed), 2)) for seed in range(draws))
    assert len(pairs) == 15
    assert chi_square(pairs, draws / 15) < 36.1  # 14 degrees of freedom, one in a thousand


def chi_square(counts, expected):
    return sum((count - expected) ** 2 for count in counts.values()) / expected


def test_too_few_to_draw_from_is_said():
    with pytest.raises(TooFewExperts, match="2 experts wanted, 1 may be drawn") as refused:
        draw(["z1", "z2"], "种子", 2, {"z2"})
    assert say(refused.value.message, "zh") == "需抽取2名专家，可抽取的只有1名。请补充专家库，或减少抽取人数。"


def test_an_expert_tied_to_a_party_stays_away():
    expert = Expert("z3", frozenset({Field.LAND}), frozenset({"规划院", "投资公司"}))
    assert interested(expert, {"投资公司", "运营公司"}) == {"投资公司"}
    assert interested(expert, {"运营公司"}) == frozenset()


@given(st.integers(1, 50))
def test_a_quorum_is_two_thirds_and_never_a_head_less(named):
    wanted = quorum(named)
    assert 3 * wanted >= 2 * named
    assert 3 * (wanted - 1) < 2 * named


def test_scores_that_agree_and_one_far_off():
    found = consistency({"z1": 80, "z2": 82, "z3": 60, "z4": 85, "z5": 78})
    assert (found.median, found.mean, found.spread, found.far) == (80, 77, 25, ("z3",))


@pytest.mark.parametrize("scores", [{}, {"z1": 101}, {"z1": -1}, {"z1": float("nan")}])
def test_scores_that_are_none_are_refused(scores):
    with pytest.raises(ValueError, match=r"no scores|not between 0 and 100"):
        consistency(scores)
