"""Shapefiles with the faults that GDAL hides, and tables in the encodings they really have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely
from pyproj import CRS

from .builders import EAST, ESTATE, NORTH, ZONE_36, packed, shp, square, write_by_gdal
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path

OUTER, INNER = square(EAST, NORTH, 100), square(EAST + 30, NORTH + 30, 20)
BESIDE = square(EAST + 200, NORTH, 50)
NAMES_OF_ESTATE = [land.name for land in ESTATE]


def clockwise(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [ring[0], *ring[:0:-1], ring[0]]


def counter(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [*ring, ring[0]]


def layer(tmp_path: Path, *shapes: list[list[tuple[float, float]]]) -> Path:
    return written(tmp_path / "a.shp", shp(list(shapes)))


def test_shells_run_clockwise_and_holes_against_the_clock(tmp_path: Path) -> None:
    (parcel,) = read_whole(layer(tmp_path, [clockwise(OUTER), counter(INNER), clockwise(BESIDE)])).parcels
    assert parcel.surveyed.area == 9_600 + 2_500


def test_a_writer_that_turns_every_ring_the_other_way_is_understood(tmp_path: Path) -> None:
    (parcel,) = read_whole(layer(tmp_path, [counter(OUTER), clockwise(INNER)])).parcels
    assert parcel.surveyed.area == 9_600


def test_a_hole_outside_its_shell_is_refused_where_gdal_makes_it_land(tmp_path: Path) -> None:
    (reason,) = refused(layer(tmp_path, [clockwise(OUTER), counter(BESIDE)]))
    assert (reason.code, reason.values["number"]) == ("hole_outside_shell", 1)
    assert reason.where is not None


def test_a_shell_inside_a_shell_is_refused(tmp_path: Path) -> None:
    assert codes(refused(layer(tmp_path, [clockwise(OUTER), clockwise(INNER)]))) == ["parts_overlap"]


def test_a_shapefile_without_its_table_is_read_and_says_so(tmp_path: Path) -> None:
    boundary = read_whole(layer(tmp_path, [clockwise(OUTER)], [clockwise(BESIDE)]))
    assert (len(boundary.parcels), codes(boundary.issues)) == (2, ["table_missing", "crs_from_eastings"])


@pytest.mark.parametrize(("kind", "code"), [(1, "layer_of_points"), (3, "layer_of_lines"), (31, "layer_of_surfaces")])
def test_a_layer_of_points_or_lines_is_told_apart_from_an_empty_one(tmp_path: Path, kind: int, code: str) -> None:
    assert codes(refused(written(tmp_path / "a.shp", shp([], kind)))) == ["no_plots", code]


@pytest.mark.parametrize("encoding", ["GBK", "UTF-8"])
@pytest.mark.parametrize("says", [True, False])
def test_names_are_read_in_utf8_and_gbk_with_and_without_a_cpg(tmp_path: Path, encoding: str, says: bool) -> None:
    path = write_by_gdal(tmp_path / "a.shp", encoding=encoding)
    if not says:
        path.with_suffix(".cpg").unlink(missing_ok=True)
        table = bytearray(path.with_suffix(".dbf").read_bytes())
        table[29] = 0
        path.with_suffix(".dbf").write_bytes(table)
    assert [parcel.name for parcel in read_whole(path).parcels] == NAMES_OF_ESTATE


def test_a_cpg_that_lies_is_seen_through_with_an_issue(tmp_path: Path) -> None:
    path = write_by_gdal(tmp_path / "a.shp", encoding="GBK")
    path.with_suffix(".cpg").write_text("UTF-8")
    boundary = read_whole(path)
    assert [parcel.name for parcel in boundary.parcels] == NAMES_OF_ESTATE
    assert codes(boundary.issues) == ["encoding_mistaken"]


@pytest.mark.parametrize("encoding", ["GBK", "UTF-8"])
def test_chinese_column_names_are_known_even_when_ten_bytes_cut_them(tmp_path: Path, encoding: str) -> None:
    path = write_by_gdal(tmp_path / "a.shp", names=("地块编号", "地块名称", "地类编码"), encoding=encoding)
    parcels = read_whole(path).parcels
    assert [(parcel.id, parcel.name, parcel.use_code) for parcel in parcels] == [
        (x.id, x.name, x.use_code) for x in ESTATE
    ]


@pytest.mark.parametrize("part", [".shp", ".dbf"])
def test_every_part_that_is_cut_short_is_refused_where_gdal_gives_empty_features(tmp_path: Path, part: str) -> None:
    path = write_by_gdal(tmp_path / "a.shp")
    data = path.with_suffix(part).read_bytes()
    path.with_suffix(part).write_bytes(data[: len(data) // 2])
    assert codes(refused(path)) == ["file_cut_short"]


def test_a_table_of_another_export_is_refused(tmp_path: Path) -> None:
    path = write_by_gdal(tmp_path / "a.shp")
    write_by_gdal(tmp_path / "b.shp", ESTATE[:1]).with_suffix(".dbf").replace(path.with_suffix(".dbf"))
    assert codes(refused(path)) == ["table_does_not_match"]


def test_all_layers_of_a_zip_are_read_from_a_subfolder_with_gbk_names(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_by_gdal(folder / "jia.shp", ESTATE[:1])
    write_by_gdal(folder / "yi.shp", ESTATE[1:])
    path = packed(folder, tmp_path / "a.zip", "子目录/")
    utf8_flag, no_flag = b"\x14\0\0\x08", b"\x14\0\0\0"
    data = path.read_bytes().replace("子目录".encode(), "子目录".encode("gbk") + b"___")
    path.write_bytes(data.replace(utf8_flag, no_flag))
    assert [parcel.name for parcel in read_whole(path).parcels] == NAMES_OF_ESTATE


def test_layers_in_different_systems_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_by_gdal(folder / "jia.shp", ESTATE[:1])
    write_by_gdal(folder / "yi.shp", ESTATE[1:], crs="EPSG:4523")
    assert codes(refused(packed(folder, tmp_path / "a.zip"))) == ["layers_in_different_systems"]


def test_planar_coordinates_without_a_prj_need_the_zone_or_the_user(tmp_path: Path) -> None:
    six = shp([[[(x - 36e6, y) for x, y in clockwise(OUTER)]]])
    path = written(tmp_path / "a.shp", six)
    assert codes(refused(path)) == ["crs_missing_metres"]
    assert read_whole(path, "4545").crs == "EPSG:4545"


@pytest.mark.parametrize(("crs", "datum"), [(2360, "西安80"), (2436, "北京54"), (4610, "西安80"), (4214, "北京54")])
def test_old_datums_in_a_prj_are_refused(tmp_path: Path, crs: int, datum: str) -> None:
    path = layer(tmp_path, [clockwise(OUTER)])
    path.with_suffix(".prj").write_text(CRS.from_epsg(crs).to_wkt("WKT1_ESRI"))
    (reason,) = refused(path)
    assert (reason.code, reason.values["datum"]) == ("datum_too_old", datum)


@pytest.mark.parametrize(("stated", "used"), [("EPSG:4545", "EPSG:4524"), ("EPSG:4524", "EPSG:4524")])
def test_a_prj_without_the_zone_of_its_eastings_is_mended_with_an_issue(tmp_path: Path, stated: str, used: str) -> None:
    boundary = read_whole(write_by_gdal(tmp_path / "a.shp", crs=stated))
    assert boundary.crs == used
    assert codes(boundary.issues) == ([] if stated == used else ["zone_prefix_mended"])


def test_a_local_projection_is_named_by_parameters_that_programs_understand(tmp_path: Path) -> None:
    path = layer(tmp_path, [[(x - 36_412_000, y - 3_280_000) for x, y in clockwise(OUTER)]])
    local = CRS.from_proj4("+proj=tmerc +lat_0=29.6 +lon_0=106.55 +x_0=1000 +y_0=2000 +ellps=GRS80 +units=m")
    path.with_suffix(".prj").write_text(local.to_wkt("WKT1_ESRI"))
    boundary = read_whole(path)
    assert CRS(boundary.crs).is_projected
    assert shapely.area(boundary.parcels[0].surveyed) == 10_000


def test_the_user_s_system_goes_before_the_file_s_and_is_said(tmp_path: Path) -> None:
    boundary = read_whole(write_by_gdal(tmp_path / "a.shp", crs="EPSG:4523"), ZONE_36)
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["crs_overridden"])


@pytest.mark.parametrize("crs", ["", "abc", "4524x", "EPSG:", "99999", "9" * 5000, "-1", "４５２４"])
def test_a_system_that_is_none_is_refused(tmp_path: Path, crs: str) -> None:
    assert codes(refused(layer(tmp_path, [clockwise(OUTER)]), crs)) == ["crs_not_understood"]
