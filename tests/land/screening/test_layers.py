"""Parcels inside parks and keep-clear layers."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from tests.land.screening.ground import groups_of, plot, screened


def kept(tmp_path, shapes, layers, **options):
    return [ids for _, _, ids, _ in groups_of(screened(tmp_path, shapes, layers=layers, gap_m=0.0, **options))]


@pytest.mark.parametrize(("width", "stays"), [(0.99, True), (1.01, False)])
def test_one_hundredth_inside_a_layer_is_allowed(tmp_path, width, stays):
    assert bool(kept(tmp_path, [plot(0, 0, 100)], [[plot(-50, -50, 50 + width, 200)]])) is stays


def test_the_share_may_be_another(tmp_path):
    layer = [[plot(-50, -50, 60, 200)]]
    assert kept(tmp_path, [plot(0, 0, 100)], layer, layer_share=0.2) == [[1]]
    assert kept(tmp_path, [plot(0, 0, 100)], layer, layer_share=0.05) == []


def test_shares_of_different_layers_are_not_added_up(tmp_path):
    halves = [plot(-50, -50, 50.7, 200)], [plot(99.3, -50, 50, 200)]
    assert kept(tmp_path, [plot(0, 0, 100)], halves) == [[1]]
    assert kept(tmp_path, [plot(0, 0, 100)], [[*halves[0], *halves[1]]]) == []


def test_polygons_of_a_layer_that_overlap_count_once(tmp_path):
    twice = [plot(-50, -50, 50.7, 200), plot(-40, -60, 40.7, 300)]
    assert kept(tmp_path, [plot(0, 0, 100)], [twice]) == [[1]]


def test_a_parcel_in_the_hole_of_a_layer_stays(tmp_path):
    ring = plot(-500, -500, 1000).difference(plot(-10, -10, 120))
    assert kept(tmp_path, [plot(0, 0, 100), plot(200, 0, 100)], [[ring]]) == [[1]]


def test_a_layer_that_covers_everything_leaves_nothing_and_says_how_many(tmp_path):
    shapes = [plot(x, 0, 50) for x in range(0, 1000, 60)]
    everything = shapely.box(-9e5, -9e5, 9e5, 9e5)
    screening = screened(tmp_path, shapes, layers=[[everything]])
    assert groups_of(screening) == []
    assert dict(screening.dropped) == {"layer0.parquet": len(shapes)}


def test_a_layer_of_fifty_thousand_vertices_is_held_against_many_parcels_at_once(tmp_path):
    angles = np.linspace(0, 2 * np.pi, 50_000, endpoint=False)
    radii = 3000 + 200 * np.sin(61 * angles)
    coast = shapely.Polygon(np.column_stack([radii * np.cos(angles), radii * np.sin(angles)]))
    shapes = np.array([plot(x, y, 90) for x in range(-4000, 4000, 200) for y in range(-4000, 4000, 200)])
    screening = screened(tmp_path, shapes, layers=[[coast]], gap_m=0.0)
    shapely.prepare(coast)
    inside = shapely.contains_properly(coast, shapes)
    for k in np.flatnonzero(shapely.intersects(coast, shapes) & ~inside):
        inside[k] = shapely.area(shapely.clip_by_rect(coast, *shapes[k].bounds)) > 0.01 * 90 * 90
    assert set(screening.ids.tolist()) == set((np.flatnonzero(~inside) + 1).tolist())
