"""Where each act leads, and what is remembered on the way."""

import pytest

from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import advance, allowed
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.states import CORRECTED_FROM, FINAL, SUSPENDED_FROM, Position, State
from tests.procedure.standings import EVERYONE, TO_DEAL_WITH, at, standing

MOVES = [
    ("drafting", "start_district_review", "district_review"),
    ("district_review", "return_to_drafting", "drafting"),
    ("district_review", "submit_to_district", "district_decision"),
    ("district_decision", "approve_by_district", "ready"),
    ("district_decision", "return_by_district", "drafting"),
    ("ready", "apply", "applied"),
    ("applied", "receive", "received"),
    ("received", "start_city_review", "city_review"),
    ("received", "request_correction", "correction"),
    ("city_review", "request_correction", "correction"),
    ("city_review", "submit_to_city", "city_decision"),
    ("city_decision", "return_by_city", "city_review"),
    ("city_decision", "decide", "decided"),
    ("decided", "register_reply", "answered"),
]  # fmt: skip
STAYING = """enter_from_papers edit_plan add_material record_eia ask_department remind_department hand_over_opinion give_opinion sign_opinion
answer_opinion settle_conflict convene_experts score_plan record_expert_report register_letter accept_exception
extend""".split()


def after(position, *acts, **told):
    """The position after acts that nothing stands against."""
    for act in acts:
        given = told | (TO_DEAL_WITH if act in {"answer_opinion", "settle_conflict"} else {})
        position = advance(position, Act(act), EVERYONE, standing(**given))
    return position


@pytest.mark.parametrize(("source", "act", "target"), MOVES)
def test_an_act_leads_to_its_state(source, act, target):
    assert after(at(State(source)), act).state == target


def test_every_other_act_stays_returns_or_ends():
    moving = {act for _, act, _ in MOVES}
    others = "open_case register_application decline resubmit withdraw suspend resume".split()
    assert moving.isdisjoint(STAYING)
    assert moving | set(STAYING) | set(others) == set(Act)


@pytest.mark.parametrize("act", STAYING)
def test_work_on_a_case_leaves_it_where_it_stands(act):
    where = [at(state) for state in State if act in allowed(at(state), EVERYONE)]
    assert where
    assert [after(position, act) for position in where] == where


def test_the_ordinary_way_from_plan_to_reply():
    assert after(
        None, "open_case", "edit_plan", "start_district_review", "give_opinion", "sign_opinion", "convene_experts",
        "record_expert_report", "submit_to_district", "approve_by_district", "apply", "receive", "request_correction",
        "edit_plan", "resubmit", "start_city_review", "give_opinion", "sign_opinion", "answer_opinion",
        "submit_to_city", "decide", "register_reply",
    ) == Position(State.ANSWERED)  # fmt: skip


@pytest.mark.parametrize("came_from", sorted(CORRECTED_FROM))
def test_a_correction_goes_back_to_where_it_was_asked_for(came_from):
    position = after(at(came_from), "request_correction")
    assert (position.state, position.returns_to) == (State.CORRECTION, came_from)
    assert after(position, "edit_plan", "resubmit") == Position(came_from)


@pytest.mark.parametrize("state", sorted(SUSPENDED_FROM))
def test_a_suspension_goes_back_to_where_it_was(state):
    suspended = after(at(state), "suspend")
    assert (suspended.state, suspended.returns_to, suspended.side) == (State.SUSPENDED, state, at(state).side)
    assert after(suspended, "resume") == at(state)


@pytest.mark.parametrize("came_from", sorted(CORRECTED_FROM))
def test_a_suspended_correction_remembers_both(came_from):
    position = after(at(came_from), "request_correction", "suspend", "resume")
    assert (position.state, position.returns_to) == (State.CORRECTION, came_from)
    assert after(position, "resubmit") == Position(came_from)


@pytest.mark.parametrize("state", sorted(set(State) - FINAL - {State.DECIDED}))
def test_a_case_can_be_withdrawn_until_it_is_decided(state):
    assert after(at(state), "withdraw") == Position(State.WITHDRAWN)


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (Verdict.PASS, State.DISTRICT_REVIEW),
        (Verdict.PASS_WITH_CHANGES, State.DISTRICT_REVIEW),
        (Verdict.FAIL, State.DRAFTING),
    ],
)
def test_a_plan_that_the_experts_fail_goes_back_to_drafting(verdict, state):
    assert after(at(State.DISTRICT_REVIEW), "record_expert_report", expert_report=verdict).state is state


def test_planning_eia_never_holds_anything_up():
    way = "start_district_review submit_to_district approve_by_district apply receive start_city_review".split()
    position = at(State.DRAFTING)
    for act in way:
        assert after(position, "record_eia") == position
        position = after(position, act)


@pytest.mark.parametrize(
    ("state", "corrected_from", "suspended_from"),
    [
        ("correction", None, None),
        ("correction", "drafting", None),
        ("received", "city_review", None),
        ("suspended", None, None),
        ("suspended", None, "correction"),
        ("suspended", None, "applied"),
        ("suspended", "received", "city_review"),
        ("drafting", None, "drafting"),
        ("answered", None, "decided"),
    ],
)
def test_a_position_that_cannot_be_is_refused(state, corrected_from, suspended_from):
    with pytest.raises(ValueError, match="must be one of"):
        Position(State(state), corrected_from and State(corrected_from), suspended_from and State(suspended_from))


def test_what_goes_back_to_nothing_does_not_return():
    with pytest.raises(ValueError, match="goes back to nothing"):
        Position(State.DRAFTING).returned()
