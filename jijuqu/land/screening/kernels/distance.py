"""The distance of two polygons in the plane, where it is not farther than asked."""

from __future__ import annotations

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons, covers_point, side


@kernel
def box_distance2(a: Floats, b: Floats) -> float:
    """Square of the distance of two boxes, 0 where they meet."""
    x = max(a[0] - b[2], b[0] - a[2], 0.0)
    y = max(a[1] - b[3], b[1] - a[3], 0.0)
    return x * x + y * y


@kernel
def point_edge2(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> float:
    """Square of the distance of a point from an edge."""
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    t = min(1.0, max(0.0, ((px - ax) * dx + (py - ay) * dy) / length2)) if length2 > 0 else 0.0
    x, y = ax + t * dx - px, ay + t * dy - py
    return x * x + y * y


@kernel
def edges_near(polygons: Polygons, k: int, box: Floats, reach: float, found: Integers) -> tuple[Integers, int]:
    """Collect the edges of shape k that come within reach of a box, by their first vertices, in an array that grows."""
    first_vertex, xy = polygons.first_vertex, polygons.xy
    west, south, east, north = box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach
    n = 0
    for ring in range(polygons.first_ring[k], polygons.first_ring[k + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            if (xy[v, 0] < west and xy[v + 1, 0] < west) or (xy[v, 0] > east and xy[v + 1, 0] > east):
                continue
            if (xy[v, 1] < south and xy[v + 1, 1] < south) or (xy[v, 1] > north and xy[v + 1, 1] > north):
                continue
            if n == len(found):
                found = np.concatenate((found, np.empty_like(found)))
            found[n] = v
            n += 1
    return found, n


@kernel
def distance2(
    polygons: Polygons, boxes: Floats, i: int, j: int, reach: float, enough: float, room: tuple[Integers, Integers]
) -> float:
    """Square of the distance of shapes i and j if it is at most reach, else infinity.

    Once the square is at most `enough` the search stops: it is small, by how much does not matter.
    """
    xy, nearest = polygons.xy, reach * reach
    own, count = edges_near(polygons, i, boxes[j], reach, room[0])
    other, other_count = edges_near(polygons, j, boxes[i], reach, room[1])
    found = False
    for p in range(count):
        v = own[p]
        ax, ay, bx, by = xy[v, 0], xy[v, 1], xy[v + 1, 0], xy[v + 1, 1]
        west, east = min(ax, bx) - reach, max(ax, bx) + reach
        south, north = min(ay, by) - reach, max(ay, by) + reach
        for q in range(other_count):
            w = other[q]
            cx, cy, dx, dy = xy[w, 0], xy[w, 1], xy[w + 1, 0], xy[w + 1, 1]
            if (cx < west and dx < west) or (cx > east and dx > east):
                continue
            if (cy < south and dy < south) or (cy > north and dy > north):
                continue
            apart = min(
                point_edge2(cx, cy, ax, ay, bx, by),
                point_edge2(dx, dy, ax, ay, bx, by),
                point_edge2(ax, ay, cx, cy, dx, dy),
                point_edge2(bx, by, cx, cy, dx, dy),
            )
            if apart > enough and cross(ax, ay, bx, by, cx, cy, dx, dy):
                return 0.0
            if apart <= nearest:
                nearest, found = apart, True
                if nearest <= enough:
                    return nearest
    if (not found or nearest > 0) and (lies_on(polygons, boxes, i, j) or lies_on(polygons, boxes, j, i)):
        return 0.0
    return nearest if found else np.inf


@kernel
def cross(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> bool:
    """Whether two edges cross at a point inside both."""
    return (
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0
        and side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
    )


@kernel
def lies_on(polygons: Polygons, boxes: Floats, i: int, j: int) -> bool:
    """Whether a ring of shape i begins inside shape j: where no edges cross, all of it does."""
    if box_distance2(boxes[i], boxes[j]) > 0:
        return False
    for ring in range(polygons.first_ring[i], polygons.first_ring[i + 1]):
        x, y = polygons.xy[polygons.first_vertex[ring], 0], polygons.xy[polygons.first_vertex[ring], 1]
        inside_box = boxes[j, 0] <= x <= boxes[j, 2] and boxes[j, 1] <= y <= boxes[j, 3]
        if inside_box and covers_point(polygons, j, x, y):
            return True
    return False
