"""The complete table from what follows of a rule and what is known to what a person is told."""

import pytest

from jijuqu.policy.explain import CLEAR, NOT_YET_KNOWN, STANDS_AGAINST, outcome_label, status, summary, ways_to_meet
from jijuqu.policy.rule import Excuse
from tests.policy.ask import finding

EXCUSE = Excuse("丘陵地形限制，分两片布局", "区政府第12次常务会")
EXAMPLES = {  # a rule for each consequence, and the fact that decides it
    "blocks": ("cluster_conforms_to_spatial_plan", "conforms_to_spatial_plan", (True, False)),
    "asks_reason": ("supplies_no_land_to_single_projects", "single_project_supplies", (0, 1)),
    "duty": ("experts_review", "experts_reviewed", (True, False)),
    "encouragement": ("is_led_by_key_firm", "led_by_key_firm", (True, False)),
    "no_verdict": ("keeps_share_with_all_cluster_land", "park_cluster_whole_land_mu", (100, 99)),
}
TABLE = [
    # consequence, known, excuse, outcome, as people call it, status, a written reason would do
    ("blocks", True, None, "met", "符合", CLEAR, False),
    ("blocks", False, None, "not_met", "不符合", STANDS_AGAINST, False),
    ("blocks", False, EXCUSE, "not_met", "不符合", STANDS_AGAINST, False),
    ("blocks", None, None, "unknown", "待核", NOT_YET_KNOWN, False),
    ("asks_reason", True, None, "met", "符合", CLEAR, False),
    ("asks_reason", True, EXCUSE, "met", "符合", CLEAR, False),
    ("asks_reason", False, None, "not_met", "需作特殊情况说明", STANDS_AGAINST, True),
    ("asks_reason", False, EXCUSE, "excepted", "已作特殊情况说明", CLEAR, False),
    ("asks_reason", None, None, "unknown", "待核", NOT_YET_KNOWN, False),
    ("asks_reason", None, EXCUSE, "unknown", "待核", NOT_YET_KNOWN, False),
    ("duty", True, None, "met", "符合", CLEAR, False),
    ("duty", False, None, "not_met", "尚未落实", STANDS_AGAINST, False),
    ("duty", False, EXCUSE, "not_met", "尚未落实", STANDS_AGAINST, False),
    ("duty", None, None, "unknown", "待核", NOT_YET_KNOWN, False),
    ("encouragement", True, None, "met", "符合", CLEAR, False),
    ("encouragement", False, None, "not_met", "未采用（鼓励项）", CLEAR, False),
    ("encouragement", None, None, "unknown", "待核", CLEAR, False),
    ("no_verdict", True, None, "met", "符合", CLEAR, False),
    ("no_verdict", False, None, "not_met", "低于参考值（不作结论）", CLEAR, False),
    ("no_verdict", False, EXCUSE, "not_met", "低于参考值（不作结论）", CLEAR, False),
    ("no_verdict", None, None, "unknown", "待核", CLEAR, False),
]


def told(consequence, known, excuse=None):
    rule, fact, (so, not_so) = EXAMPLES[consequence]
    value = None if known is None else so if known else not_so
    whole_park = {"park_industrial_land_mu": 1000} if consequence == "no_verdict" else {}
    return finding(rule, excuses={rule: excuse} if excuse else None, **{fact: value}, **whole_park)


@pytest.mark.parametrize(("consequence", "known", "excuse", "outcome", "label", "status_", "reason_would_do"), TABLE)
def test_what_is_told(consequence, known, excuse, outcome, label, status_, reason_would_do):
    found = told(consequence, known, excuse)
    assert found.rule.consequence == consequence
    assert (found.outcome, outcome_label(found).zh) == (outcome, label)
    assert status([found]) == status_
    assert found.explanation_wanted is reason_would_do
    assert (ways_to_meet(found, "zh") != []) is (outcome in {"not_met", "unknown"})


def test_outside_its_scope_a_rule_is_not_applicable_and_has_no_say():
    found = finding("cluster_conforms_to_spatial_plan", in_park=True, conforms_to_spatial_plan=False)
    assert (found.outcome, outcome_label(found).zh, status([found])) == ("not_applicable", "不适用", CLEAR)
    assert ways_to_meet(found, "zh") == []


def test_one_no_decides_the_status_before_anything_unknown():
    no, unknown, yes = told("blocks", False), told("blocks", None), told("blocks", True)
    assert status([yes, unknown, no]) == STANDS_AGAINST
    assert status([yes, unknown]) == NOT_YET_KNOWN
    assert status([yes]) == status([]) == CLEAR
    assert summary([yes, unknown, no, no]) == {
        "met": 1, "not_met": 2, "excepted": 0, "unknown": 1, "not_applicable": 0
    }  # fmt: skip


@pytest.mark.parametrize(
    ("land", "near"), [(200, True), (199, True), (201, True), (198.99, False), (201.01, False), (None, False)]
)
def test_a_figure_within_the_margin_of_its_limit_is_called_near(land, near):
    assert finding("has_enough_industrial_space", industrial_land_mu=land).is_near(0.005) is near


def test_days_and_counts_are_never_called_near():
    assert finding("keeps_within_district_number", other_clusters_approved=4, other_clusters_under_review=0).is_near(
        0.005
    ) is False  # fmt: skip
