"""For every state the complete set of acts each role may do, written out."""

import pytest

from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import allowed
from jijuqu.procedure.roles import Role
from jijuqu.procedure.states import FINAL, State
from tests.procedure.standings import EVERYONE, at

REVIEW = "ask_department remind_department answer_opinion settle_conflict"
OPINIONS_ON_PAPER = f"{REVIEW} give_opinion sign_opinion"
EXPERTS_ON_PAPER = "convene_experts score_plan record_expert_report"
ALLOWED = {
    "drafting": {
        "drafter": "edit_plan add_material record_eia start_district_review register_letter suspend withdraw",
        "district_leader": "accept_exception withdraw",
    },
    "district_review": {
        "drafter": f"edit_plan add_material record_eia {REVIEW} convene_experts record_expert_report return_to_drafting submit_to_district "
        "register_letter extend suspend withdraw",
        "district_leader": "accept_exception withdraw",
        "reviewer": "hand_over_opinion give_opinion",
        "signatory": "hand_over_opinion sign_opinion",
        "expert": "score_plan",
    },
    "district_decision": {
        "drafter": "add_material record_eia register_letter extend suspend withdraw",
        "district_leader": "approve_by_district return_by_district accept_exception withdraw",
    },
    "ready": {"drafter": "add_material record_eia apply register_letter withdraw", "district_leader": "apply withdraw"},
    "applied": {
        "drafter": "record_eia withdraw",
        "district_leader": "withdraw",
        "city_officer": "enter_from_papers add_material receive decline register_letter",
    },
    "received": {
        "drafter": "record_eia withdraw",
        "district_leader": "withdraw",
        "city_officer": "enter_from_papers add_material request_correction start_city_review register_letter extend "
        "suspend",
        "city_leader": "accept_exception",
    },
    "correction": {
        "drafter": "edit_plan record_eia resubmit withdraw",
        "district_leader": "withdraw",
        "city_officer": "add_material register_letter extend suspend",
    },
    "city_review": {
        "drafter": "record_eia withdraw",
        "district_leader": "withdraw",
        "reviewer": "hand_over_opinion give_opinion",
        "signatory": "hand_over_opinion sign_opinion",
        "city_officer": f"enter_from_papers add_material {REVIEW} request_correction submit_to_city register_letter "
        "extend suspend",
        "city_leader": "accept_exception",
    },
    "city_decision": {
        "drafter": "record_eia withdraw",
        "district_leader": "withdraw",
        "city_officer": "add_material register_letter extend suspend",
        "city_leader": "return_by_city decide accept_exception",
    },
    "decided": {"drafter": "record_eia", "city_officer": "add_material register_reply register_letter"},
    "answered": {"city_officer": "register_letter"},
    "not_accepted": {"city_officer": "register_letter"},
    "withdrawn": {},
    "suspended": {"drafter": "resume withdraw", "district_leader": "withdraw"},  # on the district's side
}
# With a paper the case's own officers stand in for everybody whose act leaves a paper.
ON_PAPER = {
    "drafting": (
        "drafter",
        "edit_plan add_material record_eia start_district_review register_letter accept_exception suspend withdraw",
    ),
    "district_review": (
        "drafter", (f"edit_plan add_material record_eia {OPINIONS_ON_PAPER} {EXPERTS_ON_PAPER} return_to_drafting submit_to_district "
                    "register_letter accept_exception extend suspend withdraw"),
    ),
    "district_decision": (
        "drafter",
        ("add_material record_eia approve_by_district return_by_district register_letter accept_exception extend "
         "suspend withdraw"),
    ),
    "ready": ("drafter", "add_material record_eia apply register_letter withdraw"),
    "applied": ("city_officer", "enter_from_papers add_material receive decline register_letter"),
    "received": (
        "city_officer",
        ("enter_from_papers add_material request_correction start_city_review register_letter accept_exception extend "
         "suspend"),
    ),
    "correction": ("city_officer", "add_material register_letter extend suspend"),
    "city_review": (
        "city_officer", (f"enter_from_papers add_material {OPINIONS_ON_PAPER} request_correction submit_to_city "
                         "register_letter accept_exception extend suspend"),
    ),
    "city_decision": (
        "city_officer", "add_material return_by_city decide register_letter accept_exception extend suspend",
    ),
    "decided": ("city_officer", "add_material register_reply register_letter"),
    "answered": ("city_officer", "register_letter"),
    "not_accepted": ("city_officer", "register_letter"),
    "withdrawn": ("city_officer", ""),
    "suspended": ("drafter", "resume withdraw"),
}  # fmt: skip
DISTRICT_ON_PAPER = {  # what a district's paper still does once the case is on the city's side
    "applied": "record_eia withdraw", "received": "record_eia withdraw",
    "correction": "edit_plan record_eia resubmit withdraw", "city_review": "record_eia withdraw",
    "city_decision": "record_eia withdraw", "decided": "record_eia",
}  # fmt: skip


