"""Thousands of random histories against a small model of the procedure written apart from the table of acts."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jijuqu.procedure.acts import Act
from jijuqu.procedure.advance import Refused, advance, allowed
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.roles import Role
from jijuqu.procedure.standing import Ground
from jijuqu.procedure.states import FINAL, Position, State
from tests.procedure.standings import EVERYONE, LAST_DAY, TO_DEAL_WITH, standing

# state: act → where it leads. "=" stays, "<" goes back to where it came from.
REVIEWING = dict.fromkeys(
    "ask_department remind_department hand_over_opinion give_opinion sign_opinion answer_opinion settle_conflict".split(),
    "=",
)
PAUSING = {"suspend": "suspended", "extend": "=", "accept_exception": "="}
DISTRICTS = {"record_eia": "=", "add_material": "=", "withdraw": "withdrawn"}
FROM_PAPERS = {"enter_from_papers": "="}
LETTERS = {"register_letter": "="}
MODEL = {
    "": {"open_case": "drafting"},
    "drafting": {
        "edit_plan": "=", "start_district_review": "district_review", "suspend": "suspended", "accept_exception": "=",
        **DISTRICTS, **LETTERS,
    },
    "district_review": {
        **REVIEWING, **PAUSING, **DISTRICTS, **LETTERS, "convene_experts": "=", "score_plan": "=",
        "edit_plan": "=", "record_expert_report": "=", "return_to_drafting": "drafting", "submit_to_district": "district_decision",
    },
    "district_decision": {
        **PAUSING, **DISTRICTS, **LETTERS, "approve_by_district": "ready", "return_by_district": "drafting",
    },
    "ready": {**DISTRICTS, **LETTERS, "apply": "applied"},
    "applied": {**FROM_PAPERS, **DISTRICTS, **LETTERS, "receive": "received", "decline": "not_accepted"},
    "received": {
        **FROM_PAPERS, **PAUSING, **DISTRICTS, **LETTERS, "request_correction": "correction", "start_city_review": "city_review",
    },
    "correction": {
        **DISTRICTS, **LETTERS, "suspend": "suspended", "extend": "=", "edit_plan": "=", "resubmit": "<",
    },
    "city_review": {
        **FROM_PAPERS, **REVIEWING, **PAUSING, **DISTRICTS, **LETTERS, "request_correction": "correction",
        "submit_to_city": "city_decision",
    },
    "city_decision": {**PAUSING, **DISTRICTS, **LETTERS, "return_by_city": "city_review", "decide": "decided"},
    "decided": {**LETTERS, "record_eia": "=", "add_material": "=", "register_reply": "answered"},
    "answered": LETTERS,
    "not_accepted": LETTERS,
    "withdrawn": {},
    "suspended": {"resume": "<", "withdraw": "withdrawn"},
}  # fmt: skip
# What may be wrong: the fields, the acts it stops, and whether their paper heals it.
FLAWS = [
    ({}, "", False),
    ({}, "", False),
    ({"clusters": 0}, "start_district_review apply receive decline resubmit decide", False),
    ({"opinions_awaited": ("甲",)}, "submit_to_district submit_to_city", True),
    ({"blocking_findings": 1}, "apply decide", False),
    ({"unexplained_departures": 1}, "start_district_review submit_to_district", False),
    ({"unaccepted_departures": 1}, "approve_by_district decide", False),
    ({"district_opinion_attached": False}, "apply start_city_review", False),
    ({"accepted_by": ""}, "accept_exception", False),
]


class History(RuleBasedStateMachine):
    """One case, everybody with a part in it, and days that only go forward."""

    def __init__(self):
        super().__init__()
        self.position: Position | None = None
        self.way: list[str] = []  # of the model: the state, below it what it goes back to
        self.today = date(2022, 1, 10)
        self.verdict = None
        self.received_on = None

    @initialize(days=st.integers(0, 700))
    def begins_on_some_day(self, days):
        self.today += timedelta(days)

    @rule(days=st.integers(1, 60))
    def days_go_by(self, days):
        self.today += timedelta(days)

    @rule(
        data=st.data(),
        paper=st.booleans(),
        flaw=st.sampled_from(FLAWS),
        verdict=st.sampled_from([*Verdict, Verdict.PASS]),
    )
    def everybody_does_something_possible(self, data, paper, flaw, verdict):
        possible = sorted(MODEL[self.state])
        if possible:
            self.does(data.draw(st.sampled_from(possible)), EVERYONE, paper, flaw, verdict)

    @rule(act=st.sampled_from(Act), role=st.sampled_from(Role), paper=st.booleans(), flaw=st.sampled_from(FLAWS))
    def somebody_tries_something(self, act, role, paper, flaw):
        if act is not Act.REGISTER_APPLICATION:
            self.does(act.value, {role}, paper, flaw, Verdict.PASS)

    def does(self, act, roles, paper, flaw, verdict):
        wrong, stops, healed = flaw
        report = verdict if act == "record_expert_report" else self.verdict
        late = self.today > LAST_DAY
        given = standing(
            on=self.today, today=self.today, follows_on=self.today, paper_dated_on=self.today, received_on=self.today,
            letter_signed_on=self.today, expert_report=report, changes_made_after_experts="已修改",
            ground=Ground.AFTER_LAST_DAY, **to_deal_with(act), **wrong,
        )  # fmt: skip
        stopped = act in stops.split() and not (paper and healed)
        stopped |= {"receive": late, "decline": not late, "submit_to_district": report in {None, Verdict.FAIL}}.get(
            act, False
        )
        # Whose act it is stands in test_allowed_acts.
        possible = act in MODEL[self.state] and Act(act) in allowed(self.position, roles, on_paper=paper)
        if stopped or not possible:
            with pytest.raises(Refused):
                advance(self.position, Act(act), roles, given, on_paper=paper)
        else:
            self.position = advance(self.position, Act(act), roles, given, on_paper=paper)
            self.follows(act, report)

    def follows(self, act, report):
        """The same step in the model."""
        if act == "receive":
            self.received_on = self.today
        self.verdict = report
        to = MODEL[self.state][act]
        if act == "record_expert_report" and report is Verdict.FAIL:
            to = "drafting"
        if to == "=":
            return
        if to in {"suspended", "correction"}:
            self.way.append(to)
        elif to == "<":
            self.way.pop()
        else:
            self.way = [to]

    @property
    def state(self):
        return self.way[-1] if self.way else ""

    @invariant()
    def the_case_stands_where_the_model_stands(self):
        assert (self.position.state if self.position else "") == self.state
        back = self.position.returns_to if self.position else None
        assert back == (self.way[-2] if len(self.way) > 1 else None)

    @invariant()
    def what_the_city_works_on_was_received_in_time(self):
        worked_on = {"received", "correction", "city_review", "city_decision", "decided", "answered"}
        if self.state in worked_on:
            assert self.received_on <= LAST_DAY

    @invariant()
    def nothing_passes_the_district_that_the_experts_failed(self):
        if self.state in {"district_decision", "ready", "applied"}:
            assert self.verdict in {Verdict.PASS, Verdict.PASS_WITH_CHANGES}


def to_deal_with(act):
    return TO_DEAL_WITH if act in {"answer_opinion", "settle_conflict"} else {}


TestHistories = History.TestCase
TestHistories.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)


def reachable(start, roles, *, on_paper):
    """Every position that people with these roles can bring a case to, when nothing is wanting."""
    seen, ahead = {start}, [start]
    while ahead:
        position = ahead.pop()
        for act in allowed(position, roles, on_paper=on_paper):
            ground = {"ground": Ground.ONLY_IN_PARKS, "clusters_outside_parks": 0} if act is Act.DECLINE else {}
            after = advance(position, act, roles, standing(**ground, **to_deal_with(act)), on_paper=on_paper)
            if after not in seen:
                seen.add(after)
                ahead.append(after)
    return seen


def test_every_state_can_be_come_to():
    positions = reachable(None, EVERYONE, on_paper=False) - {None}
    assert {position.state for position in positions} == set(State)
    assert len([p for p in positions if p.state is State.SUSPENDED]) == 8  # a correction is suspended from two


def test_from_everywhere_one_city_officer_with_papers_alone_comes_to_every_end():
    for position in reachable(None, EVERYONE, on_paper=True) - {None}:
        ends = {p.state for p in reachable(position, {Role.CITY_OFFICER}, on_paper=True) if p.state in FINAL}
        if position.state not in FINAL:
            assert State.ANSWERED in ends
