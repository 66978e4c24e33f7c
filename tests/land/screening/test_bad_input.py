"""What is wrong with files is an error that says so, or an issue that lists it; never a crash, never silence."""

from __future__ import annotations

import time

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio.raw
import pytest
import shapely
from pyproj import Transformer

from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening import mending
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen
from jijuqu.words.said import say
from tests.land.screening.ground import PLACE, at_place, geo, groups_of, plot, write, write_parcels

GOOD = at_place([plot(0, 0, 100), plot(100, 0, 100)])
BOW_TIE = at_place([shapely.Polygon([(300, 0), (400, 100), (400, 0), (300, 100)])])[0]
OPTIONS = ScreenOptions(min_mu=1.0, threads=1)


def noted(screening):
    for message in (*screening.issues, *(note.message for note in screening.notes)):
        assert say(message, "zh")
        assert say(message, "en")
    return {note.code: note.parcels for note in screening.notes}


def refusal(path, options=OPTIONS, layers=()):
    with pytest.raises(UnreadableError) as refused:
        screen(path, None, list(layers), options)
    for reason in refused.value.reasons:
        assert say(reason, "zh")
        assert say(reason, "en")
    return refused.value.reasons[-1].code


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        (None, "geometry_missing"),
        (shapely.Point(PLACE), "geometry_no_polygon"),
        (shapely.LineString([PLACE, (106.6, 29.6)]), "geometry_no_polygon"),
        (shapely.Polygon(), "geometry_empty"),
        (b"\1\3\0\0\0", "geometry_broken"),
        (shapely.to_wkb(GOOD[0])[:-5], "geometry_broken"),
        (shapely.transform(GOOD[0], lambda xy: np.where(xy > 100, np.inf, xy)), "coordinates_no_numbers"),
        (shapely.transform(GOOD[0], lambda xy: xy + 1e30), "coordinates_absurd"),
        (shapely.box(460_000, 3_290_000, 460_100, 3_290_100), "coordinates_absurd"),
        (shapely.Polygon([PLACE, (106.51, 29.51), PLACE, PLACE]), "parcels_without_area"),
        (BOW_TIE, "mended"),
    ],
)
def test_a_parcel_with_a_strange_shape_is_listed_and_the_others_are_screened(tmp_path, shape, code):
    screening = screen(write_parcels(tmp_path / "p.parquet", [*GOOD, shape]), None, [], OPTIONS)
    assert noted(screening)[code] == ("3",)
    assert groups_of(screening)[0][2] == [1, 2]
    assert len(screening.ids) == (3 if code == "mended" else 2)


def test_a_file_without_one_good_shape_is_screened_to_nothing(tmp_path):
    screening = screen(write_parcels(tmp_path / "p.parquet", [None, shapely.Point(1, 2)]), None, [], OPTIONS)
    assert len(screening.regroup()) == 0
    assert set(noted(screening)) == {"geometry_missing", "geometry_no_polygon"}


def test_ids_that_come_twice_are_listed_those_of_two_districts_apart(tmp_path):
    shapes = at_place([plot(x, 0, 90) for x in range(0, 600, 100)])
    path = write_parcels(
        tmp_path / "p.parquet",
        shapes,
        parcel_id=[7, 7, 8, 8, 9, 9],
        district=["忠县", "忠县", "忠县", "丰都县", "忠县", "忠县"],
    )
    noticed = noted(screen(path, None, [], OPTIONS))
    assert (noticed["ids_twice"], noticed["parcel_in_two_districts"]) == (("7", "9"), ("8",))


def test_parcels_without_id_or_district_are_listed(tmp_path):
    path = write_parcels(
        tmp_path / "p.parquet", [*GOOD, *GOOD[:1]], parcel_id=[1, None, 3], district=["忠县", "忠县", None]
    )
    screening = screen(path, None, [], OPTIONS)
    assert noted(screening)["id_missing"] == ("-2",)
    assert noted(screening)["district_missing"] == ("3",)
    path = write_parcels(tmp_path / "p.parquet", GOOD, parcel_id=["甲", None])
    assert noted(screen(path, None, [], OPTIONS))["id_missing"] == ("#2",)


@pytest.mark.parametrize("known", ["500101", "忠县", "两江新区"])
def test_districts_that_nobody_knows_are_told(tmp_path, known):
    path = write_parcels(tmp_path / "p.parquet", GOOD, district=[known, "江湖县"])
    (note,) = screen(path, None, [], OPTIONS).notes
    assert (note.code, note.count, note.values["names"]) == ("districts_not_listed", 1, "江湖县")


def knot(vertices):
    random = np.random.default_rng(1)
    return at_place([shapely.Polygon(random.uniform(300, 500, (vertices, 2)))])[0]


