"""`jijuqu what-if`: other numbers or a draft tried out over a table, by people and by scripts."""

from __future__ import annotations

import json
from datetime import date

import docx
import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from jijuqu.cli import app
from jijuqu.land.screening.map_step import ONE_DISTRICT
from jijuqu.land.screening.table import GROUP_COLUMNS
from jijuqu.population import screened
from tests.land.screening.ground import at_place, plot, write
from tests.population.test_draft import LAND, RULES

DAY = ("--on", "2022-09-01")
LESS_LAND = ("--set", "min_industrial_land_mu=170")
SITES = """id,district,name,industrial_land_mu,industrial_floor_m2,parts
a,万州区,甲,205,,1
b,万州区,乙,180,50000,2
c,涪陵区,丙,160,0,1
"""


def run(*words):
    return CliRunner().invoke(app, ["what-if", *map(str, words)])


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "sites.csv").write_text(SITES, encoding="utf-8")
    return tmp_path / "sites.csv"


def test_who_flips_is_written_with_the_old_and_the_new_finding(sites, tmp_path):
    for ending, read in ((".parquet", pl.read_parquet), (".csv", pl.read_csv)):
        assert run(sites, *LESS_LAND, "-o", tmp_path / f"flips{ending}", *DAY).exit_code == 0
        (row,) = read(tmp_path / f"flips{ending}").to_dicts()
        assert (row["id"], row["district"], row["clause"], row["before"], row["after"]) == (
            "b",
            "万州区",
            "二（二）2",
            "not_met",
            "met",
        )
        assert (row["before_limit"], row["before_short_by"], row["after_limit"]) == (200, 20, 170)


def test_a_workbook_has_the_changes_counts_and_flips(sites, tmp_path):
    assert run(sites, *LESS_LAND, "-o", tmp_path / "flips.xlsx", *DAY).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "flips.xlsx")
    assert [[cell.value for cell in sheet[2]] for sheet in book] == [
        ["min_industrial_land_mu", "工业用地下限", "二（二）2", "200亩", "170亩"],
        ["万州区", "二（二）2", "工业用地或工业建筑规模", "需作特殊情况说明", "符合", 1],
        [
            "b",
            "乙",
            "万州区",
            "二（二）2",
            "工业用地或工业建筑规模",
            "需作特殊情况说明",
            "符合",
            180,
            200,
            20,
            180,
            170,
            0,
            "亩",
        ],
    ]


def test_a_document_tells_the_comparison_to_be_handed_round(sites, tmp_path):
    assert run(sites, *LESS_LAND, "-o", tmp_path / "trial.docx", *DAY).exit_code == 0
    tables = docx.Document(tmp_path / "trial.docx").tables
    assert [[cell.text for cell in table.rows[1].cells] for table in (tables[0], tables[-1])] == [
        ["工业用地下限", "二（二）2", "200亩", "170亩"],
        [
            "乙，万州区",
            "二（二）2",
            "工业用地或工业建筑规模",
            "需作特殊情况说明（180亩，标准200亩）",
            "符合（180亩，标准170亩）",
        ],
    ]


def test_changes_and_counts_are_printed_as_json(sites):
    told = json.loads(run(sites, *LESS_LAND, "--json", *DAY).stdout)
    assert told["changes"] == [{"parameter": "min_industrial_land_mu", "before": 200, "after": 170.0}]
    assert [
        (each["district"], each["rule"], each["before"], each["after"], each["rows"]) for each in told["flips"]
    ] == [("万州区", "has_enough_industrial_space", "not_met", "met", 1)]
    assert {(each["before"], each["after"], each["rows"]) for each in told["status"]} == {
        (1, 3, 1),
        (3, 3, 1),
        (1, 1, 1),
    }


def test_people_are_shown_what_was_changed_and_what_flips(sites):
    said = run(sites, *LESS_LAND, *DAY).stdout
    assert "工业用地下限（min_industrial_land_mu）：200亩 → 170亩" in said
    assert "需作特殊情况说明" in said
    assert "没有一处结论改变" in run(sites, "--set", "min_industrial_land_mu=199", *DAY).stdout


