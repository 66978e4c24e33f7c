"""The whole check of one plot, and its verdict in one sentence: measures, answers and records together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from jijuqu.demo.load import load_land
from jijuqu.demo.samples import complying_txt, short_txt
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.rule import Outcome
from jijuqu.reference.actions import enter_parameter
from jijuqu.registry.models import QuotaHolder
from jijuqu.web.public.check_findings import group
from jijuqu.web.public.site_check import SiteCheck, Told, check_site
from jijuqu.web.public.verdict import verdict
from tests.cli.test_check import write_square

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db
ON = date(2022, 9, 1)


def check(path: Path, **told: Any) -> SiteCheck:
    return check_site(path, Told(**{"on": ON, **told}))


def outcome(found: SiteCheck, rule: str) -> Outcome:
    return next(finding.outcome for finding in found.findings if finding.rule.name == rule)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Two plots, 18.95 m apart, of 156 mu together."""
    path = tmp_path / "short.txt"
    path.write_bytes(short_txt())
    return path


def test_answers_and_measures_meet_in_one_finding(short: Path) -> None:
    told = check(short, facts={"industrial_floor_m2": 91_700.0, "uses_idle_industrial_land": False})
    assert outcome(told, "has_enough_industrial_space") is Outcome.NOT_MET
    assert outcome(told, "is_contiguous") is Outcome.NOT_MET
    assert outcome(check(short, gap_m=20.0), "is_contiguous") is Outcome.MET


def test_the_verdict_names_the_smallest_change_for_every_shortfall(short: Path) -> None:
    said = verdict(check(short, facts={"industrial_floor_m2": 91_700.0, "uses_idle_industrial_land": False}), "zh")
    assert said.look == "explain"
    assert "2项需作特殊情况说明" in said.sentence
    assert "8,300㎡" in said.cheapest, "8.3 % of the floor is less than 22 % of the land"
    assert "连成一片" in said.cheapest


def test_a_shortfall_that_another_way_may_still_mend_is_told(short: Path) -> None:
    said = verdict(check(short), "zh")
    assert said.look == "unknown"
    assert "已知的数未达标准" in said.sentence
    assert "增加工业用地43.96亩" in said.cheapest


def test_without_records_the_number_of_clusters_is_not_known(short: Path) -> None:
    holder = QuotaHolder.objects.get(code="500116")
    assert outcome(check(short, applicant=holder), "keeps_within_district_number") is Outcome.UNKNOWN


def test_a_number_entered_with_its_source_decides_from_its_day_on(tmp_path: Path) -> None:
    path = tmp_path / "plot.txt"
    path.write_bytes(complying_txt())
    rule = "provides_ancillary_land"
    assert outcome(check(path), rule) is Outcome.UNKNOWN

    enter_parameter(NOTICES[0], "max_ancillary_land_share", "0.07", "渝府办发〔2020〕99号", actor=None, on=ON)

    assert outcome(check(path), rule) is Outcome.NOT_MET


def test_the_records_count_for_the_applicant_alone(short: Path) -> None:
    load_land()
    full, empty = (QuotaHolder.objects.get(code=code) for code in ("500116", "500155"))
    assert outcome(check(short, applicant=full), "keeps_within_district_number") is Outcome.NOT_MET
    assert outcome(check(short, applicant=empty), "keeps_within_district_number") is Outcome.MET
    assert outcome(check(short), "keeps_within_district_number") is Outcome.UNKNOWN


def test_land_is_held_against_the_layers_of_its_place(tmp_path: Path) -> None:
    load_land()
    path = tmp_path / "plot.txt"
    path.write_bytes(complying_txt())
    found = check(path)
    assert found.is_invented
    assert outcome(found, "lies_on_planned_industrial_land") is Outcome.MET
    assert outcome(found, "is_clear_of_permanent_farmland") is Outcome.MET


def test_a_late_application_comes_first(tmp_path: Path) -> None:
    found = check(write_square(tmp_path / "plot.txt", 400), on=date(2023, 1, 1))
    assert not found.in_force
    assert group(found, "zh").land[0].clause == "文末"
    assert verdict(found, "zh").look == "not_met"


def test_inside_a_park_the_rules_of_the_outside_do_not_apply(tmp_path: Path) -> None:
    found = check(write_square(tmp_path / "plot.txt", 400), on=date(2023, 1, 1), in_park=True)
    assert "文末" in {row.clause for row in group(found, "zh").not_applicable}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_stands_in_exactly_one_group(short: Path, language: str) -> None:
    found = check(short)
    groups = group(found, language)
    anchors = [row.anchor for rows in (groups.land, groups.papers, groups.not_applicable) for row in rows]
    assert sorted(anchors) == sorted(f"finding-{number + 1}" for number in range(len(found.findings)))
