"""Findings over a table: rows and counts by district, rows of several days, values tried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from jijuqu.policy.explain import status
from jijuqu.policy.facts import Operation, Site
from jijuqu.policy.notice import NotGovernedError
from jijuqu.population.door import admit
from jijuqu.population.judging import by_notice, judge
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import one_by_one, table_of

SITES = [
    {"id": "a", "district": "万州区", "industrial_land_mu": 205.0, "in_park": False},
    {"id": "b", "district": "万州区", "industrial_land_mu": 180.0, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "c", "district": "万州区", "industrial_land_mu": 180.0, "in_park": False},
    {"id": "d", "district": "涪陵区", "industrial_land_mu": 180.0, "industrial_floor_m2": 0.0, "in_park": True},
    {"id": "e", "district": None, "industrial_land_mu": 20.0, "industrial_floor_m2": 0.0, "in_park": False},
]  # fmt: skip


def counted(findings, rule):
    return {each.district: each[2:] for each in findings.counts() if each.rule.name == rule}


def test_outcomes_are_counted_by_district_those_without_one_last():
    findings = judge(table_of(SITES, Site), NOTICE, DAY)
    found = counted(findings, "has_enough_industrial_space")
    assert found == {"万州区": (1, 1, 1, 0), "涪陵区": (0, 0, 0, 1), None: (0, 1, 0, 0)}
    assert list(found) == ["万州区", "涪陵区", None]


def test_without_districts_everything_is_counted_together():
    rows = [{name: value for name, value in row.items() if name != "district"} for row in SITES]
    assert counted(judge(table_of(rows, Site), NOTICE, DAY), "has_enough_industrial_space") == {None: (1, 2, 1, 1)}


def test_a_row_has_the_status_of_its_check():
    rows = [*SITES, dict.fromkeys(Site.specs) | {"id": "f", "in_park": False}]
    wide = judge(table_of(rows, Site), NOTICE, DAY).wide().collect().to_native()
    assert wide["status"].to_list() == [
        status(list(one_by_one(row, NOTICE.limits(DAY), Site).values())) for row in rows
    ]
    assert judge(table_of(rows, Site), NOTICE, DAY).statuses() == {1: 2, 3: 4}


def test_the_long_table_has_a_row_for_each_finding_in_clause_order():
    long = judge(table_of(SITES, Site), NOTICE, DAY).long().collect().to_native()
    rules = [rule for rule in NOTICE.rules if rule.subject is Site]
    assert long["rule"].to_list() == [rule.name for rule in rules for _ in SITES]
    space = long.filter(pl.col("rule") == "has_enough_industrial_space")
    assert space["outcome"].to_list() == ["met", "not_met", "unknown", "not_applicable", "not_met"]
    assert space["short_by"].to_list() == [0.0, 20.0, 20.0, 20.0, 180.0]
    assert set(space["clause"]) == {"二（二）2"}


def test_each_row_is_judged_by_the_numbers_of_its_own_day():
    rows = [
        {"on": date(2021, 12, 1), "summary_sent_on": date(2022, 1, 5)},
        {"on": date(2022, 6, 1), "summary_sent_on": date(2022, 1, 5)},
    ]
    wide = judge(table_of(rows, Operation), NOTICE).wide().collect().to_native()
    assert wide["reports_before_year_end"].to_list() == [False, True]
    assert wide["reports_before_year_end__limit"].to_list() == [date(2021, 12, 31), date(2022, 12, 31)]
    assert wide["reports_before_year_end__short_by"].to_list() == [5.0, 0.0]
    assert wide["on"].to_list() == [date(2021, 12, 1), date(2022, 6, 1)]


def test_a_day_before_the_notice_is_refused():
    with pytest.raises(NotGovernedError):
        judge(table_of(SITES, Site), NOTICE, date(2021, 7, 31))


def test_other_values_can_be_tried_out_but_only_of_numbers_that_there_are():
    table = table_of(SITES, Site)
    found = counted(judge(table, NOTICE, DAY, changed={"min_industrial_land_mu": 180}), "has_enough_industrial_space")
    assert found["万州区"] == (3, 0, 0, 0)
    with pytest.raises(KeyError):
        judge(table, NOTICE, DAY, changed={"min_happiness": 1})


def test_whether_a_row_lies_in_a_park_may_be_not_yet_known():
    table = admit(pl.DataFrame({"id": ["a"], "industrial_land_mu": [500.0], "in_park": [None]}))
    findings = judge(table, NOTICE, DAY)
    assert counted(findings, "has_enough_industrial_space") == {None: (0, 0, 1, 0)}


def test_rows_are_divided_by_the_notice_that_governs_their_day():
    later = replace(NOTICE, number="渝经信规范〔2023〕1号", first_day=date(2023, 1, 1))
    rows = [{"on": day, "parts": 1.0} for day in (date(2022, 12, 31), date(2023, 1, 1), date(2021, 8, 1))]
    divided = by_notice(table_of(rows, Site), [NOTICE, later])
    assert [(notice, part.frame.collect().to_native()["id"].to_list()) for notice, part in divided] == [
        (NOTICE, ["r000", "r002"]), (later, ["r001"]),
    ]  # fmt: skip
    table = table_of(rows, Site)
    assert by_notice(table, [NOTICE]) == [(NOTICE, table)]
