"""Kleene's logic, over one case and over columns: the truth tables written out."""

import narwhals as nw
import polars as pl
import pytest

from jijuqu.policy.fact_specs import FactSpec
from jijuqu.policy.known import (
    NOTHING,
    Constant,
    Fact,
    at_least,
    at_most,
    both,
    either,
    equal,
    holds,
    more_than,
    unless,
)
from jijuqu.words.text import Text

YES_NO = FactSpec("so", "yes_no", "", Text("是", "so"), "一", Text("做到", "do it"))
LAND = FactSpec("land_mu", "number", "mu", Text("用地", "Land"), "一", Text("增加{short}", "add {short}"))
T, F, U = True, False, None

TRUTH_TABLES = [
    # left, right, either, both, right unless left is claimed, and whether that is asked at all
    (T, T, T, T, T, F),
    (T, F, T, F, T, F),
    (T, U, T, U, T, F),
    (F, T, T, F, T, T),
    (F, F, F, F, F, T),
    (F, U, U, F, U, T),
    (U, T, T, U, T, T),
    (U, F, U, F, U, T),
    (U, U, U, U, U, T),
]


def so(value):
    return holds(Fact(YES_NO, value))


@pytest.mark.parametrize(("left", "right", "any_", "all_", "unclaimed", "asked"), TRUTH_TABLES)
def test_one_case_follows_kleene(left, right, any_, all_, unclaimed, asked):
    assert either(so(left), so(right)).truth is any_
    assert both(so(left), so(right)).truth is all_
    answer = unless(Fact(YES_NO, left), so(right))
    assert (answer.truth, answer.applies) == (unclaimed, asked)


def test_columns_follow_the_same_tables():
    names = ["left", "right", "any", "all", "unclaimed", "asked"]
    table = pl.DataFrame(TRUTH_TABLES, schema=dict.fromkeys(names, pl.Boolean), orient="row")
    left, right = Fact(YES_NO, nw.col("left")), Fact(YES_NO, nw.col("right"))
    excepted = unless(left, holds(right))
    found = nw.from_native(table).select(
        any=either(holds(left), holds(right)).truth,
        all=both(holds(left), holds(right)).truth,
        unclaimed=excepted.truth,
        asked=excepted.applies,
    )
    assert found.to_native().equals(table.select("any", "all", "unclaimed", "asked"))


@pytest.mark.parametrize(
    ("ask", "value", "truth", "short_by"),
    [
        (at_least, 200, T, 0), (at_least, 199.5, F, 0.5), (at_least, 201, T, 0), (at_least, None, U, None),
        (at_most, 200, T, 0), (at_most, 200.5, F, 0.5), (at_most, 199, T, 0), (at_most, None, U, None),
        (more_than, 201, T, 0), (more_than, 200, F, 0), (more_than, 199, F, 1), (more_than, None, U, None),
        (equal, 200, T, 0), (equal, 203, F, 3), (equal, 198, F, 2), (equal, None, U, None),
    ],
)  # fmt: skip
def test_a_comparison_knows_its_truth_and_how_far_it_falls_short(ask, value, truth, short_by):
    answer = ask(Fact(LAND, value), Constant(200))
    assert (answer.truth, answer.short_by) == (truth, short_by)


def test_a_limit_that_is_not_known_leaves_the_question_open():
    answer = at_least(Fact(LAND, 200), Constant(None))
    assert (answer.truth, answer.short_by) == (None, None)


def test_either_keeps_the_alternatives_apart_and_both_adds_them_up():
    a, b, c = so(F), so(F), so(U)
    assert either(a, both(b, c)).ways == ((a,), (b, c))
    assert both(either(a, b), c).ways == ((a, c), (b, c))


def test_a_sum_with_something_unknown_is_unknown():
    known, unknown = Fact(LAND, 3), Fact(LAND, None)
    assert (known + 1).value == 4
    assert (known + unknown).value is None
    assert (unknown + known + 1).value is None


def test_nothing_is_a_bound_like_any_other():
    assert at_most(Fact(LAND, 0), NOTHING).truth is True
    assert more_than(Fact(LAND, 0), NOTHING).truth is False
