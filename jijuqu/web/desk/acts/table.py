"""The one table of the desk: how every act of the procedure is done there, in the procedure's own order.

Acts that are missing here have pages of their own: a case is opened and an application on paper registered before
there is a case to stand on (`desk.new_case`), and the plan is written part by part (`desk.acts.parts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from jijuqu.cases.actions import city as city_actions
from jijuqu.cases.actions import district as district_actions
from jijuqu.cases.actions import running as running_actions
from jijuqu.cases.models import FileKind
from jijuqu.procedure.acts import Act
from jijuqu.web.desk.acts import city, district, experts, letters, materials, reviewing, running
from jijuqu.web.desk.acts.asked import ActPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jijuqu.cases.actions.step import Hand
    from jijuqu.web.desk.acts.asked import Said


def _by_case(action: Callable[[int, Hand], object]) -> Callable[[Said, Hand], object]:
    """Do an act that asks for nothing but the case and the hand."""
    return lambda said, hand: action(said.case.pk, hand)


BY_CLAUSE = _("分条意见：针对具体条款的，一条一项；没有的不填。")
ALL_AT_ONCE = _("逐项列明，所有事项一次提出；没有写的项不算。核查中不符合的已先列出，可改可删。")
STAMPED_OPINION = ActPage(
    reviewing.sign_opinion, reviewing.Opinion, reviewing.OpinionRow, spare_rows=3, rows_title=BY_CLAUSE
)

# fmt: off
PAGES: Mapping[Act, ActPage] = {
    Act.ADD_MATERIAL: ActPage(materials.add, materials.Material, back_to="case-materials"),
    Act.RECORD_EIA: ActPage(running.record_eia, running.Eia, back_to="case-plan"),
    Act.START_DISTRICT_REVIEW: ActPage(reviewing.start_district_review, reviewing.StartReview),
    Act.ASK_DEPARTMENT: ActPage(reviewing.ask_department, reviewing.AskDepartment, back_to="case-opinions"),
    Act.REMIND_DEPARTMENT: ActPage(reviewing.remind, reviewing.Remind, back_to="case-opinions"),
    Act.HAND_OVER_OPINION: ActPage(reviewing.hand_over, reviewing.HandOver, back_to="case-opinions"),
    Act.GIVE_OPINION: ActPage(reviewing.give_opinion, reviewing.Opinion, reviewing.OpinionRow, reviewing.drafted_rows,
                              spare_rows=3, back_to="case-opinions", rows_title=BY_CLAUSE),
    Act.SIGN_OPINION: ActPage(reviewing.sign_opinion, reviewing.SignOpinion, back_to="case-opinions",
                              by_paper=STAMPED_OPINION),
    Act.ANSWER_OPINION: ActPage(reviewing.answer_opinions, row=reviewing.AnswerRow,
                                first_rows=reviewing.remarks_to_answer, back_to="case-opinions"),
    Act.SETTLE_CONFLICT: ActPage(reviewing.settle, reviewing.Settle, back_to="case-opinions"),
    Act.CONVENE_EXPERTS: ActPage(experts.convene, experts.Convene),
    Act.SCORE_PLAN: ActPage(experts.score, experts.Score),
    Act.RECORD_EXPERT_REPORT: ActPage(experts.record_report, experts.Report,
                                      files_paper_as=FileKind.EXPERT_OPINION),
    Act.RETURN_TO_DRAFTING: ActPage(_by_case(district_actions.return_to_drafting)),
    Act.SUBMIT_TO_DISTRICT: ActPage(district.submit, district.Submit, files_paper_as=FileKind.JOINT_OPINION),
    Act.APPROVE_BY_DISTRICT: ActPage(_by_case(district_actions.approve_by_district)),
    Act.RETURN_BY_DISTRICT: ActPage(_by_case(district_actions.return_by_district)),
    Act.APPLY: ActPage(_by_case(district_actions.apply), files_paper_as=FileKind.APPLICATION),
    Act.RECEIVE: ActPage(city.receive, city.Receive),
    Act.DECLINE: ActPage(city.decline, city.Decline, is_grave=True),
    Act.REQUEST_CORRECTION: ActPage(city.request_correction, row=city.Item, first_rows=city.against_clusters,
                                    spare_rows=3, back_to="case-materials", rows_title=ALL_AT_ONCE),
    Act.RESUBMIT: ActPage(_by_case(city_actions.resubmit)),
    Act.START_CITY_REVIEW: ActPage(reviewing.start_city_review, reviewing.StartCityReview),
    Act.SUBMIT_TO_CITY: ActPage(_by_case(city_actions.submit_to_city), files_paper_as=FileKind.CITY_OPINION),
    Act.RETURN_BY_CITY: ActPage(_by_case(city_actions.return_by_city)),
    Act.DECIDE: ActPage(city.decide, row=city.VerdictRow, first_rows=city.clusters_to_decide),
    Act.REGISTER_REPLY: ActPage(letters.register, letters.SealedReply, back_to="case-letters"),
    Act.REGISTER_LETTER: ActPage(letters.register, letters.Sealed, back_to="case-letters"),
    Act.ACCEPT_EXCEPTION: ActPage(running.accept_exception, running.AcceptException),
    Act.EXTEND: ActPage(running.extend, running.Extend),
    Act.SUSPEND: ActPage(_by_case(running_actions.suspend)),
    Act.RESUME: ActPage(_by_case(running_actions.resume)),
    Act.WITHDRAW: ActPage(_by_case(running_actions.withdraw), is_grave=True),
}
# fmt: on
