"""Does land lie in one piece (集中连片)? Its parts at a gap tolerance, and the gaps that are left between them.

Two pieces of land touch when they are at most 10 mm apart; a common corner is enough. What lies apart is linked by the
narrowest gaps: the minimum spanning tree, one gap fewer than there are pieces. Parts at a tolerance follow by closing
the gaps up to it. Pieces are polygons: a plot of two separate polygons counts as two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.area import ELLIPSOID
from jijuqu.land.measures import Gap
from jijuqu.land.plane import Plane, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from jijuqu.land.parcel import Boundary

    Polygons = NDArray[np.object_]
    Indices = NDArray[np.intp]
    Floats = NDArray[np.float64]

TOUCHING_M = 0.01
ROUNDING_M = 1e-6  # "at most" forgives the last digits of coordinates
BATCH = 2048  # pairs measured at once


@dataclass(frozen=True, slots=True)
class Contiguity:
    """The parts of land at a tolerance, and the gaps between neighbouring parts, narrowest first.

    Parts are numbered from 1 in file order; `parts_of` gives each parcel's part numbers (several when its polygons lie
    apart).
    """

    gap_m: float
    parts: int
    gaps: tuple[Gap, ...]
    parts_of: tuple[tuple[int, ...], ...]


def find_parts(boundary: Boundary, gap_m: float = 0.0) -> Contiguity:
    """Find the parts of all parcels' land, where pieces at most `gap_m` metres apart count as one."""
    plane = Plane(boundary)
    polygons, owners = pieces(plane.parcels)
    if len(polygons) == 1:
        return Contiguity(gap_m, 1, (), ((1,),))
    groups = _touching_groups(polygons, TOUCHING_M / plane.ground_metres_per_metre())
    links = _narrowest_links(polygons, groups)
    widths_m, ends = _measure(plane, polygons, links)
    closed = widths_m <= max(gap_m, TOUCHING_M) + ROUNDING_M
    for a, b in links[closed]:
        _join(groups, a, b)
    numbers = _number_in_order(groups)
    gaps = [
        _gap(float(width), int(numbers[a]), int(numbers[b]), ends)
        for width, (a, b), ends in zip(widths_m[~closed], links[~closed], ends[~closed], strict=True)
    ]
    parts_of = [set[int]() for _ in boundary.parcels]
    for owner, number in zip(owners, numbers, strict=True):
        parts_of[owner].add(int(number))
    return Contiguity(
        gap_m, int(numbers.max()), tuple(sorted(gaps, key=_width)), tuple(tuple(sorted(of)) for of in parts_of)
    )


def _width(gap: Gap) -> float:
    return gap.width_m


def _gap(width_m: float, a: int, b: int, ends: Floats) -> Gap:
    """Name the part with the lower number first."""
    start, end = ((float(lon), float(lat)) for lon, lat in ends)
    return Gap(width_m, (a, b), (start, end)) if a < b else Gap(width_m, (b, a), (end, start))


def _touching_groups(polygons: Polygons, touching: float) -> Indices:
    """Give each polygon the number of its group."""
    groups = np.arange(len(polygons))
    near = shapely.STRtree(polygons).query(polygons, predicate="dwithin", distance=touching + ROUNDING_M)
    for a, b in near[:, near[0] < near[1]].T:
        _join(groups, a, b)
    return groups


def _join(groups: Indices, a: int, b: int) -> bool:
    """Make the groups of two polygons one; False when they were one already."""
    if groups[a] == groups[b]:
        return False
    groups[groups == groups[b]] = groups[a]
    return True


def _number_in_order(groups: Indices) -> Indices:
    _, first, which = np.unique(groups, return_index=True, return_inverse=True)
    rank: Indices = np.argsort(np.argsort(first)) + 1
    return rank[which]


