"""`jijuqu check` as an officer or a script calls it: statuses, the JSON object, refusals on standard error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from jijuqu.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

DAY = ("--on", "2022-09-01")
EVERYTHING_ELSE = """
share_inside_parks = 0
share_on_planned_industrial_land = 1
share_in_ecological_red_line = 0
share_in_permanent_farmland = 0
share_inside_urban_boundary = 1
ancillary_land_mu = 5
other_clusters_approved = 1
other_clusters_under_review = 0
standard_factory_floor_m2 = 60000
planned_floor_m2 = 100000
plans_shared_facilities = true
projects = []
land_supplies = []

[plan]
in_unified_park_planning = true
conforms_to_spatial_plan = true
conforms_to_industry_access_list = true
leading_industries = 1
names_industry_department = true
names_builder = true
names_operator = true
names_drafting_authority = true
drafted_under_economic_department = true
drafted_as_one_overall_plan = true
has_background = true
has_present_state = true
has_overall_requirements = true
has_goals = true
has_industry_chapter = true
has_spatial_layout = true
has_building_and_operation = true
has_policy_measures = true
environmental_report_sent = true

[application]
district_development_and_reform_opinion = true
district_planning_and_resources_opinion = true
district_ecology_opinion = true
district_emergency_opinion = true
district_parks_opinion = true
experts_reviewed = true
district_approved = true
applied_by_letter = true
describes_overall_plan = true
attaches_joint_opinion = true
attaches_expert_opinion = true
city_development_and_reform_opinion = true
city_planning_and_resources_opinion = true
city_ecology_opinion = true
city_emergency_opinion = true
district_name = "忠县"
leading_industry_name = "智能家居"
cluster_name = "忠县智能家居中小企业集聚区"

