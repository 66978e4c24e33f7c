"""Screening in plain Shapely, step by step, over one layer in degrees: slow, and meant to be believed at sight."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pyproj
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

GRS80 = pyproj.Geod(a=6378137, rf=298.257222101)


@dataclass
class Parcel:
    """One parcel as the definitions have it."""

    id: int
    district: str
    shape: BaseGeometry
    area_mu: float = 0.0
    near: set[int] = field(default_factory=set)


def area_mu(shape: BaseGeometry) -> float:
    """Area on the ellipsoid with geodesic edges, shells less holes."""
    polygons = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    return sum(
        abs(GRS80.geometry_area_perimeter(shapely.Polygon(polygon.exterior))[0])
        - sum(abs(GRS80.geometry_area_perimeter(shapely.Polygon(hole))[0]) for hole in polygon.interiors)
        for polygon in polygons
    ) * (3 / 2000)


def distance_m(a: BaseGeometry, b: BaseGeometry) -> float:
    """Distance on the ground, on a plane laid on it at the first shape."""
    lon, lat = a.envelope.centroid.coords[0]
    plane = pyproj.Proj(proj="aeqd", lon_0=lon, lat_0=lat, a=6378137, rf=298.257222101)
    flat = [shapely.transform(each, lambda degrees: np.column_stack(plane(*degrees.T))) for each in (a, b)]
    return shapely.distance(*flat)


def covering(layer: list[BaseGeometry]) -> BaseGeometry:
    """All that a layer covers; its invalid shapes are mended as parcels are."""
    return shapely.union_all(shapely.make_valid(layer, method="structure", keep_collapsed=False))


def screen(
    shapes: list[BaseGeometry], districts: list[str], layers: list[list[BaseGeometry]], *,
    gap_m: float, min_mu: float, share: float = 0.01,
) -> list[tuple]:  # fmt: skip
    """Give district, rank, ids of members, area in mu of every group, as `ground.groups_of` does."""
    parcels = [
        Parcel(k, district, shapely.make_valid(shape, method="structure", keep_collapsed=False))
        for k, (shape, district) in enumerate(zip(shapes, districts, strict=True), start=1)
    ]
    covers = [covering(layer) for layer in layers if layer]
    kept = [
        parcel
        for parcel in parcels
        if parcel.shape.area > 0
        and all(parcel.shape.intersection(cover).area <= share * parcel.shape.area for cover in covers)
    ]
    for parcel in kept:
        parcel.area_mu = area_mu(parcel.shape)
    for a, b in combinations(kept, 2):
        if a.district == b.district and distance_m(a.shape, b.shape) <= max(gap_m, 0.01):
            a.near.add(b.id)
            b.near.add(a.id)
    return ranked(grown(kept), min_mu)


def grown(parcels: list[Parcel]) -> list[list[Parcel]]:
    """Put parcels into groups: start with one, add its neighbours, and theirs."""
    left, groups = {parcel.id: parcel for parcel in parcels}, []
    while left:
        group, new = [], [left.pop(min(left))]
        while new:
            parcel = new.pop()
            group.append(parcel)
            new += [left.pop(near) for near in sorted(parcel.near) if near in left]
        groups.append(group)
    return groups


def ranked(groups: list[list[Parcel]], min_mu: float) -> list[tuple]:
    """Drop small groups and rank the others in their districts."""
    rows = [
        (group[0].district, sum(parcel.area_mu for parcel in group), sorted(parcel.id for parcel in group))
        for group in groups
    ]
    rows = sorted((d, -area, ids) for d, area, ids in rows if area >= min_mu)
    found, districts = [], [d for d, _, _ in rows]
    for k, (district, area, ids) in enumerate(rows):
        found.append((district, k - districts.index(district) + 1, ids, -area))
    return found
