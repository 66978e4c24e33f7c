"""账号与授权: the security administrator's pages, and who else sees them."""

from datetime import date

import pytest
from django.core.cache import cache

from jijuqu.accounts.actions import notify
from jijuqu.accounts.models import Appointment, Organisation, Person
from jijuqu.accounts.permissions import roles_of
from jijuqu.accounts.reasons import Reason
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from jijuqu.words.text import Text
from tests.accounts.people import JIANGJIN, PASSWORD, a_person
from tests.web.account.signing_in import sign_in, sign_in_with_second_factor

pytestmark = pytest.mark.django_db
ON = date(2022, 3, 1)


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


@pytest.fixture
def admin(client):
    person = a_person(Role.SECURITY_ADMIN)
    sign_in_with_second_factor(client, person)
    return person


def words_of(answer):
    return answer.content.decode()


PAGES = {
    "/people/": {Role.SECURITY_ADMIN, Role.AUDITOR},
    "/people/new/": {Role.SECURITY_ADMIN},
    "/organisations/": {Role.SECURITY_ADMIN},
    "/organisations/commission/": {Role.SECURITY_ADMIN},
    "/mail-outbox/": {Role.SYSTEM_ADMIN},
    "/account/": set(Role),
    "/account/notices/": set(Role),
    "/account/my-data.json": set(Role),
}


@pytest.mark.parametrize("role", list(Role))
def test_each_page_is_open_to_exactly_those_roles(client, role):
    sign_in_with_second_factor(client, a_person(role))

    for path, roles in PAGES.items():
        assert client.get(path).status_code == (200 if role in roles else 403), path


@pytest.mark.parametrize("role", list(Role))
def test_the_menu_shows_what_may_be_opened_and_nothing_else(client, role):
    sign_in_with_second_factor(client, a_person(role))
    menu = words_of(client.get("/")).split("<main")[0]

    for path in ("/people/", "/organisations/", "/mail-outbox/"):
        assert (f'href="{path}"' in menu) == (role in PAGES[path]), path


def test_an_auditor_looks_and_does_not_touch(client):
    sign_in_with_second_factor(client, a_person(Role.AUDITOR))
    officer = a_person(Role.CITY_OFFICER)

    page = words_of(client.get(f"/people/{officer.pk}/"))
    assert "市级经办" in page
    assert "授予角色</button>" not in page
    assert client.post(f"/people/{officer.pk}/", {"name": "x"}).status_code == 403
    assert client.post(f"/people/{officer.pk}/close/", {"close-reason": "x"}).status_code == 403


def test_somebody_is_entered_appointed_and_signs_in_with_the_initial_password(client, admin):
    form = {"name": "陈立", "username": "chen.li", "organisation": f"{JIANGJIN}-economy", "email": "", "phone": ""}
    shown = client.post("/people/new/", form)
    password = shown.context["password"]
    person = Person.objects.get(username="chen.li")
    client.post(
        f"/people/{person.pk}/appoint/",
        {"role": "drafter", "organisation": f"{JIANGJIN}-economy", "first_day": "2021-08-01"},
    )

    assert password in words_of(shown)
    assert password not in words_of(client.get(f"/people/{person.pk}/"))
    assert roles_of(person, ON) == {Role.DRAFTER}
    event = history(f"person:{person.pk}").last()
    assert (event.act, event.actor) == ("accounts.appoint", admin)
    client.post("/account/sign-out/")
    assert sign_in(client, person, password).status_code == 302


def test_a_refused_appointment_says_why_and_keeps_what_was_chosen(client, admin):
    person = a_person()
    answer = client.post(
        f"/people/{person.pk}/appoint/",
        {
            "role": "city_leader",
            "organisation": f"{JIANGJIN}-economy",
            "first_day": "2022-02-01",
            "last_day": "2022-01-01",
            "deputises_for": "nobody",
        },
    )

    page = words_of(answer)
    assert "没有用户名为“nobody”的人" in page
    assert 'value="2022-02-01"' in page
    assert '<option value="city_leader" selected>' in page
    assert not Appointment.objects.filter(person=person).exists()


