"""From a survey file to a boundary of a planned cluster: measured in a limited child, held against the records."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from jijuqu.cases.models import Boundary
from jijuqu.journal.attachments import open_attachment
from jijuqu.registry.models.shaped import shape_columns
from jijuqu.registry.queries import layers_near
from jijuqu.siting.child import examine_in_child, held_against_in_child
from jijuqu.siting.facts import site_facts
from jijuqu.siting.layers import LAYER_KINDS, LayerShapes
from jijuqu.siting.limits import WALL_S
from jijuqu.words.said import say

if TYPE_CHECKING:
    import datetime

    from jijuqu.journal.models import Attachment
    from jijuqu.siting.industrial import Declaration
    from jijuqu.siting.land import Land


def measure(
    file: Attachment,
    file_name: str,
    *,
    on: datetime.date,
    crs: str = "",
    gap_m: float = 0.0,
    industrial: Declaration = None,
) -> Land:
    """Read a kept survey file and measure its land against the layers on record for a day.

    Raises UnreadableError, naming every fault, for a file that cannot be used.
    """
    with tempfile.TemporaryDirectory() as folder, open_attachment(file.pk) as content:
        path = Path(folder) / Path(file_name).name
        path.write_bytes(content.read())
        land = examine_in_child(path, crs=crs or None, gap_m=gap_m, industrial=industrial)
    near = layers_near(land.bbox, on)
    shapes = {kind: LayerShapes(tuple(near[kind])) for kind in LAYER_KINDS if kind in near}
    return held_against_in_child(land, shapes, name=file_name, within_s=WALL_S)


def boundary_of(land: Land) -> Boundary:
    """Give the boundary that a measured survey makes, not yet saved and without its cluster and file."""
    shape = shapely.union_all([shapely.from_geojson(json.dumps(each)) for each in _features(land)])
    return Boundary(
        **shape_columns(shape), crs=land.crs, gap_m=land.gap_m, area_m2=land.area_m2,
        facts=site_facts(land, in_park=False), land=_shown(land), geojson=land.geojson,
    )  # fmt: skip


def _features(land: Land) -> list[dict[str, Any]]:
    return [feature["geometry"] for feature in json.loads(land.geojson)["features"]]


def _shown(land: Land) -> dict[str, Any]:
    """Give what pages show of the measured land, as plain values; areas in m² and mu, places in degrees."""
    return {
        "crs": land.crs, "parcels": len(land.parcels), "area_m2": land.area_m2, "area_mu": land.area_mu,
        "plane_area_mu": land.plane_area_mu, "gap_m": land.gap_m, "parts": land.parts, "gaps_m": land.gaps_m,
        "industrial_land_mu": land.industrial_land_mu, "bbox": land.bbox,
        "districts": [dataclasses.asdict(each) for each in land.districts],
        "issues": [{"zh": say(issue, "zh"), "en": say(issue, "en")} for issue in land.issues],
    }  # fmt: skip
