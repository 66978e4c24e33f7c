"""The door: what is let in, and what is refused with a sentence that names column, row and mend."""

from __future__ import annotations

import math
from datetime import date

import polars as pl
import pytest

from jijuqu.policy.facts import LandSupply, Park, Site
from jijuqu.population.door import admit
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.said import say

FIRST_DAY = date(2021, 8, 1)


def refused(columns, subjects=(), **options):
    with pytest.raises(NotAdmittedError) as refusal:
        admit(pl.DataFrame(columns), subjects, **options)
    for reason in refusal.value.reasons:
        assert say(reason, "zh") != say(reason, "en")
    return [say(reason, "en") for reason in refusal.value.reasons]


def sites(**columns):
    return {"id": ["a", "b", "c"], "industrial_land_mu": [200.0, None, 150.0]} | columns


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (sites(industrial_land_mu=[1.0, math.nan, math.nan]), "“industrial_land_mu” in row 2 (id b) is NaN, 2 wrong in all"),
        (sites(parts=[1.0, 2.0, math.inf]), "“parts” in row 3 (id c) is infinite"),
        (sites(parts=[1, -2, None]), "“parts” in row 2 (id b) is -2.0; it must be a number of 0 or more"),
        (sites(share_inside_parks=[0.5, 1.5, 80]), "“share_inside_parks” in row 2 (id b) is 1.5; a share lies between 0 and 1"),
        (sites(parts=["1", "2", "3"]), "“parts” must hold numbers, not String"),
        (sites(in_park=["no", "no", "no"]), "“in_park” must hold true or false, not String"),
        (sites(lies_in_chongqing=[1, 0, 1]), "“lies_in_chongqing” must hold true or false, not Int64"),
        (sites(on=["2022-01-01"] * 3), "“on” must hold days, not String"),
        (sites(industrial_land=[1, 2, 3]), "no fact called “industrial_land”; did you mean “industrial_land_mu”?"),
        (sites(colour=["red"] * 3), "no fact called “colour”"),
        (sites(id=["a", None, "c"]), "row 2 (id None) has no id"),
        (sites(id=["a", "b", "a"]), "The id “a” occurs 2 times"),
        ({"industrial_land_mu": [200.0]}, "The column “id” is missing"),
        ({"id": ["a"]}, "Whose facts these are cannot be told"),
        (sites(supplied_mu=[1, 2, 3]), "Facts of projects or land supplies and of other subjects stand in one table (site、land_supply)"),
        ({"id": pl.Series([], dtype=pl.String), "parts": pl.Series([], dtype=pl.Float64)}, "The table has no rows"),
    ],
)  # fmt: skip
def test_what_rules_cannot_be_asked_of_is_refused(columns, sentence):
    assert any(sentence in said for said in refused(columns))


def test_every_fault_is_told_at_once():
    said = refused(sites(parts=[math.nan, 1, 1], id=["a", "a", "b"], share_inside_parks=[2, 0, 0]))
    assert len(said) == 3


def test_districts_must_be_on_the_list_where_there_is_one():
    columns = sites(district=["500101", "500999", None])
    assert "“500999” in row 2 (id b) is not on the list" in refused(columns, districts={"500101"})[0]
    assert admit(pl.DataFrame(columns)).labels == ("id", "district")


def test_a_day_before_the_notice_is_refused_and_so_is_none():
    before = sites(on=[date(2021, 8, 1), date(2021, 7, 31), date(2022, 1, 1)])
    assert "No notice governs 2021-07-31 in row 2 (id b)" in refused(before, first_day=FIRST_DAY)[0]
    assert "has no day (on)" in refused(sites(on=[date(2022, 1, 1), None, None]), first_day=FIRST_DAY)[0]


def test_codes_and_whole_numbers_are_taken_as_what_they_stand_for():
    table = admit(
        pl.DataFrame({"id": [7, 8], "district": [500101, 500102], "parts": [1, 2], "total_land_mu": [None, None]})
    )
    frame = table.frame.collect().to_native()
    assert frame["id"].to_list() == ["7", "8"]
    assert frame["district"].to_list() == ["500101", "500102"]
    assert (frame["parts"].dtype, frame["total_land_mu"].dtype) == (pl.Float64, pl.Float64)


def test_other_columns_are_carried_along_when_they_are_named():
    table = admit(pl.DataFrame(sites(colour=["red", "blue", "red"])), kept=["colour"])
    assert table.labels == ("id", "colour")
    assert "“status” is a column of the findings themselves" in refused(sites(status=[1, 2, 3]), kept=["status"])[0]
    assert "The column “shape” is missing" in refused(sites(), kept=["shape"])[0]


@pytest.mark.parametrize(
    ("columns", "told", "inside"),
    [
        ({"id": ["a"], "industrial_land_mu": [1.0]}, None, False),
        ({"id": ["a"], "industrial_land_mu": [1.0]}, True, True),
        ({"id": ["a"], "park_industrial_land_mu": [1.0]}, None, True),
        ({"id": ["a"], "industrial_land_mu": [1.0], "in_park": [True]}, False, True),
    ],
)
def test_where_nobody_says_parks_are_inside_and_all_else_outside(columns, told, inside):
    assert admit(pl.DataFrame(columns), in_park=told).frame.collect().to_native()["in_park"].to_list() == [inside]


def test_subjects_are_told_by_the_columns_or_by_name():
    assert admit(pl.DataFrame({"id": ["a"], "park_industrial_land_mu": [1.0]})).subjects == (Park,)
    assert admit(pl.DataFrame({"id": ["a"], "supplied_mu": [1.0]})).subjects == (LandSupply,)
    both = pl.DataFrame({"id": ["a"], "parts": [1], "has_goals": [True]})
    assert [each.__name__ for each in admit(both).subjects] == ["Site", "Plan"]
    assert admit(both, [Site]).subjects == (Site,)
