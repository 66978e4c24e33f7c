"""A case from the district's first draft to the commission's letter, act by act."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.cases.actions import city, district, experts, letters, reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.models import Adoption, Expert, Outcome, Verdict
from jijuqu.cases.queries import whole
from jijuqu.procedure.experts import Field
from jijuqu.procedure.experts import Verdict as Assessment
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.states import State
from tests.cases import people
from tests.cases.builders import a_draft, a_scan, by, complete

pytestmark = pytest.mark.django_db


def give_all(review, on, objecting=()):
    for request in review.requests.all():
        reviewer, signatory = people.reviewer(request.department_id), people.signatory(request.department_id)
        objects = request.department_id in objecting
        stance = Stance.DISAGREE if objects else Stance.AGREE
        remarks = [Said("二（二）1", stance, "请核对国土空间规划" if objects else "")]
        reviewing.draft_opinion(request, stance, "", remarks, by(reviewer, on))
        request.refresh_from_db()
        reviewing.sign_opinion(request, by(signatory, on))


def test_a_plan_is_reviewed_approved_applied_for_decided_and_answered():
    drafter, mayor = people.drafter(), people.district_leader()
    officer, director = people.city_officer(), people.city_leader()
    case = complete(a_draft(drafter), drafter, date(2022, 3, 1))

    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked, by(drafter, date(2022, 3, 2)))
    give_all(review, date(2022, 3, 4), objecting=("500155-ecology",))
    remark = review.requests.get(department="500155-ecology").remarks.get()
    reviewing.answer_remark(remark, Adoption.ADOPTED, "已核对", by(drafter, date(2022, 3, 7)))
    reviewing.settle(review, "二（二）1", "以规划自然资源局意见为准", by(drafter, date(2022, 3, 7)))
    pool = [
        Expert.objects.create(name=f"专家{n}", employer="某大学", field=Field.PLANNING, first_day=date(2021, 1, 1))
        for n in range(5)
    ]
    panel = experts.convene_experts(case.pk, pool, by(drafter, date(2022, 3, 8)), meets_on=date(2022, 3, 10))
    seats = list(panel.seats.all())
    experts.record_expert_report(panel, Assessment.PASS, "同意通过", seats, by(drafter, date(2022, 3, 10)))
    drafting_on = date(2022, 3, 11)
    assert whole(case.pk).state == State.DISTRICT_REVIEW
    district.submit_to_district(case.pk, by(drafter, drafting_on))
    district.approve_by_district(case.pk, by(mayor, date(2022, 3, 14)))

    for kind in ("joint_review_opinion", "expert_report", "application"):
        letter = letters.draft_letter(
            whole(case.pk), kind, drafter.organisation, {"title": kind}, by(drafter, date(2022, 3, 15))
        )
        letters.register_letter(
            letter, f"梁平经信〔2022〕{letter.pk}号", date(2022, 3, 15), a_scan(kind), by(drafter, date(2022, 3, 15))
        )
    district.apply(case.pk, by(drafter, date(2022, 3, 16)))
    city.receive(case.pk, by(officer, date(2022, 3, 18)))
    wanted = [city.Wanted("二（二）2", "补充用地说明", "面积不清", "附勘测定界报告")]
    city.request_correction(case.pk, wanted, by(officer, date(2022, 3, 21)))
    item = whole(case.pk).corrections.get().items.get()
    city.answer_item(item, "已附", by(drafter, date(2022, 3, 22)))
    city.resubmit(case.pk, by(drafter, date(2022, 3, 23)))
    asked = people.departments("city", people.CITY_DEPARTMENTS)
    review = reviewing.start_city_review(case.pk, asked, by(officer, date(2022, 3, 24)))
    give_all(review, date(2022, 3, 28))
    city.submit_to_city(case.pk, by(officer, date(2022, 3, 29)))
    city.decide(case.pk, {1: (Verdict.APPROVED, "")}, by(director, date(2022, 4, 1)))

    case = whole(case.pk)
    assert (case.state, case.outcome) == (State.DECIDED, Outcome.APPROVED)
    assert case.clusters.get().entry.name_zh == "梁平区智能家居中小企业集聚区"
    letter = letters.draft_letter(
        case, "approval_reply", officer.organisation, {"title": "复函"}, by(officer, date(2022, 4, 2))
    )
    letters.register_letter(
        letter, "渝经信函〔2022〕5号", date(2022, 4, 6), a_scan("复函"), by(officer, date(2022, 4, 6))
    )
    case = whole(case.pk)
    assert (case.state, case.closed_on) == (State.ANSWERED, date(2022, 4, 6))
