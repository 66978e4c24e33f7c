"""`jijuqu screen` as an officer or a script calls it: outputs that agree, one line of JSON, refusals in sentences."""

from __future__ import annotations

import csv
import json
import sys

import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from typer.testing import CliRunner

from jijuqu.cli import app
from tests.land.screening import oracle
from tests.land.screening.ground import at_place, plot, write, write_parcels

DAY = ("--on", "2022-09-01")
SHAPES = at_place(
    [
        *[plot(x, 0, 250) for x in (0, 249, 760)],
        plot(0, 2000, 300),
        plot(0, 4000, 360),
        plot(375, 4000, 200),
        plot(0, 6000, 400),
    ]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("screen")
    write_parcels(
        folder / "parcels.parquet",
        SHAPES,
        parcel_id=[f"=地{k}" for k in range(7)],
        district=["忠县"] * 3 + ["丰都县"] * 4,
    )
    write(folder / "park.parquet", at_place([plot(-50, 5900, 1000)]))
    write(folder / "line.parquet", at_place([plot(-50, 1900, 200)]))
    return folder


def run(folder, *words):
    return CliRunner().invoke(app, ["screen", str(folder / "parcels.parquet"), *map(str, words), *DAY])


def run_whole(folder, *words):
    return run(folder, "--park", folder / "park.parquet", "--keep-clear", folder / "line.parquet", *words)


def test_people_are_told_groups_near_misses_and_issues(folder):
    result = run_whole(folder, "--gap-m", 10)
    assert (result.exit_code, result.stderr) == (0, "")
    for words in (
        "不少于200亩",
        "park.parquet 内剔除1个",
        "line.parquet 内剔除1个",
        "保留5个",
        "米的地块=地5",
        "达到要求",
    ):
        assert words in result.stdout.replace("\n", "")
    assert "相互重叠" in run_whole(folder, "--min-mu", 180).stdout
    english = run_whole(folder, "--lang", "en").stdout
    assert "near" in english.lower()
    assert not any(
        "一" <= sign <= "鿿"
        for sign in english.replace("忠县", "")
        .replace("丰都县", "")
        .replace("渝经信规范〔2021〕5号", "")
        .replace("=地", "")
    )


def test_the_threshold_is_that_of_the_notice_on_the_day(folder):
    answer = json.loads(run_whole(folder, "--json").stdout)
    assert (answer["parameters"]["min_mu"], answer["parameters"]["notice"]) == (200, "渝经信规范〔2021〕5号")
    assert CliRunner().invoke(app, ["screen", str(folder / "parcels.parquet"), "--on", "2020-01-01"]).exit_code == 2


def test_json_is_one_line_with_counts_parameters_times_and_memory(folder):
    result = run_whole(folder, "--json", "--gap-m", 10)
    answer = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert answer["counts"] == {
        "rows": 7, "industrial": 7, "dropped": {"park.parquet": 1, "line.parquet": 1}, "kept": 5, "groups": 0,
        "near_misses": 2, "groups_with_overlap": 0, "mended": 0,
    }  # fmt: skip
    assert answer["near_misses"][0]["first_parcel"] == "=地4"
    assert answer["total_s"] == pytest.approx(sum(answer["phases_s"].values()), abs=1e-3)
    assert answer["peak_rss_gb"] > 0.05


def rows_of(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [list(row.values()) for row in csv.DictReader(file)]
    if path.suffix == ".xlsx":
        return [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)]
    if path.suffix == ".parquet":
        return [list(row.values()) for row in pq.read_table(path).drop(["geometry"]).to_pylist()]
    if path.suffix == ".geojson":
        return [list(each["properties"].values()) for each in json.loads(path.read_text("utf-8"))["features"]]
    meta, _, _, columns = pyogrio.raw.read(path, layer="groups" if path.suffix == ".gpkg" else None)
    assert list(meta["fields"]) == ["district", "rank", "parcels", "area_mu", "first_parcel"]
    return [list(row) for row in zip(*(column.tolist() for column in columns), strict=True)]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "gpkg", "geojson"])
