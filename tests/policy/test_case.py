"""Facts that people tell: what is taken, and what is refused with a sentence that says how to mend it."""

from datetime import UTC, date, datetime

import pytest

from jijuqu.policy.case import FactsError, read_case
from jijuqu.policy.facts import District, LandSupply, Operation, Plan, Project, Site
from jijuqu.words.facts_file import SENTENCES
from tests.policy.ask import DAY, NOTICE

SAID_BY_OTHERS = {"facts_not_toml"}  # by whoever reads the file


def read(told, measured=None, *, in_park=False):
    return read_case(told, measured or {}, in_park=in_park, on=DAY, notice=NOTICE)


REFUSED = [
    # code, what was told, what the sentence must name, in Chinese
    ("fact_unknown", {"weather": 1}, ["weather", "--explain-facts"]),
    ("fact_unknown_near", {"industrial_land_m": 1}, ["industrial_land_m", "industrial_land_mu"]),
    ("fact_not_a_number", {"industrial_land_mu": "两百亩"}, ["industrial_land_mu", "两百亩", "数字"]),
    ("fact_not_a_number", {"industrial_land_mu": True}, ["industrial_land_mu"]),
    ("fact_out_of_range", {"industrial_land_mu": -1}, ["industrial_land_mu", "-1", "不小于0"]),
    ("fact_out_of_range", {"industrial_land_mu": float("nan")}, ["industrial_land_mu", "nan"]),
    ("fact_out_of_range", {"industrial_land_mu": float("inf")}, ["industrial_land_mu", "inf"]),
    ("fact_out_of_range", {"industrial_land_mu": 1e308}, ["industrial_land_mu"]),
    ("fact_share_over_one", {"share_inside_parks": 12}, ["share_inside_parks", "0与1之间"]),
    ("fact_not_a_day", {"received_on": "2022-09-01"}, ["received_on", "2022-09-01"]),
    ("fact_not_a_day", {"received_on": datetime(2022, 9, 1, tzinfo=UTC)}, ["received_on"]),
    ("fact_not_text", {"cluster_name": 7}, ["cluster_name", "7"]),
    ("fact_not_yes_or_no", {"names_builder": "是"}, ["names_builder", "true", "false"]),
    ("fact_not_yes_or_no", {"names_builder": 1}, ["names_builder"]),
    ("fact_not_a_table", {"site": 205}, ["[site]"]),
    ("fact_not_a_table", {"parameters": 5}, ["[parameters]"]),
    ("fact_not_a_table", {"exceptions": "无"}, ["[exceptions]"]),
    ("fact_not_a_list", {"projects": {"project_name": "甲"}}, ["[[projects]]", "projects = []"]),
    ("fact_not_a_list", {"land_supplies": [12]}, ["[[land_supplies]]"]),
    ("parameter_unknown", {"parameters": {"max_parking": 1}}, ["max_parking"]),
    ("parameter_unknown", {"parameters": {"max_part": 1}}, ["max_part", "max_parts"]),
    ("parameter_unfit", {"parameters": {"max_ancillary_land_share": 7}}, ["max_ancillary_land_share", "7", "share"]),
    ("parameter_unfit", {"parameters": {"last_day_of_acceptance": 2022}}, ["last_day_of_acceptance", "day"]),
    ("exception_not_whole", {"exceptions": {"is_contiguous": {"reason": "地形"}}}, ["is_contiguous", "accepted_by"]),
    ("exception_not_whole", {"exceptions": {"is_contiguous": "地形"}}, ["is_contiguous", "reason"]),
    ("exception_not_whole", {"exceptions": {"is_contiguous": {"reason": " ", "accepted_by": "某"}}}, ["is_contiguous"]),
    ("exception_unknown_rule", {"exceptions": {"is_pretty": {}}}, ["is_pretty"]),
    ("exception_unknown_rule", {"exceptions": {"single_project_gets_enough_land": {}}}, ["原则上"]),
    ("exception_unknown_rule", {"exceptions": {"keeps_share_of_industrial_areas": {}}}, ["原则上"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "told", "named"), REFUSED)
def test_what_cannot_be_used_is_refused_with_what_and_how_to_mend_it(code, told, named):
    with pytest.raises(FactsError) as refusal:
        read(told)
    (reason,) = refusal.value.reasons
    assert reason.code == code
    chinese = SENTENCES[code].say("zh", **reason.values)
    assert all(word in chinese for word in named)
    assert chinese.endswith(("。", "？"))
    english = SENTENCES[code].say("en", **reason.values)
    assert named[0] in english or code == "exception_unknown_rule"
    assert english.endswith((".", "?"))


def test_every_refusal_in_the_catalogue_can_be_reached():
    assert {row[0] for row in REFUSED} | SAID_BY_OTHERS == SENTENCES.keys()


def test_all_faults_are_told_at_once():
    with pytest.raises(FactsError) as refusal:
        read({"weather": 1, "site": {"parts": "一"}, "projects": 3, "parameters": {"x": 1}, "exceptions": {"y": {}}})
    assert {reason.code for reason in refusal.value.reasons} == {
        "fact_unknown", "fact_not_a_number", "fact_not_a_list", "parameter_unknown", "exception_unknown_rule"
    }  # fmt: skip


def test_facts_stand_at_the_top_or_in_the_table_of_their_subject():
    case, _ = read({"industrial_floor_m2": 5, "site": {"industrial_land_mu": 205.3}, "plan": {"names_builder": True}})
    (site,), (plan,) = case.subjects[Site], case.subjects[Plan]
    assert site.values() == {"in_park": False, "industrial_land_mu": 205.3, "industrial_floor_m2": 5}
    assert plan.values() == {"in_park": False, "names_builder": True}


def test_what_was_measured_stands_where_nothing_was_told():
    case, _ = read({"uses_idle_industrial_land": True}, {"parts": 2, "industrial_land_mu": None})
    (site,) = case.subjects[Site]
    assert site.values() == {"in_park": False, "parts": 2, "uses_idle_industrial_land": True}


def test_without_a_day_of_receipt_the_day_itself_is_taken():
    received = {f.rule.name: f for f in NOTICE.check(read({})[0], NOTICE.limits(DAY))}["is_received_in_time"]
    assert (received.value, received.outcome) == (DAY.isoformat(), "met")
    late, _ = read({"received_on": date(2023, 1, 1)})
    found = {f.rule.name: f for f in NOTICE.check(late, NOTICE.limits(DAY))}["is_received_in_time"]
    assert (found.outcome, found.short_by, found.unit) == ("not_met", 1, "day")


def test_the_facts_say_whether_the_cluster_lies_in_a_park():
    assert read({"in_park": True})[0].in_park is True
    assert read({"in_park": False}, in_park=True)[0].in_park is False
    assert read({}, in_park=True)[0].in_park is True


def test_a_listed_thing_has_its_own_facts_and_its_name():
    case, _ = read({
        "projects": [{"project_name": "甲", "meets_access_rules": True}, {}],
        "land_supplies": [{"supplied_to": "乙", "supplied_mu": 6}, {"supplied_to": "乙", "supplied_mu": 5.5}],
    })  # fmt: skip
    assert [(p.name, p.meets_access_rules.value) for p in case.subjects[Project]] == [("甲", True), ("", None)]
    assert [(s.name, s.supplied_mu.value) for s in case.subjects[LandSupply]] == [("乙", 11.5)]


def test_an_entered_parameter_makes_its_rule_answerable():
    told = {"site": {"ancillary_land_mu": 10, "total_land_mu": 240}, "parameters": {"max_ancillary_land_share": 0.07}}
    case, limits = read(told)
    found = {f.rule.name: f for f in NOTICE.check(case, limits)}["provides_ancillary_land"]
    assert found.outcome == "met"
    assert limits.max_ancillary_land_share.value == 0.07


def test_an_exception_with_reason_and_acceptor_is_a_reasoned_exception():
    told = {"parts": 2, "uses_idle_industrial_land": False,
            "exceptions": {"is_contiguous": {"reason": "丘陵地形", "accepted_by": "区政府常务会"}}}  # fmt: skip
    case, limits = read(told)
    found = {f.rule.name: f for f in NOTICE.check(case, limits)}["is_contiguous"]
    assert (found.outcome, found.excuse.reason, found.excuse.accepted_by) == ("excepted", "丘陵地形", "区政府常务会")


def test_operation_is_asked_about_only_where_something_is_told_of_it():
    assert read({})[0].subjects[Operation] == []
    assert len(read({"has_service_platform": False})[0].subjects[Operation]) == 1


def test_a_subject_refuses_a_fact_that_it_does_not_have():
    with pytest.raises(TypeError, match="industrial_land"):
        District(industrial_land_mu=200)
