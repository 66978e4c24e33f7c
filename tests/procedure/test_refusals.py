"""What stands against an act, in sentences that name the clause and the way out."""

from dataclasses import replace
from datetime import date

import pytest

from jijuqu.policy.notices import governing
from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import Refused, advance, missing
from jijuqu.procedure.departments import ASKED, Duty
from jijuqu.procedure.roles import Level, Role
from jijuqu.procedure.standing import Ground
from jijuqu.procedure.states import State
from jijuqu.words.said import say
from jijuqu.words.text import Text
from tests.procedure.standings import DAY, EVERYONE, LAST_DAY, NAMES, TO_DEAL_WITH, at, standing

LATER, TOMORROW = date(2023, 1, 1), date(2022, 3, 2)


def codes(act, *, on_paper=False, **told):
    return [message.code for message in missing(Act(act), standing(**told), on_paper=on_paper)]


def refusal(position, act, roles=EVERYONE, *, on_paper=False, **told):
    with pytest.raises(Refused) as refused:
        advance(position, Act(act), roles, standing(**told), on_paper=on_paper)
    return [say(reason, "zh") for reason in refused.value.reasons]


def test_everything_missing_is_said_at_once():
    told = {"opinions_awaited": NAMES, "expert_report": None, "unexplained_departures": 2}
    assert refusal(at(State.DISTRICT_REVIEW), "submit_to_district", **told) == [
        "待反馈意见：甲、乙（二（三）3）。请催办，或登记其盖章意见或联合审查意见。",
        "尚缺：专家评审意见（二（三）3）。请组织评审，或登记其扫描件。",
        "有2项未达到“原则上”的要求而没有理由（二（三）3）。请逐项填写特殊情况说明。",
    ]


def test_both_joint_reviews_cite_their_own_clause():
    assert "（二（三）3）" in refusal(at(State.DISTRICT_REVIEW), "submit_to_district", opinions_awaited=NAMES)[0]
    assert "（二（三）5）" in refusal(at(State.CITY_REVIEW), "submit_to_city", opinions_awaited=NAMES)[0]


# Papers


def test_the_joint_review_opinion_on_file_stands_for_the_single_ones():
    silent = {
        "unasked_duties": ASKED[Level.CITY],
        "opinions_awaited": NAMES,
        "opinions_unanswered": 1,
        "conflicts_open": 1,
    }
    assert len(codes("submit_to_city", **silent)) == 4
    assert codes("submit_to_city", **silent, joint_opinion_paper=True) == []


def test_it_does_not_stand_for_the_experts():
    assert codes("submit_to_district", on_paper=True, expert_report=None) == ["expert_report_missing"]


def test_the_plan_on_paper_stands_for_contents_boundary_and_bodies_but_not_for_the_clusters():
    bare = {"missing_contents": NAMES, "has_boundary": False, "missing_bodies": NAMES, "clusters": 0}
    assert codes("start_district_review", plan_paper=True, **bare) == ["clusters_unknown"]


@pytest.mark.parametrize("act", [row.act for row in TRANSITIONS.values() if row.on_paper])
def test_every_paper_is_a_scan_with_a_day_that_has_come(act):
    told = TO_DEAL_WITH if act in {Act.ANSWER_OPINION, Act.SETTLE_CONFLICT} else {}
    told = told | ({"ground": Ground.ONLY_IN_PARKS, "clusters_outside_parks": 0} if act is Act.DECLINE else {})
    assert codes(act, on_paper=True, paper_scanned=False, paper_dated_on=None, **told) == [
        "paper_not_scanned",
        "paper_not_dated",
    ]
    assert codes(act, on_paper=True, paper_dated_on=TOMORROW, **told) == ["paper_dated_in_future"]


# Days


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("on_paper", [False, True])
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"on": TOMORROW}, "on_in_future"),
        ({"follows_on": TOMORROW}, "on_before_what_it_follows"),
        ({"earliest_on": TOMORROW}, "on_too_early"),
    ],
)
def test_no_paper_mends_a_day_out_of_sense(act, on_paper, wrong, code):
    assert code in codes(act, on_paper=on_paper, **wrong)


# The last day


@pytest.mark.parametrize(
    ("received_on", "outside", "receives", "declines"),
    [
        (date(2021, 7, 31), 1, False, Ground.BEFORE_FIRST_DAY),
        (date(2021, 8, 1), 1, True, None),
        (date(2022, 12, 31), 1, True, None),
        (date(2023, 1, 1), 1, False, Ground.AFTER_LAST_DAY),
        (date(2023, 1, 1), 0, True, Ground.ONLY_IN_PARKS),
    ],
)
def test_an_application_is_either_received_or_declined_on_the_true_ground(received_on, outside, receives, declines):
    told = {"received_on": received_on, "on": LATER, "today": LATER, "clusters_outside_parks": outside}
    assert (codes("receive", **told) == []) is receives
    assert [ground for ground in Ground if codes("decline", ground=ground, **told) == []] == (
        [declines] if declines else []
    )


