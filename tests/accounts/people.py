"""Builds people in a named role; roles that need a second factor get none until a test sets it up."""

from __future__ import annotations

from datetime import date
from itertools import count

from jijuqu.accounts.actions import appoint, change_password, enter_person
from jijuqu.accounts.models import Organisation, Person
from jijuqu.procedure.roles import Role

JIANGJIN, YONGCHUAN = "500116", "500118"
FIRST_DAY = date(2021, 8, 1)
PASSWORD = "lantern-orchard-57"  # noqa: S105 - of people who exist in tests only

# Where the tests let each role be held.
AT = {
    Role.DRAFTER: f"{JIANGJIN}-economy",
    Role.DISTRICT_LEADER: f"{JIANGJIN}-government",
    Role.REVIEWER: f"{JIANGJIN}-ecology",
    Role.SIGNATORY: f"{JIANGJIN}-ecology",
    Role.EXPERT: f"{JIANGJIN}-economy",
}
_numbers = count(1)


def organisation(code: str) -> Organisation:
    return Organisation.objects.get(pk=code)


def a_person(*roles: Role, at: str | None = None, **columns) -> Person:
    """Enter somebody who chose PASSWORD, in roles at the organisations of AT, or at one named by its code."""
    number = next(_numbers)
    where = organisation(at or AT.get(roles[0] if roles else Role.CITY_OFFICER, "commission"))
    given = {"username": f"p{number}", "name": f"人员{number}", "organisation": where} | columns
    person = Person(**given)
    enter_person(person, actor=None)
    change_password(person, PASSWORD)
    for role in roles:
        in_role(person, role, at=at)
    return person


def in_role(person: Person, role: Role, *, at: str | None = None, **days):
    where = organisation(at or AT.get(role, "commission"))
    return appoint(person, where, role, first_day=days.pop("first_day", FIRST_DAY), actor=None, **days)
