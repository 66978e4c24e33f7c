"""Small layers drawn in metres about a place, and written as files: what the tests of screening are made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.screening.screening import Screening

PLACE = (106.5, 29.5)
DEGREE_M = np.array([96_990.0, 110_852.0])
"""Metres to a degree of longitude and latitude at PLACE, right to some 1e-3."""


def at_place(shapes: Sequence[BaseGeometry]) -> np.ndarray:
    """Bring shapes in metres about PLACE to degrees."""
    return shapely.transform(np.array(list(shapes), dtype=object), lambda metres: PLACE + metres / DEGREE_M)


def plot(x: float, y: float, width: float, height: float | None = None) -> shapely.Polygon:
    """A plot with its corner x, y metres from PLACE."""
    return shapely.box(x, y, x + width, y + (width if height is None else height))


def geo(crs: str | None = "EPSG:4490", column: str = "geometry", **more: Any) -> bytes:
    """GeoParquet's words on a column; `crs` "absent" leaves the key out."""
    described = {"encoding": "WKB", "geometry_types": [], **more}
    if crs != "absent":
        described["crs"] = None if crs is None else pyproj.CRS(crs).to_json_dict()
    return json.dumps({"version": "1.1.0", "primary_column": column, "columns": {column: described}}).encode()


def write(
    path: Path,
    shapes: Sequence[BaseGeometry | bytes | None],
    *,
    crs: str | None = "EPSG:4490",
    row_group_size: int | None = None,
    **columns: Sequence[object],
) -> Path:
    """Write a GeoParquet file; shapes are in degrees already."""
    wkb = [shape if shape is None or isinstance(shape, bytes) else shapely.to_wkb(shape) for shape in shapes]
    table = pa.table({**columns, "geometry": pa.array(wkb, pa.binary())})
    pq.write_table(table.replace_schema_metadata({"geo": geo(crs)}), path, row_group_size=row_group_size)
    return path


def write_parcels(path: Path, shapes: Sequence[BaseGeometry | bytes | None], **columns: Sequence[object]) -> Path:
    """Write parcels numbered from 1, industrial, of district 500101, unless columns say otherwise."""
    count = len(shapes)
    usual = {"parcel_id": range(1, count + 1), "district": ["500101"] * count, "landuse": ["060101"] * count}
    return write(path, shapes, **{**usual, **columns})


def screened(
    folder: Path, shapes: Sequence[BaseGeometry], *, layers: Sequence[Sequence[BaseGeometry]] = (),
    min_mu: float = 1.0, districts: Sequence[object] | None = None, **options: Any,
) -> Screening:  # fmt: skip
    """Screen shapes in metres about PLACE against layers in metres."""
    count = len(shapes)
    parcels = write_parcels(folder / "parcels.parquet", at_place(shapes), district=districts or ["500101"] * count)
    files = [write(folder / f"layer{k}.parquet", at_place(layer)) for k, layer in enumerate(layers)]
    return screen(parcels, None, files, ScreenOptions(min_mu=min_mu, threads=1, **options))


def groups_of(screening: Screening, **thresholds: float) -> list[tuple]:
    """Groups as rows: district, rank, ids of the members, area in mu."""
    groups = screening.regroup(**thresholds)
    return [
        (
            screening.district_names[groups.district[row]],
            int(groups.rank[row]),
            sorted(screening.ids[groups.members(row)].tolist()),
            float(groups.area_mu[row]),
        )
        for row in range(len(groups))
    ]
