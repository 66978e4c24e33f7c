"""Plays the plans of the demonstration through the very acts of the procedure, each up to the step it stands at."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from jijuqu.accounts.models import Organisation, Person
from jijuqu.cases.actions import city, departures, district, drafting, experts, letters, reviewing, running
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.at_hand import issuer_of
from jijuqu.cases.models import BodyKind, FileKind, SectionKind, Verdict
from jijuqu.demo.boundary_txt import SamplePlot, boundary_txt
from jijuqu.demo.city import INDUSTRY_CODES
from jijuqu.demo.declined import decline
from jijuqu.demo.people import enter_city, enter_district, enter_experts
from jijuqu.demo.plans import PLANS, REFUSED
from jijuqu.demo.play import Play, scan
from jijuqu.demo.words import REPORT, TEXTS, TOO_SMALL, invented_code
from jijuqu.journal.attachments import keep
from jijuqu.procedure.departments import ASKED
from jijuqu.procedure.experts import Verdict as Assessment
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level
from jijuqu.procedure.states import State
from jijuqu.registry.models import QuotaHolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from jijuqu.cases.models import OpinionRequest, Panel, PlannedCluster

INDUSTRIAL = "0601"


def play_all(boundaries: Mapping[str, BaseGeometry]) -> None:
    """Enter the people and play every plan; `boundaries` of the clusters by their codes, in degrees."""
    officer, leader = enter_city()
    pool = enter_experts(officer)
    for plan in PLANS:
        play = Play(plan, enter_district(plan.holder), officer, leader, pool, boundaries, plan.opened)
        if plan.reached is State.NOT_ACCEPTED:
            decline(play)
            continue
        for reached, go_on in STEPS:
            go_on(play)
            if play.plan.reached in reached:
                break


def draft(play: Play) -> None:
    """Open the case and write the plan; of a plan that is being drafted half is there."""
    plan, drafter = play.plan, play.staff.drafter
    holder = QuotaHolder.objects.get(pk=plan.holder)
    title = f"{holder.name_zh}中小企业集聚区建设规划（虚构）"
    play.case_pk = drafting.open_case(holder, title, play.by(drafter), len(plan.clusters)).pk
    for planned, invented in zip(play.case.clusters.all(), plan.clusters, strict=True):
        hand = play.by(drafter, 1)
        codes = INDUSTRY_CODES.get(invented.industry_zh, ("139",))
        drafting.name_industry(planned, invented.industry_zh, codes, hand, invented.industry_en)
        _survey(play, planned, play.boundaries[invented.code])
        for n, kind in enumerate(BodyKind):
            name = f"演示{holder.short_zh}{kind.label}（虚构）"
            code = invented_code(play.case_pk * 10 + n)
            drafting.name_body(
                planned, kind, hand, name=name, credit_code=code, contact="演示联系人", phone="023-00000000"
            )
        for fact, value in STATED.items():
            drafting.state_fact(play.case_pk, fact, value, hand, cluster=planned)
    half = plan.reached is State.DRAFTING
    sections = play.case.sections.all()
    for section in list(sections)[: len(sections) // 2 if half else None]:
        words = TEXTS[SectionKind(section.kind)]
        drafting.write_section(section.pk, words.format(district=holder.name_zh), 0, play.by(drafter, 0))
    _justify(play, drafter)
    if not half:
        drafting.report_eia(play.case_pk, play.by(drafter), sent_on=play.day)


STATED = {
    "drafted_under_economic_department": True,
    "drafted_as_one_overall_plan": True,
    "in_unified_park_planning": True,
    "conforms_to_spatial_plan": True,
    "conforms_to_industry_access_list": True,
    "plans_shared_facilities": True,
    "planned_floor_m2": 128_000,
    "standard_factory_floor_m2": 96_000,
}


def _survey(play: Play, planned: PlannedCluster, shape: BaseGeometry) -> None:
    content = boundary_txt([SamplePlot(shape, "DK-01", "演示地块", INDUSTRIAL)])
    file = keep(io.BytesIO(content), "boundary.txt")
    drafting.enter_boundary(planned, file, "勘测定界（虚构）.txt", play.by(play.staff.drafter), crs="EPSG:4524")


def _justify(play: Play, drafter: Person) -> None:
    """Justify the clusters below 200 mu: 原则上 lets a written reason stand."""
    for planned, invented in zip(play.case.clusters.all(), play.plan.clusters, strict=True):
        if invented.industrial_mu < 200:
            words = TOO_SMALL
            departures.justify(play.case_pk, "has_enough_industrial_space", words, play.by(drafter), planned)


def review_in_district(play: Play) -> None:
    """Ask the district's departments; in one district they answer here, elsewhere by paper."""
    asked = Organisation.objects.filter(
        holder=play.plan.holder, duty__in=[duty.value for duty in ASKED[Level.DISTRICT]]
    )
    review = reviewing.start_district_review(play.case_pk, asked, play.by(play.staff.drafter, 3))
    if play.plan.reached is State.DISTRICT_REVIEW:
        for number, request in enumerate(review.requests.all()[:3]):
            stance = (Stance.AGREE, Stance.AGREE_WITH_ADVICE, Stance.DISAGREE)[number]
            words = ("", "建议补充污水集中处理方案。", "用地范围与在编国土空间规划的衔接尚不明确。")[number]
            _answer(play, request, [Said("二（二）1", stance, words)], stance)
        convene(play, days=5)  # after the day that the demonstration shows, so that they have still to score
        return
    paper = play.paper(play.staff.drafter, "区县联合审查意见（虚构）", "演示区县联合审查组", 9)
    assert paper.attachment  # noqa: S101 - it was entered with its scan
    drafting.add_file(
        play.case_pk, FileKind.JOINT_OPINION, paper.attachment, paper.title, play.by(play.staff.drafter),
        number=paper.number, dated_on=paper.dated_on,
    )  # fmt: skip
    play_experts(play)
    district.submit_to_district(play.case_pk, play.by(play.staff.drafter, 2, paper=paper))


