"""The wrong person, district or department: refused with one sentence that says whose it is."""

from datetime import date

import pytest

from jijuqu.accounts.models import Organisation
from jijuqu.cases.actions import departures, drafting, letters, reviewing, running
from jijuqu.cases.models import (
    FileKind,
)
from jijuqu.procedure.roles import Role
from jijuqu.registry.models import QuotaHolder
from tests.cases.city import (
    JIANGJIN,
    LIANGPING,
    a_plan_to_review,
    hand,
    refusal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_survey")]
ON = date(2022, 5, 6)


def test_an_act_of_the_wrong_role_says_whose_it_is(people, case):
    assert refusal(running.suspend, case.pk, hand(people.leader[LIANGPING], ON, reason="x")) == (
        "“中止”由编制经办办理，请转其办理。"
    )


def test_another_district_does_nothing_here(people, case, cluster):
    stranger = hand(people.drafter[JIANGJIN], ON, reason="x")
    for act in (
        lambda: drafting.add_cluster(case.pk, stranger),
        lambda: drafting.name_industry(cluster, "五金", [], stranger),
        lambda: drafting.state_fact(case.pk, "plans_shared_facilities", True, stranger),
        lambda: running.withdraw(case.pk, stranger),
        lambda: letters.draft_letter(case, "application", stranger.person.organisation, {}, stranger),
    ):
        assert "请转其" in refusal(act)


def test_nothing_of_another_case_is_taken_into_this_one(people, case, drafter):
    other = drafting.open_case(people.holder[JIANGJIN], "规划", hand(people.drafter[JIANGJIN], ON))
    foreign = other.clusters.get()
    for act in (
        lambda: drafting.state_fact(case.pk, "plans_shared_facilities", True, drafter, cluster=foreign),
        lambda: drafting.add_file(case.pk, FileKind.EVIDENCE, people.scan, "x.pdf", drafter, cluster=foreign),
        lambda: departures.justify(case.pk, "keeps_within_district_number", "理由", drafter, cluster=foreign),
    ):
        assert refusal(act) == f"所选内容不属于本案（{case.number}），请重新选择。"


@pytest.mark.parametrize("code", [f"{LIANGPING}-ecology", f"{JIANGJIN}-ecology", "commission"])
def test_only_departments_of_the_level_are_asked(people, request_, code):
    department = Organisation.objects.get(pk=code)
    told = refusal(reviewing.ask_department, request_.review, department, hand(people.officer, ON))
    assert told == f"{department.name_zh}不是市级联合审查的部门，请改选。"


def test_a_district_does_not_ask_its_neighbours_department(people):
    case = a_plan_to_review(people)
    asked = people.departments(JIANGJIN)
    told = refusal(reviewing.start_district_review, case.pk, asked, hand(people.drafter[LIANGPING], ON))
    assert "不是区县联合审查的部门" in told
    assert not case.reviews.exists()


def test_a_department_that_is_no_more_is_not_asked(people, request_):
    gone = Organisation.objects.create(
        code="city-old", name_zh="原某局", name_en="Former bureau", level="city", kind="department", last_day=date(2021, 12, 31),
        first_day=date(2010, 1, 1),
    )  # fmt: skip
    assert refusal(reviewing.ask_department, request_.review, gone, hand(people.officer, ON)) == (
        "原某局在2022-05-06不存在（存续期间：2010-01-01至2021-12-31），请改选承接其职责的单位。"
    )


def test_a_department_is_asked_once_and_not_in_a_round_that_is_over(people, request_):
    officer = hand(people.officer, ON)
    assert "已征求该部门意见" in refusal(reviewing.ask_department, request_.review, request_.department, officer)
    review = request_.review
    review.ended_on = ON
    review.save()
    science = Organisation.objects.get(pk="city-science")
    assert refusal(reviewing.ask_department, review, science, officer).startswith("该轮联合审查已结束")


def test_an_opinion_is_handed_over_inside_the_department_only(people, request_):
    mine = hand(people.reviewer["city-ecology"], ON)
    told = refusal(reviewing.hand_over, request_, people.reviewer["city-emergency"], mine)
    assert "不是" in told
    assert "请改选" in told
    assert "不能起草意见" in refusal(reviewing.hand_over, request_, people.signatory["city-ecology"], mine)
    reviewing.hand_over(request_, people.person("city-ecology", Role.REVIEWER), mine)


def test_a_district_abolished_opens_no_case_and_its_heir_does(people):
    holder, day = QuotaHolder.objects.get(pk="500112"), date(2025, 11, 7)
    drafter = hand(people.person("500112-economy", Role.DRAFTER), day, entered_on=date(2025, 11, 1))
    told = refusal(drafting.open_case, holder, "规划", drafter)
    assert told == "渝北区在2025-11-07不是申报主体，请核对日期，或者由承接的区县立案。"
    heir = hand(people.person("500157-economy", Role.DRAFTER), day)
    drafting.open_case(QuotaHolder.objects.get(pk="500157"), "规划", heir)


def test_a_letter_of_somebody_elses_office_is_not_drafted(people, case, drafter):
    commission = people.officer.organisation
    assert "不能由您所在单位拟稿" in refusal(letters.draft_letter, case, "approval_reply", commission, {}, drafter)


def test_an_appointment_of_the_day_of_entry_counts_where_a_page_says_so(people, case):
    retired = people.person(f"{LIANGPING}-economy", Role.DRAFTER)
    retired.appointments.update(last_day=date(2022, 6, 1))
    drafting.add_cluster(case.pk, hand(retired, ON))  # entered on the day itself
    assert "由编制经办办理" in refusal(drafting.add_cluster, case.pk, hand(retired, ON, entered_on=date(2022, 7, 1)))
