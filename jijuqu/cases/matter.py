"""What letters and tables speak of, read from a case fetched whole, in the plain values of `papers.matter`.

Letters are in Chinese only, so every name here is the official one.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from jijuqu.cases.facts import last_review, standing_boundary
from jijuqu.cases.models import Adoption, FileKind, Verdict
from jijuqu.papers import matter
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.policy.notices import governing
from jijuqu.procedure.experts import Field
from jijuqu.procedure.experts import Verdict as Assessment
from jijuqu.procedure.naming import cluster_name
from jijuqu.procedure.opinions import Stance
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from jijuqu.accounts.models import Organisation
    from jijuqu.cases.models import Case, OpinionRequest, Panel, PlannedCluster, Remark, Review
    from jijuqu.policy.notice import Notice
    from jijuqu.procedure.roles import Level

USUAL_HOUR = 9  # a meeting's hour is settled by telephone; the draft says nine in the morning
ADOPTIONS = {Adoption.ADOPTED: "采纳", Adoption.PARTLY: "部分采纳", Adoption.NOT_ADOPTED: "未采纳"}
COMMISSION = "重庆市经济和信息化委员会"


def citation(notice: Notice) -> matter.Citation:
    """Cite the notice by title and number."""
    return matter.Citation(title=notice.title.zh, number=notice.number)


def plan(case: Case) -> matter.Plan:
    """Name the district's plan."""
    return matter.Plan(title=case.title, district=district(case))


def district(case: Case) -> str:
    """Give the district's name as it stands in the name of a cluster (二（三）6)."""
    return case.holder.name_in_clusters


def government(case: Case) -> str:
    """Name who applies and is answered: the district government or the management committee."""
    name = case.holder.name_zh
    return name if name.endswith("管委会") else f"{name}人民政府"


def cluster(case: Case, planned: PlannedCluster) -> matter.Cluster:
    """Describe one cluster with what is known of it."""
    boundary = standing_boundary(planned)
    stated = {each.fact: each.value for each in case.statements.all() if each.cluster_id == planned.pk}
    return matter.Cluster(
        name=cluster_name(district(case), planned.industry_zh), industry=planned.industry_zh,
        total_land_mu=boundary.facts["total_land_mu"] if boundary else None,
        industrial_land_mu=boundary.facts["industrial_land_mu"] if boundary else None,
        industrial_floor_m2=stated.get("industrial_floor_m2"),
    )  # fmt: skip


def clusters(case: Case) -> tuple[matter.Cluster, ...]:
    """Describe every cluster of the plan."""
    return tuple(cluster(case, each) for each in case.clusters.all())


def approved(case: Case) -> tuple[matter.Cluster, ...]:
    """Describe the clusters that the commission approved."""
    return tuple(cluster(case, each) for each in case.clusters.all() if each.verdict == Verdict.APPROVED)


def refused(case: Case) -> tuple[matter.Refused, ...]:
    """Describe the clusters that it did not approve, each with its reason by clause."""
    return tuple(
        matter.Refused(cluster=cluster(case, each), reasons=(reason(each.verdict_reason),))
        for each in case.clusters.all()
        if each.verdict == Verdict.REFUSED
    )


def reason(said: str) -> matter.Reason:
    """Take a reason apart where it begins with its clause: 二（二）1：不符合国土空间规划."""
    clause, colon, words = said.partition("：")
    known = colon and clause in governing(datetime.date.max).clauses
    return matter.Reason(clause=clause, words=words) if known else matter.Reason(clause="二（三）6", words=said)


def incoming(case: Case) -> matter.Incoming:
    """Name the district's letter that is answered."""
    letters = [file for file in case.files.all() if file.kind == FileKind.APPLICATION and file.removed_at is None]
    letter = letters[-1] if letters else None
    received_on = case.received_on or case.applied_on or case.state_since
    title = letter.name if letter else f"关于申请规划建设中小企业集聚区的函（{case.title}）"
    return matter.Incoming(title=title, number=letter.number if letter else "", received_on=received_on)


