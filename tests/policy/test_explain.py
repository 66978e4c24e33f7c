"""What a person reads: the ways to comply in both languages, and the finding as JSON."""

from datetime import date

import pytest

from jijuqu.policy.explain import as_json, limit_text, outcome_label, ways_to_meet
from jijuqu.words import findings as words
from tests.policy.ask import NOTICE, finding

WAYS = [
    (
        "has_enough_industrial_space", {"industrial_land_mu": 187.6, "industrial_floor_m2": 91_700},
        ["增加工业用地12.4亩", "再建8,300㎡工业建筑", "作特殊情况说明（“原则上”）"],
        ["add 12.4 mu of industrial land", "build 8,300 m² more industrial floor", "give a written reason (“原则上”)"],
    ),
    (
        "has_enough_industrial_space", {"industrial_land_mu": 187.6},
        ["增加工业用地12.4亩", "提供：工业建筑面积（不少于100,000㎡）"],
        ["add 12.4 mu of industrial land", "state: Industrial floor area (at least 100,000 m²)"],
    ),
    (
        "is_contiguous", {"parts": 3},
        ["调整边界，使用地连成一片（减少2个部分）", "确属利用闲置工矿用地及厂房的，提供证明材料"],
        ["change the boundary so that the land is in one piece (parts too many: 2)",
         "where it is idle industrial or mining land, give the evidence"],
    ),
    (
        "keeps_within_district_number", {"other_clusters_approved": 5, "other_clusters_under_review": 1},
        ["核减2个集聚区", "作特殊情况说明（“原则上”）"], ["plan fewer clusters (too many: 2)", "give a written reason (“原则上”)"],
    ),
    (
        "keeps_share_of_park_land", {"park_cluster_land_mu": 90, "park_industrial_land_mu": 1000},
        ["园区内集聚区再增加工业用地10亩", "作特殊情况说明（“原则上”）"],
        ["add 10 mu of industrial land to the park's clusters", "give a written reason (“原则上”)"],
    ),
    (
        "is_clear_of_ecological_red_line", {"share_in_ecological_red_line": 0.035},
        ["避让生态保护红线（超出2.5%）", "取得规划自然资源部门不涉及生态保护红线的书面证明"],
        ["keep clear of the ecological red line (2.5% too much)",
         "get the planning bureau's letter on the ecological red line"],
    ),
    (
        "names_responsible_bodies", {"names_builder": True, "names_operator": False},
        ["明确行业主管部门、明确运营管理机构"], ["name the industry department, name the operator"],
    ),
    ("is_received_in_time", {"received_on": date(2023, 1, 3)}, ["逾期3天，不再受理"], ["3 days late: no longer accepted"]),
    (
        "is_received_in_time", {},
        ["提供：申请收文日期（不晚于2022-12-31）"],
        ["state: Day the application is received (no later than 2022-12-31)"],
    ),
    (
        "provides_ancillary_land", {"ancillary_land_mu": 5, "total_land_mu": 240},
        ["提供：行政办公及生活服务设施用地面积"], ["state: Office and living-service land"],
    ),
    ("supplies_no_land_to_single_projects", {}, ["提供：独立供地的单个工业项目数"],
     ["state: Single industrial projects given land of their own"]),
    ("cluster_conforms_to_spatial_plan", {"conforms_to_spatial_plan": True}, [], []),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "chinese", "english"), WAYS)
def test_the_ways_to_comply_are_alternatives(rule, facts, chinese, english):
    found = finding(rule, **facts)
    assert ways_to_meet(found, "zh") == chinese
    assert ways_to_meet(found, "en") == english


def test_a_finding_as_json_holds_plain_values_for_programs_and_words_for_people():
    found = finding("has_enough_industrial_space", industrial_land_mu=199.5, industrial_floor_m2=0)
    assert as_json(found, 0.005, "zh") == {
        "rule": "has_enough_industrial_space",
        "clause": "二（二）2",
        "quote": "工业用地一般不少于200亩或工业建筑面积不低于10万平方米",
        "title": "工业用地或工业建筑规模",
        "force": "in_principle",
        "addressee": "district",
        "consequence": "asks_reason",
        "of_notice": True,
        "about": "",
        "outcome": "not_met",
        "value": 199.5,
        "limit": 200,
        "unit": "mu",
        "short_by": 0.5,
        "near_threshold": True,
        "explanation_wanted": True,
        "ways_to_meet": ["增加工业用地0.5亩", "再建100,000㎡工业建筑", "作特殊情况说明（“原则上”）"],
    }


def test_days_are_iso_text_in_json():
    told = as_json(finding("is_received_in_time", received_on=date(2023, 1, 3)), 0.005, "en")
    assert (told["value"], told["limit"], told["unit"], told["short_by"]) == ("2023-01-03", "2022-12-31", "day", 3)


@pytest.mark.parametrize(
    ("rule", "told", "expected"),
    [
        ("has_enough_industrial_space", {}, "≥200亩"),
        ("is_mainly_standard_factories", {"planned_floor_m2": 1000}, "≥500㎡"),
        ("is_mainly_standard_factories", {}, "≥50% × 规划总建筑面积"),
        ("bears_prescribed_name", {}, "待核"),
        ("names_responsible_bodies", {}, ""),
    ],
)
def test_the_limit_is_told_as_far_as_it_is_known(rule, told, expected):
    assert limit_text(finding(rule, **told), "zh") == expected


def test_rules_without_numbers_have_none_in_json():
    told = as_json(finding("names_responsible_bodies", names_builder=False), 0.005, "en")
    assert [told[key] for key in ("value", "limit", "unit", "short_by")] == [None] * 4


@pytest.mark.parametrize("rule", NOTICE.rules, ids=lambda rule: rule.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_that_is_open_says_what_is_wanted(rule, language):
    operation = {"has_service_platform": None, "examines_firms_and_buyers": None}
    something = operation | ({"has_industry_layout": True} if rule.subject.__name__ == "Operation" else {})
    found = finding(rule.name, **{name: value for name, value in something.items() if name in _names(rule)})
    wanted = ways_to_meet(found, language)
    assert wanted, "something is wanted"
    assert all(way and "{" not in way for way in wanted)
    assert outcome_label(found).say(language)


def _names(rule):
    return rule.subject.specs.keys()


@pytest.mark.parametrize("catalogue", ["OUTCOMES", "NOT_MET", "FORCES", "CONSEQUENCES", "ADDRESSEES"])
def test_every_code_has_a_word_in_both_languages(catalogue):
    codes = {
        "OUTCOMES": {"met", "not_met", "excepted", "unknown", "not_applicable"},
        "NOT_MET": {"blocks", "asks_reason", "duty", "encouragement", "no_verdict"},
        "FORCES": {"must", "in_principle", "encouraged"},
        "CONSEQUENCES": {"blocks", "asks_reason", "duty", "encouragement", "no_verdict"},
        "ADDRESSEES": {"district", "park", "city", "operator", "department"},
    }
    found = getattr(words, catalogue)
    assert found.keys() == codes[catalogue]
    assert all(text.zh and text.en for text in found.values())
