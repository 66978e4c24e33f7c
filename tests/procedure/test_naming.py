"""The name of a cluster, and what keeps one from being composed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.policy.notices import governing
from jijuqu.procedure.naming import CLAUSE, ENDING, cluster_name, name_problems
from jijuqu.words.said import say
from tests.procedure.standings import DAY


@pytest.mark.parametrize(
    ("district", "industry", "name"),
    [
        ("梁平区", "智能家居", "梁平区智能家居中小企业集聚区"),
        ("石柱土家族自治县", "调味品", "石柱土家族自治县调味品中小企业集聚区"),
        (" 两江新区", "汽车零部件 ", "两江新区汽车零部件中小企业集聚区"),
    ],
)
def test_a_name_is_district_industry_and_ending(district, industry, name):
    assert cluster_name(district, industry) == name
    assert name_problems(district, industry) == ()


def test_the_ending_and_the_example_are_the_notices():
    words = "".join(governing(DAY).clauses[CLAUSE].text.split())
    assert f"区县+主导产业+{ENDING}" in words
    assert cluster_name("**县", "智能家居") in words


@pytest.mark.parametrize("industry", ["集成电路和电子元件", "3D打印", "锂电池（新能源）", "LED照明", "堃喆龑祎昇塑料"])
def test_plain_names_of_industries_are_taken(industry):
    assert name_problems("梁平区", industry) == ()


@pytest.mark.parametrize(
    ("district", "industry", "codes"),
    [
        ("", "智能家居", ["name_district_missing"]),
        ("梁平区", "  ", ["name_industry_missing"]),
        ("梁平区", "梁平区塑料", ["name_industry_repeats"]),
        ("梁平区", "塑料中小企业集聚区", ["name_industry_repeats"]),
        ("梁平区", "塑料、食品", ["name_industry_several"]),
        ("梁平区", "塑料 制品", ["name_odd_character"]),
        ("梁平区", "=cmd", ["name_odd_character"]),
        ("梁平区", "塑料\u202e制品", ["name_odd_character"]),
        ("梁平区", "塑料\u200b制品", ["name_odd_character"]),
        ("梁平区", "塑" * 21, ["name_too_long"]),
    ],
)
def test_what_is_wrong_with_a_name_is_said(district, industry, codes):
    assert [problem.code for problem in name_problems(district, industry)] == codes


def test_a_character_nobody_sees_is_named_by_its_number():
    problem = name_problems("梁平区", "塑料\u202e制品")[0]
    assert say(problem, "zh").startswith("主导产业的第3个字符“�”（U+202E）")


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_problem_can_be_said(district, industry):
    for problem in name_problems(district, industry):
        assert say(problem, "zh").endswith("。")
        assert say(problem, "en").endswith(".")
