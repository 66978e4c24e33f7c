"""Formats agree, coordinate systems are brought together, columns are found."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio.raw
import pytest
import shapely
from pyproj import Transformer

from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.reading import opened, parquet
from jijuqu.land.screening.run import screen
from tests.land.screening.ground import PLACE, at_place, geo, groups_of, plot, write, write_parcels

SHARED = Path(__file__).parents[4] / "shared"
METRES = [plot(0, 0, 100), plot(108, 0, 100), plot(300, 0, 100), plot(0, 300, 100), plot(500, 500, 40)]
SHAPES = at_place(METRES)
COLUMNS = {
    "parcel_id": np.arange(1, 6),
    "district": np.array(["忠县", "忠县", "忠县", "丰都县", "忠县"], dtype=object),
    "landuse": np.array(["060101", "060101", "0602", "060102", "060103"], dtype=object),
}
EXPECTED = [("丰都县", 1, [4]), ("忠县", 1, [1, 2])]
OPTIONS = ScreenOptions(min_mu=10.0)


def write_by_gdal(path, driver, *, crs="EPSG:4490", shapes=SHAPES, columns=COLUMNS, **options):
    pyogrio.raw.write(
        str(path),
        geometry=np.array(shapely.to_wkb(shapes), dtype=object),
        field_data=list(columns.values()),
        fields=list(columns),
        geometry_type="Polygon",
        crs=crs,
        driver=driver,
        **options,
    )
    return path


def transformed(crs):
    to = Transformer.from_crs("EPSG:4490", crs, always_xy=True)
    return shapely.transform(SHAPES, lambda xy: np.column_stack(to.transform(*xy.T)))


def found(path, options=OPTIONS, layers=()):
    return screen(path, None, list(layers), options)


def rows(screening):
    return [row[:3] for row in groups_of(screening)]


def codes(screening):
    return {*(note.code for note in screening.notes), *(issue.code for issue in screening.issues)}


@pytest.fixture
def area_mu(tmp_path):
    return [row[3] for row in groups_of(found(write_parcels(tmp_path / "reference.parquet", SHAPES, **COLUMNS)))]


@pytest.mark.parametrize(("ending", "driver"), [("gpkg", "GPKG"), ("fgb", "FlatGeobuf"), ("shp", "ESRI Shapefile")])
@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326", "EPSG:4545", "EPSG:4524", "EPSG:32648"])
def test_formats_and_systems_agree(tmp_path, area_mu, ending, driver, crs):
    path = write_by_gdal(tmp_path / f"p.{ending}", driver, crs=crs, shapes=transformed(crs))
    screening = found(path)
    assert rows(screening) == EXPECTED
    assert [row[3] for row in groups_of(screening)] == pytest.approx(area_mu, rel=1e-8)


def test_layers_may_be_in_other_systems_than_the_parcels(tmp_path):
    parcels = write_parcels(tmp_path / "p.parquet", SHAPES, **COLUMNS)
    park = write_by_gdal(tmp_path / "park.gpkg", "GPKG", crs="EPSG:4545", shapes=transformed("EPSG:4545")[3:4],
                         columns={"id": np.arange(1)})  # fmt: skip
    assert rows(found(parcels, layers=[park])) == EXPECTED[1:]


def test_a_shapefile_in_gbk_without_a_word_about_it_is_read_in_chinese(tmp_path):
    path = write_by_gdal(tmp_path / "p.shp", "ESRI Shapefile", encoding="gbk")
    path.with_suffix(".cpg").unlink()
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[29] = 0
    path.with_suffix(".dbf").write_bytes(table)
    assert rows(found(path)) == EXPECTED


def test_in_a_zip_the_shapefile_goes_before_copies(tmp_path):
    write_by_gdal(tmp_path / "p.shp", "ESRI Shapefile")
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        for part in tmp_path.glob("p.*"):
            if part.suffix != ".zip":
                archive.write(part, f"数据/{part.name}")
        archive.writestr("数据/p.geojson", "{}")
    screening = found(tmp_path / "p.zip")
    assert rows(screening) == EXPECTED
    assert "copies_left_aside" in codes(screening)


def test_a_row_group_larger_than_a_piece_is_read_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "PIECE_ROWS", 2)
    monkeypatch.setattr(parquet, "LARGE_ROWS", 2)
    path = write_parcels(tmp_path / "p.parquet", SHAPES, **COLUMNS)
    pieces = list(opened(path).pieces(["geometry"], done={1}))
    assert [(piece.number, piece.rows_before, len(piece.read())) for piece in pieces] == [(0, 0, 2), (2, 4, 1)]
    assert rows(found(path)) == EXPECTED


def write_parts(folder, *parts, **columns):
    """Write a folder as a cluster leaves it: the rows in parts, beside them files that are no data."""
    folder.mkdir()
    for k, rows_of_part in enumerate(parts):
        some = {name: pa.array(column)[rows_of_part] for name, column in {**COLUMNS, **columns}.items()}
        write_parcels(folder / f"part-{k}.parquet", SHAPES[rows_of_part], **some)
    (folder / "_SUCCESS").touch()
    return folder


def test_a_folder_of_parts_is_one_layer(tmp_path):
    parts = write_parts(tmp_path / "parcels", slice(2), slice(2, 2), slice(2, 5))
    pieces = list(opened(parts).pieces(["geometry"]))
    assert [(piece.rows_before, len(piece.read())) for piece in pieces if len(piece.read())] == [(0, 2), (2, 3)]
    assert rows(found(parts)) == EXPECTED


def test_parts_that_do_not_fit_together_are_refused(tmp_path):
    parts = write_parts(tmp_path / "parcels", slice(3))
    write(parts / "part-1.parquet", SHAPES[3:], **{name: column[3:] for name, column in COLUMNS.items()}, more=[1, 2])
    with pytest.raises(UnreadableError) as refused:
        found(parts)
    assert [reason.code for reason in refused.value.reasons] == ["parts_differ"]


def test_a_folder_without_parts_is_no_layer(tmp_path):
    with pytest.raises(UnreadableError) as refused:
        found(tmp_path)
    assert [reason.code for reason in refused.value.reasons] == ["not_a_layer_file"]


@pytest.mark.parametrize("crs", ["absent", "OGC:CRS84"])
def test_geoparquet_without_a_system_is_in_degrees_by_its_own_standard(tmp_path, crs):
    assert rows(found(write_parcels(tmp_path / "p.parquet", SHAPES, **COLUMNS) if crs == "absent" else write(
        tmp_path / "p.parquet", SHAPES, crs=crs, **COLUMNS))) == EXPECTED  # fmt: skip


def test_without_a_system_eastings_with_their_zone_tell_it(tmp_path):
    path = write(tmp_path / "p.parquet", transformed("EPSG:4524"), crs=None, **COLUMNS)
    screening = found(path)
    assert rows(screening) == EXPECTED
    assert "crs_from_eastings" in codes(screening)


def test_without_a_system_the_user_is_asked_and_may_say(tmp_path):
    path = write(tmp_path / "p.parquet", transformed("EPSG:4545"), crs=None, **COLUMNS)
    with pytest.raises(UnreadableError) as refused:
        found(path)
    assert [reason.code for reason in refused.value.reasons] == ["layer_file_unusable", "crs_missing_metres"]
    assert rows(found(path, ScreenOptions(min_mu=10.0, crs="4545"))) == EXPECTED


def test_axes_that_are_certainly_exchanged_are_put_right_with_an_issue(tmp_path):
    path = write(tmp_path / "p.parquet", shapely.transform(SHAPES, lambda xy: xy[:, ::-1]), **COLUMNS)
    screening = found(path)
    assert rows(screening) == EXPECTED
    assert "axes_swapped" in codes(screening)


def test_columns_of_the_land_survey_are_found_by_their_names(tmp_path):
    renamed = dict(zip(("BSM", "XZQMC", "DLBM"), COLUMNS.values(), strict=True))
    screening = found(write(tmp_path / "p.parquet", SHAPES, **renamed))
    assert rows(screening) == EXPECTED
    assert "column_searched" in codes(screening)


def test_a_file_of_shapes_alone_is_numbered_all_industrial_and_one_district(tmp_path):
    screening = found(write(tmp_path / "p.parquet", SHAPES))
    assert rows(screening) == [("-", 1, [1, 2]), ("-", 2, [3]), ("-", 3, [4])]
    assert {"no_id_column", "no_district_column", "no_use_column"} <= codes(screening)


@pytest.mark.parametrize("kind", [pa.int64(), pa.float64(), pa.dictionary(pa.int32(), pa.string())])
def test_codes_that_became_numbers_have_their_zero_back(tmp_path, kind):
    uses = pa.array(["060101", "060101", "0602", "060102", "060103"])
    uses = uses.dictionary_encode() if pa.types.is_dictionary(kind) else uses.cast(kind)
    assert rows(found(write_parcels(tmp_path / "p.parquet", SHAPES, **{**COLUMNS, "landuse": uses}))) == EXPECTED


def test_a_parcel_on_the_edge_of_two_zones_is_measured_once_and_well(tmp_path):
    on_edge = shapely.transform(np.array(METRES), lambda xy: (106.5 - 150 / 96_990, PLACE[1]) + xy / (96_990, 110_852))
    to = Transformer.from_crs("EPSG:4490", "EPSG:4523", always_xy=True)  # zone 35, to 106.5° E
    flat = shapely.transform(on_edge, lambda xy: np.column_stack(to.transform(*xy.T)))
    degrees = groups_of(found(write(tmp_path / "d.parquet", on_edge, **COLUMNS)))
    metres = found(write(tmp_path / "m.parquet", flat, crs="EPSG:4523", **COLUMNS))
    assert [row[:3] for row in degrees] == rows(metres) == EXPECTED
    assert [row[3] for row in groups_of(metres)] == pytest.approx([row[3] for row in degrees], rel=1e-8)


def test_geoparquet_of_geopandas_and_gdal_needs_no_words_of_ours(tmp_path):
    table = pa.table({**COLUMNS, "geom": pa.array(shapely.to_wkb(SHAPES), pa.large_binary())})
    path = tmp_path / "p.parquet"
    pq.write_table(table.replace_schema_metadata({"geo": geo(column="geom")}), path)
    assert rows(found(path)) == EXPECTED


def test_the_industrial_zones_of_rhode_island():
    path = SHARED / "data" / "rigis_industry.zip"
    if not path.exists():
        pytest.skip("the shared data are not here: 338 real industrial zones (RIGIS)")
    screening = screen(path, None, [], ScreenOptions(min_mu=200.0, gap_m=20.0))
    groups = screening.regroup()
    assert (screening.rows, len(screening.ids)) == (338, 338)
    info, table = pyogrio.read_arrow(f"/vsizip/{path}/industry.shp", columns=[])
    shapes = shapely.from_wkb(table["wkb_geometry"].to_numpy())
    assert info["crs"]
    foot = 1200 / 3937
    tree = shapely.STRtree(shapes)
    near = tree.query(shapes, predicate="dwithin", distance=20.0 / foot)
    assert len(groups) > 20
    by_hand = {tuple(sorted(near[1][near[0] == k])) for k in range(338)}
    for row in range(len(groups)):
        members = set((screening.ids[groups.members(row)] - 1).tolist())
        assert all(set(around) <= members for around in by_hand if members & set(around))
    flat_mu = shapely.area(shapes).sum() * foot**2 * 3 / 2000
    assert screening.areas_m2.sum() * 3 / 2000 == pytest.approx(flat_mu, rel=3e-4)
