"""Parcels on parcels, and land on layers."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.overlap import find_double_cover, lay_over, require_not_stacked
from jijuqu.land.parcel import UnreadableError
from tests.land.plots import drawn, square, star


def degrees_of(*shapes):
    return [parcel.polygon for parcel in drawn(*shapes).parcels]


def share_of(land, layer):
    return lay_over(land, [geodesic_area_m2(polygon) for polygon in land], layer)


def test_overlapping_parcels_are_named_with_their_overlap_largest_first():
    covers = find_double_cover(drawn(square(0, 0, 100), square(90, 0, 100), square(0, 98, 100)))
    assert [(cover.parcels, round(cover.area_m2)) for cover in covers] == [((1, 2), 1000), ((1, 3), 200), ((2, 3), 20)]
    lon, lat = covers[0].at
    assert shapely.covers(
        drawn(shapely.box(463090, 3290000, 463100, 3290100)).parcels[0].polygon, shapely.Point(lon, lat)
    )


@pytest.mark.parametrize(("depth_m", "told"), [(0.0, False), (0.0099, False), (0.0101, True)])
def test_overlaps_up_to_one_square_metre_are_not_told(depth_m, told):
    assert bool(find_double_cover(drawn(square(0, 0, 100), square(100 - depth_m, 0, 100)))) == told


def test_a_border_with_a_corner_in_the_middle_of_a_long_edge_is_no_overlap():
    row = shapely.affinity.rotate(shapely.box(463000, 3290000, 464000, 3290100), 33, origin=(463000, 3290000))
    other = shapely.affinity.rotate(shapely.box(463400, 3290100, 463437, 3290200), 33, origin=(463000, 3290000))
    assert find_double_cover(drawn(row, other)) == ()


def test_the_two_polygons_of_one_plot_do_not_rival_each_other():
    plot = shapely.MultiPolygon([square(0, 0, 100), square(200, 0, 100)])
    covers = find_double_cover(drawn(plot, shapely.box(463090, 3290000, 463210, 3290100)))
    assert [(cover.parcels, round(cover.area_m2)) for cover in covers] == [((1, 2), 2000)]


@pytest.mark.parametrize(("copies", "asked"), [(650, require_not_stacked), (210, find_double_cover)])
def test_parcels_exported_over_and_over_are_refused_and_two_of_them_named(copies, asked):
    """Comparing all of them pair by pair would take longer than anybody waits."""
    with pytest.raises(UnreadableError) as refusal:
        asked(drawn(*[square(k / 1000, 0, 100) for k in range(copies)]))
    (reason,) = refusal.value.reasons
    assert reason.code == "parcels_stacked"
    first, second = reason.values["first"], reason.values["second"]
    assert 1 <= first < second <= copies


def test_parcels_side_by_side_are_not_stacked_however_many():
    estate = drawn(*[square(100 * (k % 60), 100 * (k // 60), 100) for k in range(3000)])
    require_not_stacked(estate)
    assert find_double_cover(estate) == ()


def test_a_quarter_inside_a_layer_is_a_share_of_a_quarter():
    found = share_of(degrees_of(square(0, 0, 400)), degrees_of(square(-200, -200, 400)))
    assert found.share == pytest.approx(0.25, abs=1e-6)
    assert found.area_m2 == pytest.approx(40000, rel=1e-3)
    assert geodesic_area_m2(found.shape) == pytest.approx(found.area_m2, rel=1e-9)


def test_land_inside_a_layer_is_wholly_in_it_and_land_outside_not_at_all():
    land = degrees_of(square(0, 0, 100), square(200, 0, 100))
    assert share_of(land, degrees_of(square(-50, -50, 500))).share == 1.0
    nothing = share_of(land, degrees_of(square(900, 900, 50)))
    assert (nothing.share, nothing.area_m2, nothing.shape.is_empty) == (0.0, 0.0, True)


def test_the_very_plot_as_a_layer_covers_it():
    assert share_of(degrees_of(star(3, 300, 0, 0, 300)), degrees_of(star(3, 300, 0, 0, 300))).share == 1.0


def test_a_layer_that_only_touches_the_land_takes_none_of_it():
    found = share_of(degrees_of(square(0, 0, 100)), degrees_of(square(100, 0, 100)))
    assert found.share == pytest.approx(0, abs=1e-9)


def test_layer_polygons_that_overlap_count_once():
    layer = degrees_of(square(-100, -100, 300), square(-100, -100, 300), square(0, 0, 250))
    assert share_of(degrees_of(square(0, 0, 400)), layer).share == pytest.approx(250**2 / 400**2, abs=1e-5)


def test_an_empty_layer_holds_nothing():
    assert share_of(degrees_of(square(0, 0, 100)), []).share == 0.0


@given(seed=st.integers(0, 500), x=st.floats(-500, 500), y=st.floats(-500, 500))
@settings(deadline=None, max_examples=40)
def test_shares_inside_and_outside_a_layer_add_up(seed, x, y):
    plot, zone = star(seed, 25, 0, 0, 300), star(seed + 1, 12, x, y, 350)
    everything = shapely.box(462000, 3289000, 464000, 3291000)
    land = degrees_of(plot)
    inside = share_of(land, degrees_of(zone)).share
    outside = share_of(land, degrees_of(everything.difference(zone))).share
    assert inside + outside == pytest.approx(1, abs=1e-6)
    assert inside == pytest.approx(plot.intersection(zone).area / plot.area, abs=1e-4)


def test_a_crossing_by_a_hairs_breadth_in_degrees_does_not_stand_in_the_way():
    """As a hole that touches its shell as surveyed may poke through it by a nanometre in degrees."""
    (shell,) = degrees_of(square(0, 0, 400))
    west, south, east, north = shell.bounds
    hole = [(east + 1e-14, (south + north) / 2), (west + 0.002, north - 0.001), (west + 0.002, south + 0.001)]
    poked = shapely.Polygon(shell.exterior.coords, [hole])
    assert not shapely.is_valid(poked)
    assert 0.2 < share_of([poked], degrees_of(square(-200, -200, 500))).share < 1
