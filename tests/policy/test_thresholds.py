"""Every threshold of the notice: at the limit, just beyond it, and not yet known."""

from datetime import date

import pytest

from jijuqu.policy.case import Case
from tests.policy.ask import NOTICE, RULES, finding, findings, outcome

# rule, fact, value at the limit, value just beyond, how far it falls short, what else is known
THRESHOLDS = [
    ("keeps_share_of_park_land", "park_cluster_land_mu", 100, 99.5, 0.5, {"park_industrial_land_mu": 1000}),
    ("keeps_share_of_park_land", "park_industrial_land_mu", 1000, 1005, 0.5, {"park_cluster_land_mu": 100}),
    ("keeps_share_of_industrial_areas", "park_cluster_land_mu", 50, 49, 1, {"park_industrial_areas_land_mu": 500}),
    ("keeps_share_with_all_cluster_land", "park_cluster_whole_land_mu", 100, 99, 1, {"park_industrial_land_mu": 1000}),
    ("lies_outside_every_park", "share_inside_parks", 0.01, 0.0101, 0.0001, {}),
    ("lies_on_planned_industrial_land", "share_on_planned_industrial_land", 0.99, 0.9899, 0.0001, {}),
    ("keeps_within_district_number", "other_clusters_approved", 2, 3, 1, {"other_clusters_under_review": 2}),
    ("keeps_within_district_number", "other_clusters_under_review", 0, 1, 1, {"other_clusters_approved": 4}),
    ("is_clear_of_ecological_red_line", "share_in_ecological_red_line", 0.01, 0.0101, 0.0001,
     {"letter_confirms_clear_of_red_line": False}),
    ("is_clear_of_permanent_farmland", "share_in_permanent_farmland", 0.01, 0.0101, 0.0001,
     {"letter_confirms_clear_of_farmland": False}),
    ("is_inside_urban_boundary", "share_inside_urban_boundary", 0.99, 0.9899, 0.0001,
     {"letter_confirms_inside_urban_boundary": False}),
    ("is_contiguous", "parts", 1, 2, 1, {"uses_idle_industrial_land": False}),
    ("has_enough_industrial_space", "industrial_land_mu", 200, 199.99, 0.01, {"industrial_floor_m2": 0}),
    ("has_enough_industrial_space", "industrial_floor_m2", 100_000, 99_999, 200, {"industrial_land_mu": 0}),
    ("provides_ancillary_land", "ancillary_land_mu", 24, 24.5, 0.5,
     {"total_land_mu": 240, "parameters": {"max_ancillary_land_share": 0.1}}),
    ("has_one_leading_industry", "leading_industries", 1, 2, 1, {}),
    ("has_one_leading_industry", "leading_industries", 1, 0, 1, {}),
    ("is_mainly_standard_factories", "standard_factory_floor_m2", 50_000, 49_999, 1, {"planned_floor_m2": 100_000}),
    ("supplies_no_land_to_single_projects", "single_project_supplies", 0, 1, 1, {}),
    ("reports_before_year_end", "summary_sent_on", date(2022, 12, 31), date(2023, 1, 1), 1, {}),
    ("is_received_in_time", "received_on", date(2022, 12, 31), date(2023, 1, 3), 3, {}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fact", "at_limit", "beyond", "short_by", "known"), THRESHOLDS)
def test_at_the_limit_is_enough_and_just_beyond_is_not(rule, fact, at_limit, beyond, short_by, known):
    assert outcome(rule, **{fact: at_limit}, **known) == "met"
    fails = finding(rule, **{fact: beyond}, **known)
    assert fails.outcome == "not_met"
    assert fails.short_by == pytest.approx(short_by)


@pytest.mark.parametrize(("rule", "fact", "at_limit", "beyond", "short_by", "known"), THRESHOLDS)
def test_what_is_not_known_is_never_guessed(rule, fact, at_limit, beyond, short_by, known):
    if RULES[rule].subject.__name__ == "Operation":
        known = known | {"has_service_platform": True}  # something is known of it, so its rules are asked
    assert outcome(rule, **known) == "unknown"


def test_the_table_above_holds_every_rule_with_a_number_or_a_day():
    asked = NOTICE.check(_everything_unknown(), NOTICE.limits(NOTICE.first_day))
    asked += NOTICE.check(_everything_unknown(in_park=True), NOTICE.limits(NOTICE.first_day))
    kinds = {
        f.rule.name: {test.fact.spec.kind for way in f.answer.ways for test in way} for f in asked if f.answer.ways
    }
    numeric = {name for name, found in kinds.items() if found & {"number", "day"}}
    in_other_tests = {"single_project_gets_enough_land"}
    assert {row[0] for row in THRESHOLDS} | in_other_tests == numeric


def _everything_unknown(*, in_park=False):
    return Case({"has_service_platform": None}, in_park=in_park)


@pytest.mark.parametrize(
    ("supplies", "outcomes"),
    [
        ([("甲", 10)], ["met"]),
        ([("甲", 9.99)], ["not_met"]),
        ([("甲", None)], ["unknown"]),
        ([("甲", 6), ("甲", 4)], ["met"]),  # two supplies to one project are added up
        ([("甲", 6), ("乙", 6)], ["not_met", "not_met"]),  # different projects never are
        ([("甲", 6), ("甲", None)], ["unknown"]),
        ([("甲", 12), ("乙", 9)], ["met", "not_met"]),
        ([], ["not_applicable"]),  # none supplied
    ],
)
def test_each_single_project_gets_at_least_its_floor_of_land(supplies, outcomes):
    rows = [{"supplied_to": name, "supplied_mu": area} for name, area in supplies]
    found = findings("single_project_gets_enough_land", land_supplies=rows)
    assert [each.outcome.value for each in found] == outcomes


def test_supplies_without_a_project_name_are_projects_of_their_own():
    rows = [{"supplied_mu": 6}, {"supplied_mu": 6}]
    assert [f.outcome for f in findings("single_project_gets_enough_land", land_supplies=rows)] == ["not_met"] * 2


def test_nothing_said_of_land_supplies_is_unknown():
    assert outcome("single_project_gets_enough_land") == "unknown"


def test_the_supplies_listed_are_counted_as_single_projects():
    rows = [{"supplied_to": "甲", "supplied_mu": 6}, {"supplied_to": "甲", "supplied_mu": 6}]
    assert finding("supplies_no_land_to_single_projects", land_supplies=rows).value == 1
    assert outcome("supplies_no_land_to_single_projects", land_supplies=[]) == "met"


@pytest.mark.parametrize(
    ("land", "floor", "expected"),
    [
        (200, None, "met"), (None, 100_000, "met"), (199, 99_999, "not_met"),
        (199, None, "unknown"), (None, 99_999, "unknown"), (None, None, "unknown"),
    ],
)  # fmt: skip
def test_land_or_floor_either_will_do(land, floor, expected):
    assert outcome("has_enough_industrial_space", industrial_land_mu=land, industrial_floor_m2=floor) == expected


@pytest.mark.parametrize(
    ("share", "letter", "expected"),
    [(0.0, None, "met"), (0.5, None, "unknown"), (0.5, True, "met"), (None, True, "met"), (None, False, "unknown"),
     (0.5, False, "not_met")],
)  # fmt: skip
@pytest.mark.parametrize(
    ("rule", "layer", "paper"),
    [
        ("is_clear_of_ecological_red_line", "share_in_ecological_red_line", "letter_confirms_clear_of_red_line"),
        ("is_clear_of_permanent_farmland", "share_in_permanent_farmland", "letter_confirms_clear_of_farmland"),
    ],
)
def test_the_planning_bureaus_letter_is_full_evidence(rule, layer, paper, share, letter, expected):
    assert outcome(rule, **{layer: share, paper: letter}) == expected


@pytest.mark.parametrize(
    ("ancillary", "total", "share", "expected"),
    [
        (0, 240, None, "not_met"),  # none at all fails, whatever the share
        (5, 240, None, "unknown"),  # the share of 99号 has not been entered
        (None, 240, 0.1, "unknown"),
        (5, None, 0.1, "unknown"),
        (5, 240, 0.1, "met"),
    ],
)
def test_ancillary_land_is_a_duty_and_a_ceiling(ancillary, total, share, expected):
    parameters = {} if share is None else {"max_ancillary_land_share": share}
    assert outcome(
        "provides_ancillary_land", ancillary_land_mu=ancillary, total_land_mu=total, parameters=parameters
    ) == expected  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "idle", "expected"),
    [
        (1, None, "met"), (2, None, "unknown"), (2, False, "not_met"), (None, False, "unknown"),
        (1, True, "not_applicable"), (2, True, "not_applicable"), (None, True, "not_applicable"),
    ],
)  # fmt: skip
def test_idle_industrial_land_need_not_be_in_one_piece(parts, idle, expected):
    assert outcome("is_contiguous", parts=parts, uses_idle_industrial_land=idle) == expected


def test_old_industrial_land_is_not_by_itself_idle():
    assert (
        outcome("is_contiguous", parts=2, uses_idle_industrial_land=False, renews_old_industrial_area=True) == "not_met"
    )


NAME = {"district_name": "**县", "leading_industry_name": "智能家居"}  # the notice's own example


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (NAME | {"cluster_name": "**县智能家居中小企业集聚区"}, "met"),
        (NAME | {"cluster_name": "**县智能家居产业园"}, "not_met"),
        (NAME, "unknown"),
        ({"district_name": "**县", "cluster_name": "**县智能家居中小企业集聚区"}, "unknown"),
        ({"leading_industry_name": "智能家居", "cluster_name": "**县智能家居中小企业集聚区"}, "unknown"),
    ],
)
def test_the_name_is_district_and_leading_industry_and_cluster(told, expected):
    assert outcome("bears_prescribed_name", **told) == expected
