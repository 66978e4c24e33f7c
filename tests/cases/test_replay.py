"""Past decisions are asked again with the notice, facts and limits of their day."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import reviewing
from jijuqu.cases.queries import whole
from jijuqu.cases.replay import replay
from tests.cases import people
from tests.cases.builders import a_draft, by, complete

pytestmark = pytest.mark.django_db


@pytest.fixture
def snapshot():
    drafter = people.drafter()
    case = complete(a_draft(drafter, clusters=2), drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    reviewing.start_district_review(case.pk, asked, by(drafter, date(2022, 3, 2)))
    return whole(case.pk).snapshots.get()


def test_a_snapshot_asked_again_comes_out_the_same(snapshot):
    assert len(snapshot.facts) == 2
    assert replay(snapshot) == []


def test_a_frozen_fact_that_was_changed_since_shows_in_the_findings_it_decides(snapshot):
    snapshot.facts[1]["facts"]["industrial_land_mu"] = 120.0
    changed = replay(snapshot)
    assert [(each.cluster, each.rule) for each in changed] == [(2, "has_enough_industrial_space")]
    assert changed[0].frozen["outcome"] == "met"
    assert changed[0].again["outcome"] == "unknown"  # industrial floor would do instead
    assert changed[0].again["short_by"] == pytest.approx(80)


def test_a_limit_of_that_day_holds_whatever_it_is_today(snapshot):
    snapshot.facts[0]["limits"]["min_industrial_land_mu"] = 300
    assert {each.rule for each in replay(snapshot)} == {"has_enough_industrial_space"}
