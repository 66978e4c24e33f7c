"""From a file to measured land, in this process."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from jijuqu.land.parcel import UnreadableError
from jijuqu.policy.facts import Site
from jijuqu.siting.examine import examine, measure
from jijuqu.siting.facts import SHARE_FACTS, site_facts
from jijuqu.siting.held_against import held_against
from jijuqu.siting.layers import LAYER_KINDS, LayerFile, LayerShapes
from jijuqu.words.land import SENTENCES
from tests.land.plots import drawn, square
from tests.siting.files import write_txt

RIGIS = Path(__file__).parents[2] / ".." / "shared" / "data" / "rigis_industry.zip"


def codes_of(land):
    return [issue.code for issue in land.issues]


def wkb_of(*shapes):
    return LayerShapes(tuple(shapely.to_wkb(parcel.polygon) for parcel in drawn(*shapes).parcels))


def test_a_survey_file_becomes_land(tmp_path):
    lake = square(100, 100, 50)
    plot = square(0, 0, 300).difference(lake)
    land = examine(write_txt(tmp_path / "用地.txt", plot, square(320, 0, 100), codes=("0601", "0701")))
    assert land.crs == "EPSG:4524"
    assert land.plane_area_m2 == pytest.approx(90000 - 2500 + 10000)
    assert land.area_m2 == pytest.approx(land.plane_area_m2, rel=1e-4)
    assert land.area_mu == pytest.approx(land.area_m2 * 3 / 2000)
    assert [parcel.number for parcel in land.parcels] == [1, 2]
    assert [parcel.parts for parcel in land.parcels] == [(1,), (2,)]
    assert (land.parts, land.is_contiguous) == (2, False)
    assert land.gaps_m == pytest.approx((20.0,), rel=1e-4)
    assert [(district.name, district.share) for district in land.districts] == [("涪陵区", 1.0)]
    assert land.industrial_land_mu == pytest.approx(land.parcels[0].area_m2 * 3 / 2000)
    assert land.ancillary_land_mu == pytest.approx(land.parcels[1].area_m2 * 3 / 2000)


def test_the_gap_tolerance_is_kept_with_the_answer(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100), square(115, 0, 100))
    assert [(land.gap_m, land.parts) for land in (examine(path), examine(path, gap_m=20))] == [(0, 2), (20, 1)]


def test_labels_lie_inside_their_parcels_and_the_box_around_all(tmp_path):
    ring = square(0, 0, 300).difference(square(50, 50, 200))
    land = examine(write_txt(tmp_path / "a.txt", ring, square(400, 0, 10)))
    features = json.loads(land.geojson)["features"]
    for parcel, feature in zip(land.parcels, features, strict=True):
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shapely.covers(shape, shapely.Point(parcel.label_at))
        assert shapely.covers(shapely.box(*land.bbox), shape)
        assert feature["properties"]["number"] == feature["id"] == parcel.number


def test_land_is_plain_and_can_cross_to_another_process(tmp_path):
    land = examine(write_txt(tmp_path / "a.txt", square(0, 0, 100)), layers={"park": wkb_of(square(50, 0, 100))})
    assert pickle.loads(pickle.dumps(land)) == land  # noqa: S301


def test_layers_tell_their_share_and_those_not_given_tell_nothing(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    land = examine(path, layers={"park": wkb_of(square(75, 0, 100)), "farmland": wkb_of()})
    facts = site_facts(land, in_park=False)
    assert facts["share_inside_parks"] == pytest.approx(0.25, abs=1e-6)
    assert facts["share_in_permanent_farmland"] == 0
    assert facts["share_on_planned_industrial_land"] is None
    assert land.layers["park"].area_m2 == pytest.approx(2500, rel=1e-3)


def test_a_layer_may_be_a_file(tmp_path):
    layer = write_txt(tmp_path / "图层.txt", square(-150, -50, 200), square(50, -50, 200))
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    land = examine(path, layers={"planned-industrial": LayerFile(layer)})
    assert land.layers["planned-industrial"].share == pytest.approx(1, abs=1e-9)


def test_a_layer_file_that_cannot_be_used_is_named(tmp_path):
    broken = tmp_path / "红线.txt"
    broken.write_text("nothing", encoding="utf-8")
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    with pytest.raises(UnreadableError) as caught:
        examine(path, layers={"eco-redline": LayerFile(broken)})
    assert caught.value.reasons[0].code == "layer_unreadable"
    assert caught.value.reasons[0].values == {"kind": "eco-redline", "name": "红线.txt"}
    assert len(caught.value.reasons) > 1


def test_land_may_be_held_against_layers_later(tmp_path):
    path = write_txt(tmp_path / "a.txt", square(0, 0, 100))
    layers = {"park": wkb_of(square(75, 0, 100)), "urban-boundary": wkb_of(square(-9, -9, 200))}
    assert held_against(examine(path), layers).layers == examine(path, layers=layers).layers


def test_facts_bear_the_names_that_rules_ask_for(tmp_path):
    facts = site_facts(examine(write_txt(tmp_path / "a.txt", square(0, 0, 100))), in_park=True)
    assert Site(**facts).in_park.value is True
    assert set(SHARE_FACTS.values()) == set(LAYER_KINDS)


def test_overlapping_parcels_are_an_issue_and_count_as_surveyed(tmp_path):
    land = examine(write_txt(tmp_path / "a.txt", square(0, 0, 100), square(90, 0, 100)))
    (issue,) = [issue for issue in land.issues if issue.code == "parcels_overlap"]
    assert (issue.values["first"], issue.values["second"]) == (1, 2)
    assert issue.values["area_m2"] == pytest.approx(1000, rel=1e-3)
    assert land.plane_area_m2 == pytest.approx(20000)


def test_land_abroad_is_measured_and_told_in_plain_words():
    if not RIGIS.exists():
        pytest.skip("The real layer of industrial land lies beside the project and is not here.")
    land = examine(RIGIS)
    assert len(land.parcels) == 338
    assert land.districts == ()
    assert land.lies_in_chongqing is False
    assert "outside_chongqing" in codes_of(land)
    assert land.area_m2 == pytest.approx(land.plane_area_m2, rel=1e-4)
    assert "不在重庆市" in SENTENCES["outside_chongqing"].zh


BY_THE_YUZHONG_LINE = shapely.box(106.5905, 29.5604, 106.5907, 29.5606)


def test_degrees_near_a_district_line_may_come_from_a_map_service():
    boundary = drawn(BY_THE_YUZHONG_LINE, crs="EPSG:4326")
    land = measure(boundary, layers={})
    assert "near_district_line" in codes_of(land)
    (issue,) = [issue for issue in land.issues if issue.code == "may_be_gcj02"]
    assert issue.values["here"] != issue.values["there"]


def test_surveyed_metres_never_come_from_a_map_service():
    projected = drawn(shapely.box(0, 0, 1, 1), crs="EPSG:4545")  # any plot: only the system of the file counts
    metres = measure(_redrawn(BY_THE_YUZHONG_LINE, projected.crs), layers={})
    assert "near_district_line" in codes_of(metres)
    assert "may_be_gcj02" not in codes_of(metres)


def test_degrees_far_from_any_line_are_not_suspected():
    land = measure(drawn(shapely.box(107.8, 30.67, 107.803, 30.673), crs="EPSG:4326"), layers={})
    assert codes_of(land) == []


def _redrawn(degrees, crs):
    there = Transformer.from_crs("EPSG:4490", crs, always_xy=True)
    return drawn(shapely.transform(degrees, lambda points: np.column_stack(there.transform(*points.T))), crs=crs)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_can_be_said(language):
    sample = {
        "first": 1, "second": 2, "area_m2": 3.0, "count": 4, "inside": 0.5, "within_km": 3.0, "names": "甲、乙",
        "here": "甲", "there": "乙", "kind": "park", "name": "a.txt", "area_mu": 200.0, "numbers": "1, 2",
        "codes": "0601", "basis": "GB", "seconds": 3, "megabytes": 640, "limit": 9,
    }  # fmt: skip
    for text in SENTENCES.values():
        assert "{" not in text.say(language, **sample)
