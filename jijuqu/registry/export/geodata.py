"""Writes clusters as features (degrees, EPSG:4490, longitude first), with plain column names that carry their units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyogrio.raw import write

from jijuqu.land.measures import MU_M2

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jijuqu.registry.queries import DatedCluster

CRS = "EPSG:4490"
DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
LAYER = "clusters"

TEXTS: dict[str, Callable[[DatedCluster], Any]] = {
    "code": lambda each: each.code,
    "name_zh": lambda each: each.name_zh,
    "name_en": lambda each: each.name_en,
    "standing": lambda each: each.standing,
    "holder_code": lambda each: each.holder_id,
    "holder_zh": lambda each: each.holder.name_zh,
    "park_code": lambda each: each.park_id,
    "park_zh": lambda each: each.park and each.park.name_zh,
    "industry_zh": lambda each: each.industry_zh,
    "industry_en": lambda each: each.industry_en,
    "industry_codes": lambda each: "、".join(each.industry_codes),
    "authority": lambda each: each.authority,
    "builder": lambda each: each.builder,
    "builder_code": lambda each: each.builder_code,
    "operator": lambda each: each.operator,
    "operator_code": lambda each: each.operator_code,
    "letter_number": lambda each: each.reply and each.reply.number,
    "evidence": lambda each: each.evidence and each.evidence.title,
    "map_review_number": lambda each: each.map_review_number,
}
NUMBERS: dict[str, Callable[[DatedCluster], float]] = {
    "area_m2": lambda each: each.area_m2,
    "area_mu": lambda each: each.area_m2 / MU_M2,
    "industrial_land_m2": lambda each: each.industrial_land_m2,
    "industrial_land_mu": lambda each: each.industrial_land_m2 / MU_M2,
}
DAYS = ("received_on", "approved_on", "recorded_on", "published_on", "unpublished_on")


def write_geodata(path: Path, clusters: Sequence[DatedCluster]) -> None:
    """Write the clusters to a new file, a GeoPackage or GeoJSON by its ending.

    Text is written as it stands ("" as null); areas are those on the CGCS2000 ellipsoid.
    """
    columns = {
        name: np.array([value(each) or None for each in clusters], dtype=object) for name, value in TEXTS.items()
    }
    columns |= {name: np.array([value(each) for each in clusters], dtype=float) for name, value in NUMBERS.items()}
    columns |= {name: np.array([getattr(each, name) for each in clusters], dtype="datetime64[D]") for name in DAYS}
    write(
        str(path),
        geometry=np.array([shapely.to_wkb(each.geometry) for each in clusters], dtype=object),
        field_data=list(columns.values()),
        fields=list(columns),
        geometry_type="MultiPolygon",
        promote_to_multi=True,
        crs=CRS,
        driver=DRIVERS[path.suffix.lower()],
        layer=LAYER,
    )
