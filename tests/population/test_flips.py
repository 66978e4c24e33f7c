"""What if: the flips of a table are those found by judging each row singly, by the old and by the new numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.policy.explain import status
from jijuqu.policy.facts import Application, Operation, Park, Site
from jijuqu.population.flips import compare
from jijuqu.population.judging import judge
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import one_by_one, rows_of, table_of

TRIED = {
    "site": ((Site,), {"min_industrial_land_mu": 150.0, "max_parts": 2, "max_ancillary_land_share": 0.2}),
    "park": ((Park,), {"min_park_cluster_share": 0.08}),
    "application": ((Application,), {"last_day_of_acceptance": date(2023, 12, 31)}),
    "operation": ((Operation,), {"last_day_of_summary": date(2023, 1, 31)}),
}
SITES = [
    {"id": "a", "district": "万州区", "industrial_land_mu": 205.0, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "b", "district": "万州区", "industrial_land_mu": 180.0, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "c", "district": "涪陵区", "industrial_land_mu": 160.0, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "d", "district": None, "industrial_land_mu": None, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "e", "district": "涪陵区", "industrial_land_mu": 160.0, "industrial_floor_m2": 0.0, "in_park": True},
]  # fmt: skip


def tried(table, **changed):
    return compare(judge(table, NOTICE, DAY), judge(table, NOTICE, DAY, changed=changed))


@pytest.mark.parametrize(("subjects", "changed"), TRIED.values(), ids=TRIED)
@settings(max_examples=20)
@given(data=st.data())
def test_flips_are_what_judging_each_row_singly_finds(subjects, changed, data):
    rows = [{"id": f"r{n}", **row} for n, row in enumerate(data.draw(rows_of(*subjects)))]
    flips = tried(table_of(rows, *subjects), **changed)
    limits = NOTICE.limits(DAY)
    expected, statuses = set(), Counter()
    for row in rows:
        old, new = (one_by_one(row, each, *subjects) for each in (limits, limits.with_values(changed)))
        expected |= {
            (row["id"], rule, old[rule].outcome.value, new[rule].outcome.value)
            for rule in old
            if old[rule].outcome != new[rule].outcome
        }
        statuses[status(list(old.values())), status(list(new.values()))] += 1
    found = flips.rows().collect().to_native()
    names = [name for name in ("id", "rule", "before", "after") if name in found.columns]
    assert set(found.select(names).rows()) == expected
    assert sum(count.rows for count in flips.counts()) == len(expected)
    assert flips.statuses() == statuses


def test_who_flips_where_and_by_which_clause_is_told_with_both_findings():
    rows = tried(table_of(SITES, Site), min_industrial_land_mu=170).rows().collect().to_native().to_dicts()
    (only,) = rows
    assert (only["id"], only["district"], only["clause"], only["rule"]) == (
        "b",
        "万州区",
        "二（二）2",
        "has_enough_industrial_space",
    )
    assert (only["before"], only["before_value"], only["before_limit"], only["before_short_by"]) == (
        "not_met",
        180.0,
        200.0,
        20.0,
    )
    assert (only["after"], only["after_value"], only["after_limit"], only["after_short_by"]) == (
        "met",
        180.0,
        170.0,
        0.0,
    )


def test_flips_are_counted_by_district():
    flips = tried(table_of([*SITES, SITES[2] | {"id": "f"}], Site), min_industrial_land_mu=150)
    assert [(count.district, count.before, count.after, count.rows) for count in flips.counts()] == [
        ("万州区", "not_met", "met", 1), ("涪陵区", "not_met", "met", 2),
    ]  # fmt: skip


def test_only_rules_that_ask_of_other_numbers_are_compared():
    flips = tried(table_of(SITES, Site), min_industrial_land_mu=150)
    assert {each.rule.name for each in flips.compared} <= {"has_enough_industrial_space", "provides_ancillary_land"}


def test_the_same_numbers_flip_nothing():
    flips = tried(table_of(SITES, Site))
    assert flips.counts() == []
    assert len(flips.rows().collect()) == 0


def test_a_rule_that_only_one_notice_has_flips_for_every_row():
    table = table_of(SITES, Site)
    without = replace(NOTICE, rules=tuple(rule for rule in NOTICE.rules if rule.name != "is_contiguous"))
    flips = compare(judge(table, NOTICE, DAY), judge(table, without, DAY))
    assert {(each.before, each.after) for each in flips.counts()} == {
        ("unknown", "no_rule"),
        ("not_applicable", "no_rule"),
    }
    back = compare(judge(table, without, DAY), judge(table, NOTICE, DAY))
    assert sum(each.rows for each in back.counts()) == len(SITES)


def test_two_tables_are_never_compared():
    with pytest.raises(AssertionError, match="one table"):
        compare(judge(table_of(SITES, Site), NOTICE, DAY), judge(table_of(SITES, Site), NOTICE, DAY))
