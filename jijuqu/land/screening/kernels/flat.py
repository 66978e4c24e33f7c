"""Polygons as four arrays, and what is asked of a single one of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jijuqu.land.screening.kernels import kernel

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Polygons(NamedTuple):
    """Polygons and multipolygons without objects.

    Rings of shape k are `first_ring[k]` up to `first_ring[k + 1]`, vertices of ring r `first_vertex[r]` up to
    `first_vertex[r + 1]`; the last vertex of a ring repeats its first. `is_hole` is per ring; a shape may have several
    shells. `xy` has a row per vertex, longitude or easting first.
    """

    first_ring: Integers
    first_vertex: Integers
    is_hole: Flags
    xy: Floats

    @property
    def shape_count(self) -> int:
        """How many shapes there are."""
        return len(self.first_ring) - 1


@kernel
def doubled(table: Floats) -> Floats:
    """Give a table with the same rows and room for as many again."""
    larger = np.empty((2 * len(table), table.shape[1]))
    larger[: len(table)] = table
    return larger


@kernel
def choose(polygons: Polygons, wanted: Flags) -> Polygons:
    """Give the shapes that are wanted."""
    first_ring, first_vertex = polygons.first_ring, polygons.first_vertex
    shapes = rings = vertices = 0
    for k in range(len(wanted)):
        if wanted[k]:
            shapes += 1
            rings += first_ring[k + 1] - first_ring[k]
            vertices += first_vertex[first_ring[k + 1]] - first_vertex[first_ring[k]]
    some = Polygons(
        np.zeros(shapes + 1, np.int64),
        np.zeros(rings + 1, np.int64),
        np.empty(rings, np.bool_),
        np.empty((vertices, 2)),
    )
    shape = ring = vertex = 0
    for k in range(len(wanted)):
        if wanted[k]:
            start, size = first_vertex[first_ring[k]], first_vertex[first_ring[k + 1]] - first_vertex[first_ring[k]]
            some.xy[vertex : vertex + size] = polygons.xy[start : start + size]
            for r in range(first_ring[k], first_ring[k + 1]):
                some.is_hole[ring], some.first_vertex[ring + 1] = (
                    polygons.is_hole[r],
                    vertex + first_vertex[r + 1] - start,
                )
                ring += 1
            shape, vertex = shape + 1, vertex + size
            some.first_ring[shape] = ring
    return some


@kernel
def bounds(polygons: Polygons) -> Floats:
    """Give west, south, east, north of every shape; a shape without vertices has an empty box (inf to -inf)."""
    first_ring, first_vertex, xy = polygons.first_ring, polygons.first_vertex, polygons.xy
    boxes = np.empty((len(first_ring) - 1, 4))
    for k in range(len(boxes)):
        west = south = np.inf
        east = north = -np.inf
        for i in range(first_vertex[first_ring[k]], first_vertex[first_ring[k + 1]]):
            west, east = min(west, xy[i, 0]), max(east, xy[i, 0])
            south, north = min(south, xy[i, 1]), max(north, xy[i, 1])
        boxes[k, 0], boxes[k, 1], boxes[k, 2], boxes[k, 3] = west, south, east, north
    return boxes


@kernel
def covers_point(polygons: Polygons, k: int, x: float, y: float) -> bool:
    """Whether a point lies inside shape k, by the even-odd rule over all its rings."""
    first_vertex, xy = polygons.first_vertex, polygons.xy
    inside = False
    for i in range(first_vertex[polygons.first_ring[k]], first_vertex[polygons.first_ring[k + 1]] - 1):
        inside ^= passes_right_of(xy, i, x, y)
    if polygons.first_ring[k + 1] - polygons.first_ring[k] > 1:  # edges from ring to ring are none: count them back
        for ring in range(polygons.first_ring[k] + 1, polygons.first_ring[k + 1]):
            inside ^= passes_right_of(xy, first_vertex[ring] - 1, x, y)
    return inside


@kernel
def passes_right_of(xy: Floats, i: int, x: float, y: float) -> bool:
    """Whether the edge from vertex i to the next crosses the ray from a point to the right."""
    above, next_above = xy[i, 1] > y, xy[i + 1, 1] > y
    if above == next_above:
        return False
    t = (y - xy[i, 1]) / (xy[i + 1, 1] - xy[i, 1])
    return x < xy[i, 0] + t * (xy[i + 1, 0] - xy[i, 0])


@kernel
def side(ax: float, ay: float, bx: float, by: float, cx: float, cy: float) -> float:
    """Tell on which side of the line a-b the point c lies: left positive, right negative, on it 0."""
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
