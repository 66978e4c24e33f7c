"""Reads the boundary of a row, in a child process under limits, and holds it against what the row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from jijuqu.land.area import geodesic_area_m2
from jijuqu.land.measures import MU_M2
from jijuqu.land.parcel import UnreadableError
from jijuqu.registry.existing.entry import Said
from jijuqu.registry.existing.uploads import BOUNDARY_ENDINGS
from jijuqu.registry.models import Cluster
from jijuqu.registry.models.shaped import meets_box
from jijuqu.sheets.cells import number_of
from jijuqu.siting.child import examine_in_child

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from jijuqu.registry.existing.entry import Entry
    from jijuqu.registry.existing.uploads import Uploads
    from jijuqu.siting.land import Land

AGREES_WITHIN = 0.01  # a stated area and the measured one (notice-map 二（二）2), and land inside its park
OVERLAP_M2 = 1.0  # less is the noise of surveys


def read_boundary(entry: Entry, cells: dict[str, str], uploads: Uploads) -> None:
    """Find the boundary file of a row, measure it, and note all that is wrong or strange about it."""
    path = _find(entry, cells["边界文件"], uploads)
    if path is None:
        return
    crs = cells["坐标系"].upper().removeprefix("EPSG:")
    try:
        land = examine_in_child(path, crs=f"EPSG:{crs}" if crs else None)
    except UnreadableError as error:
        entry.errors += [Said("边界文件", reason) for reason in error.reasons]
        return
    entry.boundary = _outline(land)
    entry.warnings += [Said("边界文件", issue) for issue in land.issues]
    if "industrial_land_m2" not in entry.columns and land.industrial_land_mu is not None:
        entry.columns["industrial_land_m2"] = land.industrial_land_mu * MU_M2
    _hold_against_cells(entry, cells["用地面积（亩）"])
    _hold_against_register(entry)


def _find(entry: Entry, written: str, uploads: Uploads) -> Path | None:
    found = uploads.named(written) if written else uploads.like(entry.code, BOUNDARY_ENDINGS)
    if written and not found:
        entry.refuse("边界文件", "existing_file_missing", name=written)
    if len(found) > 1:
        entry.refuse("边界文件", "existing_file_ambiguous", name=found[0].name, count=len(found))
        return None
    return uploads.use(found[0]) if found else None


def _outline(land: Land) -> BaseGeometry:
    """Return the land of all parcels as one shape (degrees, EPSG:4490)."""
    return shapely.union_all(shapely.get_parts(shapely.from_geojson(land.geojson)))


def _hold_against_cells(entry: Entry, stated: str) -> None:
    area_m2 = geodesic_area_m2(entry.boundary)
    industrial_m2 = entry.columns.get("industrial_land_m2")
    if industrial_m2 is not None and industrial_m2 > (1 + AGREES_WITHIN) * area_m2:
        values = {"stated_mu": industrial_m2 / MU_M2, "measured_mu": area_m2 / MU_M2}
        entry.refuse("工业用地（亩）", "existing_industrial_beyond_boundary", **values)
    try:
        stated_mu = number_of(stated) if stated else None
    except ValueError:
        entry.refuse("用地面积（亩）", "existing_not_a_number", value=stated)
        return
    if stated_mu is not None and abs(stated_mu * MU_M2 - area_m2) > AGREES_WITHIN * area_m2:
        values = {"stated_mu": stated_mu, "measured_mu": area_m2 / MU_M2}
        entry.warn("用地面积（亩）", "existing_area_differs", **values)


def _hold_against_register(entry: Entry) -> None:
    """Warn where the boundary leaves its park, or lies on another cluster."""
    boundary, park = entry.boundary, entry.columns.get("park")
    if boundary is None:
        return
    if park:
        inside = geodesic_area_m2(boundary & park.geometry) / geodesic_area_m2(boundary)
        if inside < 1 - AGREES_WITHIN:
            entry.warn("边界文件", "existing_leaves_park", park=park.name_zh, inside=inside)
    for other in Cluster.objects.filter(meets_box(boundary.bounds), ended_on__isnull=True).exclude(pk=entry.code):
        common_m2 = geodesic_area_m2(boundary & other.geometry)
        if common_m2 > OVERLAP_M2:
            entry.warn("边界文件", "existing_overlaps", name=other.name_zh, code=other.code, area_m2=common_m2)