def test_a_deputy_is_named_by_user_name(client, admin):
    leader, deputy = a_person(Role.DISTRICT_LEADER, username="Leader"), a_person()
    client.post(
        f"/people/{deputy.pk}/appoint/",
        {
            "role": "district_leader",
            "organisation": f"{JIANGJIN}-government",
            "first_day": "2022-02-01",
            "last_day": "2022-02-28",
            "deputises_for": "leader",
        },
    )

    assert deputy.appointments.get().deputises_for == leader
    assert f"代{leader.name}" in words_of(client.get(f"/people/{deputy.pk}/"))


def test_an_appointment_is_ended_with_a_day_and_a_reason(client, admin):
    officer = a_person(Role.CITY_OFFICER)
    key = officer.appointments.get().pk
    client.post(f"/people/appointments/{key}/end/", {f"end-{key}-last_day": "2022-02-28", f"end-{key}-reason": "轮岗"})

    assert officer.appointments.get().last_day == date(2022, 2, 28)
    assert history(f"person:{officer.pk}").last().details["reason"] == "轮岗"


def test_a_day_before_the_first_is_refused_beside_the_appointment(client, admin):
    officer = a_person(Role.CITY_OFFICER)
    key = officer.appointments.get().pk
    answer = client.post(
        f"/people/appointments/{key}/end/", {f"end-{key}-last_day": "2020-01-01", f"end-{key}-reason": "轮岗"}
    )

    assert "截止日期早于起始日期" in words_of(answer)
    assert officer.appointments.get().last_day is None


def test_an_account_is_closed_and_opened_with_a_reason(client, admin):
    officer = a_person(Role.CITY_OFFICER)

    assert "这个字段是必填项" in words_of(client.post(f"/people/{officer.pk}/close/", {"close-reason": ""}))
    client.post(f"/people/{officer.pk}/close/", {"close-reason": "借调"})
    assert not Person.objects.get(pk=officer.pk).is_active
    client.post(f"/people/{officer.pk}/reopen/", {"reopen-reason": "返岗"})
    assert Person.objects.get(pk=officer.pk).is_active


def test_personal_data_is_removed_only_after_typing_the_user_name(client, admin):
    officer = a_person(Role.CITY_OFFICER)
    client.post(f"/people/{officer.pk}/forget/", {"forget-reason": "本人要求", "forget-username": "other"})
    assert Person.objects.get(pk=officer.pk).name == officer.name

    client.post(f"/people/{officer.pk}/forget/", {"forget-reason": "本人要求", "forget-username": officer.username})
    assert Person.objects.get(pk=officer.pk).name == "（已清除）"


def test_a_reset_password_is_shown_once(client, admin):
    officer = a_person(Role.CITY_OFFICER)
    shown = client.post(f"/people/{officer.pk}/reset-password/", {"reset-password-reason": "忘记密码"}).context[
        "password"
    ]

    assert Person.objects.get(pk=officer.pk).check_password(shown)
    assert not Person.objects.get(pk=officer.pk).check_password(PASSWORD)


@pytest.mark.parametrize("act", ["reset-password", "reset-second-factor", "close", "forget"])
def test_an_administrator_does_nothing_of_the_kind_to_themselves(client, admin, act):
    assert client.post(f"/people/{admin.pk}/{act}/", {f"{act}-reason": "x"}).status_code == 403
    assert "不能给本人授予角色" in words_of(client.get(f"/people/{admin.pk}/"))


def test_people_are_found_by_name_organisation_and_role(client, admin):
    a_person(Role.DRAFTER, name="陈立")
    a_person(Role.CITY_OFFICER, name="孙宁")

    assert "陈立" in words_of(client.get("/people/?q=陈"))
    assert "孙宁" not in words_of(client.get("/people/?q=江津区经济"))
    found = words_of(client.get("/people/?role=city_officer"))
    assert "孙宁" in found
    assert "陈立" not in found
    assert "没有符合条件的人员" in words_of(client.get("/people/?q=no-such-name"))
    assert client.get("/people/?role=no-such-role&page=99").status_code == 200


