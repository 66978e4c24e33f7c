"""Areas on the ellipsoid and on the plane."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.measures import MU_M2
from jijuqu.land.plane import plane_areas_m2
from tests.land.plots import ZONES, drawn, square, star

SIDE_OF_200_MU = (200 * MU_M2) ** 0.5
GRS80 = Geod(a=6378137, rf=298.257222101)


def area_by_authalic_latitude(polygon: shapely.Polygon) -> float:
    """An independent formula: geodesic edges cut short, then the shoelace in the authalic cylinder (Snyder 3-12)."""
    f = 1 / 298.257222101
    e2 = f * (2 - f)
    e = e2**0.5

    def ring_area(ring: shapely.LinearRing) -> float:
        points = dense(np.array(ring.coords))
        s = np.sin(np.radians(points[:, 1]))
        x = 6378137 * np.radians(points[:, 0] - points[0, 0])
        y = 6378137 * (1 - e2) / 2 * (s / (1 - e2 * s * s) + np.arctanh(e * s) / e)
        y = y - y[0]
        return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2

    return ring_area(polygon.exterior) - sum(ring_area(hole) for hole in polygon.interiors)


def dense(ring: np.ndarray, step_m: float = 5.0) -> np.ndarray:
    points = [ring[:1]]
    for (lon1, lat1), (lon2, lat2) in itertools.pairwise(ring):
        _, _, length = GRS80.inv(lon1, lat1, lon2, lat2)
        count = int(length / step_m)
        if count:
            points.append(np.array(GRS80.npts(lon1, lat1, lon2, lat2, count)))
        points.append(np.array([[lon2, lat2]]))
    return np.concatenate(points)


@pytest.mark.parametrize(
    ("place", "lon", "lat", "mu"),
    [("渝北", 106.518, 29.75, 199.899), ("奉节", 109.4535, 31.0185, 199.905), ("梁平", 107.8, 30.6745, 199.998)],
)
def test_two_hundred_mu_on_the_plane_are_fewer_on_the_ellipsoid(place, lon, lat, mu):
    zone = ZONES[35 + round((lon - 105) / 3)]
    corner = Transformer.from_crs("EPSG:4490", zone, always_xy=True).transform(lon, lat)
    boundary = drawn(square(0, 0, SIDE_OF_200_MU, at=corner), crs=zone)
    assert plane_areas_m2(boundary)[0] / MU_M2 == pytest.approx(200, abs=1e-9)
    assert geodesic_area_m2(boundary.parcels[0].polygon) / MU_M2 == pytest.approx(mu, abs=0.0015), place


@pytest.mark.parametrize("seed", range(4))
def test_the_area_agrees_with_an_independent_formula(seed):
    shell, hole = star(seed, 60, 0, 0, 400), star(seed + 9, 20, 0, 0, 90)
    polygon = drawn(shell.difference(hole)).parcels[0].polygon
    assert geodesic_area_m2(polygon) == pytest.approx(area_by_authalic_latitude(polygon), rel=1e-8)


def test_edges_of_many_kilometres_are_geodesics():
    polygon = shapely.Polygon([(107, 29), (108, 29), (108, 30), (107, 30)])
    assert geodesic_area_m2(polygon) == pytest.approx(area_by_authalic_latitude(polygon), rel=1e-8)


def test_holes_are_taken_off_and_islands_in_them_added():
    lake = square(100, 100, 200)
    with_island = shapely.MultiPolygon([square(0, 0, 400).difference(lake), square(150, 150, 50)])
    polygons = [parcel.polygon for parcel in drawn(with_island, square(0, 0, 400), lake, square(150, 150, 50)).parcels]
    whole, outer, water, island = map(geodesic_area_m2, polygons)
    assert whole == pytest.approx(outer - water + island, rel=1e-12)


@given(seed=st.integers(0, 1000), first=st.integers(0, 29), back=st.booleans())
@settings(deadline=None, max_examples=40)
def test_it_matters_not_where_a_ring_begins_nor_which_way_it_runs(seed, first, back):
    polygon = drawn(star(seed, 30, 0, 0, 300)).parcels[0].polygon
    corners = list(polygon.exterior.coords)[:-1]
    turned = corners[first:] + corners[:first]
    other = shapely.Polygon(turned[::-1] if back else turned)
    assert geodesic_area_m2(other) == pytest.approx(geodesic_area_m2(polygon), rel=1e-9)


@given(seed=st.integers(0, 1000), a=st.integers(0, 29), b=st.integers(0, 29))
@settings(deadline=None, max_examples=40)
def test_the_parts_of_a_cut_plot_add_up_to_the_whole(seed, a, b):
    corners = list(drawn(star(seed, 30, 0, 0, 300)).parcels[0].polygon.exterior.coords)[:-1]
    a, b = sorted((a, b))
    centre = tuple(np.mean(corners, axis=0))
    if b - a < 2 or b - a > 28:
        return
    one = shapely.Polygon([*corners[a : b + 1], centre])
    two = shapely.Polygon([*corners[b:], *corners[: a + 1], centre])
    whole = geodesic_area_m2(shapely.Polygon(corners))
    assert geodesic_area_m2(one) + geodesic_area_m2(two) == pytest.approx(whole, rel=1e-8)


def test_points_and_lines_have_no_area():
    assert geodesic_area_m2(shapely.Point(106, 29)) == 0
    assert geodesic_area_m2(shapely.LineString([(106, 29), (107, 29)])) == 0
    assert geodesic_area_m2(shapely.Polygon()) == 0


def test_feet_are_brought_to_metres():
    boundary = drawn(shapely.box(300000, 200000, 301000, 201000), crs="EPSG:3438")
    assert plane_areas_m2(boundary)[0] == pytest.approx(1e6 * (1200 / 3937) ** 2, rel=1e-12)


def test_degrees_are_put_on_the_nearest_zone():
    square_in_zone_36 = drawn(square(0, 0, 365))
    degrees = square_in_zone_36.parcels[0].polygon
    boundary = drawn(degrees, crs="EPSG:4490")
    assert plane_areas_m2(boundary)[0] == pytest.approx(365**2, rel=1e-9)


def test_the_same_plot_in_web_mercator_looks_larger():
    degrees = drawn(square(0, 0, SIDE_OF_200_MU)).parcels[0].polygon
    flat = shapely.transform(
        degrees, lambda p: np.column_stack(Transformer.from_crs(4490, 3857, always_xy=True).transform(*p.T))
    )
    assert 259 < plane_areas_m2(drawn(flat, crs="EPSG:3857"))[0] / MU_M2 < 272
