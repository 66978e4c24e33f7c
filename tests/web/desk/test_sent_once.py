"""A page that makes something new makes it once, however often it is sent."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import RequestFactory

from jijuqu.accounts.models import SentForm
from jijuqu.cases.models import Case
from jijuqu.reference.models import AccessEntry
from jijuqu.web.desk import once
from tests.cases import people
from tests.web.desk.at_work import a_day, do, said, sit_down

__all__ = ["a_day"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]
NEW_CASE = {"holder": people.LIANGPING, "title": "梁平区中小企业集聚区建设规划", "clusters": "1"}
ENTRY = {"restriction": "prohibited", "words": "电镀", "condition": "禁止新建", "source": "某清单", "on": "2022-01-01"}


def token_on(client, address):
    return re.search(r'name="once" value="([^"]+)"', client.get(address).content.decode())[1]


def test_a_case_is_opened_once_and_the_second_click_leads_to_it(client):
    sit_down(client, people.drafter())
    sent = NEW_CASE | {"once": token_on(client, "/desk/new/"), "on": "2022-03-24"}
    first, second = client.post("/desk/new/", sent), client.post("/desk/new/", sent)

    case = Case.objects.get()
    assert first["Location"] == second["Location"] == f"/desk/cases/{case.number}/plan/"
    assert "这一页已经提交过，没有重复办理" in said(client.get(second["Location"]))


def test_a_row_of_a_list_is_entered_once_and_a_new_page_enters_another(client):
    sit_down(client, people.city_officer())
    address = "/desk/reference/access/new/"
    sent = ENTRY | {"once": token_on(client, address)}
    assert {client.post(address, sent).status_code for _ in range(3)} == {302}
    assert AccessEntry.objects.count() == 1

    assert client.post(address, ENTRY | {"once": token_on(client, address)}).status_code == 302
    assert AccessEntry.objects.count() == 2


def test_a_form_sent_back_to_be_mended_may_be_sent_again(client):
    sit_down(client, people.drafter())
    refused = do(client, "/desk/new/", **NEW_CASE | {"title": ""})
    assert refused.status_code == 422
    assert not SentForm.objects.exists()
    token = re.search(r'name="once" value="([^"]+)"', refused.content.decode())[1]
    assert client.post("/desk/new/", NEW_CASE | {"once": token, "on": "2022-03-24"}).status_code == 302
    assert Case.objects.get().opened_on == date(2022, 3, 24)


def test_of_two_sent_at_once_the_second_finds_the_first_when_it_is_about_to_be_kept():
    request = RequestFactory().post("/desk/new/", {"once": "a-token"})
    once.write_down(request, "/desk/cases/2022-0001/plan/")
    with pytest.raises(once.SentTwiceError):
        once.write_down(request, "/desk/cases/2022-0002/plan/")
