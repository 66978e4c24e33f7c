"""Which ring is a shell and which a hole, told from where the rings lie, for files that do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Polygon, STRtree

from jijuqu.land.boundary_files.survey import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from jijuqu.land.boundary_files.survey import Ring

MAX_RINGS = 5_000
MAX_NESTING = 30
"""Beyond these the comparison of all rings with all others would take longer than anybody waits."""

MAX_COORDINATE = 1e9
"""No projection of the Earth gives larger numbers, in whatever unit of length is in use."""


def polygons_by_containment(rings: Sequence[Ring]) -> list[list[Ring]]:
    """Group rings into polygons, shell first: a ring inside an odd number of others is a hole of the smallest of them.

    Rings that cross are left beside each other, for the check of validity to name.
    """
    depths, containers = nesting(rings)
    polygons = {index: [rings[index]] for index, depth in enumerate(depths) if depth % 2 == 0}
    for index, depth in enumerate(depths):
        if depth % 2:
            polygons.setdefault(containers[index], []).append(rings[index])
    return list(polygons.values())


def nesting(rings: Sequence[Ring]) -> tuple[list[int], list[int]]:
    """Give for every ring in how many others it lies, and the index of the smallest of them (-1: in none).

    Rings that cross themselves lie in none and have none inside; the check of validity names them.
    """
    if len(rings) > MAX_RINGS:
        raise refusal("too_many_rings", limit=MAX_RINGS)
    depths, containers = [0] * len(rings), [-1] * len(rings)
    if len(rings) < 2:
        return depths, containers
    drawn = {index: Polygon(ring) for index, ring in enumerate(rings) if is_sound(ring)}
    sound = [index for index, polygon in drawn.items() if polygon.is_valid]
    polygons = np.array([drawn[index] for index in sound], dtype=object)
    inner, outer = covered_pairs(polygons)
    areas = shapely.area(polygons)
    for small, large in sorted(zip(inner.tolist(), outer.tolist(), strict=True), key=lambda pair: areas[pair[1]]):
        index = sound[small]
        containers[index] = sound[large] if containers[index] < 0 else containers[index]
        depths[index] += 1
    return depths, containers


def covered_pairs(polygons: NDArray[np.object_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the pairs (inner, outer) of polygons of which the second covers the first; of two equal ones the first."""
    west, south, east, north = shapely.bounds(polygons).T
    inner, outer = STRtree(polygons).query(polygons)
    boxed = (west[outer] <= west[inner]) & (south[outer] <= south[inner])
    boxed &= (east[outer] >= east[inner]) & (north[outer] >= north[inner]) & (inner != outer)
    inner, outer = inner[boxed], outer[boxed]
    if len(inner) and np.bincount(inner).max() > MAX_NESTING:
        raise refusal("rings_nested_too_deep", limit=MAX_NESTING)
    shapely.prepare(polygons)
    covered = shapely.covers(polygons[outer], polygons[inner])
    covered &= ~(shapely.covers(polygons[inner], polygons[outer]) & (inner < outer))
    return inner[covered], outer[covered]


def is_sound(ring: Ring) -> bool:
    """Tell whether a ring has at least three different points, all of them possible."""
    if len(ring) < 3 or not (np.abs(ring) <= MAX_COORDINATE).all():
        return False
    others = ring[(ring != ring[0]).any(axis=1)]
    return len(others) > 1 and bool((others != others[0]).any())


def is_clockwise(ring: Ring) -> bool:
    """Tell the winding by the sign of the shoelace area, taken from the first point to keep its digits."""
    x, y = (ring - ring[0]).T
    return bool(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) < 0)
