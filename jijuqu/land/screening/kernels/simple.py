"""Is a polygon surely valid? A quick test that most polygons pass, so that GEOS has to look at few."""

from __future__ import annotations

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Floats, Polygons, passes_right_of, side

MANY_EDGES = 600
"""The test compares all edges with each other; above this GEOS, which sorts them, is quicker."""


Sides = tuple[Floats, Floats, Floats, Floats]
"""West, east, south, north of many edges, each side an array of its own, so that several are compared at once."""


@kernel
def room_for_edges() -> Sides:
    """Give the working space of `is_surely_valid`."""
    return np.empty(MANY_EDGES), np.empty(MANY_EDGES), np.empty(MANY_EDGES), np.empty(MANY_EDGES)


@kernel
def is_surely_valid(polygons: Polygons, k: int, room: Sides) -> bool:
    """Whether shape k is one shell with holes, of which no two edges touch but neighbours at their common end.

    False says nothing: rings may touch in points and be valid.
    """
    first_ring, first_vertex = polygons.first_ring[k], polygons.first_vertex
    stop_ring = polygons.first_ring[k + 1]
    start, edges = first_vertex[first_ring], first_vertex[stop_ring] - 1 - first_vertex[first_ring]
    if edges > MANY_EDGES:
        return False
    take_sides(polygons.xy, start, edges, room)
    for ring in range(first_ring, stop_ring):
        if polygons.is_hole[ring] != (ring > first_ring):
            return False
        bridge = first_vertex[ring + 1] - 1 - start
        if ring + 1 < stop_ring:  # from ring to ring there is no edge
            room[0][bridge] = room[2][bridge] = np.inf
            room[1][bridge] = room[3][bridge] = -np.inf
    for ring in range(first_ring, stop_ring):
        if not touches_nothing(polygons.xy, start, edges, first_vertex[ring], first_vertex[ring + 1] - 2, room):
            return False
    for hole in range(first_ring + 1, stop_ring):
        x, y = polygons.xy[first_vertex[hole], 0], polygons.xy[first_vertex[hole], 1]
        for ring in range(first_ring, stop_ring):
            if ring != hole and ring_covers(polygons, ring, x, y) != (ring == first_ring):
                return False
    return True


@kernel
def take_sides(xy: Floats, start: int, edges: int, room: Sides) -> None:
    """Write down the sides of the boxes around edges."""
    west, east, south, north = room
    for e in range(edges):
        v = start + e
        west[e], east[e] = min(xy[v, 0], xy[v + 1, 0]), max(xy[v, 0], xy[v + 1, 0])
        south[e], north[e] = min(xy[v, 1], xy[v + 1, 1]), max(xy[v, 1], xy[v + 1, 1])


@kernel
def touches_nothing(xy: Floats, start: int, edges: int, first: int, last: int, room: Sides) -> bool:
    """Whether no edge of the ring with the edges from `first` to `last` touches one of those after it."""
    west, east, south, north = room
    for i in range(first, last + 1):
        ax, ay, bx, by = xy[i, 0], xy[i, 1], xy[i + 1, 0], xy[i + 1, 1]
        if (ax == bx and ay == by) or folds_back(xy, i, first if i == last else i + 1):
            return False
        w, e, s, n = west[i - start], east[i - start], south[i - start], north[i - start]
        begin, near = (i + 2 if i < last else i + 1) - start, 0
        wests, easts, souths, norths = west[begin:edges], east[begin:edges], south[begin:edges], north[begin:edges]
        for j in range(len(wests)):  # slices from 0: only such loops are compiled to take several at once
            near += (wests[j] <= e) & (easts[j] >= w) & (souths[j] <= n) & (norths[j] >= s)
        near -= i == first and last > first + 1  # the last edge is a neighbour of the first
        for j in range(begin, edges if near else begin):
            if west[j] <= e and east[j] >= w and south[j] <= n and north[j] >= s and (i > first or j != last - start):
                v = start + j
                if touch(ax, ay, bx, by, xy[v, 0], xy[v, 1], xy[v + 1, 0], xy[v + 1, 1]):
                    return False
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
