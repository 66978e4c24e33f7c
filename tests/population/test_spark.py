"""On a cluster the same tables give the same findings, counts and flips, row for row: tried on a local Spark."""

from __future__ import annotations

import os
import random
from datetime import date

import narwhals as nw
import polars as pl
import pytest

from jijuqu.policy.facts import Application, District, LandSupply, Operation, Park, Plan, Project, Site
from jijuqu.population.door import admit
from jijuqu.population.flips import compare
from jijuqu.population.gathering import added_up_by_project, with_clusters_of_districts, with_clusters_of_parks
from jijuqu.population.judging import judge
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.sums import share_of, summed
from tests.local_spark import spark  # noqa: F401 - a fixture
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import frame_of, specs_of, values_of

ROWS = int(os.environ.get("JIJUQU_TEST_SPARK_ROWS", "500"))
KINDS = {"site": (Site,), "plan": (Plan,), "application and district": (Application, District), "park": (Park,),
         "operation": (Operation,), "project": (Project,), "supply": (LandSupply,)}  # fmt: skip
CHANGED = {
    "min_industrial_land_mu": 150.0, "max_parts": 2, "min_park_cluster_share": 0.08, "min_single_supply_mu": 6.0,
    "last_day_of_acceptance": date(2023, 12, 31), "last_day_of_summary": date(2023, 1, 31),
}  # fmt: skip


@pytest.fixture
def both(spark, tmp_path):  # noqa: F811 - the fixture
    """Admit a frame here and on Spark."""

    def admitted(frame, *subjects):
        file = tmp_path / f"{subjects[0].__name__}.parquet"
        frame.write_parquet(file)
        tables = pl.scan_parquet(file), spark.read.parquet(str(file))
        return [admit(table, subjects, first_day=NOTICE.first_day) for table in tables]

    return admitted


def told(frame, by="id"):
    found = frame.collect(backend=None if frame.implementation.is_polars() else "polars").to_native()
    return found.sort(by, nulls_last=True)


def drawn(*subjects, days=False):
    draw = random.Random(1)  # noqa: S311 - facts for a test
    facts = {name: values_of(spec) for name, spec in specs_of(*subjects).items()}
    labels = {"district": ["万州区", "涪陵区", None], "in_park": [True, False, None]}
    labels |= {"on": [date(2021, 8, 1), date(2022, 1, 1), date(2023, 5, 1)]} if days else {}
    rows = [
        {"id": f"r{n:07}"} | {name: draw.choice(each) for name, each in (facts | labels).items()} for n in range(ROWS)
    ]
    return frame_of(rows, *subjects)


@pytest.mark.parametrize("subjects", KINDS.values(), ids=KINDS)
def test_findings_counts_and_flips_are_the_same_row_for_row(both, subjects):
    tables = both(drawn(*subjects), *subjects)
    here, there = (judge(table, NOTICE, DAY) for table in tables)
    assert told(here.wide()).equals(told(there.wide()))
    assert here.counts() == there.counts()
    assert here.statuses() == there.statuses()
    changed = [compare(each, judge(each.table, NOTICE, DAY, changed=CHANGED)) for each in (here, there)]
    assert changed[0].counts() == changed[1].counts()
    assert told(changed[0].rows(), ["rule", "id"]).equals(told(changed[1].rows(), ["rule", "id"]))


def test_the_long_table_and_rows_of_several_days_are_the_same(both):
    here, there = (judge(table, NOTICE) for table in both(drawn(Operation, days=True), Operation))
    assert told(here.long(), ["rule", "id"]).equals(told(there.long(), ["rule", "id"]))


def test_sums_and_shares_are_the_same_where_something_is_missing(spark):  # noqa: F811 - the fixture
    frame = pl.DataFrame(
        {
            "g": ["all", "all", "some", "some", "none"],
            "x": [1.0, 2.0, 3.0, None, None],
            "whole": [0.0, 4.0, None, 2.0, 1.0],
        }
    )
    found = []
    for native in (frame.lazy(), spark.createDataFrame(frame.rows(), frame.columns)):
        table = nw.from_native(native)
        share = table.with_columns(share=share_of(nw.col("x"), nw.col("whole")))
        found.append(
            (told(summed(table, ["g"], ["x"], rows=nw.len()), "g").to_dicts(), told(share, ["g", "x"]).to_dicts())
        )
    assert found[0] == found[1]
    assert [row["x"] for row in found[0][0]] == [3.0, None, None]


def test_facts_gathered_from_other_rows_are_the_same(both):
    sites = pl.DataFrame({
        "id": ["a", "b", "c", "d"], "park": ["P", "P", None, None], "district": ["万州区", "万州区", "万州区", "涪陵区"],
        "standing": ["approved", None, "approved", "under_review"], "in_park": [True, True, False, False],
        "industrial_land_mu": [60.0, None, 200.0, 210.0], "total_land_mu": [70.0, 80.0, 220.0, 230.0],
    })  # fmt: skip
    parks = both(pl.DataFrame({"id": ["P", "Q"], "park_industrial_land_mu": [1000.0, 500.0]}), Park)
    gathered = [with_clusters_of_parks(park, site) for park, site in zip(parks, both(sites, Site), strict=True)]
    assert told(gathered[0].frame).equals(told(gathered[1].frame).select(gathered[0].frame.collect_schema().names()))
    counted = [with_clusters_of_districts(site) for site in both(sites, Site)]
    assert told(counted[0].frame).equals(told(counted[1].frame).select(counted[0].frame.collect_schema().names()))
    supplies = pl.DataFrame({"id": ["1", "2", "3"], "supplied_to": ["甲", "甲", None], "supplied_mu": [6.0, 6.0, 4.0]})
    added = [added_up_by_project(supply) for supply in both(supplies, LandSupply)]
    assert told(added[0].frame).equals(told(added[1].frame).select(added[0].frame.collect_schema().names()))


def test_the_door_finds_the_same_faults(both):
    frame = pl.DataFrame({"id": ["a", "b", "b"], "parts": [1.0, float("nan"), -1.0]})
    with pytest.raises(NotAdmittedError) as here:
        admit(frame, [Site])
    with pytest.raises(NotAdmittedError) as there:
        both(frame.with_columns(pl.col("parts")), Site)
    assert [reason.code for reason in here.value.reasons] == [reason.code for reason in there.value.reasons]
