"""What every act needs: each need wanting, and whether the act's own paper stands for it."""

from datetime import date

import pytest

from jijuqu.procedure import needs
from jijuqu.procedure.acts import TRANSITIONS, Act
from jijuqu.procedure.advance import missing
from jijuqu.procedure.departments import Duty
from jijuqu.procedure.experts import Verdict
from jijuqu.procedure.standing import Ground
from tests.procedure.standings import NAMES, TO_DEAL_WITH, standing

LATER, TOMORROW = date(2023, 1, 1), date(2022, 3, 2)


def codes(act, *, on_paper=False, **told):
    return [message.code for message in missing(Act(act), standing(**told), on_paper=on_paper)]


LACKS = [
    # act, what is wrong, what is missing, whether the act's own paper stands for it
    ("open_case", {"drafting_authority_named": False}, "authority_not_named", True),
    ("register_application", {"clusters": 0}, "clusters_unknown", False),
    ("register_application", {"application_letter": False}, "application_letter_missing", True),
    ("enter_from_papers", {"came_on_paper": False}, "plan_is_the_districts", False),
    ("start_district_review", {"clusters": 0}, "clusters_unknown", False),
    ("start_district_review", {"clusters_without_industry": NAMES}, "industry_missing", False),
    ("start_district_review", {"missing_contents": NAMES}, "contents_missing", False),
    ("start_district_review", {"has_boundary": False}, "boundary_missing", False),
    ("start_district_review", {"missing_bodies": NAMES}, "bodies_missing", False),
    ("start_district_review", {"unexplained_departures": 1}, "departures_unexplained", False),
    ("ask_department", {"already_asked": True}, "already_asked", False),
    ("remind_department", {"request_open": False}, "request_not_open", False),
    ("hand_over_opinion", {"request_open": False}, "request_not_open", False),
    ("hand_over_opinion", {"handed_to": " "}, "colleague_not_named", False),
    ("give_opinion", {"request_open": False}, "request_not_open", False),
    ("sign_opinion", {"request_open": False}, "request_not_open", False),
    ("sign_opinion", {"opinion_written": False}, "opinion_not_written", True),
    ("answer_opinion", TO_DEAL_WITH | {"opinions_unanswered": 0}, "no_opinion_to_answer", False),
    ("answer_opinion", TO_DEAL_WITH | {"reason": ""}, "answer_missing", True),
    ("settle_conflict", TO_DEAL_WITH | {"conflicts_open": 0}, "no_conflict_to_settle", False),
    ("settle_conflict", TO_DEAL_WITH | {"reason": ""}, "settlement_missing", True),
    ("convene_experts", {"experts_named": 0}, "experts_not_named", False),
    ("convene_experts", {"experts_in_conflict": NAMES}, "experts_in_conflict", False),
    ("score_plan", {"panel_convened": False}, "panel_not_convened", False),
    ("record_expert_report", {"expert_report": None}, "verdict_missing", False),
    ("record_expert_report", {"panel_convened": False}, "panel_not_convened", True),
    ("record_expert_report", {"experts_in_conflict": NAMES}, "experts_in_conflict", True),
    ("record_expert_report", {"experts_present": 3}, "quorum_missing", True),
    ("record_expert_report", {"report_signed": False}, "report_not_signed", True),
    ("return_to_drafting", {"reason": ""}, "reason_missing", False),
    ("submit_to_district", {"unasked_duties": (Duty.PARKS,)}, "departments_not_asked", True),
    ("submit_to_district", {"opinions_awaited": NAMES}, "opinions_missing", True),
    ("submit_to_district", {"opinions_unanswered": 2}, "opinions_unanswered", True),
    ("submit_to_district", {"conflicts_open": 1}, "conflicts_open", True),
    ("submit_to_district", {"expert_report": None}, "expert_report_missing", False),
    ("submit_to_district", {"expert_report": Verdict.FAIL}, "expert_report_failed", False),
    ("submit_to_district", {"expert_report": Verdict.PASS_WITH_CHANGES}, "expert_changes_missing", False),
    ("submit_to_district", {"unexplained_departures": 1}, "departures_unexplained", False),
    ("approve_by_district", {"unaccepted_departures": 1}, "departures_unaccepted", False),
    ("return_by_district", {"reason": "\n"}, "reason_missing", True),
    ("apply", {"clusters": 0}, "clusters_unknown", False),
    ("apply", {"application_letter": False}, "application_letter_missing", True),
    ("apply", {"district_opinion_attached": False}, "district_opinion_missing", False),
    ("apply", {"expert_opinion_attached": False}, "expert_opinion_missing", False),
    ("apply", {"blocking_findings": 1}, "findings_block", False),
    ("receive", {"clusters": 0}, "clusters_unknown", False),
    ("receive", {"received_on": None}, "receipt_day_missing", False),
    ("receive", {"received_on": TOMORROW}, "receipt_in_future", False),
    ("receive", {"received_on": date(2021, 7, 31)}, "received_early", False),
    ("receive", {"received_on": LATER, "today": LATER}, "received_late", False),
    ("decline", {"clusters": 0}, "clusters_unknown", False),
    ("decline", {"received_on": None}, "receipt_day_missing", False),
    ("decline", {"received_on": TOMORROW}, "receipt_in_future", False),
    ("decline", {"ground": None}, "ground_missing", False),
    ("decline", {"ground": Ground.AFTER_LAST_DAY}, "ground_untrue", False),
    ("decline", {"ground": Ground.BEFORE_FIRST_DAY}, "ground_untrue", False),
    ("decline", {"ground": Ground.ONLY_IN_PARKS}, "ground_untrue", False),
    ("request_correction", {"correction_items": 0}, "correction_empty", True),
    ("request_correction", {"correction_items_incomplete": 1}, "correction_incomplete", True),
    ("resubmit", {"clusters": 0}, "clusters_unknown", False),
    ("resubmit", {"correction_items_open": 1}, "correction_unanswered", True),
    ("resubmit", {"clusters_added": 1, "on": LATER, "today": LATER}, "clusters_added_late", False),
    ("start_city_review", {"district_opinion_attached": False}, "district_opinion_missing", False),
    ("start_city_review", {"expert_opinion_attached": False}, "expert_opinion_missing", False),
    ("submit_to_city", {"unasked_duties": (Duty.ECOLOGY,)}, "departments_not_asked", True),
    ("submit_to_city", {"opinions_awaited": NAMES}, "opinions_missing", True),
    ("submit_to_city", {"opinions_unanswered": 1}, "opinions_unanswered", True),
    ("submit_to_city", {"conflicts_open": 1}, "conflicts_open", True),
    ("return_by_city", {"reason": ""}, "reason_missing", True),
    ("decide", {"clusters": 0}, "clusters_unknown", False),
    ("decide", {"undecided_clusters": NAMES}, "clusters_undecided", False),
    ("decide", {"refusals_without_reason": 1}, "refusals_without_reason", False),
    ("decide", {"blocking_findings": 1}, "findings_block", False),
    ("decide", {"unaccepted_departures": 1}, "departures_unaccepted", False),
    ("register_reply", {"letter_number": ""}, "letter_not_numbered", False),
    ("register_reply", {"letter_signed_on": None}, "letter_not_signed", True),
    ("register_reply", {"letter_signed_on": TOMORROW}, "letter_signed_in_future", False),
    ("register_reply", {"letter_signed_on": date(2022, 2, 28)}, "reply_before_decision", False),
    ("register_reply", {"letter_scanned": False}, "letter_not_scanned", True),
    ("register_letter", {"letter_number": ""}, "letter_not_numbered", False),
    ("register_letter", {"letter_signed_on": None}, "letter_not_signed", True),
    ("register_letter", {"letter_signed_on": TOMORROW}, "letter_signed_in_future", False),
    ("register_letter", {"letter_scanned": False}, "letter_not_scanned", True),
    ("accept_exception", {"reason": ""}, "justification_missing", True),
    ("accept_exception", {"accepted_by": ""}, "acceptor_not_named", False),
    ("extend", {"reason": ""}, "reason_missing", True),
    ("extend", {"extension_days": 0}, "extension_not_days", False),
    ("extend", {"extension_days": 367}, "extension_not_days", False),
    ("suspend", {"reason": ""}, "reason_missing", True),
    ("withdraw", {"reason": ""}, "reason_missing", True),
]


