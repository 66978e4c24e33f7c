"""The people of the demonstration, all invented; they have no passwords and sign in on the demonstration's own page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from jijuqu.accounts.actions.appointments import appoint
from jijuqu.accounts.actions.people import record_about
from jijuqu.accounts.models import Organisation, OrganisationKind, Person
from jijuqu.cases.actions.pool import enter_expert, give_account
from jijuqu.cases.models import Expert
from jijuqu.procedure.experts import Field
from jijuqu.procedure.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_DAY = date(2021, 8, 1)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方俞任袁柳"
GIVEN = ("明远", "雨桐", "志强", "晓燕", "建国", "文静", "海波", "丽娟", "思远", "佳怡")
SEES_ALL_ROLES = "500151"  # the district whose departments sign in themselves; elsewhere their papers are registered


class Staff(NamedTuple):
    """Who acts for one district: its drafting officer and its leader."""

    drafter: Person
    leader: Person


class Names:
    """Invented names, one after another."""

    def __init__(self) -> None:
        self.given = 0

    def next(self) -> str:
        """Give the next name."""
        number = self.given
        self.given += 1
        return SURNAMES[number % len(SURNAMES)] + GIVEN[number // len(SURNAMES) % len(GIVEN)]


NAMES = Names()


@transaction.atomic
def enter(username: str, organisation: Organisation, *roles: Role) -> Person:
    """Enter an invented person with roles for an organisation, without a password."""
    person = Person(username=username, name=NAMES.next(), organisation=organisation, phone="023-00000000")
    person.set_unusable_password()
    person.full_clean(exclude=["password"])
    person.save()
    record_about(person, "accounts.enter_person", None)
    for role in roles:
        appoint(person, organisation, role, first_day=FIRST_DAY, actor=None)
    return person


def enter_city() -> tuple[Person, Person]:
    """Enter the commission's officer and leader, its departments, and the three administrators."""
    commission = Organisation.objects.get(kind=OrganisationKind.COMMISSION)
    officer = enter("city-officer", commission, Role.CITY_OFFICER)
    leader = enter("city-leader", commission, Role.CITY_LEADER)
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR):
        enter(role.value.replace("_", "-"), commission, role)
    enter_departments(Organisation.objects.filter(level="city", kind=OrganisationKind.DEPARTMENT))
    return officer, leader


def enter_district(holder: str) -> Staff:
    """Enter a district's drafting officer and leader; in one district its departments too."""
    of_holder = Organisation.objects.filter(holder=holder)
    authority = of_holder.get(kind=OrganisationKind.DRAFTING_AUTHORITY)
    government = of_holder.get(kind=OrganisationKind.DISTRICT_GOVERNMENT)
    if holder == SEES_ALL_ROLES:
        enter_departments(of_holder.filter(kind__in=[OrganisationKind.DEPARTMENT, OrganisationKind.PARK_OFFICE]))
    return Staff(
        enter(f"{holder}-drafter", authority, Role.DRAFTER), enter(f"{holder}-leader", government, Role.DISTRICT_LEADER)
    )


def enter_departments(organisations: Iterable[Organisation]) -> None:
    """Enter a reviewer and a head for each department."""
    for organisation in organisations:
        enter(f"{organisation.code}-reviewer", organisation, Role.REVIEWER)
        enter(f"{organisation.code}-head", organisation, Role.SIGNATORY)


def enter_experts(officer: Person) -> list[Expert]:
    """Enter the pool of experts; the first two sign in themselves."""
    fields = (
        Field.INDUSTRY,
        Field.PLANNING,
        Field.LAND,
        Field.ECOLOGY,
        Field.SAFETY,
        Field.CONSTRUCTION,
        Field.FINANCE,
    )
    accounts = [enter(f"expert-{n}", officer.organisation, Role.EXPERT) for n in (1, 2)]
    names = [*(each.name for each in accounts), *(NAMES.next() for _ in fields[len(accounts) :])]
    pool = [
        enter_expert(
            Expert(name=name, employer=f"演示{field.label.zh}研究院（虚构）", title="高级工程师", field=field,
                   first_day=FIRST_DAY),
            actor=officer,
        )
        for name, field in zip(names, fields, strict=True)
    ]  # fmt: skip
    for expert, account in zip(pool, accounts, strict=False):
        give_account(expert, account, actor=officer)
    return pool
