"""`jijuqu judge` as an officer or a statistician calls it: files in, files out, counts, refusals."""

from __future__ import annotations

import json
import sys
from datetime import date

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from jijuqu.cli import app

DAY = ("--on", "2022-09-01")
SITES = """id,district,name,industrial_land_mu,industrial_floor_m2,parts
a,万州区,甲,205,,1
b,万州区,乙,180,50000,2
c,500102,丙,180,,
"""


def run(*words):
    return CliRunner().invoke(app, ["judge", *map(str, words)])


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "sites.csv").write_text(SITES, encoding="utf-8")
    return tmp_path / "sites.csv"


def test_findings_are_written_row_by_row_as_parquet_and_csv(sites, tmp_path):
    for ending, read in ((".parquet", pl.read_parquet), (".csv", pl.read_csv)):
        assert run(sites, "-o", tmp_path / f"found{ending}", *DAY).exit_code == 0
        found = read(tmp_path / f"found{ending}")
        assert found["id"].to_list() == ["a", "b", "c"]
        assert found["status"].to_list() == [3, 1, 3]
        assert found["has_enough_industrial_space"].to_list() == [True, False, None]
        assert found["has_enough_industrial_space__short_by"].to_list() == [0.0, 20.0, 20.0]


def test_the_long_table_has_a_row_for_each_finding(sites, tmp_path):
    assert run(sites, "-o", tmp_path / "found.parquet", "--long", *DAY).exit_code == 0
    found = pl.read_parquet(tmp_path / "found.parquet")
    assert found.columns == [
        "id",
        "name",
        "district",
        "clause",
        "rule",
        "outcome",
        "met",
        "value",
        "limit",
        "day",
        "last_day",
        "short_by",
        "unit",
    ]
    assert len(found) == 3 * 14


def test_a_workbook_has_counts_outcomes_what_is_not_met_and_what_columns_mean(sites, tmp_path):
    assert run(sites, "-o", tmp_path / "found.xlsx", *DAY).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert book.sheetnames == ["汇总", "结论", "未满足", "说明"]
    assert [cell.value for cell in book["未满足"][2]] == [
        "b",
        "乙",
        "万州区",
        "二（二）2",
        "工业用地或工业建筑规模",
        "需作特殊情况说明",
        180,
        200,
        20,
        "亩",
    ]


def test_counts_by_rule_and_district_are_printed_as_json(sites):
    told = json.loads(run(sites, "--json", *DAY).stdout)
    assert (told["on"], told["notices"], told["status"]) == (
        "2022-09-01",
        ["渝经信规范〔2021〕5号"],
        {"0": 0, "1": 1, "3": 2},
    )
    space = [count for count in told["counts"] if count["rule"] == "has_enough_industrial_space"]
    assert [(each["district"], each["met"], each["not_met"], each["unknown"]) for each in space] == [
        ("500102", 0, 0, 1),
        ("万州区", 1, 1, 0),
    ]


def test_people_are_shown_the_counts_and_that_the_notice_lapsed(sites):
    said = run(sites, "--on", "2023-02-01").stdout
    assert "受理期已于 2022-12-31 届满" in said
    assert "工业用地或工业建筑规模" in said
    assert "in all" in run(sites, "--lang", "en", *DAY).stdout.lower()


def test_rows_of_several_days_are_judged_each_by_its_own(tmp_path):
    rows = {"id": ["a", "b"], "on": [date(2021, 12, 1), date(2022, 6, 1)], "summary_sent_on": [date(2022, 1, 5)] * 2}
    pl.DataFrame(rows).write_parquet(tmp_path / "running.parquet")
    assert run(tmp_path / "running.parquet", "-o", tmp_path / "found.parquet").exit_code == 0
    assert pl.read_parquet(tmp_path / "found.parquet")["reports_before_year_end"].to_list() == [False, True]
    refused = run(tmp_path / "running.parquet", *DAY)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "“on”列" in refused.stderr


