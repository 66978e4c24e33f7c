"""Areas on the ellipsoid: against PROJ's geodesics, and against edges cut so finely that they are straight on a map."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.screening.ellipsoid import authalic_fit, isometric_fit, map_scales
from jijuqu.land.screening.kernels.measure import measure, to_conformal
from jijuqu.land.screening.polygons import from_shapes

GRS80 = pyproj.Geod(a=6378137, rf=298.257222101)
EQUAL_AREA = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:6933", always_xy=True)


def star(lon, lat, radius_degrees, vertices, seed):
    random = np.random.default_rng(seed)
    angles = np.sort(random.uniform(0, 2 * np.pi, vertices))
    radii = radius_degrees * random.uniform(0.5, 1, vertices)
    return shapely.Polygon(np.column_stack([lon + radii * np.cos(angles), lat + radii * np.sin(angles)]))


def measured(shapes, *, geodesic=True):
    polygons = from_shapes(np.array(shapes, dtype=object))
    latitudes = polygons.xy[:, 1]
    areas, *_ = measure(polygons, *authalic_fit(latitudes.min(), latitudes.max()), geodesic)
    return areas


def cut_finely(ring, pieces):
    points = []
    for a, b in pairwise(ring):
        points += [a, *GRS80.npts(*a, *b, pieces - 1)]
    return np.array([*points, ring[0]])


def plane_area(points):
    x, y = (values - values[0] for values in EQUAL_AREA.transform(*points.T))
    return abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


places = st.tuples(st.floats(74, 134), st.sampled_from([-61.0, -12.0, 0.001, 22.5, 29.5, 52.0, 71.0]))


@given(place=places, radius=st.sampled_from([1e-5, 1e-4, 1e-3, 0.02]), seed=st.integers(0, 99))
@settings(max_examples=60)
def test_areas_are_those_of_geodesic_edges(place, radius, seed):
    shape = star(*place, radius, 12, seed)
    assert measured([shape])[0] == pytest.approx(geodesic_areas_m2([shape])[0], rel=1e-9, abs=2e-4)


@pytest.mark.parametrize("lat", [-55.0, 3.0, 29.5, 60.0])
def test_long_edges_enclose_what_finely_cut_geodesics_enclose(lat):
    shape = shapely.Polygon([(106.5, lat), (106.54, lat + 0.001), (106.53, lat + 0.04), (106.51, lat + 0.03)])
    fine = plane_area(cut_finely(list(shape.exterior.coords), 400))
    straight = plane_area(shapely.get_coordinates(shape))
    assert measured([shape])[0] == pytest.approx(fine, rel=2e-9)
    assert measured([shape], geodesic=False)[0] == pytest.approx(straight, rel=1e-10)
    assert abs(fine / straight - 1) > 1e-8


def test_holes_are_taken_off_and_islands_added_however_rings_run():
    shell, hole, island = (shapely.box(*box) for box in [(0, 0, 3, 3), (1, 1, 2, 2), (4, 0, 5, 1)])
    square = shapely.Polygon(shell.exterior.coords[::-1], [hole.exterior.coords])
    shapes = [shapely.MultiPolygon([square, island]), shell, hole, island]
    shapes = shapely.transform(np.array(shapes), lambda xy: (106.5, 29.5) + xy * 1e-3)
    both, *parts = measured(shapes)
    assert both == pytest.approx(parts[0] - parts[1] + parts[2], rel=1e-9)


def test_tall_shapes_are_left_to_proj():
    assert np.isnan(measured([shapely.box(106.5, 29.5, 106.51, 29.6)])[0])


@pytest.mark.parametrize(("south", "north"), [(29.5, 29.50001), (28.0, 32.2), (18.0, 53.5), (-79.0, 79.0)])
def test_distances_on_the_conformal_map_are_those_on_the_ground(south, north):
    lat = np.linspace(south, north, 7)
    far = np.stack(GRS80.fwd(np.full(7, 106.5), lat, np.linspace(0, 180, 7), np.full(7, 20.0))[:2], axis=1)
    pairs = np.stack([np.stack([np.full(7, 106.5), lat], axis=1), far], axis=1)
    polygons = from_shapes(shapely.polygons(np.concatenate([pairs, pairs[:, 1:], pairs[:, :1]], axis=1)))
    reach = isometric_fit(min(south, far[:, 1].min()), max(north, far[:, 1].max()))
    ends = to_conformal(polygons.xy, *reach).reshape(7, 4, 2)[:, :2]
    metres = np.hypot(*(ends[:, 1] - ends[:, 0]).T) / map_scales((lat + far[:, 1]) / 2)
    assert metres == pytest.approx(np.full(7, 20.0), abs=1e-6)