@pytest.mark.parametrize(("act", "wrong", "code", "proved"), LACKS)
def test_an_act_says_what_it_lacks_unless_its_paper_proves_it(act, wrong, code, proved):
    assert code in codes(act, **wrong)
    assert (code in codes(act, on_paper=True, **wrong)) is not proved


def test_every_need_of_every_act_is_in_the_table_above():
    assert {(act, code) for act, _, code, _ in LACKS} == {
        (row.act.value, need.code) for row in TRANSITIONS.values() for need in row.needs
    }


@pytest.mark.parametrize("act", sorted(set(Act) - {Act.DECLINE, Act.ANSWER_OPINION, Act.SETTLE_CONFLICT}))
@pytest.mark.parametrize("on_paper", [False, True])
def test_nothing_is_missing_where_nothing_is_wanting(act, on_paper):
    assert codes(act, on_paper=on_paper) == []


def all_needs():
    return {need for need in vars(needs).values() if isinstance(need, needs.Need)}


def test_every_need_is_used():
    used = {need for row in TRANSITIONS.values() for need in row.needs}
    assert all_needs() == used | set(needs.ALWAYS) | set(needs.OF_EVERY_PAPER)


@pytest.mark.parametrize("row", TRANSITIONS.values(), ids=lambda row: row.act)
def test_a_paper_proves_only_what_its_act_needs(row):
    assert set(row.paper_proves) <= set(row.needs)