def test_the_last_day_is_the_notices_not_the_programs():
    late = {"received_on": LATER, "on": LATER, "today": LATER}
    assert codes("receive", **late, last_day=date(2023, 6, 30)) == []
    assert codes("receive", **late, last_day=None) == []


def test_after_the_last_day_the_refusal_says_so_and_declining_is_what_remains():
    told = {"received_on": LATER, "on": LATER, "today": LATER}
    assert refusal(at(State.APPLIED), "receive", **told) == [
        "2023-01-01收到，受理已于2022-12-31截止，逾期不再受理工业园区之外的规划建设申请（文末）。请办理不予受理。"
    ]
    assert refusal(at(State.APPLIED), "receive", on_paper=True, **told)
    after = advance(at(State.APPLIED), Act.DECLINE, EVERYONE, standing(ground=Ground.AFTER_LAST_DAY, **told))
    assert after.state is State.NOT_ACCEPTED


def test_clusters_may_be_added_to_a_case_until_the_last_day():
    assert codes("resubmit", clusters_added=1, on=LAST_DAY, today=LAST_DAY) == []


# Place and person


def test_an_opinion_after_the_case_was_withdrawn_is_refused():
    assert refusal(at(State.WITHDRAWN), "give_opinion", {Role.REVIEWER}) == [
        "“填写部门意见”只能在“区县联合审查、市级联合审查”时办理，本案现为“已撤回”，请按当前环节办理。"
    ]


def test_the_wrong_role_is_told_whose_act_it_is():
    assert refusal(at(State.CITY_DECISION), "decide", {Role.CITY_OFFICER}) == ["“审定”由市级审定人办理，请转其办理。"]
    assert refusal(at(State.CITY_DECISION), "decide", {Role.DRAFTER}, on_paper=True) == [
        "“审定”的线下件由市级经办、市级审定人登记，请转其登记。"
    ]


def test_the_district_does_not_act_on_the_citys_side():
    assert refusal(at(State.CITY_REVIEW), "ask_department", {Role.DRAFTER}) == [
        "“征求部门意见”由市级经办办理，请转其办理。"
    ]


def test_a_case_is_opened_once_and_before_all_else():
    assert refusal(at(State.READY), "open_case") == ["本案已在“待提出申请”，不能再次“立案”；新的规划请另行立案。"]
    assert refusal(None, "apply") == ["本案尚未立案，请先立案，再办理“提出申请”。"]


def test_an_application_by_letter_is_registered_by_the_letter():
    assert refusal(None, "register_application") == ["“登记来函申请”须凭来函办理，请登记线下件（扫描件、日期）。"]


def test_handing_over_within_a_department_leaves_no_paper():
    assert "没有可以登记的线下件" in refusal(at(State.CITY_REVIEW), "hand_over_opinion", on_paper=True)[0]


def test_a_refusal_can_be_read_by_programmers():
    with pytest.raises(Refused, match=r"decide refused: act_not_in_state"):
        advance(at(State.READY), Act.DECIDE, EVERYONE, standing())


# Words and law


@pytest.mark.parametrize("row", TRANSITIONS.values(), ids=lambda row: row.act)
def test_what_an_act_cites_stands_in_the_notice(row):
    cited = {row.clause_on(Level.DISTRICT), row.clause_on(Level.CITY)} | {need.clause for need in row.needs}
    assert cited - {""} <= set(governing(DAY).clauses)


@pytest.mark.parametrize("row", TRANSITIONS.values(), ids=lambda row: row.act)
def test_every_sentence_is_whole_in_both_languages(row):
    for need in (*needs.ALWAYS, *needs.OF_EVERY_PAPER, *row.needs):
        given = replace(standing(ground=Ground.AFTER_LAST_DAY), unasked_duties=(Duty.PARKS,))
        message = need.missing(given, row.clause)
        chinese, english = say(message, "zh"), say(message, "en")
        assert "（）" not in chinese
        assert "()" not in english
        assert chinese.endswith("。")
        assert english.endswith(".")
        assert "Text(" not in chinese + english


@pytest.mark.parametrize(("level", "clause"), [(Level.DISTRICT, "二（三）3"), (Level.CITY, "二（三）5")])
def test_the_departments_asked_are_those_the_notice_names(level, clause):
    named = "、".join(duty.label.zh for duty in ASKED[level])
    assert f"{named}等部门" in "".join(governing(DAY).clauses[clause].text.split())


def test_names_are_said_in_the_language_asked_for():
    message = missing(Act.SUBMIT_TO_CITY, standing(opinions_awaited=(Text("市生态环境局", "Ecology Bureau"),)))[0]
    assert "Ecology Bureau" in say(message, "en")
    assert "市生态环境局" in say(message, "zh")
