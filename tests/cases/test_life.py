"""A case from the district's first draft to the commission's letter, act by act."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.models import Outcome
from jijuqu.procedure.states import State
from tests.cases import lives

pytestmark = pytest.mark.django_db


def test_a_plan_is_reviewed_approved_applied_for_decided_and_answered():
    case = lives.answered(lives.cast())
    assert (case.state, case.outcome, case.closed_on) == (State.ANSWERED, Outcome.APPROVED, date(2022, 4, 6))
    entry = case.clusters.get().entry
    assert entry.name_zh == "梁平区智能家居中小企业集聚区"
    assert entry.reply.number == "渝经信函〔2022〕5号"


def test_every_submission_and_decision_left_a_snapshot_of_its_findings():
    case = lives.decided(lives.cast(), clusters=2, refused=(2,))
    acts = [each.act for each in case.snapshots.all()]
    assert acts == [
        "start_district_review", "submit_to_district", "approve_by_district", "apply", "receive", "resubmit",
        "start_city_review", "decide",
    ]  # fmt: skip
    last = case.snapshots.last()
    assert last.notice == "渝经信规范〔2021〕5号"
    assert {each["rule"]: each["outcome"] for each in last.findings[0]}["city_reviews_jointly"] == "met"
    assert case.outcome == Outcome.PARTLY
    assert [cluster.entry is None for cluster in case.clusters.all()] == [False, True]
