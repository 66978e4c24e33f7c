"""GeoPackage (OGC 12-128), an SQLite database, read in memory: plain feature tables only, no views."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.land.boundary_files.columns import ID, NAME, USE_CODE, described, first_known
from jijuqu.land.boundary_files.georeference import crs_named, crs_written
from jijuqu.land.boundary_files.survey import MAX_FILE_BYTES, MAX_PLOTS, Plot, Survey, VertexCount, joined, refusal
from jijuqu.land.boundary_files.wkb import BrokenWkbError, polygons_in
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from pyproj import CRS

    from jijuqu.land.boundary_files.survey import Ring

MAX_SECONDS = 3.0
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Length of the box in a geometry's header, by the code in its flags."""


class Layer(NamedTuple):
    """One feature table: its name, its geometry column and the number of its coordinate system."""

    table: str
    geometry: str
    srs_id: int


def read_geopackage(data: bytes) -> Survey:
    """Read the polygons of every feature table."""
    require_whole(data)
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            guard(database)
            database.deserialize(data[:18] + b"\1\1" + data[20:])  # as if never in WAL mode, which memory has not
            count = VertexCount()
            layers = layers_of(database)
            return joined([(layer.table, read_layer(database, layer, count)) for layer in layers])
    except (sqlite3.Error, UnicodeError, OverflowError, BrokenWkbError):
        raise refusal("geopackage_broken") from None


def require_whole(data: bytes) -> None:
    """Compare the file's length with the number of pages its header states, where that number is in force."""
    if len(data) < 512:
        raise refusal("geopackage_broken")
    page_size, pages = int.from_bytes(data[16:18], "big"), int.from_bytes(data[28:32], "big")
    page_size = 65536 if page_size == 1 else page_size
    in_force = data[24:28] == data[92:96]
    if page_size < 512 or (in_force and len(data) < page_size * pages):
        raise refusal("geopackage_broken")


def guard(database: sqlite3.Connection) -> None:
    """Limit what a hostile database can make SQLite do."""
    deadline = time.monotonic() + MAX_SECONDS
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_FILE_BYTES)
    database.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    database.execute("PRAGMA trusted_schema=OFF")
    database.execute("PRAGMA temp_store=MEMORY")


def layers_of(database: sqlite3.Connection) -> list[Layer]:
    """List the feature tables in their order of creation."""
    stored = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    tables = {name for (name,) in stored}
    if "gpkg_geometry_columns" not in tables:
        raise refusal("foreign_format", found="SQLite")
    rows = database.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
    layers = [Layer(str(table), str(column), int(srs_id)) for table, column, srs_id in rows]
    return [layer for layer in layers if layer.table in tables]


def read_layer(database: sqlite3.Connection, layer: Layer, count: VertexCount) -> Survey:
    """Read one feature table."""
    plots, left_out = [], 0
    columns = columns_of(database, layer)
    listed = ", ".join(map(quoted, columns))
    for geometry, *values in database.execute(f"SELECT {listed} FROM {quoted(layer.table)} ORDER BY rowid"):  # noqa: S608
        polygons = polygons_of(geometry, count)
        if polygons:
            count.add_plot()
            plots.append(Plot(polygons, **described(dict(zip(columns[1:], values, strict=True)))))
        else:
            left_out += 1
            if left_out > MAX_PLOTS:
                raise refusal("too_many_plots", limit=MAX_PLOTS)
    values = {"name": layer.table, "count": left_out}
    issues = [Message("features_left_out_of_layer", values)] if left_out else []
    return Survey(plots, crs_of(database, layer.srs_id), issues)


def columns_of(database: sqlite3.Connection, layer: Layer) -> list[str]:
    """Give the geometry column and those that describe a plot."""
    names = [str(row[1]) for row in database.execute(f"PRAGMA table_info({quoted(layer.table)})")]
    if layer.geometry not in names:
        raise refusal("geopackage_broken")
    known = [first_known(words, names) for words in ([word] for word in (*ID, *NAME, *USE_CODE))]
    return [layer.geometry, *dict.fromkeys(name for name in known if name and name != layer.geometry)]


def quoted(name: str) -> str:
    """Quote a table's or column's name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def polygons_of(geometry: object, count: VertexCount) -> list[list[Ring]]:
    """Give the polygons of a geometry column's value: a header ("GP", version, flags, system, box), then WKB."""
    if not isinstance(geometry, bytes):
        return []
    if len(geometry) < 8 or geometry[:2] != b"GP" or geometry[3] & 0x20:
        raise BrokenWkbError
    envelope = ENVELOPE_BYTES.get(geometry[3] >> 1 & 7)
    if envelope is None:
        raise BrokenWkbError
    return polygons_in(geometry, 8 + envelope, count)


def crs_of(database: sqlite3.Connection, srs_id: int) -> CRS | None:
    """Give a layer's coordinate system, None for those that are called undefined (-1, 0, and GDAL's 99999)."""
    asked = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
    row = database.execute(asked, (srs_id,)).fetchone()
    if srs_id in (-1, 0) or row is None:
        return None
    organization, code, definition = map(str, row)
    if "undefined" in definition[:40].lower():
        return None
    return crs_named(code) if organization.upper() == "EPSG" else crs_written(definition)
