"""Ranks, near misses, issues and thresholds of a result, and the folder in which it is kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from jijuqu.land.screening.dissolved import dissolved_m2, shapes_of_groups
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen
from jijuqu.land.screening.saved import load, save
from jijuqu.land.screening.surroundings import Surroundings
from jijuqu.land.screening.table import issue_rows, overlap_messages
from tests.land.screening import oracle
from tests.land.screening.ground import at_place, groups_of, plot, screened, write_parcels

MU = 2000 / 3


def test_groups_are_ranked_by_area_in_their_district_and_ties_by_the_smallest_id(tmp_path):
    shapes = [plot(0, 0, 100), plot(1000, 0, 100), plot(2000, 0, 200), plot(3000, 0, 300)]
    shapes[1] = shapely.affinity.translate(shapes[0], 1000)
    rows = groups_of(screened(tmp_path, shapes, districts=["500101"] * 3 + ["500102"]))
    assert [row[:3] for row in rows] == [
        ("500101", 1, [3]), ("500101", 2, [1]), ("500101", 3, [2]), ("500102", 1, [4])
    ]  # fmt: skip


def test_ids_that_are_text_are_kept_as_they_are(tmp_path):
    shapes = at_place([plot(0, 0, 100), plot(100, 0, 100), plot(900, 0, 100)])
    path = write_parcels(tmp_path / "p.parquet", shapes, parcel_id=["丙", "甲", "乙"])
    screening = screen(path, None, [], ScreenOptions(min_mu=1))
    assert {screening.ids[place] for place in screening.regroup().first_parcel} == {"丙", "乙"}


@pytest.mark.parametrize(("apart_m", "groups"), [(0.008, 1), (0.02, 2)])
def test_touching_ends_a_centimetre_apart_as_for_a_single_plot(tmp_path, apart_m, groups):
    assert len(groups_of(screened(tmp_path, [plot(0, 0, 100), plot(100 + apart_m, 0, 100)], gap_m=0.0))) == groups


def test_a_wider_gap_than_that_of_the_screening_is_refused(tmp_path):
    with pytest.raises(ValueError, match="screen again"):
        screened(tmp_path, [plot(0, 0, 100)], gap_m=5.0).regroup(gap_m=6.0)


def test_parcels_of_two_districts_are_not_contiguous(tmp_path):
    rows = groups_of(screened(tmp_path, [plot(0, 0, 100), plot(100, 0, 100)], districts=["500101", "500102"]))
    assert [row[2] for row in rows] == [[1], [2]]


def test_how_many_threads_there_are_makes_no_difference(tmp_path):
    shapes = [plot(x, y, 96) for x in range(0, 1500, 100) for y in range(0, 1500, 100)]
    path = write_parcels(tmp_path / "p.parquet", at_place(shapes), district=[k % 7 for k in range(225)])
    alone, many = (screen(path, None, [], ScreenOptions(min_mu=20.0, gap_m=110.0, threads=n)) for n in (1, 4))
    for pairs in ("links", "overlaps", "beyond"):
        assert all(map(np.array_equal, getattr(alone, pairs), getattr(many, pairs)))


def near_miss(screening, **thresholds):
    (miss,) = screening.near_misses(screening.regroup(**thresholds))
    return miss


def test_a_near_miss_tells_what_the_nearest_parcel_would_add(tmp_path):
    shapes = [plot(0, 0, 100), plot(140, 0, 30), plot(130, 500, 30), plot(175, 0, 20)]
    miss = near_miss(screened(tmp_path, shapes, gap_m=20.0, min_mu=16.0))
    assert (miss.parcels, miss.area_mu) == (1, pytest.approx(15, rel=2e-3))
    assert (miss.short_mu, miss.width_m) == (pytest.approx(1, abs=0.05), pytest.approx(40, rel=2e-3))
    assert (miss.nearest, miss.nearest_mu) == (1, pytest.approx(900 / MU, rel=2e-3))
    assert miss.together_mu == pytest.approx((10_000 + 900 + 400) / MU, rel=2e-3)


def test_a_near_miss_with_nothing_near_says_so(tmp_path):
    miss = near_miss(screened(tmp_path, [plot(0, 0, 100), plot(3000, 0, 10)], min_mu=16.0))
    assert (miss.nearest, miss.width_m, miss.together_mu) == (None, None, None)


def test_when_the_gap_is_narrowed_the_link_that_was_lost_is_the_way_out(tmp_path):
    screening = screened(tmp_path, [plot(0, 0, 100), plot(108, 0, 100)], gap_m=20.0, min_mu=20.0)
    assert len(screening.regroup()) == 1
    first, _ = screening.near_misses(screening.regroup(min_mu=16.0, gap_m=5.0))
    assert (first.width_m, first.together_mu) == (pytest.approx(8, rel=2e-3), pytest.approx(30, rel=2e-3))


def test_what_lies_round_a_near_miss_of_another_threshold_is_looked_for_as_in_the_screening(tmp_path):
    shapes = [plot(0, 0, 100), plot(140, 0, 30), plot(130, 500, 30), plot(175, 0, 20), plot(5000, 0, 99)]
    screening = screened(tmp_path, shapes, gap_m=20.0, min_mu=100.0)
    surroundings = Surroundings(screening)
    for gap_m in (20.0, 5.0):
        misses = screening.near_misses(screening.regroup(16.0, gap_m))
        found = surroundings.looked_round(misses, gap_m)
        again = screened(tmp_path, shapes, gap_m=gap_m, min_mu=16.0)
        for one, expected in zip(found, again.near_misses(again.regroup()), strict=True):
            assert (one.first_parcel, one.nearest) == (expected.first_parcel, expected.nearest)
            assert one.width_m == (expected.width_m and pytest.approx(expected.width_m, rel=1e-9))
            assert one.together_mu == (expected.together_mu and pytest.approx(expected.together_mu))
    assert surroundings.looked_round([], 20.0) == []


def test_overlapping_members_are_an_issue_with_the_area_dissolved(tmp_path):
    screening = screened(tmp_path, [plot(0, 0, 100), plot(99, 0, 100), plot(500, 0, 100), plot(599.999, 0, 100)])
    (issue,) = overlap_messages(screening, screening.regroup())
    assert issue.values["first_parcel"] == "1"
    assert issue.values["overlap_m2"] == pytest.approx(100, rel=2e-3)
    assert issue.values["dissolved_mu"] == pytest.approx(issue.values["area_mu"] - 100 / MU, rel=1e-5)
    *_, (code, parcel, *_, message) = issue_rows(screening, [issue], "zh")
    assert (code, parcel) == ("members_overlap", "1")
    assert "重叠" in message


def test_ground_under_three_members_is_dissolved_once(tmp_path):
    shapes = [plot(0, 0, 100), plot(50, 0, 100), plot(25, 50, 100), plot(300, 0, 10), plot(305, 0, 10)]
    screening = screened(tmp_path, shapes, gap_m=0.0, min_mu=0.1)
    groups = screening.regroup()
    whole = [shapely.union_all(at_place(shapes[:3])), shapely.union_all(at_place(shapes[3:]))]
    assert dissolved_m2(screening, groups) / MU == pytest.approx([oracle.area_mu(each) for each in whole], rel=1e-6)
    found = shapes_of_groups(screening, groups)
    assert shapely.area(shapely.symmetric_difference(found, whole)).max() < 1e-18


def test_a_group_at_the_threshold_is_decided_by_the_measure_of_single_plots(tmp_path):
    shape = plot(0, 0, 365.15)
    mu = oracle.area_mu(at_place([shape])[0])
    for min_mu, groups in ((mu * (1 - 1e-11), 1), (mu * (1 + 1e-11), 0)):
        assert len(screened(tmp_path, [shape], min_mu=min_mu).regroup()) == groups


def test_a_kept_screening_answers_as_before(tmp_path):
    shapes = [plot(x, y, 90) for x in range(0, 1000, 100) for y in range(0, 1000, 120)]
    districts = ["丰都县" if k % 3 else "忠县" for k in range(len(shapes))]
    fresh = screened(tmp_path, shapes, districts=districts, min_mu=20.0, gap_m=35.0)
    save(fresh, tmp_path / "kept")
    again = load(tmp_path / "kept")
    for gap_m in (0.0, 15.0, 35.0):
        assert groups_of(again, gap_m=gap_m) == groups_of(fresh, gap_m=gap_m)
    some = np.array([3, 41, 77])
    assert np.array_equal(again.shapes_of(some).xy, fresh.shapes_of(some).xy)
    assert replace(again, shapes=None).issues == fresh.issues
    assert (again.options, again.notes) == (fresh.options, fresh.notes)