def test_days_are_set_like_numbers(tmp_path):
    pl.DataFrame({"id": ["a"], "received_on": [date(2023, 2, 1)]}).write_parquet(tmp_path / "applications.parquet")
    told = json.loads(
        run(tmp_path / "applications.parquet", "--set", "last_day_of_acceptance=2023-12-31", "--json", *DAY).stdout
    )
    assert told["changes"] == [{"parameter": "last_day_of_acceptance", "before": "2022-12-31", "after": "2023-12-31"}]
    assert [(each["rule"], each["after"]) for each in told["flips"]] == [("is_received_in_time", "met")]


def test_a_draft_is_tried_out_and_its_rules_only_where_they_are_trusted(sites, tmp_path):
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "parameters.toml").write_text(LAND, encoding="utf-8")
    told = json.loads(run(sites, "--draft", tmp_path / "draft", "--json", *DAY).stdout)
    assert sorted(each["district"] for each in told["flips"]) == ["万州区", "涪陵区"]
    (tmp_path / "draft" / "rules.py").write_text(RULES, encoding="utf-8")
    refused = run(sites, "--draft", tmp_path / "draft", "--json", *DAY)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--run-rules" in refused.stderr
    told = json.loads(run(sites, "--draft", tmp_path / "draft", "--run-rules", "--json", *DAY).stdout)
    assert {each["rule"] for each in told["flips"] if each["before"] == "no_rule"} == {"has_enough_land"}
    said = run(sites, "--draft", tmp_path / "draft", "--run-rules", "-o", tmp_path / "flips.xlsx", *DAY).stdout
    assert "试用草案：draft" in said
    assert "增加：二（二）2 工业用地（has_enough_land）" in said
    rules = {row[1]: row[2:] for row in openpyxl.load_workbook(tmp_path / "flips.xlsx")["条文改动"].values}
    assert rules["工业用地"] == ("增加", None, "工业用地不少于150亩")
    assert rules["工业用地或工业建筑规模"][0] == "删去"


def test_the_groups_of_a_screening_are_taken_for_sites(tmp_path):
    assert (screened.COLUMNS, screened.ONE_DISTRICT) == (GROUP_COLUMNS, ONE_DISTRICT)
    groups = {
        "district": ["万州区", "万州区"],
        "rank": [1, 2],
        "parcels": [3, 2],
        "area_mu": [230.0, 190.0],
        "first_parcel": ["p7", "p9"],
    }
    pl.DataFrame(groups).write_parquet(tmp_path / "groups.parquet")
    assert run(tmp_path / "groups.parquet", *LESS_LAND, "-o", tmp_path / "flips.csv", *DAY).exit_code == 0
    (row,) = pl.read_csv(tmp_path / "flips.csv").to_dicts()
    assert (row["id"], row["name"], row["before"], row["after"]) == ("p9", "万州区 2", "unknown", "met")


def test_a_layer_without_districts_is_screened_and_tried_out_upon(tmp_path):
    shapes = at_place([plot(0, 0, 300), plot(310, 0, 300), plot(2000, 0, 340)])  # 270 mu; 173 mu
    write(tmp_path / "parcels.parquet", shapes, parcel_id=[1, 2, 3], landuse=["0601"] * 3)
    words = ["screen", tmp_path / "parcels.parquet", "--min-mu", 100, "-o", tmp_path / "groups.parquet", *DAY]
    assert CliRunner().invoke(app, [str(word) for word in words]).exit_code == 0
    told = json.loads(run(tmp_path / "groups.parquet", *LESS_LAND, "--json", *DAY).stdout)
    assert [(each["district"], each["before"], each["after"], each["rows"]) for each in told["flips"]] == [
        (None, "unknown", "met", 1)
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "请写明试改什么"),
        (("--set", "min_industrial_land_mu"), "--set 应写成 参数=值"),
        (("--set", "min_industrial_land=150"), "没有名为“min_industrial_land”的参数；可用：min_industrial_land_mu"),
        (("--set", "min_industrial_land_mu=many"), "值“many”不合单位 mu"),
        (("--set", "min_park_cluster_share=12"), "值“12.0”不合单位 share"),
        (("--set", "min_industrial_land_mu=nan"), "值“nan”不合单位 mu"),
        ((*LESS_LAND, "--set", "min_industrial_land_mu=160"), "改了两次"),
        (("--draft", "nowhere"), "没有 parameters.toml"),
        ((*LESS_LAND, "-o", "flips.doc"), ".xlsx"),
    ],
)
def test_what_cannot_be_tried_out_ends_with_2_and_a_sentence(sites, words, sentence):
    result = run(sites, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
