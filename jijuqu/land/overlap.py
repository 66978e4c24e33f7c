"""What land lies on: parcels on other parcels of the same file, and parcels on the polygons of a planning layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import GeometryType, MultiPolygon
from shapely.errors import GEOSException

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.parcel import UnreadableError
from jijuqu.land.plane import Plane, pieces
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.parcel import Boundary

    Polygons = NDArray[np.object_]
    Indices = NDArray[np.intp]

TOLD_FROM_M2 = 1.0  # smaller overlaps are the roundness of surveyed corners
MAX_PAIRS_NEAR = 200_000  # parcels whose boxes overlap; of a real layer of 20,000 parcels there are some 60,000
MAX_PAIRS_OVERLAPPING = 20_000  # no survey has as many; the same plots exported over and over have
BATCH = 4096  # pairs cut at once


@dataclass(frozen=True, slots=True)
class DoubleCover:
    """Two parcels (their numbers) that lie on the same ground, how much of it, and one point of it in degrees."""

    parcels: tuple[int, int]
    area_m2: float
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The part of the land that lies inside a layer: as a share 0 to 1, in m² on the ellipsoid, and its shape."""

    share: float
    area_m2: float
    shape: MultiPolygon


def require_not_stacked(boundary: Boundary) -> None:
    """Refuse land on which so many parcels lie over one another that comparing them would take minutes.

    Raises UnreadableError naming two of them. To be asked before anything compares parcels with parcels.
    """
    if len(boundary.parcels) == 1:
        return
    polygons, owners = pieces(Plane(boundary).parcels)
    near = 0
    for a, b in _near_each_other(polygons, owners):
        near += len(a)
        if near > MAX_PAIRS_NEAR:
            raise _stacked(owners[a[-1]], owners[b[-1]], MAX_PAIRS_NEAR)


def find_double_cover(boundary: Boundary) -> tuple[DoubleCover, ...]:
    """Find the pairs of parcels that overlap by more than 1 m², in the file's own coordinates; largest first."""
    if len(boundary.parcels) == 1:
        return ()
    plane = Plane(boundary)
    polygons, owners = pieces(plane.parcels)
    ground_m2_per_m2 = plane.ground_metres_per_metre() ** 2
    found: dict[tuple[int, int], list[tuple[float, BaseGeometry]]] = {}
    for a, b in _near_each_other(polygons, owners):
        common = shapely.intersection(polygons[a], polygons[b])
        ground_m2 = shapely.area(common) * ground_m2_per_m2
        for k in np.flatnonzero(ground_m2 > 0):
            pair = int(owners[a[k]]), int(owners[b[k]])
            found.setdefault(pair, []).append((float(ground_m2[k]), common[k]))
        if len(found) > MAX_PAIRS_OVERLAPPING:
            raise _stacked(*next(iter(found)), MAX_PAIRS_OVERLAPPING)
    covers = [
        DoubleCover(
            (boundary.parcels[first].number, boundary.parcels[second].number),
            sum(area for area, _ in pieces_of),
            _inner_point(plane, max(pieces_of, key=lambda piece: piece[0])[1]),
        )
        for (first, second), pieces_of in found.items()
        if sum(area for area, _ in pieces_of) > TOLD_FROM_M2
    ]
    return tuple(sorted(covers, key=lambda cover: -cover.area_m2))


def _near_each_other(polygons: Polygons, owners: Indices) -> Iterator[tuple[Indices, Indices]]:
    """Give the pairs of polygons of different parcels whose boxes have more than 1 m² in common, in batches."""
    tree, boxes = shapely.STRtree(polygons), shapely.bounds(polygons)
    step = max(1, BATCH * 64 // len(polygons))  # however they lie, a batch of the tree's answers fits in memory
    for start in range(0, len(polygons), step):
        a, b = tree.query(polygons[start : start + step])
        a += start
        rivals = (owners[a] < owners[b]) & (_area_of_common_box(boxes, a, b) > TOLD_FROM_M2)
        a, b = a[rivals], b[rivals]
        for at in range(0, len(a), BATCH):
            yield a[at : at + BATCH], b[at : at + BATCH]


def _stacked(first: int, second: int, limit: int) -> UnreadableError:
    values = {"first": int(first) + 1, "second": int(second) + 1, "limit": limit}
    return UnreadableError((Message("parcels_stacked", values),))


def lay_over(land: Sequence[BaseGeometry], areas_m2: Sequence[float], layer: Sequence[BaseGeometry]) -> Overlap:
    """Measure how much of the land lies inside the polygons of a layer, which may overlap each other.

    `areas_m2` are the land's geodesic areas; land and layer are in degrees (EPSG:4490). Edges are cut as straight lines
    in degrees and the pieces measured with geodesic edges: an edge of L km may lie 11 mm × L² beside its geodesic. Land
    that is counted twice because parcels overlap is counted twice above and below the line.
    """
    if not layer:
        return Overlap(0.0, 0.0, MultiPolygon())
    parcels, polygons = np.array(list(land), dtype=object), np.array(list(layer), dtype=object)
    wholly, partly = _meeting(parcels, polygons)
    cut = [_only_polygons(_inside_one(parcels[k], polygons[of])) for k, of in partly]
    area_m2 = sum(areas_m2[k] for k in wholly) + float(geodesic_areas_m2(cut).sum())
    parts = shapely.get_parts(np.array([*parcels[wholly], *cut], dtype=object))
    whole_m2 = sum(areas_m2)
    return Overlap(min(area_m2 / whole_m2, 1.0) if whole_m2 else 0.0, area_m2, shapely.multipolygons(parts))


def _meeting(parcels: Polygons, polygons: Polygons) -> tuple[Indices, list[tuple[int, Indices]]]:
    """Parcels inside one polygon of the layer, and those that meet some of its polygons, with these."""
    of_parcel, of_layer = shapely.STRtree(polygons).query(parcels, predicate="intersects")
    shapely.prepare(polygons)
    wholly = np.unique(of_parcel[shapely.covers(polygons[of_layer], parcels[of_parcel])])
    cut = ~np.isin(of_parcel, wholly)
    of_parcel, of_layer = of_parcel[cut], of_layer[cut]
    return wholly, [(int(k), of_layer[of_parcel == k]) for k in np.unique(of_parcel)]


def _inside_one(parcel: BaseGeometry, polygons: Polygons) -> BaseGeometry:
    """Cut a parcel out of some polygons. What was valid as surveyed may cross itself by a hair's breadth in degrees."""
    try:
        return shapely.union_all(shapely.intersection(polygons, parcel))
    except GEOSException:
        sound = shapely.make_valid(np.array([parcel, *polygons]), method="structure", keep_collapsed=False)
        return shapely.union_all(shapely.intersection(sound[1:], sound[0]))


def _only_polygons(shape: BaseGeometry) -> MultiPolygon:
    """Leave out the points and lines in which land and layer merely touch."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == GeometryType.POLYGON])


def _area_of_common_box(boxes: NDArray[np.float64], a: Indices, b: Indices) -> NDArray[np.float64]:
    sides = np.minimum(boxes[a, 2:], boxes[b, 2:]) - np.maximum(boxes[a, :2], boxes[b, :2])
    area: NDArray[np.float64] = np.maximum(sides, 0).prod(axis=1)
    return area


def _inner_point(plane: Plane, shape: BaseGeometry) -> tuple[float, float]:
    lon, lat = plane.to_degrees(shapely.get_coordinates(shapely.point_on_surface(shape)))[0]
    return float(lon), float(lat)