[parameters]
max_ancillary_land_share = 0.07
"""


def write_square(path: Path, side_m: float, *, east_m: float = 36_480_000, gap_m: float | None = None) -> Path:
    """Write a square plot in 忠县 (zone 36); with `gap_m`, a second one of the same size that far to the east."""
    offsets = [0.0] if gap_m is None else [0.0, side_m + gap_m]
    lines = ["[属性描述]", "坐标系=2000国家大地坐标系", "几度分带=3", "带号=36", "[地块坐标]"]
    for number, offset in enumerate(offsets, start=1):
        west, south = east_m + offset, 3_345_000.0
        ring = [(south, west), (south + side_m, west), (south + side_m, west + side_m), (south, west + side_m)]
        lines.append(f"5,{side_m**2 / 10000:.4f},{number},地块{number},面,,,,@")
        lines += [f"J{n % 4 + 1},1,{north:.3f},{east:.3f}" for n, (north, east) in enumerate([*ring, ring[0]])]
    path.write_text("\n".join(lines), encoding="gbk")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, words)])


def answer(*words: object) -> dict:
    return json.loads(run(*words, "--json").stdout)


def outcome(rule: str, *words: object) -> str:
    return next(f["outcome"] for f in answer(*words)["findings"] if f["rule"] == rule)


@pytest.fixture
def plot(tmp_path: Path) -> Path:
    return write_square(tmp_path / "plot.txt", 400)  # 240 mu


@pytest.fixture
def all_known(tmp_path: Path) -> Path:
    path = tmp_path / "FACTS.toml"
    path.write_text(EVERYTHING_ELSE, encoding="utf-8")
    return path


def test_a_plot_of_which_all_is_known_and_right_ends_with_0(plot: Path, all_known: Path) -> None:
    result = run(plot, "--facts", all_known, "--all-industrial", *DAY)
    assert result.exit_code == 0, result.output
    assert "各项均满足" in result.stdout


def test_what_is_not_yet_known_ends_with_3(plot: Path) -> None:
    assert run(plot, *DAY).exit_code == 3


def test_a_plot_too_small_ends_with_1_and_tells_each_way_to_comply(tmp_path: Path, all_known: Path) -> None:
    small = write_square(tmp_path / "small.txt", 300)
    facts = all_known.read_text().replace("share_inside_parks", "industrial_floor_m2 = 91700\nshare_inside_parks")
    all_known.write_text(facts)
    result = run(small, "--facts", all_known, "--all-industrial", "--json", *DAY)
    found = {f["rule"]: f for f in json.loads(result.stdout)["findings"]}["has_enough_industrial_space"]
    assert result.exit_code == 1
    assert (found["outcome"], found["limit"], found["unit"]) == ("not_met", 200, "mu")
    assert found["short_by"] == pytest.approx(200 - found["value"])
    assert found["ways_to_meet"] == [
        f"增加工业用地{round(found['short_by'], 2):g}亩", "再建8,300㎡工业建筑", "作特殊情况说明（“原则上”）",
    ]  # fmt: skip


def test_a_reason_somebody_answered_for_excepts_a_rule_in_principle(tmp_path: Path, all_known: Path) -> None:
    small = write_square(tmp_path / "small.txt", 300)
    all_known.write_text(
        "industrial_floor_m2 = 0\n" + all_known.read_text()
        + '\n[exceptions.has_enough_industrial_space]\nreason = "山区"\naccepted_by = "李主任"\n'
    )  # fmt: skip
    words = (small, "--facts", all_known, "--all-industrial", *DAY)
    assert outcome("has_enough_industrial_space", *words) == "excepted"
    assert run(*words).exit_code == 0


def test_without_codes_or_declaration_industrial_land_is_unknown_and_the_total_is_named(plot: Path) -> None:
    got = answer(plot, *DAY)
    assert outcome("has_enough_industrial_space", plot, *DAY) == "unknown"
    assert f"{got['land']['area_mu']:.2f}" in got["land"]["industrial_evidence"]


def test_the_json_object_has_every_promised_key(plot: Path) -> None:
    got = answer(plot, *DAY)
    assert {"on", "notice", "in_force", "land", "findings", "summary"} <= got.keys()
    assert {
        "parcels", "area_m2", "area_mu", "plane_area_mu", "crs", "parts", "gaps_m", "is_contiguous",
        "districts", "issues",
    } <= got["land"].keys()  # fmt: skip
    assert {
        "rule", "clause", "quote", "force", "outcome", "value", "limit", "unit", "short_by", "ways_to_meet",
        "addressee", "consequence", "near_threshold", "explanation_wanted",
    } <= got["findings"][0].keys()  # fmt: skip
    assert (got["notice"], got["in_force"], got["on"]) == ("渝经信规范〔2021〕5号", True, "2022-09-01")
    assert got["land"]["crs"] == "EPSG:4524"
    assert got["land"]["districts"][0]["name"] == "忠县"
    assert sum(got["summary"].values()) == len(got["findings"])


def test_people_are_told_gaps_district_and_where_industrial_land_comes_from(tmp_path: Path) -> None:
    apart = write_square(tmp_path / "apart.txt", 250, gap_m=20)
    told = run(apart, *DAY).stdout
    assert "各部分间距：20米" in told
    assert "忠县（500233）100%" in told
    assert "概略图" in told
    assert "文件没有地类代码" in told
    assert "没有确定不满足的，尚有" in told, "two parts are short of one, though idle land may excuse them"
    assert "声明全部用地为工业用地" in run(apart, "--all-industrial", *DAY).stdout


def test_the_help_speaks_chinese() -> None:
    assert "结束状态" in run("--help").stdout


def test_plots_apart_are_unknown_until_idle_land_is_stated(tmp_path: Path) -> None:
    apart = write_square(tmp_path / "apart.txt", 300, gap_m=20)
    idle, not_idle = tmp_path / "idle.toml", tmp_path / "not_idle.toml"
    idle.write_text("uses_idle_industrial_land = true")
    not_idle.write_text("[site]\nuses_idle_industrial_land = false")
    land = answer(apart, *DAY)["land"]
    assert (land["parts"], land["is_contiguous"]) == (2, False)
    assert land["gaps_m"] == [pytest.approx(20, rel=1e-3)]
    assert outcome("is_contiguous", apart, *DAY) == "unknown"
    assert outcome("is_contiguous", apart, "--gap-m", "21", *DAY) == "met"
    assert outcome("is_contiguous", apart, "--facts", idle, *DAY) == "not_applicable"
    assert outcome("is_contiguous", apart, "--facts", not_idle, *DAY) == "not_met"


def test_after_the_last_day_the_closing_clause_stands_against_a_new_application(plot: Path, all_known: Path) -> None:
    words = (plot, "--facts", all_known, "--all-industrial", "--on", "2023-01-01")
    result = run(*words, "--json")
    got = json.loads(result.stdout)
    closing = next(f for f in got["findings"] if f["clause"] == "文末")
    assert (result.exit_code, got["in_force"], closing["outcome"], closing["force"]) == (1, False, "not_met", "must")
    assert outcome("is_received_in_time", *words, "--in-park") == "not_applicable"


def test_inside_a_park_the_rules_for_outside_do_not_apply(plot: Path) -> None:
    assert outcome("lies_outside_every_park", plot, "--in-park", *DAY) == "not_applicable"
    assert outcome("is_shown_in_park_spatial_plan", plot, "--in-park", *DAY) == "unknown"


def test_layers_tell_how_much_of_the_land_lies_in_them(plot: Path, tmp_path: Path) -> None:
    park = write_square(tmp_path / "park.txt", 4, east_m=36_480_001)  # 16 m² of 160,000: within the tolerance
    wide = write_square(tmp_path / "wide.txt", 200, east_m=36_480_000)
    assert outcome("lies_outside_every_park", plot, "--layer", f"park={park}", *DAY) == "met"
    assert outcome("lies_outside_every_park", plot, "--layer", f"park={wide}", *DAY) == "not_met"
    assert outcome("is_clear_of_ecological_red_line", plot, "--layer", f"eco-redline={wide}", *DAY) == "unknown"
    assert outcome("lies_on_planned_industrial_land", plot, "--layer", f"planned-industrial={plot}", *DAY) == "met"


def test_a_stated_area_more_than_a_hundredth_off_is_told_and_the_measure_counts(plot: Path, tmp_path: Path) -> None:
    facts = tmp_path / "f.toml"
    facts.write_text("industrial_land_mu = 250")
    got = answer(plot, "--facts", facts, "--all-industrial", *DAY)
    assert "stated_differs" in {issue["code"] for issue in got["land"]["issues"]}
    size = next(f for f in got["findings"] if f["rule"] == "has_enough_industrial_space")
    assert size["value"] == pytest.approx(got["land"]["area_mu"])


def test_industrial_land_stated_beyond_all_the_land_is_not_believed(plot: Path, tmp_path: Path) -> None:
    facts = tmp_path / "f.toml"
    facts.write_text("[site]\nindustrial_land_mu = 999")
    assert outcome("has_enough_industrial_space", plot, "--facts", facts, *DAY) == "unknown"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "2021-07-31"), "2021-08-01"),
        (("--on", "2022-02-30"), "2022-02-30"),
        (("--lang", "fr"), "zh"),
        (("--gap-m", "-1"), "--gap-m"),
        (("--layer", "park"), "planned-industrial"),
        (("--layer", "lake=x.shp"), "lake=x.shp"),
        (("--layer", "park=nowhere.shp"), "nowhere.shp"),
        (("--facts", "nowhere.toml"), "nowhere.toml"),
        (("--crs", "4610"), "西安80"),
    ],
)
def test_what_cannot_be_used_is_refused_on_standard_error_with_status_2(
    plot: Path, words: tuple[str, ...], said: str
) -> None:
    result = run(plot, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    "content", [b"a = " + b"[" * 100_000, b"leading_industries 1", "集聚区名称".encode("gbk"), b"\0"]
)
def test_facts_that_are_no_toml_are_refused_with_how_to_write_them(plot: Path, tmp_path: Path, content: bytes) -> None:
    facts = tmp_path / "f.toml"
    facts.write_bytes(content)
    result = run(plot, "--facts", facts)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "jijuqu check --explain-facts" in result.stderr


def test_every_fault_of_the_facts_is_named_at_once(plot: Path, tmp_path: Path) -> None:
    facts = tmp_path / "f.toml"
    facts.write_text('industrial_lnd_mu = 3\nindustrial_floor_m2 = -1\nin_park = "no"\n[parameters]\nfive = 5\n')
    result = run(plot, "--facts", facts, "--lang", "en")
    assert result.exit_code == 2
    for said in ("did you mean “industrial_land_mu”?", "industrial_floor_m2", "in_park", "five"):
        assert said in result.stderr


def test_explain_facts_names_every_fact_with_its_unit_and_clause() -> None:
    result = run("--explain-facts")
    assert result.exit_code == 0
    assert "# industrial_land_mu =   # 数字 mu · 工业用地面积 · 二（二）2" in result.stdout
    assert result.stdout.count("# in_park =") == 1


def test_english_is_complete(plot: Path) -> None:
    result = run(plot, "--lang", "en", *DAY)
    assert "nothing stands against it so far" in result.stdout
    assert "待核" not in result.stdout
