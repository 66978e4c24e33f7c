"""Is a polygon surely valid? A quick test that most polygons pass, so that GEOS has to look at few."""

from __future__ import annotations

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Floats, Polygons, passes_right_of, side

MANY_EDGES = 600
"""The test compares all edges with each other; above this GEOS, which sorts them, is quicker."""


@kernel
def is_surely_valid(polygons: Polygons, k: int) -> bool:
    """Whether shape k is one shell with holes, of which no two edges touch but neighbours at their common end.

    False says nothing: rings may touch in points and be valid.
    """
    first_ring, first_vertex = polygons.first_ring[k], polygons.first_vertex
    stop_ring = polygons.first_ring[k + 1]
    if first_vertex[stop_ring] - first_vertex[first_ring] > MANY_EDGES:
        return False
    for ring in range(first_ring, stop_ring):
        if polygons.is_hole[ring] != (ring > first_ring):
            return False
        if not touches_nothing(polygons, ring, stop_ring):
            return False
    for hole in range(first_ring + 1, stop_ring):
        x, y = polygons.xy[first_vertex[hole], 0], polygons.xy[first_vertex[hole], 1]
        for ring in range(first_ring, stop_ring):
            if ring != hole and ring_covers(polygons, ring, x, y) != (ring == first_ring):
                return False
    return True


@kernel
def touches_nothing(polygons: Polygons, ring: int, stop_ring: int) -> bool:
    """Whether no edge of a ring touches another edge of it or of the rings after it."""
    first_vertex, xy = polygons.first_vertex, polygons.xy
    start, last = first_vertex[ring], first_vertex[ring + 1] - 2
    for i in range(start, last + 1):
        ax, ay, bx, by = xy[i, 0], xy[i, 1], xy[i + 1, 0], xy[i + 1, 1]
        if ax == bx and ay == by:
            return False
        west, east, south, north = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        if folds_back(xy, i, start if i == last else i + 1):
            return False
        stop = last if i == start else last + 1  # the last edge is a neighbour of the first
        for j in range(i + 2, stop):
            cx, cy, dx, dy = xy[j, 0], xy[j, 1], xy[j + 1, 0], xy[j + 1, 1]
            apart = (cx > east and dx > east) or (cx < west and dx < west)
            apart |= (cy > north and dy > north) or (cy < south and dy < south)
            if not apart and touch(ax, ay, bx, by, cx, cy, dx, dy):
                return False
        for j in range(last + 2, first_vertex[stop_ring] - 1):
            cx, cy, dx, dy = xy[j, 0], xy[j, 1], xy[j + 1, 0], xy[j + 1, 1]
            apart = (cx > east and dx > east) or (cx < west and dx < west)
            apart |= (cy > north and dy > north) or (cy < south and dy < south)
            if not apart and touch(ax, ay, bx, by, cx, cy, dx, dy):
                return False  # or a bridge between two rings seems to touch: GEOS shall see
    return True


@kernel
def folds_back(xy: Floats, i: int, j: int) -> bool:
    """Whether the edge from vertex j runs back, or nearly, over the edge from vertex i that ends there."""
    ux, uy = xy[i + 1, 0] - xy[i, 0], xy[i + 1, 1] - xy[i, 1]
    vx, vy = xy[j + 1, 0] - xy[j, 0], xy[j + 1, 1] - xy[j, 1]
    along = ux * vx + uy * vy
    return along < 0 and abs(ux * vy - uy * vx) <= -1e-9 * along


@kernel
def touch(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> bool:
    """Whether two edges whose boxes meet have a point in common."""
    return (
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0
        and side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0
    )


@kernel
def ring_covers(polygons: Polygons, ring: int, x: float, y: float) -> bool:
    """Whether a point lies inside a ring."""
    inside = False
    for i in range(polygons.first_vertex[ring], polygons.first_vertex[ring + 1] - 1):
        inside ^= passes_right_of(polygons.xy, i, x, y)
    return inside
