"""What the acts on people and roles refuse, what they record, and what the database itself holds."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jijuqu.accounts.actions import (
    amend_organisation,
    amend_person,
    appoint,
    change_password,
    close_account,
    end_appointment,
    enter_organisation,
    enter_person,
    forget_person,
    reopen_account,
    reset_password,
    reset_second_factor,
)
from jijuqu.accounts.models import Appointment, Organisation, Person
from jijuqu.accounts.models.appointment import ADMINISTRATORS
from jijuqu.accounts.permissions import roles_of
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from tests.accounts.people import FIRST_DAY, JIANGJIN, PASSWORD, a_person, in_role, organisation

pytestmark = pytest.mark.django_db
THREE = [Role(code) for code in ADMINISTRATORS]


def acts_about(person):
    return [event.act for event in history(f"person:{person.pk}")]


def test_entering_and_appointing_somebody_are_acts_on_record():
    officer = a_person()
    admin = a_person(Role.SECURITY_ADMIN)
    appointment = appoint(officer, organisation("commission"), Role.CITY_OFFICER, first_day=FIRST_DAY, actor=admin)

    event = history(f"person:{officer.pk}").last()
    assert acts_about(officer) == ["accounts.enter_person", "accounts.change_password", "accounts.appoint"]
    assert event.actor == admin
    assert event.details["role"] == "city_officer"
    assert f"accounts.appointment:{appointment.pk}" in event.rows


def test_the_record_names_nobody():
    person = a_person(name="甲乙丙丁", email="jia@example.org", phone="023-1234")

    said = [str(event.details) for event in history(f"person:{person.pk}")]
    assert not any(word in each for each in said for word in ("甲乙丙丁", "jia@", "023-1234", person.username))


def test_every_act_on_an_account_is_recorded_with_its_reason():
    person, admin = a_person(), a_person(Role.SECURITY_ADMIN)
    reset_password(person, actor=admin, reason="本人来电")
    change_password(person, PASSWORD)
    reset_second_factor(person, actor=admin, reason="换手机")
    close_account(person, actor=admin, reason="借调")
    reopen_account(person, actor=admin, reason="回原单位")
    person.phone = "023"
    amend_person(person, actor=admin)

    assert [act.removeprefix("accounts.") for act in acts_about(person)[2:]] == [
        "reset_password",
        "change_password",
        "reset_second_factor",
        "close_account",
        "reopen_account",
        "amend_person",
    ]
    assert history(f"person:{person.pk}")[4].details == {"reason": "换手机"}


def test_an_organisation_is_entered_and_amended_on_record():
    water = Organisation(
        code="500116-water", name_zh="江津区水利局", level="district", holder=JIANGJIN, kind="department"
    )
    enter_organisation(water, actor=None)
    water.name_zh = "重庆市江津区水利局"
    amend_organisation(water, actor=None)

    assert [event.act for event in history("organisation:500116-water")] == [
        "accounts.enter_organisation",
        "accounts.amend_organisation",
    ]


def test_a_user_name_is_taken_whatever_its_case():
    a_person(username="Wang.Li")

    with pytest.raises(ValidationError, match="这个用户名已被使用"):
        a_person(username="wang.li")


@pytest.mark.parametrize("first", THREE)
@pytest.mark.parametrize("second", THREE)
def test_nobody_is_two_of_the_three_administrators_at_once(first, second):
    person = a_person(first)

    if first is second:
        in_role(person, second, last_day=date(2030, 1, 1))  # the same one twice hurts nobody
    else:
        with pytest.raises(ValidationError, match="不得由同一人担任"):
            in_role(person, second, last_day=date(2030, 1, 1))


def test_one_kind_may_follow_another_from_the_next_day():
    person = a_person()
    in_role(person, Role.SYSTEM_ADMIN, last_day=date(2022, 1, 31))
    in_role(person, Role.AUDITOR, first_day=date(2022, 2, 1))

    assert roles_of(person, date(2022, 1, 31)) == {Role.SYSTEM_ADMIN}
    assert roles_of(person, date(2022, 2, 1)) == {Role.AUDITOR}


DAYS = st.dates(date(2022, 1, 1), date(2022, 1, 12))
SPANS = st.tuples(DAYS, st.none() | DAYS).filter(lambda span: span[1] is None or span[0] <= span[1])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(THREE), SPANS), max_size=5))
def test_however_roles_are_granted_no_day_sees_two_kinds_of_administrator_in_one_person(wanted):
    with transaction.atomic():
        person = a_person()
        for role, (first, last) in wanted:
            try:
                with transaction.atomic():
                    in_role(person, role, first_day=first, last_day=last)
            except ValidationError:
                pass
        held = [roles_of(person, date(2022, 1, day)) for day in range(1, 32)]
        transaction.set_rollback(True)

    assert all(len(each) <= 1 for each in held)


def test_the_database_itself_refuses_a_second_kind_without_last_day():
    person = a_person(Role.SYSTEM_ADMIN)

    with pytest.raises(IntegrityError):
        Appointment.objects.create(person=person, organisation=person.organisation, role="auditor", first_day=FIRST_DAY)


def test_nobody_appoints_themselves():
    admin = a_person(Role.SECURITY_ADMIN)

    with pytest.raises(ValidationError, match="不能给本人授予角色"):
        appoint(admin, admin.organisation, Role.CITY_LEADER, first_day=FIRST_DAY, actor=admin)


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.CITY_LEADER, f"{JIANGJIN}-economy"),
        (Role.DISTRICT_LEADER, f"{JIANGJIN}-economy"),
        (Role.DRAFTER, "commission"),
        (Role.REVIEWER, f"{JIANGJIN}-government"),
        (Role.AUDITOR, "city-ecology"),
    ],
)
def test_a_role_is_held_only_where_it_belongs(role, at):
    with pytest.raises(ValidationError, match="不设这个角色"):
        in_role(a_person(), role, at=at)


def test_a_deputy_needs_days_and_somebody_who_holds_the_role():
    leader, other = a_person(Role.DISTRICT_LEADER), a_person()

    with pytest.raises(ValidationError, match="代行职责要写明截止日期"):
        in_role(other, Role.DISTRICT_LEADER, deputises_for=leader)
    with pytest.raises(ValidationError, match="无从代行"):
        in_role(other, Role.CITY_LEADER, last_day=date(2022, 3, 1), deputises_for=leader)
    with pytest.raises(ValidationError, match="本人不能代行本人的职责"):
        in_role(leader, Role.DISTRICT_LEADER, last_day=date(2022, 3, 1), deputises_for=leader)


def test_nobody_deputises_for_a_deputy():
    leader, deputy, third = a_person(Role.DISTRICT_LEADER), a_person(), a_person()
    until = date(2022, 3, 31)
    in_role(deputy, Role.DISTRICT_LEADER, last_day=until, deputises_for=leader)

    with pytest.raises(ValidationError, match="无从代行"):
        in_role(third, Role.DISTRICT_LEADER, last_day=until, deputises_for=deputy)


def test_administrators_have_no_deputies():
    with pytest.raises(ValidationError, match="管理员的职责不能由他人代行"):
        in_role(a_person(), Role.AUDITOR, last_day=date(2022, 3, 31), deputises_for=a_person(Role.AUDITOR))


def test_an_appointment_does_not_end_before_it_began():
    appointment = a_person(Role.DRAFTER).appointments.get()

    with pytest.raises(ValidationError, match="截止日期早于起始日期"):
        end_appointment(appointment, last_day=date(2021, 7, 31), actor=None)


def test_a_closed_account_opens_again_with_the_same_roles():
    officer, admin = a_person(Role.CITY_OFFICER), a_person(Role.SECURITY_ADMIN)
    close_account(officer, actor=admin, reason="休假")
    reopen_account(officer, actor=admin, reason="返岗")

    assert roles_of(officer, date(2022, 3, 1)) == {Role.CITY_OFFICER}


def test_an_initial_password_works_and_is_not_the_last():
    person = a_person()
    given = reset_password(person, actor=a_person(Role.SECURITY_ADMIN), reason="忘记密码")

    kept = Person.objects.get(pk=person.pk)
    assert kept.check_password(given)
    assert not kept.check_password(PASSWORD)
    assert kept.password_is_initial
    assert given not in str(list(history(f"person:{person.pk}").values("details", "rows")))


def test_of_somebody_forgotten_only_a_number_is_left():
    person = a_person(Role.CITY_OFFICER, name="甲乙丙丁", email="jia@example.org", phone="023-1234")
    person.sign_ins.create(succeeded=True)
    forget_person(person, actor=a_person(Role.SECURITY_ADMIN), reason="本人要求")

    kept = Person.objects.get(pk=person.pk)
    assert (kept.username, kept.name, kept.email, kept.phone) == (f"forgotten-{kept.pk}", "（已清除）", "", "")
    assert not kept.is_active
    assert not kept.has_usable_password()
    assert not kept.sign_ins.exists()
    assert acts_about(kept)[-1] == "accounts.forget_person"


def test_signing_in_writes_no_stronger_hash_behind_the_record(settings):
    person = a_person()
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]

    assert person.check_password(PASSWORD)
    assert Person.objects.get(pk=person.pk).password.startswith("md5$")


def test_a_person_without_an_organisation_is_not_entered():
    with pytest.raises(ValidationError):
        enter_person(Person(username="x", name="某人"), actor=None)
