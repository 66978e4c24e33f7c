"""专家库 on the desk: experts come and go; those who organise reviews keep it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from jijuqu.cases.actions.pool import give_account
from jijuqu.cases.models import Expert
from jijuqu.journal.models import Event
from jijuqu.procedure.roles import Role
from tests.cases import people

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
