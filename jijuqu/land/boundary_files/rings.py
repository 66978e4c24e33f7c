"""Which ring is a shell and which a hole, told from where the rings lie, for files that do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Polygon, STRtree

from jijuqu.land.boundary_files.survey import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.boundary_files.survey import Ring

MAX_NESTING = 50

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
    """Give for every ring in how many others it lies, and the index of the smallest of them (-1: in none)."""
    depths, containers = [0] * len(rings), [-1] * len(rings)
    sound = [index for index, ring in enumerate(rings) if is_sound(ring)]
    polygons = np.array([Polygon(rings[index]) for index in sound], dtype=object)
    areas = shapely.area(polygons)
    tree = STRtree(polygons)
    for place, index in enumerate(sound):
        around = [other for other in tree.query(polygons[place], predicate="covered_by") if other != place]
        around = [other for other in around if (areas[other], -other) > (areas[place], -place)]
        if len(around) > MAX_NESTING:
            raise refusal("rings_nested_too_deep", limit=MAX_NESTING)
        depths[index] = len(around)
        if around:
            containers[index] = sound[min(around, key=lambda other: (areas[other], -other))]
    return depths, containers


def is_sound(ring: Ring) -> bool:
    """Tell whether a ring has at least three different points, all of them possible."""
    return bool(len(ring) >= 3 and (np.abs(ring) <= MAX_COORDINATE).all() and len(np.unique(ring, axis=0)) >= 3)


def is_clockwise(ring: Ring) -> bool:
    """Tell the winding by the sign of the shoelace area, taken from the first point to keep its digits."""
    x, y = (ring - ring[0]).T
    return bool(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) < 0)
