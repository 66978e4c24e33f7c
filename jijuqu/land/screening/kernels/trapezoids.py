"""How much two polygons have in common, without finding out what that looks like.

Over a floor, the area under two edges is elementary: that of the lower of two lines. A point of both polygons has more
edges above it that open than that close, by one, in each; so the sum over all pairs of edges, each with its sign, of
the area under both is the area that the polygons share. No intersection is built, so none can fail.
"""

from __future__ import annotations

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Floats, Polygons, doubled

LEFT, RIGHT, START, SLOPE, SIGN = range(5)
"""Columns of a table of edges, seen from a corner: where one begins and ends, its height at first, its slope, its sign.

Edges run to the right; one that was turned round for that has changed its sign.
"""


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
def under_both(
    f_left: float, f_right: float, f_start: float, f_slope: float,
    g_left: float, g_right: float, g_start: float, g_slope: float,
) -> float:  # fmt: skip
    """Area under the edges f, which is nowhere below the floor 0, and g, which may be."""
    left, right = max(f_left, g_left), min(f_right, g_right)
    g0, g1 = g_start + g_slope * (left - g_left), g_start + g_slope * (right - g_left)
    if left >= right or (g0 <= 0 and g1 <= 0):
        return 0.0
    f0, f1 = f_start + f_slope * (left - f_left), f_start + f_slope * (right - f_left)
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
    """Write one edge that is not upright."""
    if ax > bx:
        ax, ay, bx, by, sign = bx, by, ax, ay, -sign
    edges[row, LEFT], edges[row, RIGHT], edges[row, START] = ax, bx, ay
    edges[row, SLOPE], edges[row, SIGN] = (by - ay) / (bx - ax), sign


@kernel
def shared_with(
    polygons: Polygons, signs: Floats, i: int, corner: tuple[float, float], width: float, axis: int,
    edges: Floats, count: int,
) -> float:  # fmt: skip
    """Area that shape i shares with a shape of which `edges` has what lies over the floor.

    Seen from a corner, along `axis` (0: to the east, 1: to the north) as far as `width`; shape i is nowhere below it.
    """
    first_vertex, xy, area = polygons.first_vertex, polygons.xy, 0.0
    for ring in range(polygons.first_ring[i], polygons.first_ring[i + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            ax, bx = xy[v, axis] - corner[0], xy[v + 1, axis] - corner[0]
            if ax == bx or (ax <= 0 and bx <= 0) or (ax >= width and bx >= width):
                continue
            ay, by, sign = xy[v, 1 - axis] - corner[1], xy[v + 1, 1 - axis] - corner[1], signs[ring]
            if ax > bx:
                ax, ay, bx, by, sign = bx, by, ax, ay, -sign
            slope, part = (by - ay) / (bx - ax), 0.0
            for e in range(count):
                if edges[e, LEFT] < bx and edges[e, RIGHT] > ax:
                    part += edges[e, SIGN] * under_both(
                        ax, bx, ay, slope, edges[e, LEFT], edges[e, RIGHT], edges[e, START], edges[e, SLOPE]
                    )
            area += sign * part
    return area


@kernel
def edges_over_floor(
    polygons: Polygons, signs: Floats, k: int, corner: tuple[float, float], width: float, axis: int, edges: Floats
) -> tuple[Floats, int]:
    """Collect the edges of shape k that have a part over the floor; gives the table, perhaps a larger one.

    Corner, axis and width as in `shared_with`.
    """
    first_vertex, xy, n = polygons.first_vertex, polygons.xy, 0
    for ring in range(polygons.first_ring[k], polygons.first_ring[k + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            ax, bx = xy[v, axis] - corner[0], xy[v + 1, axis] - corner[0]
            ay, by = xy[v, 1 - axis] - corner[1], xy[v + 1, 1 - axis] - corner[1]
            if ax == bx or (ax <= 0 and bx <= 0) or (ax >= width and bx >= width) or (ay <= 0 and by <= 0):
                continue
            if n == len(edges):
                edges = doubled(edges)
            put_edge(edges, n, ax, ay, bx, by, signs[ring])
            n += 1
    return edges, n