def play_experts(play: Play) -> None:
    """Hold the meeting of experts."""
    panel = convene(play, days=3)
    seats = list(panel.seats.all())
    play.day = panel.meets_on
    experts.record_expert_report(panel, Assessment.PASS, REPORT, seats, play.by(play.staff.drafter), head=seats[0])


def convene(play: Play, days: int) -> Panel:
    """Call the experts to a meeting so many days ahead."""
    return experts.convene_experts(
        play.case_pk, play.pool[:5], play.by(play.staff.drafter), meets_on=play.day + timedelta(days=days),
        place="演示会议中心（虚构）",
    )  # fmt: skip


def _answer(play: Play, request: OpinionRequest, remarks: list[Said], stance: Stance) -> None:
    """Let a department answer: its reviewer writes, its head signs."""
    code = request.department_id
    reviewer, head = (Person.objects.get(username=f"{code}-{role}") for role in ("reviewer", "head"))
    reviewing.draft_opinion(request, stance, "", remarks, play.by(reviewer))
    request.refresh_from_db()
    reviewing.sign_opinion(request, play.by(head))


def approve_in_district(play: Play) -> None:
    """Let the district approve, the departures accepted by its leader."""
    leader = play.staff.leader
    for each in play.case.departures.all():
        departures.accept_departure(each, leader.name, play.by(leader, 1))
    district.approve_by_district(play.case_pk, play.by(leader, 3))


def apply(play: Play) -> None:
    """Send the application with the experts' report, both numbered and sealed outside."""
    drafter = play.staff.drafter
    for number, kind in enumerate(("expert_report", "application"), start=1):
        hand = play.by(drafter, 1)
        letter = letters.draft_letter(play.case, kind, issuer_of(play.case, kind, hand.on), {}, hand)
        words = f"演示{play.plan.holder}函〔{play.day:%Y}〕{number}号"
        letters.register_letter(letter, words, play.day, scan(words), hand)
    district.apply(play.case_pk, play.by(drafter, 1))


