"""Every sentence of the notice is asked about by a rule or listed with the reason why not."""

import ast
import re

import pytest

from jijuqu.policy.clause_table import clause_table
from jijuqu.policy.clauses import without_space
from jijuqu.policy.coverage import (
    EVERY_RULE,
    asked_by,
    covering_rules,
    folder_of_tests,
    named_in_tests,
    uncovered_sentences,
)
from tests.policy.ask import DAY, NOTICE, RULES

TESTS = named_in_tests(NOTICE, folder_of_tests())
PARTS = [each for each in NOTICE.uncovered if each.quote not in NOTICE.clauses[each.clause].sentences]
WHOLE = [each for each in NOTICE.uncovered if each not in PARTS]


def test_every_sentence_is_quoted_by_a_rule_or_listed_with_the_reason_and_none_is_both():
    listed = [(each.clause, each.quote) for each in WHOLE]
    assert listed == list(uncovered_sentences(NOTICE))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.clause} {part.quote}")
def test_a_part_of_a_sentence_is_listed_only_where_no_rule_quotes_it(part):
    clause = NOTICE.clauses[part.clause]
    (sentence,) = (each for each in clause.sentences if part.quote in each)
    quotes = [without_space(rule.quote) for rule in covering_rules(NOTICE, clause, sentence)]
    assert quotes, "a sentence that no rule quotes is listed whole"
    assert not any(part.quote in quote or quote in part.quote for quote in quotes)


@pytest.mark.parametrize("words", [
    "经市政府同意", "个性鲜明突出", "有条件的", "综合考虑", "及时函复", "就近打造配套加工区", "理顺管理体制", "应保尽保",
    "新模式、新举措", "牵头推进",
])  # fmt: skip
def test_what_lawyers_named_as_covered_nowhere_is_listed(words):
    assert any(words in each.quote for each in NOTICE.uncovered)


# Subjects, a time, an example, a purpose: nothing more to ask about.
JOINTS = {
    "二（一）1": ["各工业园区"],
    "二（二）3": ["每个中小企业集聚区"],
    "二（三）5": ["市经济信息委收到各区县申请后"],
    "二（三）6": ["如**县智能家居中小企业集聚区"],
    "二（四）2": ["用于解决职工生活、企业办公、仓储物流等实际需要"],
}


def test_inside_sentences_too_every_word_but_joints_is_quoted_or_listed():
    left = {citation: words for citation, clause in NOTICE.clauses.items() if (words := _left_over(clause))}
    assert left == JOINTS


def _left_over(clause):
    text = without_space(clause.text.removeprefix(clause.heading))
    told = [each.quote for each in (*NOTICE.rules, *NOTICE.uncovered) if each.clause == clause.citation]
    covered = {
        place for quote in map(without_space, told) for start in [text.index(quote)]
        for place in range(start, start + len(quote))
    }  # fmt: skip
    rest = "".join("|" if place in covered else letter for place, letter in enumerate(text))
    return [words for part in rest.split("|") if (words := re.sub(r"^[，。、（）：；]+|[，。、（）：；]+$", "", part))]


def test_remarks_speak_both_languages_and_of_clauses_of_the_notice():
    order = list(NOTICE.clauses)
    for remarks in (NOTICE.uncovered, NOTICE.doubts):
        places = [order.index(each.clause) for each in remarks]
        assert places == sorted(places)
        assert all(each.text.zh.endswith("。") and each.text.en.endswith(".") for each in remarks)


@pytest.mark.parametrize(
    ("rule", "facts", "parameters"),
    [
        ("has_enough_industrial_space", ("industrial_land_mu", "industrial_floor_m2"),
         ("min_industrial_land_mu", "min_industrial_floor_m2")),
        ("is_contiguous", ("parts", "uses_idle_industrial_land"), ("max_parts",)),
        ("provides_ancillary_land", ("ancillary_land_mu", "total_land_mu"), ("max_ancillary_land_share",)),
        ("keeps_within_district_number", ("other_clusters_approved", "other_clusters_under_review"),
         ("max_clusters_outside_parks",)),
        ("bears_prescribed_name", ("district_name", "leading_industry_name", "cluster_name"), ()),
        ("has_one_leading_industry", ("leading_industries",), ("leading_industries",)),
        ("supplies_no_land_to_single_projects", ("single_project_supplies",), ()),
    ],
)  # fmt: skip
def test_a_rule_tells_what_it_asks_about(rule, facts, parameters):
    assert asked_by(RULES[rule], NOTICE.limits(DAY)) == (facts, parameters)


def test_every_parameter_but_the_margin_is_asked_about():
    limits = NOTICE.limits(DAY)
    asked = {name for rule in NOTICE.rules for name in asked_by(rule, limits).parameters}
    assert asked == {parameter.name for parameter in limits} - {"near_threshold_margin"}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_test_that_asks_it(rule):
    assert TESTS[rule]


def test_what_a_test_tells_is_not_taken_for_what_it_asks(tmp_path):
    """`has_service_platform` is a fact; the rule that asks about it is `district_has_service_platform`."""
    test = """
TABLE = [("district_has_service_platform", {"has_service_platform": True})]
def test_asks_by_a_table(): use(TABLE)
def test_asks_by_its_name(): outcome("is_contiguous", parts=1)
def test_tells_only(): read({"has_service_platform": True, "lies_in_chongqing": False})
def test_goes_through_all(): [rule for rule in NOTICE.rules if rule.name != "is_contiguous"]
"""
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    assert {rule: tests for rule, tests in named_in_tests(NOTICE, tmp_path).items() if tests} == {
        "district_has_service_platform": ("test_it.py::test_asks_by_a_table",),
        "is_contiguous": ("test_it.py::test_asks_by_its_name",),
        EVERY_RULE: ("test_it.py::test_goes_through_all",),
    }


def test_the_tests_named_are_there():
    for test in {test for tests in TESTS.values() for test in tests}:
        file, name = test.split("::")
        tree = ast.parse((folder_of_tests() / file).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert "policy/test_rules.py::test_every_quote_is_the_notices_own_words" in TESTS[EVERY_RULE]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_holds_every_clause_rule_fact_and_listed_sentence(language):
    table = clause_table(NOTICE, language, TESTS)
    for citation in NOTICE.clauses:
        assert f"\n| {citation} |" in table
    for rule in NOTICE.rules:
        assert f"`{rule.name}`" in table
        assert rule.title.say(language) in table
        assert all(f"\n| `{fact}` |" in table for fact in asked_by(rule, NOTICE.limits(DAY)).facts)
    for each in NOTICE.uncovered:
        assert f"| {each.clause} | {each.quote} | {each.text.say(language)} |" in table


def test_where_there_are_no_tests_the_table_says_so():
    table = clause_table(NOTICE, "zh", None)
    assert "测试一栏从略" in table
    assert "test_" not in table