def acts(words):
    return {Act(word) for word in words.split()}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("state", State)
def test_every_role_may_do_exactly_this_in_every_state(state, role):
    assert set(allowed(at(state), {role})) == acts(ALLOWED[state].get(role, ""))


@pytest.mark.parametrize("state", State)
def test_the_sides_officer_may_do_exactly_this_on_paper(state):
    role, words = ON_PAPER[state]
    assert set(allowed(at(state), {role}, on_paper=True)) == acts(words) | (
        acts(DISTRICT_ON_PAPER.get(state, "")) if role == "city_officer" else set()
    )


@pytest.mark.parametrize("state", State)
def test_on_paper_the_city_officer_alone_may_do_what_anybody_may(state):
    everything = {act for act in allowed(at(state), EVERYONE, on_paper=True) if act is not Act.HAND_OVER_OPINION}
    assert set(allowed(at(state), {Role.CITY_OFFICER}, on_paper=True)) == everything


@pytest.mark.parametrize("state", State)
def test_on_paper_a_drafter_never_does_the_citys_acts(state):
    on_the_citys_side = at(state).side == "city"
    expected = acts(DISTRICT_ON_PAPER.get(state, "")) if on_the_citys_side else acts(ON_PAPER.get(state, ("", ""))[1])
    assert set(allowed(at(state), {Role.DRAFTER}, on_paper=True)) == expected


def test_a_case_begins_with_the_drafter_or_with_a_letter_to_the_city():
    assert {role for role in Role if allowed(None, {role})} == {Role.DRAFTER}
    assert allowed(None, {Role.DRAFTER}) == (Act.OPEN_CASE,)
    assert allowed(None, {Role.DRAFTER}, on_paper=True) == (Act.OPEN_CASE,)
    assert allowed(None, {Role.CITY_OFFICER}, on_paper=True) == (Act.OPEN_CASE, Act.REGISTER_APPLICATION)


@pytest.mark.parametrize("suspended_from", ["received", "correction", "city_review", "city_decision"])
def test_what_the_city_suspended_the_city_resumes(suspended_from):
    position = at(State.SUSPENDED, suspended_from=State(suspended_from))
    assert allowed(position, {Role.CITY_OFFICER}) == (Act.RESUME,)
    assert set(allowed(position, {Role.DRAFTER})) == acts("withdraw")


def test_in_a_final_state_only_the_letter_about_it_is_left():
    assert {act for state in FINAL for act in allowed(at(state), EVERYONE)} == {Act.REGISTER_LETTER}


def test_administrators_have_no_part_in_any_case():
    administrators = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR}
    assert not any(allowed(at(state), administrators, on_paper=paper) for state in State for paper in (True, False))


def test_acts_come_in_the_order_of_the_procedure():
    order = list(Act)
    found = allowed(at(State.DISTRICT_REVIEW), EVERYONE)
    assert list(found) == sorted(found, key=order.index)
