"""One wrong plot refuses the file, and all wrong plots are named, with their number, name and place."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from pyproj import Transformer

import jijuqu.land.boundary_files as readers
from jijuqu.land.boundary_files.georeference import GaussKruger, crs_named, to_degrees
from jijuqu.words.boundary_files import SENTENCES

from .told import codes, read_whole, refused, written

GOOD = [[107, 29], [107.01, 29], [107.01, 29.01], [107, 29.01], [107, 29]]
BOW_TIE = [[107, 29], [107.02, 29.02], [107.02, 29], [107, 29.02], [107, 29]]
BESIDE = [[108, 29], [108.01, 29], [108.01, 29.01], [108, 29]]


def collection(*polygons: list[list[list[float]]]) -> str:
    features = [
        {"type": "Feature", "properties": {"DKMC": f"第{at}块"}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for at, rings in enumerate(polygons, 1)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_all_faulty_plots_are_listed_with_number_name_and_place(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.geojson", collection([BOW_TIE], [GOOD], [GOOD[:2]], [GOOD, BESIDE], [[*GOOD[:2], [107, 1e308]]])
    )
    reasons = refused(path)
    assert [(reason.code, reason.values["number"]) for reason in reasons] == [
        ("edges_cross", 1),
        ("ring_too_short", 3),
        ("hole_outside_shell", 4),
        ("coordinate_absurd", 5),
    ]
    assert reasons[0].where == pytest.approx((107.01, 29.01))
    sentence = SENTENCES["edges_cross"].say("zh", **reasons[0].values)
    assert "第 1 号地块 (第1块)" in sentence
    assert "107.01, 29.01" in sentence


def test_points_on_a_line_enclose_no_land_though_degrees_leave_a_sliver(tmp_path: Path) -> None:
    to_degrees_of = Transformer.from_crs("EPSG:4524", "EPSG:4490", always_xy=True).transform
    on_a_line = [list(to_degrees_of(36_412_000 + 100 * k, 3_280_000)) for k in (0, 1, 2, 0)]
    strip = [[107, 29], [107.1, 29], [107.1, 29.00001], [107, 29.00001], [107, 29]]  # 10 km by 1 m
    reasons = refused(written(tmp_path / "a.geojson", collection([strip], [on_a_line])))
    assert [(reason.code, reason.values["number"]) for reason in reasons] == [("encloses_nothing", 2)]


def test_a_missing_system_is_told_together_with_the_faulty_plots(tmp_path: Path) -> None:
    metres = collection([[[400_000, 3_200_000], [400_100, 3_200_000], [400_100, 3_200_100]]], [[[400_000, 3_200_000]]])
    assert codes(refused(written(tmp_path / "a.geojson", metres))) == ["crs_missing_metres", "ring_too_short"]


def test_hundreds_of_faults_are_cut_off_with_their_number(tmp_path: Path) -> None:
    reasons = refused(written(tmp_path / "a.geojson", collection(*[[BOW_TIE]] * 250)))
    assert (len(reasons), reasons[-1].code, reasons[-1].values["count"]) == (201, "more_faults", 50)


def test_touching_at_a_point_is_no_fault(tmp_path: Path) -> None:
    hole = [[107, 29], [107.005, 29.003], [107.003, 29.005], [107, 29]]
    assert len(read_whole(written(tmp_path / "a.geojson", collection([GOOD, hole]))).parcels) == 1


@pytest.mark.parametrize("degrees", [3, 6])
@pytest.mark.parametrize("prefixed", [True, False])
def test_zones_have_the_meridian_and_false_easting_that_the_dataset_gives_them(degrees: int, prefixed: bool) -> None:
    for number in range(25, 46) if degrees == 3 else range(13, 24):
        zone = GaussKruger(degrees, number, prefixed)
        crs = crs_named(str(zone.epsg))
        values = {parameter.name: parameter.value for parameter in crs.coordinate_operation.params}
        assert values["Longitude of natural origin"] == (3 * number if degrees == 3 else 6 * number - 3)
        assert values["False easting"] == 500_000 + (number * 1e6 if prefixed else 0)
        assert GaussKruger.of(crs) == zone


def test_wgs_84_is_taken_for_cgcs2000_as_proj_itself_does() -> None:
    proj = Transformer.from_crs(4326, 4490, always_xy=True)
    assert proj.transform(107.123456789012, 29.123456789012) == (107.123456789012, 29.123456789012)
    assert to_degrees(crs_named("4326")).transform(107.123456789012, 29.5) == (107.123456789012, 29.5)


def test_every_code_the_readers_give_has_its_sentences_and_every_sentence_is_given() -> None:
    texts = {
        node.value
        for file in Path(readers.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    layers = {"layer_of_points", "layer_of_lines", "layer_of_surfaces"}
    assert set(SENTENCES) <= texts | layers
    called = {
        node.args[0].value
        for file in Path(readers.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Message", "refusal")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert called <= set(SENTENCES)
