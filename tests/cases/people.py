"""People of 梁平区 and the city in every role, for one test."""

from __future__ import annotations

from datetime import date

from jijuqu.accounts.models import Appointment, Organisation, Person
from jijuqu.procedure.roles import Role

LIANGPING = "500155"
DISTRICT_DEPARTMENTS = ("development-reform", "natural-resources", "ecology", "emergency", "parks")
CITY_DEPARTMENTS = ("development-reform", "natural-resources", "ecology", "emergency")


def a_person(username, organisation, *roles):
    if known := Person.objects.filter(username=username).first():
        return known
    person = Person.objects.create(username=username, name=username, organisation_id=organisation)
    for role in roles:
        Appointment.objects.create(person=person, organisation_id=organisation, role=role, first_day=date(2021, 1, 1))
    return person


def drafter(username="drafter", holder=LIANGPING):
    return a_person(username, f"{holder}-economy", Role.DRAFTER)


def district_leader():
    return a_person("mayor", f"{LIANGPING}-government", Role.DISTRICT_LEADER)


def city_officer(username="officer"):
    return a_person(username, "commission", Role.CITY_OFFICER)


def city_leader():
    return a_person("director", "commission", Role.CITY_LEADER)


def reviewer(organisation):
    return a_person(f"r-{organisation}", organisation, Role.REVIEWER)


def signatory(organisation):
    return a_person(f"s-{organisation}", organisation, Role.SIGNATORY)


def departments(prefix, names):
    return [Organisation.objects.get(pk=f"{prefix}-{name}") for name in names]
