"""Leaves out of shapes what a drawing of them cannot show, in a time that no outline can stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Shapes = NDArray[np.object_]

MANY = 5_000  # corners: up to here the best simplification is quick, whatever their order
MOST = 25_000  # corners that a page can carry
COARSEST = 8


def without_detail(shapes: Sequence[BaseGeometry], finest: float) -> Shapes:
    """Give polygons without detail below `finest` (in their own unit): for the eye only, they may cross themselves.

    Where too many corners are left for a page to carry, up to `COARSEST` times as much is left out.
    """
    array = np.array(shapes, dtype=object)
    if shapely.get_num_coordinates(array).sum() <= MANY:
        simple: Shapes = shapely.simplify(array, finest)
        return simple
    polygons, of_shape = shapely.get_parts(array, return_index=True)
    rings, of_polygon = shapely.get_rings(polygons, return_index=True)
    coarse = 1
    light = _corners_seen(rings, finest)
    while shapely.get_num_coordinates(light).sum() > MOST and coarse < COARSEST:
        coarse *= 2
        light = _corners_seen(light, finest * coarse)
    whole: Shapes = shapely.multipolygons(shapely.polygons(light, indices=of_polygon), indices=of_shape)
    return whole


def _corners_seen(rings: Shapes, finest: float) -> Shapes:
    """Keep of each ring the corners that leave the square of the grid in which one of the two before them lies.

    So a line that runs to and fro over the same two squares is drawn once. A ring with too few corners left is drawn as
    its box.
    """
    corners, of_ring = shapely.get_coordinates(rings, return_index=True)
    squares = np.floor(corners / finest)
    ends = np.ones(len(corners), dtype=bool)
    ends[1:-1] = (of_ring[1:-1] != of_ring[:-2]) | (of_ring[1:-1] != of_ring[2:])
    seen = ends | (_differs(squares, 1) & _differs(squares, 2))
    drawn = np.bincount(of_ring[seen], minlength=len(rings)) > 3
    outlines = shapely.get_exterior_ring(shapely.box(*shapely.bounds(rings).T))
    kept = seen & drawn[of_ring]
    number = np.cumsum(drawn) - 1
    outlines[drawn] = shapely.linearrings(corners[kept], indices=number[of_ring[kept]])
    return np.asarray(outlines)


def _differs(squares: NDArray[np.float64], before: int) -> NDArray[np.bool_]:
    """Tell of each corner whether it lies in another square than the one that stands so many places before it."""
    other = np.ones(len(squares), dtype=bool)
    other[before:] = (squares[before:] != squares[:-before]).any(axis=1)
    return other
