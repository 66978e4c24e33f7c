"""The first administrators come from the command line; from then on nobody gets round the rule of three."""

import pytest
from allauth.mfa.models import Authenticator
from typer.testing import CliRunner

from jijuqu.accounts.actions import change_password
from jijuqu.accounts.models import Person
from jijuqu.cli import app
from jijuqu.journal.queries import history
from jijuqu.procedure.roles import Role
from tests.accounts.people import PASSWORD, a_person
from tests.own_database import finished


def command(*arguments, act="create"):
    return CliRunner().invoke(app, ["admin", act, *arguments])


@pytest.mark.django_db
def test_the_first_administrator_is_entered_with_a_password_shown_once():
    made = command("wang.an", "--name", "王安")

    assert made.exit_code == 0
    person = Person.objects.get()
    assert person.check_password(made.stdout.split("：")[-1].strip())
    assert person.password_is_initial
    assert list(person.appointments.values_list("role", "organisation")) == [("security_admin", "commission")]
    assert [event.act for event in history(f"person:{person.pk}")] == ["accounts.enter_person", "accounts.appoint"]


@pytest.mark.django_db
def test_there_is_no_second_first_administrator():
    command("wang.an", "--name", "王安")
    again = command("li.ping", "--name", "李平", "--lang", "en")

    assert again.exit_code == 2
    assert again.stdout == ""
    assert "There is one already (user name wang.an)" in again.stderr
    assert Person.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["wang.an", "--name", "王安", "--role", "city_leader"], "--role 只能是"),
        (["王 安", "--name", "王安"], "用户名只能用字母、汉字、数字"),
        (["wang.an", "--name", ""], "没有录入"),
    ],
)
def test_what_cannot_be_entered_is_refused_with_a_sentence_and_leaves_nothing(arguments, sentence):
    refused = command(*arguments)

    assert refused.exit_code == 2
    assert sentence in refused.stderr
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_the_only_security_administrator_who_lost_everything_comes_in_again():
    command("wang.an", "--name", "王安")
    person = Person.objects.get()
    change_password(person, PASSWORD)
    Authenticator.objects.create(user=person, type="totp", data={})
    done = command("Wang.An", act="reset")

    person.refresh_from_db()
    assert person.check_password(done.stdout.split("：")[-1].strip())
    assert person.password_is_initial
    assert not Authenticator.objects.exists()
    acts = [(event.act, event.actor) for event in history(f"person:{person.pk}")][-2:]
    assert acts == [("accounts.reset_password", None), ("accounts.reset_second_factor", None)]


@pytest.mark.django_db
def test_nobody_else_is_reset_from_the_command_line():
    officer = a_person(Role.CITY_OFFICER, username="sun.ning")
    refused = command("sun.ning", act="reset")

    assert refused.exit_code == 2
    assert "没有用户名为“sun.ning”的安全管理员" in refused.stderr
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


PERSON = """
from jijuqu.accounts.actions import enter_person
from jijuqu.accounts.models import Organisation, Person
person = Person(username="both", name="某人", organisation=Organisation.objects.get(pk="commission"))
enter_person(person, actor=None)
"""
GRANT = """
import sys
from datetime import date
from django.core.exceptions import ValidationError
from jijuqu.accounts.actions import appoint
from jijuqu.accounts.models import Organisation, Person
from jijuqu.procedure.roles import Role
person, commission = Person.objects.get(username="both"), Organisation.objects.get(pk="commission")
done = 0
for day in range(1, 29):
    try:
        on = date(2022, 1, day)
        appoint(person, commission, Role(sys.argv[1]), first_day=on, last_day=on, actor=None)
        done += 1
    except ValidationError:
        pass
print(done)
"""
BOTH = """
from collections import Counter
from jijuqu.accounts.models import Appointment
print(max(Counter(Appointment.objects.values_list("first_day", flat=True)).values()))
"""


def test_two_who_grant_at_once_never_make_one_person_two_kinds_of_administrator(site):
    site.run(PERSON)
    racers = [site.start(GRANT, role) for role in ("system_admin", "auditor")]
    granted = [int(finished(racer)) for racer in racers]

    assert sum(granted) == 28
    assert site.run(BOTH).strip() == "1"
    assert site.command("verify").returncode == 0
