"""规则与日历 on the desk: years and days, 承诺时限, parameters, access lists; each change from a day on, with source."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.models import OpinionRequest
from jijuqu.journal.models import Event
from jijuqu.policy.notices import NOTICES
from jijuqu.reference.models import AccessEntry, EnteredParameter, TimeLimit
from jijuqu.reference.queries import calendar, limits_with_entered
from tests.cases import people
from tests.web.desk.at_work import in_review

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/reference/"
YEAR = ADDRESS + "calendar/2040/"
HOLIDAYS = {
    "holidays": "元旦 1月1日至1月3日\n春节：2040-02-11—2040-02-17",
    "worked": "春节调休 2月18日",
    "source": "国办发明电〔2039〕1号",
    "on": "2039-11-01",
}
ENTRY = {
    "restriction": "prohibited",
    "industry": "26",
    "condition": "禁止新建化工项目",
    "source": "某清单 第3条",
    "on": "2022-01-01",
}


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    client.force_login(officer)
    return officer


def test_running_cases_are_due_as_the_corrected_calendar_says(client):
    case = in_review(people.drafter())
    due, asked = case.due_on, OpinionRequest.objects.first()
    client.force_login(people.city_officer())
    off = {"day": due.isoformat(), "becomes": "off", "name_zh": "临时放假", "source": "市府通知", "on": "2022-03-19"}
    assert client.post(f"{ADDRESS}calendar/2022/", off).status_code == 302

    case.refresh_from_db()
    asked.refresh_from_db()
    assert case.due_on == asked.due_on > due
    assert "期限随工作日历或承诺时限调整" in client.get(f"/desk/cases/{case.number}/record/").content.decode()


def test_a_district_keeps_no_reference(client):
    client.force_login(people.drafter())
    assert client.get(ADDRESS).status_code == 403


def test_the_overview_tells_what_is_not_of_the_notice(client, officer):
    said = client.get(ADDRESS).content.decode()
    assert "承诺时限（本系统设定，非通知规定）" in said
    assert "尚未公布，不推算" in said


def test_a_year_is_published_with_its_days_off_and_worked_weekends(client, officer):
    assert "尚未公布" in client.get(YEAR).content.decode()
    assert client.post(YEAR, HOLIDAYS).status_code == 302

    known = calendar()
    assert not known.is_working_day(date(2040, 1, 2))
    assert not known.is_working_day(date(2040, 2, 14))
    assert known.is_working_day(date(2040, 2, 18))
    assert Event.objects.last().actor == officer
    assert "2040-02-11 星期六 – 2040-02-17 星期五 春节" in client.get(YEAR).content.decode()


def test_a_line_without_a_day_is_named_and_what_was_typed_stays(client, officer):
    answer = client.post(YEAR, HOLIDAYS | {"holidays": "元旦 1月1日\n春节放假"})
    said = answer.content.decode()

    assert answer.status_code == 422
    assert "第2行没有写日期：“春节放假”" in said
    assert "国办发明电〔2039〕1号" in said
    assert 2040 not in calendar().years


def test_a_day_that_does_not_exist_is_refused(client, officer):
    said = client.post(YEAR, HOLIDAYS | {"holidays": "元旦 2月30日"}).content.decode()
    assert "第1行有不存在的日期" in said


def test_a_day_is_corrected_and_the_former_arrangement_stays_on_record(client, officer):
    client.post(YEAR, HOLIDAYS)
    corrected = {"day": "2040-01-03", "becomes": "ordinary", "source": "国办发明电〔2040〕1号", "on": "2039-12-01"}
    assert client.post(YEAR, corrected).status_code == 302

    assert calendar().is_working_day(date(2040, 1, 3))
    assert not calendar(date(2039, 11, 15)).is_working_day(date(2040, 1, 3))
    assert client.post(YEAR, corrected | {"day": "2041-01-03"}).status_code == 422


def test_a_time_limit_changes_from_a_day_on(client, officer):
    address = ADDRESS + "time-limits/city_check/"
    assert client.post(address, {"working_days": "3", "source": "服务承诺", "on": "2030-01-01"}).status_code == 302
    assert TimeLimit.objects.get(kind="city_check", last_day=None).working_days == 3

    refused = client.post(address, {"working_days": "4", "source": "服务承诺", "on": "2029-01-01"})
    assert refused.status_code == 422
    assert "新的一项须从其后的日期起执行" in refused.content.decode()
    assert client.get(ADDRESS + "time-limits/reply_prompt/").status_code == 404


def test_a_parameter_is_entered_with_its_source(client, officer):
    notice, day = NOTICES[0], date(2022, 9, 1)
    name = "layer_tolerance_share"
    address = f"{ADDRESS}parameters/{name}/"
    assert client.post(address, {"value": "0.02", "source": "某会议纪要", "on": "2022-01-01"}).status_code == 302
    assert limits_with_entered(notice, day).layer_tolerance_share.value == pytest.approx(0.02)

    refused = client.post(address, {"value": "二", "source": "某会议纪要", "on": "2023-01-01"})
    assert refused.status_code == 422
    assert "不合要求" in refused.content.decode()
    assert EnteredParameter.objects.count() == 1


def test_what_the_notice_gives_itself_is_not_to_be_entered(client, officer):
    assert client.get(ADDRESS + "parameters/max_clusters_outside_parks/").status_code == 404


def test_an_access_entry_is_entered_and_ended(client, officer):
    assert client.post(ADDRESS + "access/new/", ENTRY).status_code == 302
    entry = AccessEntry.objects.get()
    assert "禁止新建化工项目" in client.get(ADDRESS + "access/").content.decode()

    address = f"{ADDRESS}access/{entry.pk}/end/"
    assert client.post(address, {"last_day": "2022-06-30", "why": ""}).status_code == 422
    assert client.post(address, {"last_day": "2022-06-30", "why": "清单修订"}).status_code == 302
    entry.refresh_from_db()
    assert entry.last_day == date(2022, 6, 30)
    assert "禁止新建化工项目" not in client.get(ADDRESS + "access/").content.decode()
    assert "禁止新建化工项目" in client.get(ADDRESS + "access/?ended=1").content.decode()


def test_an_access_entry_about_nothing_is_refused(client, officer):
    answer = client.post(ADDRESS + "access/new/", ENTRY | {"industry": ""})
    assert answer.status_code == 422
    assert "至少一项" in answer.content.decode()
    assert "禁止新建化工项目" in answer.content.decode()


def test_a_whole_list_is_imported_or_nothing_of_it(client, officer):
    def sent(*rows):
        text = "\n".join(["准入,行业代码,关键词,适用区县代码,内容或条件,条目", *rows])
        file = SimpleUploadedFile("清单.csv", text.encode())
        return client.post(ADDRESS + "access/import/", {"file": file, "source": "某清单", "on": "2022-01-01"})

    refused = sent("禁止,26,,,禁止化工,第1条", "或许,31,,,冶炼,第2条")
    assert refused.status_code == 422
    assert "第3行" in refused.content.decode()
    assert "沿用已上传的文件：清单.csv" in refused.content.decode()
    assert not AccessEntry.objects.exists()

    assert sent("禁止,26,,,禁止化工,第1条", "限制,31,,,须达能效标杆,第2条").status_code == 302
    assert AccessEntry.objects.count() == 2


def test_every_page_speaks_english(client, officer):
    client.post(ADDRESS + "access/new/", ENTRY)
    pages = ("", "calendar/2025/", "calendar/2041/", "time-limits/city_check/", "parameters/layer_tolerance_share/")
    pages += ("access/", "access/new/", "access/import/", f"access/{AccessEntry.objects.get().pk}/end/")
    assert [client.get(f"/en{ADDRESS}{page}").status_code for page in pages] == [200] * len(pages)
