"""On a cluster the same layers give the same screening, row for row: tried on a local Spark."""

from __future__ import annotations

import os
import re

import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely
from typer.testing import CliRunner

from bench import screening_data
from jijuqu.cli import app
from jijuqu.land.parcel import UnreadableError
from jijuqu.land.screening.on_spark import screen_on_spark
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.run import screen
from tests.land.screening.ground import at_place, plot, write, write_parcels
from tests.local_spark import spark  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("spark")

PARCELS = int(os.environ.get("JIJUQU_TEST_SPARK_PARCELS", "6000"))
COLUMNS = ("ids", "district", "district_names", "areas_m2", "boxes")
NUMBERS = ("options", "rows", "industrial", "dropped", "notes", "issues")


def assert_same(here, there):
    """Every array, pair, shape, note and number of two screenings."""
    for name in COLUMNS:
        assert np.array_equal(getattr(here, name), getattr(there, name)), name
    for name in ("links", "overlaps", "beyond"):
        assert all(map(np.array_equal, getattr(here, name), getattr(there, name))), name
    for name in NUMBERS:
        assert getattr(here, name) == getattr(there, name)
    some = np.flatnonzero(np.arange(len(here.ids)) % 3)
    assert all(map(np.array_equal, here.shapes_of(some), there.shapes_of(some)))
    groups = here.regroup()
    assert here.near_misses(groups) == there.near_misses(there.regroup())


def test_generated_parcels_give_the_same_screening(tmp_path, monkeypatch):
    monkeypatch.setattr(screening_data, "TOWNS_AT_ONCE", 2)
    screening_data.make(PARCELS, tmp_path, seed=7)
    layers = [tmp_path / "redline.parquet", tmp_path / "farmland.parquet"]
    asked = (tmp_path / "parcels.parquet", tmp_path / "parks.parquet", layers, ScreenOptions(min_mu=200.0))
    here, there = screen(*asked), screen_on_spark(*asked)
    assert_same(here, there)
    assert len(here.regroup()) > 0
    assert len(here.overlaps[0]) > 0


BOW_TIE = shapely.Polygon([(900, 0), (1000, 100), (1000, 0), (900, 100)])
SHAPES = [plot(x, y, 99.5 + (x == 300)) for x in range(0, 900, 100) for y in range(0, 300, 100)]
SHAPES = [
    *at_place([*SHAPES, BOW_TIE, plot(3000, 0, 5)]),
    None,
    shapely.Point(106.5, 29.5),
    *at_place([plot(0, 2000, 80)] * 3),
]
DISTRICTS = [("忠县", "丰都县", None)[k // 13] if k < 39 else "忠县" for k in range(len(SHAPES))]


@pytest.mark.parametrize("named", ["numbers", "text with gaps", "nothing"])
def test_odd_shapes_ids_and_districts_give_the_same_screening(tmp_path, named):
    columns = {"district": DISTRICTS, "landuse": [60101 + (k % 4 == 2) * 10_000 for k in range(len(SHAPES))]}
    if named == "numbers":
        columns["parcel_id"] = [7] * 3 + list(range(len(SHAPES), 3, -1))
    if named == "text with gaps":
        columns["parcel_id"] = [None if k % 9 == 4 else f"地{k}" for k in range(len(SHAPES))]
    path = write(tmp_path / "p.parquet", SHAPES, row_group_size=5, **columns)
    park = write(tmp_path / "park.parquet", at_place([plot(-50, -50, 120)]))
    options = ScreenOptions(min_mu=60.0, gap_m=5.0)
    assert_same(screen(path, park, [], options), screen_on_spark(path, park, [], options))


def test_a_folder_of_parts_gives_the_same_screening(tmp_path):
    folder = tmp_path / "parcels"
    folder.mkdir()
    for k in range(3):
        write_parcels(folder / f"part-{k}.parquet", SHAPES[8 * k : 8 * k + 8], parcel_id=range(8 * k, 8 * k + 8))
    assert_same(screen(folder, None, [], OPTIONS), screen_on_spark(folder, None, [], OPTIONS))


OPTIONS = ScreenOptions(min_mu=20.0)


def test_what_is_written_and_told_is_the_same(tmp_path):
    parcels = write_parcels(tmp_path / "p.parquet", SHAPES, district=DISTRICTS, row_group_size=7)
    told = []
    for engine in ("local", "spark"):
        written = {}
        for ending in ("csv", "geojson"):
            out = tmp_path / f"{engine}.{ending}"
            words = ["screen", parcels, "-o", out, "--engine", engine, "--min-mu", 60, "--on", "2022-09-01"]
            result = CliRunner().invoke(app, list(map(str, words)))
            assert result.exit_code == 0, result.stderr
            written[ending] = out.read_text("utf-8"), out.with_name(f"{engine}.issues.csv").read_text("utf-8")
        told.append((written, re.sub(r"\S*(local|spark)\S*|\d+(\.\d+)? ?秒.*", "", result.stdout)))
    assert told[0] == told[1]


def refused(path, options=OPTIONS):
    with pytest.raises(UnreadableError) as refusal:
        screen_on_spark(path, None, [], options)
    (reason,) = refusal.value.reasons
    return reason


def test_a_file_that_breaks_on_a_worker_is_told_with_its_reason(tmp_path):
    path = write_parcels(tmp_path / "p.parquet", SHAPES, row_group_size=5)
    content = bytearray(path.read_bytes())
    place = pq.read_metadata(path).row_group(4).column(3).data_page_offset
    content[place : place + 40] = bytes(40)
    path.write_bytes(content)
    reason = refused(path)
    assert reason.code == "spark_stopped"
    assert "page header" in str(reason.values["reason"])


def test_a_file_without_rows_or_industrial_parcels_is_refused(tmp_path):
    assert refused(write_parcels(tmp_path / "none.parquet", [])).code == "no_rows"
    path = write_parcels(tmp_path / "p.parquet", SHAPES)
    assert refused(path, ScreenOptions(min_mu=20.0, use_prefix="99")).code == "none_industrial"
