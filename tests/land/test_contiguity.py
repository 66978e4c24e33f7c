"""Parts of land, and the gaps between them."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from jijuqu.land.contiguity import find_parts
from tests.land.plots import drawn, square, star

GRS80 = Geod(a=6378137, rf=298.257222101)


def test_plots_with_a_common_border_are_one_part():
    found = find_parts(drawn(square(0, 0, 100), square(100, 0, 100)))
    assert (found.parts, found.gaps) == (1, ())


def test_a_corner_in_the_middle_of_a_neighbours_kilometre_long_edge_touches_it():
    row = shapely.box(463000, 3290000, 464000, 3290100)
    slanted = shapely.affinity.rotate(row, 33, origin=(463000, 3290000))
    neighbour = shapely.affinity.rotate(shapely.box(463400, 3290100, 463437, 3290200), 33, origin=(463000, 3290000))
    assert find_parts(drawn(slanted, neighbour)).parts == 1


def test_the_same_corner_touches_when_the_file_is_in_degrees():
    edge = shapely.Polygon([(106.5, 29.5), (106.51, 29.503), (106.51, 29.49)])
    on_it = edge.exterior.interpolate(0.37, normalized=True)
    foot = shapely.Polygon([(106.503, 29.5009), (106.504, 29.52), (106.503, 29.52)])
    assert on_it.is_valid
    assert find_parts(drawn(edge, foot, crs="EPSG:4490")).parts == 1


def test_plots_that_share_only_a_corner_touch():
    assert find_parts(drawn(square(0, 0, 100), square(100, 100, 100))).parts == 1


@pytest.mark.parametrize(("apart_m", "parts"), [(0.009, 1), (0.0100, 1), (0.0102, 2), (0.02, 2)])
def test_touching_ends_a_centimetre_apart(apart_m, parts):
    assert find_parts(drawn(square(0, 0, 100), square(100 + apart_m, 0, 100))).parts == parts


@pytest.mark.parametrize(("gap_m", "parts"), [(0, 2), (4.99, 2), (5.0, 1), (5.01, 1)])
def test_a_road_of_five_metres_is_bridged_by_a_tolerance_of_five(gap_m, parts):
    on_central_meridian = (500000.0, 3290000.0)
    plots = [square(x, 0, 100, at=on_central_meridian) for x in (0, 105)]
    found = find_parts(drawn(*plots), gap_m)
    assert found.parts == parts
    assert [gap.width_m for gap in found.gaps] == pytest.approx([5.0] * (parts - 1), abs=1e-5)


def test_a_gap_has_its_width_on_the_ground_and_its_two_ends():
    (gap,) = find_parts(drawn(square(0, 0, 100), square(150, 0, 100))).gaps
    assert gap.parts == (1, 2)
    assert GRS80.line_length(*zip(*gap.ends, strict=True)) == pytest.approx(gap.width_m, abs=1e-6)
    assert gap.width_m == pytest.approx(50 / (1 + (37000 / 6.37e6) ** 2 / 2), abs=1e-4)


def test_two_polygons_of_one_plot_are_two_parts():
    plot = shapely.MultiPolygon([square(0, 0, 100), square(200, 0, 100)])
    found = find_parts(drawn(plot, square(300, 0, 50)))
    assert found.parts == 2
    assert found.parts_of == ((1, 2), (2,))


def test_an_island_in_a_lake_lies_apart_from_its_shore():
    shore = square(0, 0, 400).difference(square(100, 100, 200))
    found = find_parts(drawn(shore, square(150, 150, 100)))
    assert [round(gap.width_m, 2) for gap in found.gaps] == [50.0]


def test_a_plot_that_fills_the_hole_of_another_is_one_with_it():
    hole = square(100, 100, 200)
    assert find_parts(drawn(square(0, 0, 400).difference(hole), hole)).parts == 1


def test_parts_are_numbered_in_file_order():
    found = find_parts(drawn(square(900, 0, 50), square(0, 0, 50), square(950, 0, 50), square(400, 0, 50)))
    assert found.parts_of == ((1,), (2,), (1,), (3,))


def test_files_in_feet_are_measured_in_metres():
    foot = 1200 / 3937
    plots = [shapely.box(300000 + x, 200000, 300100 + x, 200100) for x in (0, 110)]
    (gap,) = find_parts(drawn(*plots, crs="EPSG:3438")).gaps
    assert gap.width_m == pytest.approx(10 * foot, rel=2e-4)
    assert find_parts(drawn(*plots, crs="EPSG:3438"), 3.1).parts == 1


def test_web_mercator_widths_are_those_on_the_ground():
    plots = [shapely.box(11860000 + x, 3450000, 11860100 + x, 3450100) for x in (0, 110)]
    boundary = drawn(*plots, crs="EPSG:3857")
    (gap,) = find_parts(boundary).gaps
    assert gap.width_m == pytest.approx(10 * 0.867, rel=0.01)
    assert find_parts(boundary, 8.8).parts == 1


def spanning_tree_by_hand(boundary):
    """Widths of the minimum spanning tree over all pairs of polygons, Prim's way, measured in the plane."""
    polygons = [part for parcel in boundary.parcels for part in shapely.get_parts(parcel.surveyed)]
    inside, outside, widths = {0}, set(range(1, len(polygons))), []
    distance = {
        frozenset(pair): polygons[pair[0]].distance(polygons[pair[1]]) for pair in combinations(range(len(polygons)), 2)
    }
    while outside:
        width, new = min((distance[frozenset((a, b))], b) for a in inside for b in outside)
        widths.append(width)
        inside.add(new)
        outside.remove(new)
    return sorted(widths)


@given(
    places=st.lists(st.tuples(st.floats(0, 3000), st.floats(0, 3000), st.floats(5, 300)), min_size=1, max_size=14),
    gap_m=st.sampled_from([0.0, 5.0, 20.0, 100.0, 1000.0]),
)
@settings(deadline=None, max_examples=80)
def test_parts_and_gaps_are_those_of_the_minimum_spanning_tree(places, gap_m):
    boundary = drawn(*(star(k, 9, x, y, radius) for k, (x, y, radius) in enumerate(places)))
    found = find_parts(boundary, gap_m)
    widths = spanning_tree_by_hand(boundary)
    near_limit = [width for width in widths if abs(width - max(gap_m, 0.01)) < 0.01]
    left = [width for width in widths if width > max(gap_m, 0.01)]
    if near_limit:
        return
    assert found.parts == len(left) + 1
    assert [gap.width_m for gap in found.gaps] == pytest.approx(left, rel=1e-4, abs=1e-6)


def test_two_crowds_far_apart_are_linked_once():
    plots = [square(x * 100 + crowd, y * 100, 100) for crowd in (0, 30000) for x in range(8) for y in range(8)]
    found = find_parts(drawn(*plots))
    assert [round(gap.width_m, -1) for gap in found.gaps] == [29200]
