"""The swim-lane as it follows from the table of acts."""

import pytest

from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.lanes import AT_ANY_TIME, Lane, PublicStage, Way, edges, public_edges, public_stage, stages
from jijuqu.procedure.states import FINAL, State
from tests.procedure.standings import at


def test_every_state_lies_in_the_lane_of_who_takes_it_further():
    assert [(stage.state.value, stage.lane.value, [str(lane) for lane in stage.shared_with]) for stage in stages()] == [
        ("drafting", "drafting_authority", []),
        ("district_review", "drafting_authority", ["district_departments", "experts"]),
        ("district_decision", "district_government", []),
        ("ready", "district_government", ["drafting_authority"]),
        ("applied", "city_commission", []),
        ("received", "city_commission", []),
        ("correction", "drafting_authority", []),
        ("city_review", "city_commission", ["city_departments"]),
        ("city_decision", "city_commission", []),
        ("decided", "city_commission", []),
        ("answered", "city_commission", []),
        ("not_accepted", "city_commission", []),
    ]


def test_every_lane_has_somebody_at_work():
    assert {lane for stage in stages() for lane in (stage.lane, *stage.shared_with)} == set(Lane)


def test_edges_lead_on_back_aside_and_out():
    found = {
        way: {(edge.act.value, edge.source, edge.target.value) for edge in edges() if edge.way is way} for way in Way
    }
    assert found[Way.BACK] == {
        ("record_expert_report", "district_review", "drafting"),
        ("return_to_drafting", "district_review", "drafting"),
        ("return_by_district", "district_decision", "drafting"),
        ("return_by_city", "city_decision", "city_review"),
    }
    assert found[Way.ASIDE] == {
        ("request_correction", "received", "correction"),
        ("request_correction", "city_review", "correction"),
        ("resubmit", "correction", "received"),
        ("resubmit", "correction", "city_review"),
    }
    assert found[Way.OUT] == {("decline", "applied", "not_accepted")}
    assert len(found[Way.ON]) == 11


def test_every_act_that_moves_a_case_is_drawn_or_happens_at_any_time():
    drawn = {edge.act for edge in edges()}
    moving = {row.act for row in TRANSITIONS.values() if row.failing_to or row.to.value != "stay"}
    assert drawn == moving - AT_ANY_TIME
    assert {Act.SUSPEND, Act.RESUME, Act.WITHDRAW} < AT_ANY_TIME


def test_the_way_on_goes_from_the_plan_to_the_reply():
    ahead = {edge.source: edge.target for edge in edges() if edge.way is Way.ON and edge.source}
    way = [State.DRAFTING]
    while way[-1] in ahead:
        way.append(ahead[way[-1]])
    assert way == [
        "drafting", "district_review", "district_decision", "ready", "applied", "received", "city_review",
        "city_decision", "decided", "answered",
    ]  # fmt: skip


def test_the_public_sees_five_stages_and_an_end():
    assert [(one.value, other.value) for one, other in public_edges()] == [
        ("planning", "district_review"),
        ("district_review", "planning"),
        ("district_review", "application"),
        ("application", "ended"),
        ("application", "city_review"),
        ("city_review", "answered"),
    ]


@pytest.mark.parametrize("state", State)
def test_every_position_has_a_public_stage(state):
    assert public_stage(at(state)) in PublicStage


def test_the_public_learns_a_decision_only_with_the_reply():
    assert public_stage(at(State.DECIDED)) is public_stage(at(State.CITY_DECISION)) is PublicStage.CITY_REVIEW
    assert public_stage(at(State.ANSWERED)) is PublicStage.ANSWERED


@pytest.mark.parametrize("came_from", ["received", "city_review"])
def test_a_corrected_or_suspended_case_shows_the_stage_it_goes_back_to(came_from):
    state = State(came_from)
    expected = public_stage(at(state))
    assert public_stage(at(State.CORRECTION, corrected_from=state)) is expected
    assert public_stage(at(State.SUSPENDED, suspended_from=state)) is expected
    assert public_stage(at(State.SUSPENDED, suspended_from=State.CORRECTION, corrected_from=state)) is expected


def test_nothing_leads_on_from_an_end():
    assert {edge.source for edge in edges()}.isdisjoint(FINAL)
