"""GeoPackages written by GDAL, and databases with other things in mind."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pyogrio
import pytest
import shapely

from .builders import EAST, ESTATE, NORTH, square, write_by_gdal
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path


def run(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
    return path


def test_every_polygon_layer_is_read_and_points_are_said_to_be_left_out(tmp_path: Path) -> None:
    path = write_by_gdal(tmp_path / "a.gpkg", ESTATE[:1], layer="甲")
    write_by_gdal(path, ESTATE[1:], layer="乙", append=True)
    points = np.array([shapely.to_wkb(shapely.Point(EAST, NORTH))])
    pyogrio.raw.write(path, points, [], [], geometry_type="Point", crs="EPSG:4524", layer="丙", append=True)
    boundary = read_whole(path)
    assert [parcel.name for parcel in boundary.parcels] == ["东地块", "西地块"]
    assert codes(boundary.issues) == ["features_left_out_of_layer"]


def test_gdal_and_our_reader_find_the_same_coordinates(tmp_path: Path) -> None:
    path = write_by_gdal(tmp_path / "a.gpkg")
    _, _, shapes, _ = pyogrio.raw.read(path)
    for parcel, shape in zip(read_whole(path).parcels, shapely.from_wkb(shapes), strict=True):
        assert shapely.equals(parcel.surveyed, shape)


def test_a_layer_without_a_system_takes_the_zone_of_its_eastings(tmp_path: Path) -> None:
    path = run(write_by_gdal(tmp_path / "a.gpkg"), "UPDATE gpkg_geometry_columns SET srs_id = -1")
    boundary = read_whole(path)
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["crs_from_eastings"])


def test_what_gdal_writes_for_no_system_is_none(tmp_path: Path) -> None:
    boundary = read_whole(write_by_gdal(tmp_path / "a.gpkg", crs=None))
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["crs_from_eastings"])


def test_views_are_not_run(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n"
    path = run(
        write_by_gdal(tmp_path / "a.gpkg"),
        f"CREATE VIEW v AS {endless}",
        "UPDATE gpkg_geometry_columns SET table_name = 'v'",
    )
    assert codes(refused(path)) == ["no_plots"]


def test_a_database_that_is_no_geopackage_is_called_by_its_name(tmp_path: Path) -> None:
    (reason,) = refused(run(tmp_path / "a.gpkg", "CREATE TABLE t (x)"))
    assert (reason.code, reason.values["found"]) == ("foreign_format", "SQLite")


def test_countless_rings_without_a_point_are_refused_at_once(tmp_path: Path) -> None:
    path = write_by_gdal(tmp_path / "a.gpkg", ESTATE[:1])
    with closing(sqlite3.connect(path)) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        blob = wkb(3) + struct.pack("<I", 300_000) + bytes(4 * 300_000)
        database.execute("UPDATE a SET geom = ?", (blob,))
        database.commit()
    assert codes(refused(path)) == ["too_many_vertices"]


def wkb(*numbers: int) -> bytes:
    return b"GP\0\1" + struct.pack("<i", 4524) + b"".join(struct.pack("<BI", 1, number) for number in numbers)


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"GP",
        b"XX\0\1\0\0\0\0",
        wkb(),
        wkb(3),
        wkb(3) + struct.pack("<I", 0xFFFFFFFF),
        wkb(3) + struct.pack("<II", 1, 0xFFFFFFFF),
        wkb(6) + struct.pack("<I", 1) + wkb(7)[8:] * 100_000,
        b"GP\0\x0f" + struct.pack("<i", 4524),
        b"GP\0\x21" + struct.pack("<i", 4524) + b"\0" * 30,
    ],
    ids=range(10),
)
def test_broken_geometries_are_refused(tmp_path: Path, blob: bytes) -> None:
    path = write_by_gdal(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE a SET geom = ?", (blob,))
        database.commit()
    assert codes(refused(path))[0] in ("geopackage_broken", "no_plots")


def test_a_hole_outside_its_shell_is_named_with_its_place(tmp_path: Path) -> None:
    wrong = shapely.Polygon(square(EAST, NORTH, 100), [square(EAST + 200, NORTH, 50)])
    path = tmp_path / "a.gpkg"
    pyogrio.raw.write(path, shapely.to_wkb([wrong]), [], [], geometry_type="Polygon", crs="EPSG:4524")
    (reason,) = refused(path)
    assert reason.code == "hole_outside_shell"
    assert reason.where == pytest.approx((107.1, 29.6), abs=0.1)


def test_half_a_database_is_refused(tmp_path: Path) -> None:
    data = write_by_gdal(tmp_path / "a.gpkg").read_bytes()
    assert codes(refused(written(tmp_path / "b.gpkg", data[: len(data) // 2]))) == ["geopackage_broken"]
