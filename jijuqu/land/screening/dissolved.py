"""Groups with their members' common ground counted once: as an area, and as a shape."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import GeometryType
from shapely.errors import GEOSException

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.screening.polygons import to_shapes

if TYPE_CHECKING:
    from shapely import MultiPolygon

    from jijuqu.land.screening.kernels.flat import Floats, Integers
    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.land.screening.screening import Groups, Screening


def dissolved_m2(screening: Screening, groups: Groups) -> Floats:
    """Give the areas of groups, ground that members share counted once.

    Where no three members lie on each other, that is the sum less what pairs share. Where three may, the overlapping
    members are put together as shapes.
    """
    areas_m2 = groups.area_m2 - groups.overlap_m2
    stacked = _stacked(screening, groups)
    if not stacked:
        return areas_m2
    places = np.unique(np.concatenate(list(stacked.values())))
    shapes = to_shapes(screening.shapes_of(places))
    for row, members in stacked.items():
        together = shapely.union_all(shapes[np.searchsorted(places, members)])
        alone_m2 = groups.area_m2[row] - screening.areas_m2[members].sum()
        areas_m2[row] = alone_m2 + geodesic_areas_m2([together])[0]
    return areas_m2


def _stacked(screening: Screening, groups: Groups) -> dict[int, Integers]:
    """Give, for groups in which three members overlap each other pair by pair, all members that overlap any."""
    first, second, _ = screening.overlaps
    of_group = groups.group_of[first]
    partners: dict[int, set[int]] = defaultdict(set)
    pairs = [(int(a), int(b), int(row)) for a, b, row in zip(first, second, of_group, strict=True) if row >= 0]
    for a, b, _ in pairs:
        partners[a].add(b)
        partners[b].add(a)
    rows = {row for a, b, row in pairs if partners[a] & partners[b]}
    members: dict[int, set[int]] = {row: set() for row in rows}
    for a, b, row in pairs:
        if row in rows:
            members[row] |= {a, b}
    return {row: np.array(sorted(places)) for row, places in members.items()}


def shapes_of_groups(screening: Screening, groups: Groups, threads: int | None = None) -> Shapes:
    """Give the land of every group as one multipolygon in degrees, borders between members dissolved."""
    places = np.flatnonzero(groups.group_of >= 0)
    shapes = to_shapes(screening.shapes_of(places))
    overlapping = np.zeros(len(groups.group_of), np.bool_)
    overlapping[screening.overlaps[0]] = overlapping[screening.overlaps[1]] = True
    order = np.argsort(groups.group_of[places], kind="stable")
    ends = np.cumsum(groups.parcels)[:-1]
    members = np.split(shapes[order], ends), np.split(overlapping[places[order]], ends)
    with ThreadPoolExecutor(threads) as pool:
        return np.array(list(pool.map(_dissolved, *members)) if len(groups) else [], dtype=object)


def _dissolved(shapes: Shapes, overlapping: Integers) -> MultiPolygon:
    """Put parcels together: those that overlap no other first, whose borders just cancel, as far as they do."""
    if len(shapes) == 1:
        return shapes[0]
    side_by_side = shapes[~overlapping]
    try:
        whole = shapely.coverage_union_all(side_by_side)
    except GEOSException:  # a corner on the middle of a neighbour's edge
        whole = shapely.union_all(side_by_side)
    whole = shapely.union_all(np.append(shapes[overlapping], whole))
    parts = shapely.get_parts(shapely.get_parts(whole))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == GeometryType.POLYGON])
