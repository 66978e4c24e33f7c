"""What every rule says of itself: the notice's own words, force, addressee, consequence, scope."""

import pytest

from jijuqu.policy.clauses import without_space
from jijuqu.policy.facts import LISTED_SUBJECTS, SINGLE_SUBJECTS
from jijuqu.policy.rule import Consequence, Force
from tests.policy.ask import DAY, NOTICE, RULES, outcome

EVERY_RULE = pytest.mark.parametrize("rule", NOTICE.rules, ids=lambda rule: rule.name)

# The lawyers' table: clause, force, who must act, what follows, which clusters.
TABLE = """
plans_cluster_in_park                    二（一）1  must         park       duty          in_parks
keeps_share_of_park_land                 二（一）1  in_principle park       asks_reason   in_parks
keeps_share_of_industrial_areas          二（一）1  in_principle park       no_verdict    in_parks
keeps_share_with_all_cluster_land        二（一）1  in_principle park       no_verdict    in_parks
land_lies_in_chongqing                   二（一）2  must         district   blocks        all
lies_outside_every_park                  二（一）2  must         district   blocks        outside_parks
lies_on_planned_industrial_land          二（一）2  must         district   blocks        outside_parks
keeps_within_district_number             二（一）2  in_principle district   asks_reason   outside_parks
is_shown_in_park_spatial_plan            二（二）   must         park       duty          in_parks
cluster_meets_park_planning_rules        二（二）   must         park       duty          in_parks
is_in_unified_park_planning              二（二）1  must         district   blocks        outside_parks
cluster_conforms_to_spatial_plan         二（二）1  must         district   blocks        outside_parks
cluster_conforms_to_industry_access_list 二（二）1  must         district   blocks        outside_parks
is_clear_of_ecological_red_line          二（二）1  must         district   blocks        outside_parks
is_clear_of_permanent_farmland           二（二）1  must         district   blocks        outside_parks
is_inside_urban_boundary                 二（二）1  must         district   blocks        outside_parks
is_contiguous                            二（二）2  in_principle district   asks_reason   outside_parks
has_enough_industrial_space              二（二）2  in_principle district   asks_reason   outside_parks
provides_ancillary_land                  二（二）2  must         district   duty          outside_parks
project_meets_access_rules               二（二）3  must         district   blocks        outside_parks
has_one_leading_industry                 二（二）3  must         district   duty          outside_parks
names_responsible_bodies                 二（二）4  must         district   duty          outside_parks
district_names_drafting_authority        二（三）1  must         district   duty          outside_parks
is_drafted_under_economic_department     二（三）1  in_principle district   asks_reason   outside_parks
drafts_one_overall_plan                  二（三）2  must         department duty          outside_parks
plan_has_eight_contents                  二（三）2  must         department duty          outside_parks
sends_environmental_report               二（三）2  must         department duty          outside_parks
district_reviews_jointly                 二（三）3  must         department duty          outside_parks
experts_review                           二（三）3  must         department duty          outside_parks
district_approves                        二（三）3  must         district   duty          outside_parks
applies_by_letter                        二（三）4  must         district   blocks        outside_parks
attaches_both_opinions                   二（三）4  must         district   blocks        outside_parks
city_reviews_jointly                     二（三）5  must         city       duty          outside_parks
bears_prescribed_name                    二（三）6  must         city       duty          outside_parks
is_led_by_key_firm                       二（四）1  encouraged   district   encouragement outside_parks
cluster_renews_old_industrial_area       二（四）1  encouraged   district   encouragement outside_parks
is_mainly_standard_factories             二（四）2  must         district   duty          outside_parks
supplies_no_land_to_single_projects      二（四）2  in_principle district   asks_reason   outside_parks
single_project_gets_enough_land          二（四）2  must         district   blocks        outside_parks
cluster_plans_shared_facilities          二（四）2  must         district   duty          outside_parks
district_has_service_platform            二（四）4  must         district   duty          outside_parks
is_managed_like_a_park                   三（二）   must         district   duty          outside_parks
district_examines_firms_and_buyers       三（二）   must         district   duty          all
reports_before_year_end                  三（四）   must         department duty          all
is_received_in_time                      文末       must         district   blocks        outside_parks
"""
NOT_OF_NOTICE = {
    "is_clear_of_ecological_red_line", "is_clear_of_permanent_farmland", "is_inside_urban_boundary"
}  # fmt: skip
IN_PRINCIPLE_WORDS, MUST_WORDS, ENCOURAGING_WORDS = ("原则上", "一般"), ("要", "应", "不得", "不再"), ("鼓励", "支持")


def test_the_table_of_rules_is_the_lawyers_table():
    told = [
        (r.name, r.clause, r.force.value, r.addressee.value, r.consequence.value, r.scope.value) for r in NOTICE.rules
    ]
    assert told == [tuple(line.split()) for line in TABLE.strip().splitlines()]


