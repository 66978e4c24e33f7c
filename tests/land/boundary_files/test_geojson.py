"""GeoJSON, its older `crs` member, and what else calls itself JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .builders import ESTATE, geojson, rings
from .told import codes, read_whole, refused, written

if TYPE_CHECKING:
    from pathlib import Path

SQUARE = [[107.0, 29.0], [107.01, 29.0], [107.01, 29.01], [107.0, 29.01], [107.0, 29.0]]


def polygon(*parts: list[list[float]], **members: object) -> str:
    return json.dumps({"type": "Polygon", "coordinates": parts, **members})


def named(crs: str) -> dict[str, object]:
    return {"type": "name", "properties": {"name": crs}}


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::4490", "EPSG:4490"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
        ("EPSG:4490", "EPSG:4490"),
    ],
)
def test_the_crs_member_of_the_older_edition_is_honoured(tmp_path: Path, name: str, crs: str) -> None:
    assert read_whole(written(tmp_path / "a.geojson", geojson(crs=named(name)))).crs == crs


def test_metres_in_geojson_are_read_by_their_zone_with_an_issue(tmp_path: Path) -> None:
    metres = polygon(*[ring.tolist() for ring in rings(ESTATE[0].shape)])
    boundary = read_whole(written(tmp_path / "a.geojson", metres))
    assert (boundary.crs, codes(boundary.issues)) == ("EPSG:4524", ["crs_from_eastings"])


def test_latitude_before_longitude_is_certain_here_and_mended_with_an_issue(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.geojson", polygon([point[::-1] for point in SQUARE])))
    assert codes(boundary.issues) == ["axes_swapped"]
    assert boundary.parcels[0].polygon.bounds == (107.0, 29.0, 107.01, 29.01)


def test_one_plot_with_its_axes_exchanged_among_others_is_refused(tmp_path: Path) -> None:
    both = {"type": "MultiPolygon", "coordinates": [[SQUARE], [[point[::-1] for point in SQUARE]]]}
    assert codes(refused(written(tmp_path / "a.geojson", json.dumps(both)))) == ["axes_mixed"]


def test_a_bare_geometry_a_single_feature_and_a_collection_are_all_read(tmp_path: Path) -> None:
    bare = json.loads(polygon(SQUARE))
    single = {"type": "Feature", "id": 7, "properties": None, "geometry": bare}
    mixed = {"type": "GeometryCollection", "geometries": [bare, {"type": "Point", "coordinates": [107, 29]}]}
    for document in (bare, single, mixed):
        assert len(read_whole(written(tmp_path / "a.geojson", json.dumps(document))).parcels) == 1


def test_points_and_empty_features_are_counted_and_left_out(tmp_path: Path) -> None:
    features = [{"type": "Feature", "geometry": g} for g in (json.loads(polygon(SQUARE)), None, {"type": "Point"})]
    path = written(tmp_path / "a.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    (issue,) = read_whole(path).issues
    assert (issue.code, issue.values["count"]) == ("features_left_out", 2)


def test_points_only_are_refused_in_so_many_words(tmp_path: Path) -> None:
    point = '{"type": "Point", "coordinates": [107, 29]}'
    assert codes(refused(written(tmp_path / "a.geojson", point))) == ["no_plots", "features_left_out"]


def test_a_ring_left_open_is_closed_with_an_issue(tmp_path: Path) -> None:
    boundary = read_whole(written(tmp_path / "a.geojson", polygon(SQUARE[:-1])))
    assert codes(boundary.issues) == ["rings_closed"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{", "json_broken"),
        (geojson()[:-20], "json_broken"),
        ("{}", "not_geojson"),
        ("[[1, 2], [3, 4]]", "not_geojson"),
        ('{"type": "Topology", "objects": {}}', "not_geojson"),
        ('{"type": "FeatureCollection", "features": [1]}', "feature_broken"),
        ('{"type": "FeatureCollection", "features": []}', "no_plots"),
        ('{"type": "Feature", "geometry": {"type": "CurvePolygon"}}', "feature_broken"),
        ('{"type": "Polygon", "coordinates": 3}', "feature_broken"),
        ('{"type": "Polygon", "coordinates": [[["107", "29"], [107, 29], [107, 30]]]}', "feature_broken"),
        ('{"type": "Polygon", "coordinates": [[[true, 29], [107, 29], [107, 30]]]}', "feature_broken"),
        ('{"type": "Polygon", "coordinates": [[[107], [107, 29], [107, 30]]]}', "feature_broken"),
        ('{"type": "Polygon", "coordinates": []}', "no_plots"),
        ('{"type": "Polygon", "coordinates": [[]]}', "ring_too_short"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [107, 30]]]}', "ring_too_short"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [107, 30], [107, 29]]]}', "ring_too_short"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [107, 30], [107, 31], [107, 29]]]}', "edges_cross"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [NaN, 30], [108, 31]]]}', "coordinate_absurd"),
        (
            '{"type": "Polygon", "coordinates": [[[NaN, 29], [107, 30], [108, 31], [NaN, 29]]]}',
            "first_coordinate_absurd",
        ),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [1e308, 30], [108, 31]]]}', "coordinate_absurd"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [1e400, 30], [108, 31]]]}', "coordinate_absurd"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [-Infinity, 30], [108, 31]]]}', "coordinate_absurd"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [1' + "0" * 400 + ", 30], [108, 31]]]}", "feature_broken"),
        ('{"type": "Polygon", "coordinates": [[[107, 29], [' + "9" * 5000 + ", 30], [108, 31]]]}", "json_broken"),
        ("[" * 5_000_000, "nested_too_deep"),
        ('{"a":' * 1_000_000, "nested_too_deep"),
        ('{"type": "MultiPolygon", "coordinates": [' + "[[]]," * 1_000_000 + "[[]]]}", "too_many_vertices"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_whatever_else_stands_in_it_is_refused_with_a_reason(tmp_path: Path, words: str, code: str) -> None:
    assert codes(refused(written(tmp_path / "a.geojson", words)))[0] == code


def test_a_number_of_thousands_of_digits_is_found(tmp_path: Path) -> None:
    words = '{"type": "Polygon",\n "coordinates": [[[' + "9" * 5000 + ", 30]]]}"
    (reason,) = refused(written(tmp_path / "a.geojson", words))
    assert (reason.values["line"], reason.values["column"]) == (2, 20)