def test_parks_are_judged_by_the_land_of_their_clusters(tmp_path):
    (tmp_path / "parks.csv").write_text("id,park_industrial_land_mu\nP,1000\nQ,1000\n", encoding="utf-8")
    (tmp_path / "sites.csv").write_text("id,park,industrial_land_mu\na,P,60\nb,P,40\n", encoding="utf-8")
    words = ("--clusters", tmp_path / "sites.csv", "-o", tmp_path / "found.csv", "--json", *DAY)
    told = json.loads(run(tmp_path / "parks.csv", *words).stdout)
    assert pl.read_csv(tmp_path / "found.csv")["cluster_share"].to_list() == [0.1, 0.0]
    share = next(count for count in told["counts"] if count["rule"] == "keeps_share_of_park_land")
    assert (share["met"], share["not_met"]) == (1, 1)


def test_clusters_of_a_district_are_counted_in_the_table(tmp_path):
    rows = "".join(f"{n},万州区,approved,1\n" for n in range(6))
    (tmp_path / "sites.csv").write_text(f"id,district,standing,parts\n{rows}", encoding="utf-8")
    told = json.loads(run(tmp_path / "sites.csv", "--count-clusters", "--json", *DAY).stdout)
    number = next(count for count in told["counts"] if count["rule"] == "keeps_within_district_number")
    assert number["not_met"] == 6


def test_supplies_to_one_project_are_added_up(tmp_path):
    (tmp_path / "supplies.csv").write_text("id,supplied_to,supplied_mu\n1,甲,6\n2,甲,6\n3,乙,6\n", encoding="utf-8")
    told = json.loads(run(tmp_path / "supplies.csv", "--json", *DAY).stdout)
    assert (told["counts"][0]["met"], told["counts"][0]["not_met"]) == (1, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nothing.csv",), "找不到文件：nothing.csv"),
        ((), "请给出事实表"),
        (("{sites}", "-o", "found.doc"), ".parquet、.csv、.xlsx"),
        (("{sites}", "-o", "{folder}"), "已是文件夹"),
        (("{sites}", "--subject", "town"), "--subject 只能是 site"),
        (("{sites}", "--on", "2021-07-31"), "2021-07-31 没有任何通知可依"),
        (("{sites}", "--subject", "site", "--keep", "colour"), "缺少“colour”列"),
    ],
)
def test_what_cannot_be_judged_ends_with_2_and_a_sentence(sites, words, sentence):
    folder = sites.with_name("folder.parquet")
    folder.mkdir()
    result = run(*(word.format(sites=sites, folder=folder) for word in words))
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_every_fault_of_a_file_is_told_with_the_files_name(tmp_path):
    (tmp_path / "sites.csv").write_text("id,district,parts\na,北京市,1\na,万州区,NaN\n", encoding="utf-8")
    result = run(tmp_path / "sites.csv")
    assert result.exit_code == 2
    assert [line.partition("sites.csv：")[2][:6] for line in result.stderr.splitlines()] == [
        "第2行（id",
        "第1行（id",
        "id“a”出",
    ]


def test_a_run_that_fails_leaves_the_older_file_as_it_was(sites, tmp_path):
    output = tmp_path / "found.xlsx"
    assert run(sites, "-o", output, *DAY).exit_code == 0
    before = output.read_bytes()
    pl.DataFrame({"id": range(20_001), "parts": 1}).write_parquet(tmp_path / "many.parquet")
    result = run(tmp_path / "many.parquet", "-o", output, *DAY)
    assert result.exit_code == 2
    assert "请改用 .parquet 或 .csv" in result.stderr
    assert output.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["found.xlsx", "many.parquet", "sites.csv"]


def test_a_cluster_is_asked_for_only_where_pyspark_is_there(sites, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    result = run(sites, "--engine", "spark")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pip install 'jijuqu[spark]'" in result.stderr
    assert "--engine 只能是 local、spark" in run(sites, "--engine", "abacus").stderr
