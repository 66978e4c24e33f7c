"""Shapes without the detail that a drawing cannot show."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.web.public.detail import COARSEST, MANY, MOST, without_detail
from tests.land.plots import star

ROUND = shapely.Point(0, 0).buffer(200, quad_segs=MANY // 3)


def comb(teeth: int) -> shapely.Polygon:
    """A plot 400 wide and 300 high with countless slits: all its corners lie at the top or at the bottom."""
    tops = [(400 * k / teeth, 300 if k % 2 else 1) for k in range(teeth)]
    return shapely.Polygon([*tops, (400, 0), (0, 0)])


def test_a_round_plot_looks_the_same_with_fewer_corners():
    (light,) = without_detail([ROUND], 0.3)
    assert shapely.hausdorff_distance(light, ROUND) < 0.6
    assert light.area == pytest.approx(ROUND.area, rel=0.003)


def test_a_line_to_and_fro_is_drawn_once():
    plot = comb(40_000)
    (light,) = without_detail([plot], 0.3)
    assert shapely.get_num_coordinates(light) < 4 * 400 / 0.3
    assert light.bounds == pytest.approx(plot.bounds, abs=0.3)


def test_small_shapes_and_holes_become_boxes_and_none_is_lost():
    tiny = [shapely.Point(k, 0).buffer(0.001, quad_segs=300) for k in range(10)]
    holed = shapely.Polygon(ROUND.exterior.coords, [list(tiny[0].exterior.coords)])
    light = without_detail([*tiny, holed], 0.3)
    assert len(light) == 11
    assert max(shapely.get_num_coordinates(light[:10])) < 10
    assert all(shape.area > 0 for shape in light[:10])
    assert len(shapely.get_parts(light[10])[0].interiors) == 1


def test_countless_plots_are_drawn_coarser_so_that_a_page_can_carry_them():
    plots = [shapely.Point(30 * k, 0).buffer(5, quad_segs=20) for k in range(1000)]
    light = without_detail(plots, 0.3)
    assert shapely.get_num_coordinates(plots).sum() > 3 * MOST
    assert shapely.get_num_coordinates(light).sum() <= MOST
    assert max(shapely.hausdorff_distance(light, plots)) < 2 * COARSEST * 0.3


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.integers(MANY, 2 * MANY), st.floats(0.01, 100))
def test_kept_corners_are_corners_of_the_plot_and_the_ends_meet(seed, vertices, finest):
    plot = star(seed, vertices, 0, 0, 300)
    (light,) = without_detail([plot], finest)
    kept = shapely.get_coordinates(light)
    corners = np.vstack([shapely.get_coordinates(plot), shapely.get_coordinates(shapely.box(*plot.bounds))])
    assert {tuple(corner) for corner in kept} <= {tuple(corner) for corner in corners}
    assert tuple(kept[0]) == tuple(kept[-1])


def test_parts_stay_parts_and_shapes_stay_in_their_order():
    pair = shapely.MultiPolygon([ROUND, shapely.affinity.translate(ROUND, 1000)])
    light = without_detail([ROUND, pair], 0.3)
    assert [len(shapely.get_parts(shape)) for shape in light] == [1, 2]