def receive(play: Play) -> None:
    """Register the receipt at the commission."""
    city.receive(play.case_pk, play.by(play.officer, 3))
    if play.plan.reached is State.CORRECTION:
        correct(play)


def correct(play: Play) -> None:
    """Ask for two things to be completed; the plan that stands there has answered one of them."""
    items = [
        city.Wanted(
            "二（二）2", "补充工业用地规模的特殊情况说明及依据", "用地不足200亩，说明未附依据", "附区县政府专题会议纪要"
        ),
        city.Wanted("二（三）2", "补充规划环评报送凭证", "材料中未见报送凭证", "附环境影响报告书报送函"),
    ]
    correction = city.request_correction(play.case_pk, items, play.by(play.officer, 4))
    first = correction.items.all()[0]
    city.answer_item(first, "已附区政府专题会议纪要（虚构）。", play.by(play.staff.drafter, 2))


def review_in_city(play: Play) -> None:
    """Ask the city's departments; where the plan stands there, one disagrees and one is silent."""
    asked = Organisation.objects.filter(level="city", duty__in=[duty.value for duty in ASKED[Level.CITY]])
    review = reviewing.start_city_review(play.case_pk, asked, play.by(play.officer, 2))
    stands_here = play.plan.reached is State.CITY_REVIEW
    for number, request in enumerate(review.requests.all()):
        if stands_here and number == 3:
            break
        stance = Stance.DISAGREE if stands_here and number == 1 else Stance.AGREE
        words = "第2个集聚区部分用地与城镇开发边界不一致，请核实。" if stance is Stance.DISAGREE else ""
        play.day += timedelta(days=1)
        _answer(play, request, [Said("二（二）1", stance, words)], stance)
    if not stands_here:
        city.submit_to_city(play.case_pk, play.by(play.officer, 2))


def decide(play: Play) -> None:
    """Let the commission's leader accept the departures and decide on each cluster."""
    for each in play.case.departures.all():
        departures.accept_departure(each, play.leader.name, play.by(play.leader, 1))
    verdicts = {
        number: (Verdict.REFUSED, REFUSED[each.code]) if each.code in REFUSED else (Verdict.APPROVED, "")
        for number, each in enumerate(play.plan.clusters, start=1)
    }
    city.decide(play.case_pk, verdicts, play.by(play.leader, 4))


def reply(play: Play) -> None:
    """Send the reply with its number and seal."""
    hand = play.by(play.officer, 3)
    letter = letters.draft_letter(play.case, "approval_reply", play.officer.organisation, {}, hand)
    letters.register_letter(letter, f"演示渝经信函〔{play.day:%Y}〕31号", play.day, scan("复函"), hand)


def stop(play: Play) -> None:
    """Suspend or withdraw the plan that ends so."""
    if play.plan.reached is State.SUSPENDED:
        running.suspend(play.case_pk, play.by(play.officer, 5, reason="等待区县国土空间规划批复（虚构）。"))
    if play.plan.reached is State.WITHDRAWN:
        running.withdraw(play.case_pk, play.by(play.staff.drafter, 5, reason="投资主体调整，规划重新编制（虚构）。"))


# Each step with the states that a plan may stand at when it has been played.
STEPS: tuple[tuple[set[State], Callable[[Play], None]], ...] = (
    ({State.DRAFTING}, draft),
    ({State.DISTRICT_REVIEW, State.DISTRICT_DECISION}, review_in_district),
    ({State.READY}, approve_in_district),
    ({State.APPLIED}, apply),
    ({State.RECEIVED, State.CORRECTION}, receive),
    ({State.SUSPENDED, State.WITHDRAWN}, stop),
    ({State.CITY_REVIEW, State.CITY_DECISION}, review_in_city),
    ({State.DECIDED}, decide),
    ({State.ANSWERED}, reply),
)