def test_a_knot_is_left_out_when_its_time_is_up_and_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(mending, "KNOTS_SECONDS", 0.3)
    path = write_parcels(tmp_path / "p.parquet", [*GOOD, knot(400), BOW_TIE])
    start = time.monotonic()
    screening = screen(path, None, [], OPTIONS)
    assert time.monotonic() - start < 5
    assert (noted(screening)["beyond_mending"], noted(screening)["mended"]) == (("3",), ("4",))


def test_a_knot_that_can_be_untied_in_time_is(tmp_path):
    path = write_parcels(tmp_path / "p.parquet", [*GOOD, knot(130)])
    assert noted(screen(path, None, [], OPTIONS))["mended"] == ("3",)


def test_an_invalid_shape_of_very_many_vertices_is_left_out_and_listed(tmp_path):
    angles = np.linspace(0, 2 * np.pi, 60_000, endpoint=False)
    ring = np.column_stack([2000 + 500 * np.cos(angles), 500 * np.sin(angles)])
    ring[[10, 20]] = ring[[20, 10]]
    path = write_parcels(tmp_path / "p.parquet", [*GOOD, *at_place([shapely.Polygon(ring)])])
    assert noted(screen(path, None, [], OPTIONS))["beyond_mending"] == ("3",)


def test_a_valid_parcel_of_a_million_vertices_counts(tmp_path):
    angles = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    disc = shapely.Polygon(np.column_stack([600 + 500 * np.cos(angles), 500 * np.sin(angles)]))
    screening = screen(write_parcels(tmp_path / "p.parquet", [*GOOD, *at_place([disc])]), None, [], OPTIONS)
    assert groups_of(screening)[0][2] == [1, 2, 3]


def test_the_same_parcels_exported_over_and_over_are_told_and_not_compared_for_hours(tmp_path, monkeypatch):
    monkeypatch.setattr("jijuqu.land.screening.reduce_step.OVERLAPPING_NEIGHBOURS", 3)
    path = write_parcels(tmp_path / "p.parquet", [GOOD[0]] * 300)
    screening = screen(path, None, [], OPTIONS)
    assert groups_of(screening)[0][2] == list(range(1, 301))
    assert "overlaps_not_measured" in noted(screening)


def test_parcels_far_beyond_their_zone_are_told(tmp_path):
    to = Transformer.from_crs("EPSG:4490", "EPSG:4545", always_xy=True)
    far = shapely.transform(
        np.array([*GOOD, shapely.box(111, 29.5, 111.001, 29.501)]), lambda xy: np.column_stack(to.transform(*xy.T))
    )
    columns = {"parcel_id": [1, 2, 3], "district": ["忠县"] * 3, "landuse": ["0601"] * 3}
    path = write(tmp_path / "p.parquet", far, crs="EPSG:4545", **columns)
    assert noted(screen(path, None, [], OPTIONS))["beyond_zone"] == ("3",)


def test_degrees_among_metres_are_not_taken_for_land_at_the_equator(tmp_path):
    to = Transformer.from_crs("EPSG:4490", "EPSG:4545", always_xy=True)
    metres = shapely.transform(np.array(GOOD), lambda xy: np.column_stack(to.transform(*xy.T)))
    columns = {"parcel_id": range(1, 2003), "district": ["忠县"] * 2002, "landuse": ["0601"] * 2002}
    path = write(tmp_path / "p.parquet", [*[metres[0]] * 2000, metres[1], GOOD[0]], crs="EPSG:4545", **columns)
    assert noted(screen(path, None, [], OPTIONS))["coordinates_absurd"] == ("2002",)


def test_a_layer_of_metres_that_is_called_degrees_is_refused(tmp_path):
    metres = [shapely.box(460_000, 3_290_000, 460_100, 3_290_100)]
    parcels, layer = write_parcels(tmp_path / "p.parquet", GOOD), write(tmp_path / "l.parquet", metres)
    assert refusal(parcels, layers=[layer]) == "not_degrees"
    assert refusal(write_parcels(tmp_path / "p.parquet", metres)) == "not_degrees"


def test_metres_and_degrees_in_one_file_that_states_nothing_are_refused(tmp_path):
    mixed = [*GOOD, shapely.box(460_000, 3_290_000, 460_100, 3_290_100)]
    columns = {"parcel_id": [1, 2, 3], "district": ["忠县"] * 3, "landuse": ["0601"] * 3}
    assert refusal(write(tmp_path / "p.parquet", mixed, crs=None, **columns)) == "units_mixed"


@pytest.mark.parametrize("shapes", [[], [None]])
def test_a_layer_without_polygons_drops_nothing_and_says_so(tmp_path, shapes):
    parcels, layer = write_parcels(tmp_path / "p.parquet", GOOD), write(tmp_path / "l.parquet", shapes)
    screening = screen(parcels, layer, [], OPTIONS)
    assert "layer_empty" in noted(screening)
    assert len(screening.ids) == 2