def asked(case: Case, level: Level) -> list[OpinionRequest]:
    """Return the requests of the last joint review at a level."""
    review = last_review(case, level)
    return list(review.requests.all()) if review else []


def departments(case: Case, level: Level) -> tuple[str, ...]:
    """Name the departments that were asked at a level."""
    return tuple(each.department.name_zh for each in asked(case, level))


def opinions(review: Review | None) -> tuple[matter.DepartmentOpinion, ...]:
    """Tell what every department said that has answered, remark by remark."""
    said = []
    for request in review.requests.all() if review else ():
        remarks = [each for each in request.remarks.all() if each.words.strip()]
        if not request.signed_on:
            continue
        if not remarks:
            said.append(_opinion(request.department, request.stance, request.words))
        said += [_opinion(request.department, each.stance, each.words, each) for each in remarks]
    return tuple(said)


def _opinion(
    department: Organisation, stance: str, words: str, remark: Remark | None = None
) -> matter.DepartmentOpinion:
    adopted = ADOPTIONS.get(Adoption(remark.adoption), "") if remark else ""
    return matter.DepartmentOpinion(
        department=department.name_zh, stance=Stance(stance).label.zh, words=words, adopted=adopted,
        answer=remark.answer if remark else "",
    )  # fmt: skip


def departures(case: Case) -> tuple[matter.Departure, ...]:
    """Tell the departures from what the notice asks in principle, with who accepted them."""
    rules = {each.name: each for each in governing(case.received_on or case.state_since).rules}
    return tuple(
        matter.Departure(
            clause=each.clause, words=rules[each.rule].title.zh, reason=each.justification,
            accepted_by=next((acceptance.accepted_by for acceptance in each.acceptances.all()), ""),
        )
        for each in case.departures.all()
        if each.rule in rules
    )  # fmt: skip


def last_panel(case: Case) -> Panel | None:
    """Return the last meeting of experts, None where there was none."""
    return max(case.panels.all(), key=lambda each: each.number, default=None)


def assessment(case: Case) -> str:
    """Give the experts' verdict in words, empty where there is none."""
    panel = last_panel(case)
    return Assessment(panel.verdict).label.zh if panel and panel.verdict else ""


def assessed_on(case: Case) -> datetime.date | None:
    """Return the day of the experts' report."""
    panel = last_panel(case)
    return panel.reported_on if panel else None


def meeting(case: Case, host: str) -> matter.Meeting:
    """Describe the meeting of experts; its hour is the usual one. Raises CannotBeWrittenError where none was called."""
    panel = last_panel(case)
    if panel is None:
        raise CannotBeWrittenError(Message("meeting_not_called"))
    begins_at = datetime.datetime.combine(panel.meets_on, datetime.time(USUAL_HOUR), timezone.get_current_timezone())
    title = f"《{case.title}》专家评审会"
    return matter.Meeting(title=title, begins_at=begins_at, place=panel.place or "（地点待定）", host=host)


def experts(case: Case) -> tuple[matter.Expert, ...]:
    """List the experts of the meeting, without those who stay away."""
    panel = last_panel(case)
    return tuple(
        matter.Expert(
            name=seat.expert.name, employer=seat.expert.employer, post=seat.expert.title,
            field=Field(seat.expert.field).label.zh, leads=seat.is_head,
        )
        for seat in (panel.seats.all() if panel else ())
        if not seat.excluded_because
    )  # fmt: skip


def attendees(case: Case, level: Level) -> tuple[matter.Attendee, ...]:
    """List who is expected at the meeting: the experts by name, the departments by office."""
    invited = [matter.Attendee(employer=each.employer, name=each.name, post=each.post) for each in experts(case)]
    return (*invited, *(matter.Attendee(employer=name) for name in departments(case, level)))
