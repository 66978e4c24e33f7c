"""A whole case, act by act, for tests that need one in a late state."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jijuqu.accounts.models import Person
from jijuqu.cases.actions import city, district, experts, letters, reviewing
from jijuqu.cases.actions.reviewing import Said
from jijuqu.cases.models import Adoption, Case, Expert, Verdict
from jijuqu.cases.queries import whole
from jijuqu.procedure.experts import Field
from jijuqu.procedure.experts import Verdict as Assessment
from jijuqu.procedure.opinions import Stance
from tests.cases import people
from tests.cases.builders import a_draft, a_scan, by, complete


class Cast(NamedTuple):
    drafter: Person
    mayor: Person
    officer: Person
    director: Person


def cast():
    return Cast(people.drafter(), people.district_leader(), people.city_officer(), people.city_leader())


def give_all(review, on, objecting=()):
    """Every department answers and its head signs; those named object under 二（二）1."""
    for request in review.requests.all():
        reviewer, signatory = people.reviewer(request.department_id), people.signatory(request.department_id)
        objects = request.department_id in objecting
        stance = Stance.DISAGREE if objects else Stance.AGREE
        remarks = [Said("二（二）1", stance, "请核对国土空间规划" if objects else "")]
        reviewing.draft_opinion(request, stance, "", remarks, by(reviewer, on))
        request.refresh_from_db()
        reviewing.sign_opinion(request, by(signatory, on))


def five_experts():
    return [
        Expert.objects.create(name=f"专家{n}", employer="某大学", field=Field.PLANNING, first_day=date(2021, 1, 1))
        for n in range(5)
    ]


def reviewed_by_district(who: Cast, clusters=1) -> Case:
    case = complete(a_draft(who.drafter, clusters=clusters), who.drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, asked, by(who.drafter, date(2022, 3, 2)))
    give_all(review, date(2022, 3, 4), objecting=("500155-ecology",))
    remark = review.requests.get(department="500155-ecology").remarks.get()
    reviewing.answer_remark(remark, Adoption.ADOPTED, "已核对", by(who.drafter, date(2022, 3, 7)))
    reviewing.settle(review, "二（二）1", "以规划自然资源局意见为准", by(who.drafter, date(2022, 3, 7)))
    panel = experts.convene_experts(
        case.pk, five_experts(), by(who.drafter, date(2022, 3, 8)), meets_on=date(2022, 3, 10)
    )
    seats = list(panel.seats.all())
    experts.record_expert_report(
        panel, Assessment.PASS, "规划选址合理\n产业定位明确", seats, by(who.drafter, date(2022, 3, 10)), head=seats[0]
    )
    return whole(case.pk)


def a_letter(case, kind, person, on, number):
    letter = letters.draft_letter(whole(case.pk), kind, person.organisation, {}, by(person, on))
    letters.register_letter(letter, number, on, a_scan(kind), by(person, on))
    return letter


def applied(who: Cast, clusters=1) -> Case:
    case = reviewed_by_district(who, clusters)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    district.approve_by_district(case.pk, by(who.mayor, date(2022, 3, 14)))
    for n, kind in enumerate(("joint_review_opinion", "expert_report", "application")):
        a_letter(case, kind, who.drafter, date(2022, 3, 15), f"梁平经信〔2022〕{n + 1}号")
    district.apply(case.pk, by(who.drafter, date(2022, 3, 16)))
    return whole(case.pk)


def corrected(who: Cast, clusters=1) -> Case:
    case = applied(who, clusters)
    city.receive(case.pk, by(who.officer, date(2022, 3, 18)))
    wanted = [city.Wanted("二（二）2", "补充用地说明", "面积不清", "附勘测定界报告")]
    city.request_correction(case.pk, wanted, by(who.officer, date(2022, 3, 21)))
    city.answer_item(whole(case.pk).corrections.get().items.get(), "已附", by(who.drafter, date(2022, 3, 22)))
    city.resubmit(case.pk, by(who.drafter, date(2022, 3, 23)))
    return whole(case.pk)


def decided(who: Cast, clusters=1, refused=()) -> Case:
    case = corrected(who, clusters)
    asked = people.departments("city", people.CITY_DEPARTMENTS)
    review = reviewing.start_city_review(case.pk, asked, by(who.officer, date(2022, 3, 24)))
    give_all(review, date(2022, 3, 28))
    city.submit_to_city(case.pk, by(who.officer, date(2022, 3, 29)))
    verdicts = {
        number: (Verdict.REFUSED, "二（二）1：不符合国土空间规划") if number in refused else (Verdict.APPROVED, "")
        for number in range(1, clusters + 1)
    }
    city.decide(case.pk, verdicts, by(who.director, date(2022, 4, 1)))
    return whole(case.pk)


def answered(who: Cast) -> Case:
    case = decided(who)
    a_letter(case, "approval_reply", who.officer, date(2022, 4, 6), "渝经信函〔2022〕5号")
    return whole(case.pk)