def test_bad_shapes_of_a_layer_are_mended_or_left_out_and_told_by_row(tmp_path):
    parcels = write_parcels(tmp_path / "p.parquet", [*GOOD, *at_place([plot(300, 40, 100)])])
    layer = write(tmp_path / "l.parquet", [None, BOW_TIE])
    screening = screen(parcels, layer, [], OPTIONS)
    assert (noted(screening)["layer_shapes_left_out"], noted(screening)["layer_shapes_mended"]) == (("1",), ("2",))
    assert screening.ids.tolist() == [1, 2]


def test_two_layers_of_the_same_name_are_told_apart(tmp_path):
    parcels = write_parcels(tmp_path / "p.parquet", GOOD)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    layers = [write(tmp_path / folder / "l.parquet", GOOD[:1]) for folder in ("a", "b")]
    assert screen(parcels, None, layers, OPTIONS).dropped == {str(layers[0]): 1, str(layers[1]): 0}


def plain_table(path, **columns):
    pq.write_table(pa.table(columns), path)
    return path


def test_files_that_are_no_layers_are_refused_with_the_reason(tmp_path):
    (tmp_path / "p.txt").write_text("1,2,3")
    (tmp_path / "p.parquet").write_bytes(b"PAR1 and nothing else")
    (tmp_path / "p.gpkg").write_bytes(b"SQLite format 3\0" + bytes(100))
    (tmp_path / "p.zip").write_bytes(b"PK")
    assert refusal(tmp_path / "missing.parquet") == "no_such_file"
    assert refusal(tmp_path / "p.txt") == "not_a_layer_file"
    assert {refusal(tmp_path / f"p.{ending}") for ending in ("parquet", "gpkg", "zip")} == {"layer_file_broken"}
    assert refusal(plain_table(tmp_path / "q.parquet", id=[1])) == "no_geometry_column"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (b"{", "geo_metadata_broken"),
        (b'{"primary_column":"geometry"}', "geo_metadata_broken"),
        (geo(encoding="polygon"), "geo_encoding_unknown"),
        (geo(column="shape"), "geo_encoding_unknown"),
        (geo(crs=None).replace(b'"crs": null', b'"crs": "nonsense"'), "crs_not_understood"),
    ],
)
def test_geoparquet_that_describes_itself_wrongly_is_refused(tmp_path, words, code):
    table = pa.table({"geometry": pa.array(shapely.to_wkb(GOOD), pa.binary())}).replace_schema_metadata({"geo": words})
    pq.write_table(table, tmp_path / "p.parquet")
    assert refusal(tmp_path / "p.parquet") == code


def test_a_file_without_rows_is_refused(tmp_path):
    assert refusal(write_parcels(tmp_path / "p.parquet", [])) == "no_rows"


def test_a_column_that_was_named_must_be_there(tmp_path):
    path = write_parcels(tmp_path / "p.parquet", GOOD)
    for option in ("id_column", "district_column", "use_column"):
        assert refusal(path, ScreenOptions(min_mu=1.0, **{option: "nothing"})) == "no_such_column"


def test_a_file_without_industrial_land_tells_which_codes_it_has(tmp_path):
    path = write_parcels(tmp_path / "p.parquet", GOOD, landuse=["1001", "0701"])
    with pytest.raises(UnreadableError) as refused:
        screen(path, None, [], OPTIONS)
    (reason,) = refused.value.reasons
    assert reason.code == "none_industrial"
    assert "1001" in say(reason, "zh")
    assert len(screen(path, None, [], ScreenOptions(min_mu=1.0, use_prefix="1001")).ids) == 1


def test_files_with_several_layers_of_polygons_or_none_are_refused(tmp_path):
    path = tmp_path / "p.gpkg"
    for layer, kind, shapes in (("a", "Polygon", GOOD), ("b", "Polygon", GOOD), ("c", "Point", shapely.centroid(GOOD))):
        pyogrio.raw.write(
            str(path), geometry=np.array(shapely.to_wkb(shapes), dtype=object), field_data=[], fields=[],
            geometry_type=kind, crs="EPSG:4490", driver="GPKG", layer=layer, append=path.exists(),
        )  # fmt: skip
    assert refusal(path) == "several_layers"
    points = tmp_path / "q.gpkg"
    pyogrio.raw.write(
        str(points), geometry=np.array(shapely.to_wkb(shapely.centroid(GOOD)), dtype=object), field_data=[], fields=[],
        geometry_type="Point", crs="EPSG:4490", driver="GPKG",
    )  # fmt: skip
    assert refusal(points) == "no_polygon_layer"
