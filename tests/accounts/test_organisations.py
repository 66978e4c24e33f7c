"""The organisations that stand there from the first start are those the notice names, for every quota holder."""

from collections import Counter
from datetime import date

import pytest

from jijuqu.accounts.models import Organisation
from jijuqu.accounts.organisations import organisation_rows
from jijuqu.accounts.queries import holding, organisations_on
from jijuqu.procedure.departments import ASKED, Duty
from jijuqu.procedure.roles import Level, Role
from jijuqu.registry.holders import holder_rows
from tests.accounts.people import JIANGJIN, YONGCHUAN, a_person, in_role

ON = date(2022, 3, 1)
DEPARTMENTS = {"department", "park_office"}


def of(holder):
    return [row for row in organisation_rows() if row["holder"] == holder]


def test_every_quota_holder_has_its_seven_with_its_own_days():
    for holder in holder_rows():
        rows = of(holder["code"])

        kinds = Counter(row["kind"] for row in rows)
        assert kinds == {"district_government": 1, "drafting_authority": 1, "department": 4, "park_office": 1}
        assert {(row["first_day"], row["last_day"]) for row in rows} == {(holder["first_day"], holder["last_day"])}
        assert {Duty(row["duty"]) for row in rows if row["kind"] in DEPARTMENTS} == set(ASKED[Level.DISTRICT])
    assert len({row["holder"] for row in organisation_rows()} - {""}) == len(list(holder_rows()))


def test_the_city_has_the_commission_those_it_asks_and_those_that_share_the_work():
    city = of("")

    assert [row["name_zh"] for row in city if row["kind"] == "commission"] == ["重庆市经济和信息化委员会"]
    duties = {Duty(row["duty"]) for row in city if row["kind"] == "department"}
    assert duties == {*ASKED[Level.CITY], Duty.SCIENCE, Duty.FINANCE}


def test_everyone_has_a_name_in_both_languages():
    assert all(row["name_zh"] and row["name_en"] for row in organisation_rows())


@pytest.mark.django_db
def test_of_the_day_of_the_notice_there_are_forty_one_times_seven_and_seven():
    assert organisations_on(ON).count() == 41 * 7 + 7
    assert not organisations_on(ON).filter(holder="500157").exists()
    assert set(Organisation.objects.values_list("code", flat=True)) == {row["code"] for row in organisation_rows()}


@pytest.mark.django_db
def test_those_who_hold_a_role_are_found_by_organisation_and_by_district():
    here, there = a_person(Role.DRAFTER), a_person(Role.DRAFTER, at=f"{YONGCHUAN}-economy")
    leader, deputy = a_person(Role.DISTRICT_LEADER), a_person()
    in_role(deputy, Role.DISTRICT_LEADER, last_day=date(2022, 12, 31), deputises_for=leader)

    assert set(holding(Role.DRAFTER, ON)) == {here, there}
    assert set(holding(Role.DRAFTER, ON, holder=JIANGJIN)) == {here}
    assert set(holding(Role.DISTRICT_LEADER, ON, organisation=f"{JIANGJIN}-government")) == {leader, deputy}
