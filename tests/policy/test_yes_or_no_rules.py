"""Every rule that asks for things that are so or not: all must be so, one no is a no, one unknown leaves it open."""

import pytest

from tests.policy.ask import NOTICE, finding, findings, outcome
from tests.policy.test_thresholds import THRESHOLDS

DEMANDS = {
    "plans_cluster_in_park": ["plans_a_cluster"],
    "land_lies_in_chongqing": ["lies_in_chongqing"],
    "is_shown_in_park_spatial_plan": ["shown_in_park_spatial_plan"],
    "cluster_meets_park_planning_rules": ["meets_park_planning_rules"],
    "is_in_unified_park_planning": ["in_unified_park_planning"],
    "cluster_conforms_to_spatial_plan": ["conforms_to_spatial_plan"],
    "cluster_conforms_to_industry_access_list": ["conforms_to_industry_access_list"],
    "names_responsible_bodies": ["names_industry_department", "names_builder", "names_operator"],
    "district_names_drafting_authority": ["names_drafting_authority"],
    "is_drafted_under_economic_department": ["drafted_under_economic_department"],
    "drafts_one_overall_plan": ["drafted_as_one_overall_plan"],
    "plan_has_eight_contents": [
        "has_background", "has_present_state", "has_overall_requirements", "has_goals", "has_industry_chapter",
        "has_spatial_layout", "has_building_and_operation", "has_policy_measures",
    ],
    "sends_environmental_report": ["environmental_report_sent"],
    "district_reviews_jointly": [
        "district_development_and_reform_opinion", "district_planning_and_resources_opinion",
        "district_ecology_opinion", "district_emergency_opinion", "district_parks_opinion",
    ],
    "experts_review": ["experts_reviewed"],
    "district_approves": ["district_approved"],
    "applies_by_letter": ["applied_by_letter", "describes_overall_plan"],
    "attaches_both_opinions": ["attaches_joint_opinion", "attaches_expert_opinion"],
    "city_reviews_jointly": [
        "city_development_and_reform_opinion", "city_planning_and_resources_opinion", "city_ecology_opinion",
        "city_emergency_opinion",
    ],
    "is_led_by_key_firm": ["led_by_key_firm"],
    "cluster_renews_old_industrial_area": ["renews_old_industrial_area"],
    "cluster_plans_shared_facilities": ["plans_shared_facilities"],
    "district_has_service_platform": ["has_service_platform"],
    "is_managed_like_a_park": [
        "in_regional_evaluation", "has_industry_layout", "has_land_use_evaluation", "has_central_sewage_treatment",
        "has_environmental_assessment", "has_safety_risk_assessment",
    ],
    "district_examines_firms_and_buyers": ["examines_firms_and_buyers"],
}  # fmt: skip
ONE_BY_ONE = [(rule, fact) for rule, facts in DEMANDS.items() for fact in facts]
ELSEWHERE = {"project_meets_access_rules", "bears_prescribed_name"}


@pytest.mark.parametrize(("rule", "facts"), DEMANDS.items())
def test_met_when_everything_asked_for_is_so(rule, facts):
    assert outcome(rule, **dict.fromkeys(facts, True)) == "met"


@pytest.mark.parametrize(("rule", "fact"), ONE_BY_ONE)
def test_one_no_is_a_no_and_its_mend_is_the_only_one_wanted(rule, fact):
    found = finding(rule, **dict.fromkeys(DEMANDS[rule], True) | {fact: False})
    assert found.outcome == "not_met"
    assert [test.fact.spec.name for test in found.answer.ways[0] if test.truth is not True] == [fact]
    assert (found.value, found.limit, found.unit, found.short_by) == (None, None, None, None)


@pytest.mark.parametrize(("rule", "fact"), ONE_BY_ONE)
def test_one_thing_not_known_leaves_it_open_unless_another_is_a_no(rule, fact):
    facts = DEMANDS[rule]
    something_of_it = {} if rule not in {"district_has_service_platform", "district_examines_firms_and_buyers"} else {
        "has_industry_layout": True  # an operation of which nothing is told is not asked about
    }  # fmt: skip
    assert outcome(rule, **dict.fromkeys(facts, True) | something_of_it | {fact: None}) == "unknown"
    for other in set(facts) - {fact}:
        assert outcome(rule, **dict.fromkeys(facts, True) | {fact: None, other: False}) == "not_met"


def test_every_project_is_asked_about_by_name():
    told = [{"project_name": "甲", "meets_access_rules": True}, {"project_name": "乙", "meets_access_rules": False},
            {"project_name": "丙"}]  # fmt: skip
    found = findings("project_meets_access_rules", projects=told)
    assert [(each.about, each.outcome.value) for each in found] == [("甲", "met"), ("乙", "not_met"), ("丙", "unknown")]
    assert outcome("project_meets_access_rules", projects=[]) == "not_applicable"
    assert outcome("project_meets_access_rules") == "unknown"


def test_a_cluster_that_does_not_run_yet_is_not_asked_about_its_operation():
    assert findings("is_managed_like_a_park", industrial_land_mu=200) == []


def test_the_table_above_holds_every_rule_without_a_number():
    with_numbers = {row[0] for row in THRESHOLDS} | {"single_project_gets_enough_land"}
    assert DEMANDS.keys() | ELSEWHERE == {rule.name for rule in NOTICE.rules} - with_numbers
