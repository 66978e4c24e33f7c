"""What land lies on: parcels on other parcels of the same file, and parcels on the polygons of a planning layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import GeometryType
from shapely.errors import GEOSException

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.plane import Plane, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.parcel import Boundary

    Polygons = NDArray[np.object_]
    Indices = NDArray[np.intp]

TOLD_FROM_M2 = 1.0  # smaller overlaps are the roundness of surveyed corners


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


def find_double_cover(boundary: Boundary) -> tuple[DoubleCover, ...]:
    """Find the pairs of parcels that overlap by more than 1 m², in the file's own coordinates; largest first."""
    plane = Plane(boundary)
    polygons, owners = pieces(plane.parcels)
    a, b = shapely.STRtree(polygons).query(polygons)
    rivals = (owners[a] < owners[b]) & (_area_of_common_box(polygons, a, b) > TOLD_FROM_M2)
    a, b = a[rivals], b[rivals]
    common = shapely.intersection(polygons[a], polygons[b])
    ground_m2 = shapely.area(common) * plane.ground_metres_per_metre() ** 2
    found: dict[tuple[int, int], list[int]] = {}
    for k in np.flatnonzero(ground_m2 > 0):
        found.setdefault((int(owners[a[k]]), int(owners[b[k]])), []).append(int(k))
    covers = [
        DoubleCover(
            (boundary.parcels[first].number, boundary.parcels[second].number),
            float(ground_m2[of].sum()),
            _inner_point(plane, common[max(of, key=ground_m2.__getitem__)]),
        )
        for (first, second), of in found.items()
        if ground_m2[of].sum() > TOLD_FROM_M2
    ]
    return tuple(sorted(covers, key=lambda cover: -cover.area_m2))


def lay_over(land: Sequence[BaseGeometry], areas_m2: Sequence[float], layer: Sequence[BaseGeometry]) -> Overlap:
    """Measure how much of the land lies inside the polygons of a layer, which may overlap each other.

    `areas_m2` are the land's geodesic areas; land and layer are in degrees (EPSG:4490). Edges are cut as straight lines
    in degrees and the pieces measured with geodesic edges: an edge of L km may lie 11 mm × L² beside its geodesic. Land
    that is counted twice because parcels overlap is counted twice above and below the line.
    """
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


def _area_of_common_box(polygons: Polygons, a: NDArray[np.intp], b: NDArray[np.intp]) -> NDArray[np.float64]:
    boxes = shapely.bounds(polygons)
    sides = np.minimum(boxes[a, 2:], boxes[b, 2:]) - np.maximum(boxes[a, :2], boxes[b, :2])
    area: NDArray[np.float64] = np.maximum(sides, 0).prod(axis=1)
    return area


def _inner_point(plane: Plane, shape: BaseGeometry) -> tuple[float, float]:
    lon, lat = plane.to_degrees(shapely.get_coordinates(shapely.point_on_surface(shape)))[0]
    return float(lon), float(lat)