def _measure(plane: Plane, polygons: Polygons, links: Indices) -> tuple[Floats, Floats]:
    """Widths of links on the ellipsoid, and their ends: an array of shape (links, 2 ends, longitude and latitude)."""
    lines = shapely.shortest_line(polygons[links[:, 0]], polygons[links[:, 1]])
    ends = plane.to_degrees(shapely.get_coordinates(lines)).reshape(-1, 2, 2)
    _, _, widths_m = ELLIPSOID.inv(ends[:, 0, 0], ends[:, 0, 1], ends[:, 1, 0], ends[:, 1, 1])
    return np.asarray(widths_m), ends


def _narrowest_links(polygons: Polygons, groups: Indices) -> Indices:
    """Link all groups by the narrowest gaps: rows of two polygon numbers, a minimum spanning tree (Kruskal).

    Pairs of polygons are looked for in ever wider surroundings, so that few have to be measured.
    """
    groups = groups.copy()
    links: list[tuple[int, int]] = []
    boxes = shapely.bounds(polygons)
    tree = shapely.STRtree(polygons)
    reach = float(np.median(boxes[:, 2:] - boxes[:, :2])) + TOUCHING_M
    while (groups != groups[0]).any():
        pairs, at_least = _pairs_within(reach, tree, boxes, groups)
        links.extend(_join_narrowest_first(polygons, groups, pairs, at_least, reach))
        reach = max(2 * reach, 1.1 * _closest_boxes_apart(boxes, groups))
    return np.array(links, dtype=np.intp).reshape(-1, 2)


def _closest_boxes_apart(boxes: Floats, groups: Indices) -> float:
    """Distance between the two closest boxes around whole groups: nothing is to be found nearer than that."""
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    corners = np.minimum.reduceat(boxes[order, :2], starts), np.maximum.reduceat(boxes[order, 2:], starts)
    around = shapely.box(*corners[0].T, *corners[1].T)
    _, apart = shapely.STRtree(around).query_nearest(around, exclusive=True, return_distance=True, all_matches=False)
    return float(apart.min()) if len(apart) else 0.0


def _pairs_within(reach: float, tree: shapely.STRtree, boxes: Floats, groups: Indices) -> tuple[Indices, Floats]:
    """Pairs of polygons of different groups whose boxes are within reach: closest first, with the boxes' distance."""
    largest = np.bincount(groups).argmax()
    seekers = np.flatnonzero(groups != largest)
    west, south, east, north = boxes[seekers].T
    found = tree.query(shapely.box(west - reach, south - reach, east + reach, north + reach))
    a, b = seekers[found[0]], found[1]
    once = (groups[a] != groups[b]) & ((a < b) | (groups[b] == largest))
    pairs = np.column_stack([a[once], b[once]])
    left, right = boxes[pairs[:, 0]], boxes[pairs[:, 1]]
    apart = np.maximum(left[:, :2], right[:, :2]) - np.minimum(left[:, 2:], right[:, 2:])
    at_least = np.hypot(*np.maximum(apart, 0).T)
    order = np.argsort(at_least, kind="stable")
    return pairs[order], at_least[order]


def _join_narrowest_first(
    polygons: Polygons, groups: Indices, pairs: Indices, at_least: Floats, reach: float
) -> Iterator[tuple[int, int]]:
    """Join groups by ascending distance up to `reach`, measuring a pair only once it may be the next narrowest."""
    waiting, waiting_m = np.empty((0, 2), dtype=np.intp), np.empty(0)
    while len(pairs):
        batch, pairs, at_least = pairs[:BATCH], pairs[BATCH:], at_least[BATCH:]
        waiting = np.concatenate([waiting, batch])
        waiting_m = np.concatenate([waiting_m, shapely.distance(polygons[batch[:, 0]], polygons[batch[:, 1]])])
        certain_m = min(reach, at_least[0]) if len(at_least) else reach
        for k in np.argsort(waiting_m, kind="stable"):
            a, b = waiting[k]
            if waiting_m[k] <= certain_m and _join(groups, a, b):
                yield int(a), int(b)
        apart = groups[waiting[:, 0]] != groups[waiting[:, 1]]
        waiting, waiting_m = waiting[apart], waiting_m[apart]
        apart = groups[pairs[:, 0]] != groups[pairs[:, 1]]
        pairs, at_least = pairs[apart], at_least[apart]