@EVERY_RULE
def test_every_quote_is_the_notices_own_words(rule):
    assert without_space(rule.quote) in without_space(NOTICE.clauses[rule.clause].text)


@EVERY_RULE
def test_the_sentence_of_every_quote_bears_the_force_of_the_rule(rule):
    sentence = next(s for s in NOTICE.clauses[rule.clause].sentences if rule.quote in s)
    words = {Force.MUST: MUST_WORDS, Force.IN_PRINCIPLE: IN_PRINCIPLE_WORDS, Force.ENCOURAGED: ENCOURAGING_WORDS}
    head = NOTICE.clauses["二（二）"].text  # “应符合以下要求” stands over its items
    without_verb = {  # permission that states a condition, the steps of the procedure, and a duty without a subject
        "land_lies_in_chongqing", "lies_outside_every_park", "lies_on_planned_industrial_land", "applies_by_letter", "attaches_both_opinions",
        "city_reviews_jointly", "bears_prescribed_name", "cluster_plans_shared_facilities", "district_examines_firms_and_buyers",
        "keeps_share_of_industrial_areas",
    }  # fmt: skip
    over = head if rule.clause.startswith("二（二）") else ""
    assert rule.name in without_verb or any(word in sentence + over for word in words[rule.force])


def test_rules_stand_in_the_order_of_the_clauses():
    order = list(NOTICE.clauses)
    places = [order.index(rule.clause) for rule in NOTICE.rules]
    assert places == sorted(places)
    assert len(RULES) == len(NOTICE.rules), "names are unique"


def test_no_rule_bears_the_name_of_a_fact():
    """Whoever reads a name, in an answer, in FACTS.toml or in a test, knows which of the two is meant."""
    facts = {name for cls in (*SINGLE_SUBJECTS, *LISTED_SUBJECTS) for name in cls.specs}
    assert RULES.keys().isdisjoint(facts)


@EVERY_RULE
def test_every_rule_speaks_both_languages(rule):
    for text in filter(None, [rule.title, rule.reading]):
        assert text.zh.strip()
        assert text.en.strip()
    assert rule.summary.endswith(".")


@EVERY_RULE
def test_only_must_blocks_and_only_principle_asks_for_a_reason(rule):
    allowed = {
        Force.MUST: {Consequence.BLOCKS, Consequence.DUTY},
        Force.IN_PRINCIPLE: {Consequence.ASKS_REASON, Consequence.NO_VERDICT},
        Force.ENCOURAGED: {Consequence.ENCOURAGEMENT},
    }
    assert rule.consequence in allowed[rule.force]


def test_what_is_not_the_notices_own_says_so():
    assert {rule.name for rule in NOTICE.rules if not rule.of_notice} == NOT_OF_NOTICE


@EVERY_RULE
def test_titles_and_readings_hold_no_limits_of_their_own(rule):
    """A limit is a dated parameter; words that repeat it would go on saying it when it changes."""
    values = {"10", "200", "100000", "100,000", "10万", "5个", "0.01", "1%", "10%", "0米", "50%"}
    for text in filter(None, [rule.title, rule.reading]):
        without_citations = text.zh.replace("〔2020〕99号", "").replace("〔2021〕5号", "")
        assert not any(value in without_citations for value in values)


@EVERY_RULE
@pytest.mark.parametrize("in_park", [True, False])
def test_a_rule_is_asked_of_the_clusters_it_speaks_of_and_of_no_others(rule, in_park):
    everything = {"has_service_platform": True}
    asked = outcome(rule.name, in_park=in_park, **everything) != "not_applicable"
    assert asked is (rule.scope == "all" or (rule.scope == "in_parks") is in_park)


def test_every_fact_is_asked_for_by_a_rule_and_cites_a_clause_of_the_notice():
    for cls in (*SINGLE_SUBJECTS, *LISTED_SUBJECTS):
        rules = [rule for rule in NOTICE.rules if rule.subject is cls]
        asked = _facts_that_rules_touch(cls, rules)
        names = {"supplied_to", "project_name"}  # who it is about
        assert cls.specs.keys() - names - {"in_park"} == asked - {"in_park"}
        assert {spec.clause for spec in cls.specs.values()} <= NOTICE.clauses.keys()


def _facts_that_rules_touch(cls, rules):
    touched = set()

    class Watched(cls):
        def __getattribute__(self, name):
            if name in cls.specs:
                touched.add(name)
            return super().__getattribute__(name)

    Watched.specs = cls.specs
    subject = Watched()
    touched.clear()
    for rule in rules:
        rule.ask(subject, NOTICE.limits(DAY))
    return touched
