"""专家库 on the desk: experts come and go; those who organise reviews keep it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from jijuqu.cases.actions import experts
from jijuqu.cases.actions.pool import give_account
from jijuqu.cases.models import Body, Expert
from jijuqu.journal.models import Event
from jijuqu.procedure.roles import Role
from tests.cases import lives, people
from tests.cases.builders import by
from tests.web.desk.at_work import TODAY, in_review, sit_down

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/experts/"
SOMEBODY = {
    "name": "某甲",
    "employer": "某大学",
    "title": "教授",
    "field": "industry",
    "ties": "某建设公司\n某运营公司",
    "first_day": "2022-01-01",
}


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    client.force_login(officer)
    return officer


def test_a_department_keeps_no_pool(client):
    client.force_login(people.reviewer("city-ecology"))
    assert client.get(ADDRESS).status_code == 403


def test_an_expert_enters_with_ties_and_leaves_with_a_day(client, officer):
    assert client.post(ADDRESS + "new/", SOMEBODY).status_code == 302
    expert = Expert.objects.get()
    assert expert.ties == ["某建设公司", "某运营公司"]
    assert "某大学" in client.get(ADDRESS).content.decode()

    assert client.post(f"{ADDRESS}{expert.pk}/leave/", {"last_day": "2022-06-30"}).status_code == 302
    expert.refresh_from_db()
    assert expert.last_day == date(2022, 6, 30)
    assert Event.objects.last().actor == officer
    assert "已出库" in client.get(ADDRESS).content.decode()
    assert client.get("/en" + ADDRESS).status_code == 200


def test_an_expert_is_tied_once_to_an_account_of_somebody_appointed_as_one(client, officer):
    client.post(ADDRESS + "new/", SOMEBODY)
    expert = Expert.objects.get()
    address = f"{ADDRESS}{expert.pk}/account/"
    people.reviewer("city-ecology")
    assert "没有可选的账号" in client.get(address).content.decode()

    judge = people.a_person("judge", "commission", Role.EXPERT)
    assert client.post(address, {"person": str(judge.pk)}).status_code == 302
    expert.refresh_from_db()
    assert expert.person == judge
    assert Event.objects.last().actor == officer
    assert "judge" in client.get(ADDRESS).content.decode()
    assert client.get(address).status_code == 404
    with pytest.raises(ValidationError, match="已有账号"):
        give_account(expert, judge, actor=officer)


def test_nobody_enters_twice_or_leaves_before_they_came(client, officer):
    client.post(ADDRESS + "new/", SOMEBODY)
    twice = client.post(ADDRESS + "new/", SOMEBODY)
    assert twice.status_code == 422
    assert "专家库中已有此人" in twice.content.decode()
    assert "某大学" in twice.content.decode()

    early = client.post(f"{ADDRESS}{Expert.objects.get().pk}/leave/", {"last_day": "2021-06-30"})
    assert early.status_code == 422
    assert "出库日期早于入库日期" in early.content.decode()


def test_who_an_expert_is_leaves_the_record_once_the_name_was_typed_again(client, officer):
    client.post(ADDRESS + "new/", SOMEBODY)
    forget = f"{ADDRESS}{Expert.objects.get().pk}/forget/"
    assert forget in client.get(ADDRESS).content.decode()
    refused = client.post(forget, {"confirmed": "某乙"})
    assert refused.status_code == 422
    assert "与“某甲”不一致" in refused.content.decode()

    assert client.post(forget, {"confirmed": "某甲"}).status_code == 302
    expert = Expert.objects.get()
    assert (expert.title, expert.ties, expert.last_day is None) == ("", [], False)
    shown = client.get(ADDRESS).content.decode()
    assert "某甲" not in shown
    assert "某大学" not in shown
    assert forget not in shown
    assert client.get(forget).status_code == 404
    assert Event.objects.last().act == "cases.forget_expert"


def test_an_expert_of_a_meeting_to_come_is_cleared_only_after_its_report(client, officer):
    who = lives.cast()
    case = in_review(who.drafter)
    expert, *others = lives.five_experts()
    experts.convene_experts(case.pk, [expert, *others], by(who.drafter, TODAY), meets_on=TODAY + timedelta(days=7))
    answer = client.post(f"{ADDRESS}{expert.pk}/forget/", {"confirmed": expert.name})
    assert answer.status_code == 422
    assert case.number in answer.content.decode()


def test_the_contact_of_a_body_is_cleared_by_who_runs_the_case(client):
    who = lives.cast()
    case = in_review(who.drafter)
    body = Body.objects.filter(cluster__case=case).first()
    Body.objects.filter(pk=body.pk).update(contact="某丙", phone="023-1")
    forget = f"/desk/cases/{case.number}/contacts/{body.pk}/forget/"
    assert sit_down(client, people.a_person("r", "500155-ecology", Role.REVIEWER)).get(forget).status_code == 403

    assert forget in sit_down(client, who.drafter).get(f"/desk/cases/{case.number}/plan/").content.decode()
    assert client.post(forget, {"confirmed": "某丙"}).status_code == 302
    plan = client.get(f"/desk/cases/{case.number}/plan/").content.decode()
    assert "某丙" not in plan
    assert forget not in plan
    assert body.name in plan