def test_the_list_of_people_asks_as_often_for_many_as_for_few(client, admin, django_assert_max_num_queries):
    for _each in range(12):
        a_person(Role.REVIEWER, Role.SIGNATORY)

    with django_assert_max_num_queries(12):
        client.get("/people/")


def test_an_organisation_is_entered_and_renamed_as_on_its_seal(client, admin):
    form = {
        "code": f"{JIANGJIN}-water",
        "name_zh": "江津区水利局",
        "name_en": "",
        "kind": "department",
        "level": "district",
        "holder": JIANGJIN,
        "duty": "",
    }
    assert client.post("/organisations/new/", form).headers["Location"] == "/organisations/"
    client.post(f"/organisations/{JIANGJIN}-water/", form | {"name_zh": "重庆市江津区水利局"})

    assert Organisation.objects.get(pk=f"{JIANGJIN}-water").name_zh == "重庆市江津区水利局"


def test_a_district_organisation_without_a_district_is_refused(client, admin):
    form = {"code": "x", "name_zh": "某局", "kind": "department", "level": "district", "holder": ""}

    assert "区县单位要选所属区县" in words_of(client.post("/organisations/new/", form))


def test_my_data_is_all_there_to_take_along_and_no_secret_in_it(client):
    person = a_person(Role.DRAFTER, email="chen@example.org")
    sign_in(client, person)
    held = client.get("/account/my-data.json")

    assert held.headers["Content-Disposition"].startswith("attachment")
    data = held.json()
    assert data["email"] == "chen@example.org"
    assert data["appointments"][0]["role"] == "drafter"
    assert data["sign_ins"][0]["succeeded"] is True
    assert data["acts"][0]["act"] == "accounts.change_password"
    assert person.password not in held.content.decode()


def test_nobody_sees_the_data_of_somebody_else(client):
    a_person(Role.DRAFTER, name="他人", email="other@example.org")
    sign_in(client, a_person(Role.DRAFTER))

    for path in ("/account/", "/account/my-data.json"):
        assert "other@example.org" not in words_of(client.get(path))


def test_what_people_change_of_themselves_is_on_record(client):
    person = a_person(Role.DRAFTER)
    sign_in(client, person)
    client.post("/account/", {"email": "a@example.org", "phone": "", "mail_wish": "never", "mail_language": "en"})

    changed = Person.objects.get(pk=person.pk)
    assert (changed.email, changed.mail_wish, changed.mail_language) == ("a@example.org", "never", "en")
    assert history(f"person:{person.pk}").last().act == "accounts.amend_person"


@pytest.fixture
def told(client):
    """Somebody signed in who was told of something."""
    person = a_person(Role.DRAFTER)
    event = history(f"person:{a_person().pk}").first()
    notify(event, [person], Reason.TO_DO, about=Text("请反馈意见", "Please give your opinion"), address="/clauses/")
    sign_in(client, person)
    return person


def test_a_notice_says_why_and_opening_it_reads_it(client, told):
    page = words_of(client.get("/account/notices/"))
    assert "请反馈意见" in page
    assert "为何通知您：这件事待您办理" in page
    assert "1条未读" in page

    key = told.notifications.get().pk
    assert client.get(f"/account/notices/{key}/").headers["Location"] == "/clauses/"
    assert client.get(f"/en/account/notices/{key}/").headers["Location"] == "/en/clauses/"
    assert "条未读" not in words_of(client.get("/account/notices/"))


def test_a_notice_of_somebody_else_is_not_there(client, told):
    key = told.notifications.get().pk
    client.post("/account/sign-out/")
    sign_in(client, a_person(Role.DRAFTER))

    assert client.get(f"/account/notices/{key}/").status_code == 404
    client.post("/account/notices/read/", {"shown": key})
    assert told.notifications.get().read_at is None


def test_all_notices_of_a_page_are_read_with_one_button(client, told):
    client.post("/account/notices/read/", {"shown": [told.notifications.get().pk, "x"]})

    assert told.notifications.get().read_at
    assert "没有未读的通知" in words_of(client.get("/account/notices/?unread=1"))
