"""Everything on record as rows for `population`: what a table says of a cluster is what its case says."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from jijuqu.cases.facts import judge as judge_case
from jijuqu.cases.many import cluster_rows, clusters_on_record, listed_rows
from jijuqu.cases.models import PlannedCluster
from jijuqu.cases.replay import ask_again
from jijuqu.cases.trial import on_trial, try_out
from jijuqu.cli import app
from jijuqu.policy.facts import Application, District, Plan, Site
from jijuqu.population.judging import judge
from jijuqu.population.read_rows import table_of_rows
from jijuqu.reference.models import EnteredParameter
from jijuqu.reference.queries import parameters_with_entered
from tests.cases import lives
from tests.policy.ask import NOTICE
from tests.registry import entries

pytestmark = pytest.mark.django_db

DAY = date(2022, 9, 1)
CLUSTER = (Site, Plan, Application, District)


def outcomes(rows):
    """What a table of rows says: outcome by id and rule."""
    long = judge(table_of_rows(rows, CLUSTER), NOTICE).long().collect().to_native()
    return {(row["id"], row["rule"]): row["outcome"] for row in long.to_dicts()}


def asked_of(findings, number):
    subjects = {rule.name for rule in NOTICE.rules if rule.subject in CLUSTER}
    return {(number, rule): outcome for rule, outcome in findings if rule in subjects}


def test_a_cluster_of_a_plan_on_its_way_is_judged_as_its_case_is():
    case, clusters = lives.applied(lives.cast()), clusters_on_record(DAY)
    for name in ("projects", "land_supplies"):
        assert len(listed_rows(name, clusters)) == len(clusters[0].facts.get(name) or ())
    found = outcomes(cluster_rows(DAY, clusters))
    for judged in judge_case(case, DAY):
        number = f"{case.number}/{judged.cluster.number}"
        expected = asked_of([(each.rule.name, each.outcome.value) for each in judged.findings], number)
        assert {key: found[key] for key in expected} == expected


def test_a_decided_cluster_is_judged_by_what_was_frozen_whatever_came_after():
    case = lives.decided(lives.cast())
    snapshot = case.snapshots.get(act="decide")
    PlannedCluster.objects.update(industry_zh="")  # as if somebody had changed it since
    found = outcomes(cluster_rows(DAY, clusters_on_record(DAY)))
    for number, asked in enumerate(snapshot.facts, start=1):
        key = f"{case.number}/{number}"
        expected = asked_of([(each["rule"], each["outcome"]) for each in ask_again(asked)], key)
        assert {each: found[each] for each in expected} == expected
    trial = try_out(DAY, on_trial(DAY), {"leading_industries": 0})
    assert (trial.on_trial.decided, trial.on_trial.clusters) == (len(snapshot.facts), len(snapshot.facts))
    flipped = trial.parts[0].rows().collect().to_native()
    assert flipped["before"].to_list() == ["met"] * len(snapshot.facts)  # though no industry is on record any more
    assert on_trial(snapshot.taken_on - timedelta(days=1)).decided == 0


def test_clusters_that_came_without_a_plan_stand_beside_those_of_plans():
    entries.approved("old", shape=entries.square(0.01), industrial_land_m2=180 * 2000 / 3, builder="某公司")
    entries.under_review("new", shape=entries.square(north=0.1))
    rows = {row["id"]: row for row in cluster_rows(DAY, clusters_on_record(DAY))}
    assert rows.keys() == {"old", "new"}
    assert rows["old"]["industrial_land_mu"] == pytest.approx(180)
    assert (rows["old"]["names_builder"], rows["old"]["names_operator"]) == (True, None)
    assert [
        (rows[each]["other_clusters_approved"], rows[each]["other_clusters_under_review"]) for each in ("old", "new")
    ] == [(0, 1), (1, 0)]


def test_entered_numbers_hold_on_their_own_days():
    entered = {"notice": NOTICE.number, "name": "max_ancillary_land_share", "source": "99号"}
    EnteredParameter.objects.create(value="0.07", first_day=date(2022, 1, 1), last_day=date(2022, 6, 30), **entered)
    EnteredParameter.objects.create(value="0.10", first_day=date(2022, 7, 1), **entered)
    days = [date(2021, 12, 31), date(2022, 6, 30), date(2022, 7, 1)]
    rows = [
        {"id": str(day), "on": day, "in_park": False, "ancillary_land_mu": 8.0, "total_land_mu": 100.0} for day in days
    ]
    found = judge(table_of_rows(rows, [Site]), NOTICE, parameters=parameters_with_entered(NOTICE)).wide()
    assert found.collect().to_native()["provides_ancillary_land"].to_list() == [None, False, True]


def test_the_command_judges_the_records_and_tries_numbers_out_on_them(tmp_path):
    entries.approved("old", shape=entries.square(0.01), industrial_land_m2=180 * 2000 / 3)
    park = entries.a_park(shape=entries.square(0.05, north=0.2))
    entries.recorded(park, shape=entries.square(north=0.2))
    told = json.loads(CliRunner().invoke(app, ["judge", "--from-records", "--on", "2022-09-01", "--json"]).stdout)
    space = next(count for count in told["counts"] if count["rule"] == "has_enough_industrial_space")
    assert (space["district"], space["unknown"]) == ("梁平区", 1)
    words = ["what-if", "--from-records", "--set", "min_industrial_land_mu=170", "--json"]
    told = json.loads(CliRunner().invoke(app, words).stdout)
    assert [(each["district"], each["before"], each["after"]) for each in told["flips"]] == [
        ("梁平区", "unknown", "met")
    ]
    parks = ["judge", "--from-records", "--subject", "park", "--on", "2022-09-01", "--json"]
    share = next(
        c
        for c in json.loads(CliRunner().invoke(app, parks).stdout)["counts"]
        if c["rule"] == "keeps_share_of_park_land"
    )
    assert (share["met"], share["not_met"]) == (0, 1)


def test_clusters_of_days_before_the_notice_are_left_out_and_counted():
    entries.a_cluster("older", received_on=date(2021, 5, 1), approved_on=date(2021, 6, 1))
    result = CliRunner().invoke(app, ["judge", "--from-records", "--on", "2022-09-01"])
    assert result.exit_code == 2
    assert "1行的日期早于 2021-08-01" in result.stderr
