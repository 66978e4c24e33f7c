"""How much two polygons have in common, without finding out what that looks like.

Over a floor, the area under two edges is elementary: that of the lower of two lines. A point of both polygons has more
edges above it that open than that close, by one, in each; so the sum over all pairs of edges, each with its sign, of
the area under both is the area that the polygons share. No intersection is built, so none can fail.
"""

from __future__ import annotations

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Floats, Polygons, doubled

AX, AY, BX, BY, SIGN = range(5)
"""Columns of a table of edges: ends from left to right, seen from the corner of a box, and the sign."""


@kernel
def lower_of(f0: float, f1: float, g0: float, g1: float) -> float:
    """Mean of the lower of two lines, given by their values at both ends."""
    start, end = f0 - g0, f1 - g1
    if start <= 0 and end <= 0:
        return (f0 + f1) / 2
    if start >= 0 and end >= 0:
        return (g0 + g1) / 2
    t = start / (start - end)  # where they cross
    crossing = f0 + t * (f1 - f0)
    return (t * (min(f0, g0) + crossing) + (1 - t) * (crossing + min(f1, g1))) / 2


@kernel
def under_both(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, dx: float, dy: float) -> float:
    """Area under the edges a-b, which is nowhere below the floor 0, and c-d, which may be; both run to the right."""
    left, right = max(ax, cx), min(bx, dx)
    if left >= right:
        return 0.0
    f_slope, g_slope = (by - ay) / (bx - ax), (dy - cy) / (dx - cx)
    f0, f1 = ay + f_slope * (left - ax), ay + f_slope * (right - ax)
    g0, g1 = cy + g_slope * (left - cx), cy + g_slope * (right - cx)
    if g0 < 0 and g1 < 0:
        return 0.0
    width = right - left
    if g0 < 0:  # only the part after it has come up
        t = g0 / (g0 - g1)
        return (1 - t) * width * lower_of(f0 + t * (f1 - f0), f1, 0.0, g1)
    if g1 < 0:
        t = g0 / (g0 - g1)
        return t * width * lower_of(f0, f0 + t * (f1 - f0), g0, 0.0)
    return width * lower_of(f0, f1, g0, g1)


@kernel
def put_edge(edges: Floats, row: int, ax: float, ay: float, bx: float, by: float, sign: float) -> None:
    """Write one edge from left to right; an edge turned round changes its sign."""
    if ax > bx:
        edges[row] = bx, by, ax, ay, -sign
    else:
        edges[row] = ax, ay, bx, by, sign


@kernel
def shared_with(polygons: Polygons, signs: Floats, i: int, box: Floats, edges: Floats, count: int) -> float:
    """Area that shape i shares with a shape of which `edges` has what lies over the box's floor.

    The box's lower side may not cut shape i.
    """
    first_vertex, xy = polygons.first_vertex, polygons.xy
    width, area = box[2] - box[0], 0.0
    own = edges[count]  # a row of the table that is free
    for ring in range(polygons.first_ring[i], polygons.first_ring[i + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            ax, bx = xy[v, 0] - box[0], xy[v + 1, 0] - box[0]
            if ax == bx or (ax <= 0 and bx <= 0) or (ax >= width and bx >= width):
                continue
            put_edge(edges, count, ax, xy[v, 1] - box[1], bx, xy[v + 1, 1] - box[1], signs[ring])
            for e in range(count):
                if edges[e, AX] < own[BX] and edges[e, BX] > own[AX]:
                    both = under_both(
                        own[AX], own[AY], own[BX], own[BY], edges[e, AX], edges[e, AY], edges[e, BX], edges[e, BY]
                    )
                    area += own[SIGN] * edges[e, SIGN] * both
    return area


@kernel
def edges_over_floor(
    polygons: Polygons, signs: Floats, k: int, box: Floats, edges: Floats
) -> tuple[Floats, int]:
    """Collect the edges of shape k that have a part over the box's lower side; gives the table, perhaps a larger one.

    The table keeps one row free.
    """
    first_vertex, xy = polygons.first_vertex, polygons.xy
    width, n = box[2] - box[0], 0
    for ring in range(polygons.first_ring[k], polygons.first_ring[k + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            ax, bx = xy[v, 0] - box[0], xy[v + 1, 0] - box[0]
            ay, by = xy[v, 1] - box[1], xy[v + 1, 1] - box[1]
            if ax == bx or (ax <= 0 and bx <= 0) or (ax >= width and bx >= width) or (ay <= 0 and by <= 0):
                continue
            if n + 2 > len(edges):
                edges = doubled(edges)
            put_edge(edges, n, ax, ay, bx, by, signs[ring])
            n += 1
    return edges, n
