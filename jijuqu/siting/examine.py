"""From a boundary file to measured land. Everything happens in this process: see `child` for files from strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.boundary_files import read
from jijuqu.land.contiguity import find_parts
from jijuqu.land.districts import locate
from jijuqu.land.overlap import find_double_cover, require_not_stacked
from jijuqu.land.plane import plane_areas_m2
from jijuqu.siting.industrial import judge_industrial_land
from jijuqu.siting.issues import about_double_cover, about_place
from jijuqu.siting.land import Land, MeasuredParcel
from jijuqu.siting.load_layers import lay_over_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.parcel import Boundary
    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.layers import Layer, LayerKind


def examine(
    path: Path,
    *,
    crs: str | None = None,
    gap_m: float = 0.0,
    layers: Mapping[LayerKind, Layer] | None = None,
    industrial: Declaration = None,
) -> Land:
    """Read a boundary file and measure its land; UnreadableError when the file or a layer cannot be used.

    `crs` overrides or supplies the file's coordinate system ("EPSG:4524"); pieces up to `gap_m` metres apart count as
    one part.
    """
    boundary = read(path, crs)
    return measure(boundary, gap_m=gap_m, layers=layers or {}, industrial=industrial)


def measure(
    boundary: Boundary, *, gap_m: float = 0.0, layers: Mapping[LayerKind, Layer], industrial: Declaration = None
) -> Land:
    """Measure the land of a boundary that has been read; UnreadableError when it cannot be measured in seconds."""
    require_not_stacked(boundary)
    degrees = [parcel.polygon for parcel in boundary.parcels]
    areas_m2 = geodesic_areas_m2(degrees).tolist()
    plane_m2 = plane_areas_m2(boundary)
    contiguity = find_parts(boundary, gap_m)
    place = locate(degrees, areas_m2)
    use = judge_industrial_land(boundary.parcels, areas_m2, industrial)
    overlaps, layer_issues = lay_over_all(degrees, areas_m2, layers)
    parcels = tuple(
        MeasuredParcel(p.number, p.id, p.name, p.use_code, is_industrial, area, plane, parts, label_at, wkb)
        for p, is_industrial, area, plane, parts, label_at, wkb in zip(
            boundary.parcels,
            use.by_parcel,
            areas_m2,
            plane_m2,
            contiguity.parts_of,
            _label_points(degrees),
            shapely.to_wkb(degrees).tolist(),
            strict=True,
        )
    )
    return Land(
        crs=boundary.crs,
        parcels=parcels,
        area_m2=sum(areas_m2),
        plane_area_m2=sum(plane_m2),
        gap_m=gap_m,
        parts=contiguity.parts,
        gaps=contiguity.gaps,
        districts=place.districts,
        lies_in_chongqing=place.lies_inside,
        layers=overlaps,
        industrial_land_mu=use.land_mu,
        industrial_evidence=use.evidence,
        ancillary_land_mu=use.ancillary_land_mu,
        bbox=_bounding_box(degrees),
        issues=(
            *boundary.issues,
            *about_double_cover(find_double_cover(boundary)),
            *about_place(boundary, areas_m2, place),
            *use.issues,
            *layer_issues,
        ),
    )


def _label_points(land: Sequence[BaseGeometry]) -> list[tuple[float, float]]:
    inner = shapely.get_coordinates(shapely.point_on_surface(list(land)))
    return [(lon, lat) for lon, lat in inner.tolist()]


def _bounding_box(land: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    west, south, east, north = (float(side) for side in shapely.total_bounds(np.array(land, dtype=object)))
    return west, south, east, north
