"""Facts gathered from other rows, and what a sum and a share are where something is missing."""

from __future__ import annotations

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.policy.case import Case
from jijuqu.policy.facts import LandSupply
from jijuqu.population.door import admit
from jijuqu.population.gathering import (
    added_up_by_project,
    with_cluster_share,
    with_clusters_of_districts,
    with_clusters_of_parks,
)
from jijuqu.population.judging import judge
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.sums import share_of, summed
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import table_of

GROUPS = {"g": ["all", "all", "some", "some", "none", "none"], "x": [1.0, 2.0, 3.0, None, None, None]}


def rows_of(table):
    return table.frame.collect().to_native().to_dicts()


def test_a_sum_with_anything_unknown_in_it_is_unknown():
    frame = nw.from_native(pl.LazyFrame(GROUPS, schema={"g": pl.String, "x": pl.Float64}))
    found = summed(frame, ["g"], ["x"], count=nw.len()).collect().to_native()
    assert {row["g"]: (row["x"], row["count"]) for row in found.to_dicts()} == {
        "all": (3.0, 2),
        "some": (None, 2),
        "none": (None, 2),
    }


def test_a_share_of_nothing_is_unknown():
    frame = nw.from_native(pl.LazyFrame({"part": [1.0, 0.0, None, 1.0], "whole": [4.0, 0.0, 2.0, None]}))
    found = frame.select(share=share_of(nw.col("part"), nw.col("whole"))).collect().to_native()
    assert found["share"].to_list() == [0.25, None, None, None]


def test_a_park_has_the_land_of_the_clusters_in_it():
    parks = admit(pl.DataFrame({"id": ["P", "Q", "R"], "park_industrial_land_mu": [1000.0, 1000.0, 1000.0]}))
    clusters = admit(pl.DataFrame({
        "id": ["a", "b", "c", "d"], "park": ["P", "P", "Q", None],
        "industrial_land_mu": [60.0, 40.0, None, 500.0], "total_land_mu": [70.0, 50.0, 90.0, 600.0],
    }))  # fmt: skip
    gathered = with_clusters_of_parks(parks, clusters)
    assert [(r["id"], r["park_cluster_land_mu"], r["park_cluster_whole_land_mu"], r["plans_a_cluster"]) for r in rows_of(gathered)] == [
        ("P", 100.0, 120.0, True), ("Q", None, 90.0, True), ("R", 0.0, 0.0, False),
    ]  # fmt: skip
    wide = judge(with_cluster_share(gathered), NOTICE, DAY).wide().collect().to_native()
    assert wide["keeps_share_of_park_land"].to_list() == [True, None, False]
    assert wide["cluster_share"].to_list() == [0.1, None, 0.0]


def test_a_cluster_in_a_park_that_is_not_there_is_refused():
    parks = admit(pl.DataFrame({"id": ["P"], "park_industrial_land_mu": [1000.0]}))
    clusters = admit(pl.DataFrame({"id": ["a"], "park": ["X"], "industrial_land_mu": [60.0]}))
    with pytest.raises(NotAdmittedError, match="table_park_unknown"):
        with_clusters_of_parks(parks, clusters)


CLUSTERS = st.lists(
    st.fixed_dictionaries({
        "district": st.sampled_from(["万州区", "涪陵区"]),
        "standing": st.sampled_from(["approved", "under_review", None]),
        "in_park": st.booleans(),
    }),
    min_size=1, max_size=12,
)  # fmt: skip


@settings(max_examples=25)
@given(CLUSTERS)
def test_the_other_clusters_of_a_district_are_counted_in_the_table(clusters):
    frame = pl.DataFrame([{"id": str(n), "parts": 1.0, **row} for n, row in enumerate(clusters)],
                         schema={"id": pl.String, "parts": pl.Float64, "district": pl.String, "standing": pl.String, "in_park": pl.Boolean})  # fmt: skip
    found = {row["id"]: row for row in rows_of(with_clusters_of_districts(admit(frame)))}
    for number, cluster in enumerate(clusters):
        others = [
            each
            for n, each in enumerate(clusters)
            if n != number and not each["in_park"] and each["district"] == cluster["district"]
        ]
        is_told = not cluster["in_park"] and cluster["standing"] and all(each["standing"] for each in others)
        for standing in ("approved", "under_review"):
            expected = sum(each["standing"] == standing for each in others) if is_told else None
            assert found[str(number)][f"other_clusters_{standing}"] == expected


def test_what_is_stated_is_not_counted_too():
    frame = pl.DataFrame(
        {"id": ["a"], "district": ["万州区"], "standing": ["approved"], "other_clusters_approved": [1]}
    )
    with pytest.raises(NotAdmittedError, match="table_counts_twice"):
        with_clusters_of_districts(admit(frame))


SUPPLIES = st.lists(
    st.fixed_dictionaries({
        "supplied_to": st.sampled_from([None, "甲", "乙"]), "supplied_mu": st.sampled_from([None, 4.0, 6.0, 10.0]), "in_park": st.just(False),
    }),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=25)
@given(SUPPLIES)
def test_supplies_to_one_project_are_added_up_as_a_case_does(supplies):
    wide = judge(added_up_by_project(table_of(supplies, LandSupply)), NOTICE, DAY).wide().collect().to_native()
    asked = Case({}, land_supplies=supplies).subjects[LandSupply]
    one_by_one = [
        rule.ask(each, NOTICE.limits(DAY)).truth
        for each in asked
        for rule in NOTICE.rules
        if rule.subject is LandSupply
    ]
    assert sorted(wide["single_project_gets_enough_land"].to_list(), key=str) == sorted(one_by_one, key=str)