def test_outputs_agree(folder, tmp_path, ending):
    path = tmp_path / f"groups.{ending}"
    result = run_whole(folder, "--min-mu", 180, "-o", path)
    assert result.exit_code == 0, result.stderr
    overlapping = oracle.area_mu(SHAPES[0]) + oracle.area_mu(SHAPES[1])
    island = oracle.area_mu(SHAPES[4]) + oracle.area_mu(SHAPES[5])
    found = [
        [district, int(rank), int(parcels), float(mu), first] for district, rank, parcels, mu, first in rows_of(path)
    ]
    assert found == [
        ["丰都县", 1, 2, pytest.approx(island, rel=1e-8), "=地4"],
        ["忠县", 1, 2, pytest.approx(overlapping, rel=1e-8), "=地0"],
    ]
    beside = tmp_path / "groups.issues.csv"
    assert beside.exists() is (ending in {"csv", "parquet", "geojson"})
    assert {each.name for each in tmp_path.iterdir()} <= {path.name, beside.name}


@pytest.mark.parametrize("ending", ["parquet", "gpkg", "geojson"])
def test_shapes_are_the_land_of_the_members(folder, tmp_path, ending):
    path = tmp_path / f"groups.{ending}"
    run_whole(folder, "--min-mu", 180, "-o", path)
    if ending == "parquet":
        wkb = pq.read_table(path)["geometry"].to_numpy()
        assert json.loads(pq.read_schema(path).metadata[b"geo"])["columns"]["geometry"]["encoding"] == "WKB"
    else:
        wkb = pyogrio.raw.read(path, layer="groups" if ending == "gpkg" else None)[2]
    shapes = shapely.from_wkb(wkb)
    assert shapely.is_valid(shapes).all()
    assert shapely.area(shapely.symmetric_difference(shapes[1], shapely.union(SHAPES[0], SHAPES[1]))) < 1e-13


def test_issues_stand_in_the_geopackage_the_workbook_or_beside(folder, tmp_path):
    for ending in ("gpkg", "xlsx", "csv"):
        run_whole(folder, "--min-mu", 180, "-o", tmp_path / f"groups.{ending}")
    _, _, _, columns = pyogrio.raw.read(tmp_path / "groups.gpkg", layer="issues")
    assert columns[0].tolist() == ["members_overlap"]
    sheet = openpyxl.load_workbook(tmp_path / "groups.xlsx").worksheets[1]
    assert sheet["A2"].value == "members_overlap"
    with (tmp_path / "groups.issues.csv").open(encoding="utf-8", newline="") as file:
        (issue,) = csv.DictReader(file)
    assert (issue["parcel"], issue["issue"]) == ("=地0", "members_overlap")
    assert float(issue["overlap_m2"]) == pytest.approx(250, rel=2e-3)
    assert float(issue["dissolved_mu"]) == pytest.approx(float(issue["area_mu"]) - 250 * 3 / 2000, rel=1e-4)


def test_an_output_without_groups_has_its_columns(folder, tmp_path):
    for ending in ("csv", "xlsx", "parquet", "gpkg", "geojson"):
        assert run_whole(folder, "--min-mu", 9000, "-o", tmp_path / f"none.{ending}").exit_code == 0
        assert rows_of(tmp_path / f"none.{ending}") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--gap-m", "-1"], "--gap-m"),
        (["--gap-m", "nan"], "--gap-m"),
        (["--layer-share", "2"], "--layer-share"),
        (["--min-mu", "-5"], "--min-mu"),
        (["--engine", "abacus"], "abacus"),
        (["--measure", "eye"], "--measure"),
        (["--park", "nowhere.gpkg"], "nowhere.gpkg"),
        (["-o", "groups.doc"], "groups.doc"),
        (["-o", "/nowhere/groups.csv"], "/nowhere"),
        (["--id", "nothing"], "nothing"),
        (["--use-prefix", "99"], "060101"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_a_sentence(folder, words, told):
    result = run(folder, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_cluster_is_asked_for_only_where_pyspark_is_there_and_for_geoparquet(folder, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    assert "pip install 'jijuqu[spark]'" in run(folder, "--engine", "spark").stderr
    pyogrio.raw.write(
        str(tmp_path / "p.gpkg"), geometry=np.array(shapely.to_wkb(SHAPES), dtype=object), field_data=[], fields=[],
        geometry_type="Polygon", crs="EPSG:4490", driver="GPKG",
    )  # fmt: skip
    result = CliRunner().invoke(app, ["screen", str(tmp_path / "p.gpkg"), "--engine", "spark", *DAY])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "GeoParquet" in result.stderr


def test_the_output_is_not_the_input(folder):
    assert run(folder, "-o", folder / "parcels.parquet").exit_code == 2
