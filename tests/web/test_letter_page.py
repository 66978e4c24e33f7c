"""文书: the page of a letter is the letter; its drafter sets what may be set; others do not see drafts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from jijuqu.cases.models import Letter
from jijuqu.web.account.session import SECOND_FACTOR
from tests.cases import lives, people
from tests.cases.builders import a_scan

pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    return lives.cast()


@pytest.fixture
def case(who):
    return lives.decided(who, clusters=2, refused=(2,))


def address(case, kind="approval_reply", rest=""):
    return f"/desk/cases/{case.number}/letters/{kind}/{rest}"


def test_before_anything_is_drafted_the_page_shows_the_letter_as_it_would_be(client, case, who):
    client.force_login(who.officer)
    page = client.get(address(case)).content.decode()
    assert "尚未拟稿" in page
    assert "梁平区智能家居中小企业集聚区" in page
    assert not Letter.objects.filter(kind="approval_reply").exists()
    picture = client.get(address(case, rest="1.svg"))
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.content.lstrip().startswith(b"<svg")


def test_the_drafter_drafts_then_changes_and_both_stand_in_the_letter(client, case, who):
    client.force_login(who.officer)
    client.post(address(case), {"copies": "市统计局\n市税务局"})
    client.post(address(case), {"copies": "市统计局", "points": "抓紧建设"})
    letter = Letter.objects.get(kind="approval_reply")
    assert letter.content == {"copies": ["市统计局"], "points": ["抓紧建设"]}
    page = client.get(address(case)).content.decode()
    assert letter.serial in page
    assert "抓紧建设" in page


def test_a_letter_is_drafted_once_and_a_stale_page_changes_nothing(client, case, who):
    client.force_login(who.officer)
    once, shown = (hidden(client.get(address(case)), name) for name in ("once", "shown"))
    answers = [client.post(address(case), {"once": once, "shown": shown, "points": "抓紧"}) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {302}
    letter = Letter.objects.get(kind="approval_reply")

    stale = client.post(address(case), {"once": "another-page", "shown": shown, "points": "我的话"})
    assert stale.status_code == 422
    assert f"已由{letter.drafted_by.name}先拟稿，流水号{letter.serial}" in stale.content.decode()
    assert "我的话" in stale.content.decode()

    shown = hidden(client.get(address(case)), "shown")
    Letter.objects.filter(pk=letter.pk).update(number="渝经信函〔2022〕31号", signed_on=date(2022, 6, 2), scan=a_scan())
    stale = client.post(address(case), {"once": "a-third-page", "shown": shown, "points": "我的话"})
    assert "已登记为渝经信函〔2022〕31号，没有改动" in stale.content.decode()
    assert Letter.objects.filter(kind="approval_reply").count() == 1


def hidden(answer, name):
    return re.search(f'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def test_the_letter_is_handed_out_as_pdf_and_docx(client, case, who):
    client.force_login(who.officer)
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        response = client.get(address(case, rest=f"file.{form}"))
        assert response.content.startswith(start)
        assert "attachment" in response.headers["Content-Disposition"]


def test_departments_do_not_see_drafts(client, case):
    client.force_login(people.Person.objects.get(username="r-city-ecology"))
    assert client.get(address(case)).status_code == 404


def test_a_leader_sees_the_letter_with_a_second_factor_but_does_not_draft(client, case, who):
    client.force_login(who.director)
    assert "second-factor" in client.get(address(case)).headers["Location"]
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    assert client.get(address(case)).status_code == 200
    assert client.post(address(case), {"copies": "市统计局"}).status_code == 403


def test_there_is_no_page_for_kinds_that_are_none(client, case, who):
    client.force_login(who.officer)
    assert client.get(address(case, "poem")).status_code == 404
    assert client.get(address(case, rest="99.svg")).status_code == 404


def test_the_district_does_not_draft_the_commissions_letters(client, case, who):
    client.force_login(who.drafter)
    assert client.post(address(case), {"copies": "市统计局"}).status_code == 403
    assert client.post(address(case, "application"), {"copies": "市统计局"}).status_code == 302


def test_the_papers_of_the_step_come_in_one_file(client, case, who):
    client.force_login(who.officer)
    response = client.get(f"/desk/cases/{case.number}/documents.zip")
    assert response.content.startswith(b"PK")
    client.force_login(people.Person.objects.get(username="r-city-ecology"))
    assert client.get(f"/desk/cases/{case.number}/documents.zip").status_code == 404
