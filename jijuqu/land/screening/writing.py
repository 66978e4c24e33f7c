"""Writes groups and issues: CSV, GeoParquet, GeoJSON, GeoPackage. Excel workbooks are written by `jijuqu.sheets`.

GeoPackage holds both as layers; beside the others the issues stand in a CSV file of their own. Files are written under
another name and put in place when they are whole.
"""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS

from jijuqu.land.screening.table import GROUP_COLUMNS, ISSUE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.land.screening.table import Row

WITH_SHAPES = (".gpkg", ".parquet", ".geojson")
ENDINGS = (*WITH_SHAPES, ".csv", ".xlsx")
CRS_NAME = "EPSG:4490"

Columns = dict[str, list[object]]


def issues_path(path: Path) -> Path:
    """Give the file of issues that stands beside an output without room for them."""
    return path.with_name(f"{path.stem}.issues.csv")


def replaced(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place, and put it there when it is whole."""
    with tempfile.TemporaryDirectory(prefix=".jijuqu-screen-", dir=path.absolute().parent) as folder:
        ours = Path(folder) / path.name
        write(ours)
        ours.replace(path)


def write_csv(path: Path, heads: Sequence[str], rows: Sequence[Row] | Sequence[tuple[object, ...]]) -> None:
    """Write rows as CSV in UTF-8; numbers with all their digits."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(rows)


def write_groups(path: Path, columns: Columns, shapes: Shapes | None, issues: Sequence[Row]) -> None:
    """Write groups by the ending of the path; `shapes` (degrees) are for formats of `WITH_SHAPES`."""
    if shapes is None:
        write_csv(path, GROUP_COLUMNS, list(zip(*columns.values(), strict=True)))
    elif path.suffix.lower() == ".parquet":
        _write_parquet(path, columns, shapes)
    elif path.suffix.lower() == ".geojson":
        _write_geojson(path, columns, shapes)
    else:
        _write_geopackage(path, columns, shapes, issues)


def _write_parquet(path: Path, columns: Columns, shapes: Shapes) -> None:
    bounds = shapely.total_bounds(shapes).tolist() if len(shapes) else []
    described = {
        "encoding": "WKB",
        "geometry_types": ["MultiPolygon"],
        "crs": CRS(CRS_NAME).to_json_dict(),
        **({"bbox": bounds} if bounds else {}),
    }
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": described}}
    table = pa.table({**_typed(columns), "geometry": pa.array(shapely.to_wkb(shapes), pa.binary())})
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), path, compression="zstd")


def _typed(columns: Columns) -> dict[str, pa.Array]:
    """Give columns their types even where there are no groups."""
    types = {"rank": pa.int64(), "parcels": pa.int64(), "area_mu": pa.float64()}
    return {
        name: pa.array(values, types.get(name) or (None if values else pa.string())) for name, values in columns.items()
    }


def _write_geojson(path: Path, columns: Columns, shapes: Shapes) -> None:
    """Write RFC 7946: degrees as they are, CGCS2000 differs from WGS 84 by centimetres."""
    rows = zip(*columns.values(), strict=True)
    with path.open("w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for number, (row, shape) in enumerate(zip(rows, shapely.to_geojson(shapes), strict=True)):
            properties = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
            comma = "," if number else ""
            file.write(f'{comma}\n{{"type":"Feature","properties":{properties},"geometry":{shape}}}')
        file.write("\n]}\n")


def _write_geopackage(path: Path, columns: Columns, shapes: Shapes, issues: Sequence[Row]) -> None:
    from pyogrio.raw import write  # noqa: PLC0415 - GDAL takes long to start

    write(
        str(path),
        geometry=np.asarray(shapely.to_wkb(shapes), dtype=object),
        field_data=[_array(values, name) for name, values in columns.items()],
        fields=list(columns),
        geometry_type="MultiPolygon",
        promote_to_multi=True,
        crs=CRS_NAME,
        driver="GPKG",
        layer="groups",
    )
    by_column = list(zip(*issues, strict=True)) or [()] * len(ISSUE_COLUMNS)
    write(
        str(path),
        geometry=None,
        field_data=[_array(list(v), name) for name, v in zip(ISSUE_COLUMNS, by_column, strict=True)],
        fields=list(ISSUE_COLUMNS),
        geometry_type=None,
        crs=None,
        driver="GPKG",
        layer="issues",
        append=True,
    )


def _array(values: list[object], name: str) -> NDArray[np.generic]:
    """Give a column as an array of one type; no value is an empty text, or no number."""
    if name in ("area_mu", "overlap_m2", "dissolved_mu"):
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    if values and all(isinstance(value, int) for value in values):
        return np.array(values, dtype=np.int64)
    return np.array([None if value is None else str(value) for value in values], dtype=object)
