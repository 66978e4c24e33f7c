"""The organisations that stand there from the first start are those the notice names, for every quota holder."""

from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from jijuqu.accounts.actions import amend_organisation
from jijuqu.accounts.models import Organisation
from jijuqu.accounts.organisations import organisation_rows, successors
from jijuqu.accounts.permissions import reach
from jijuqu.accounts.queries import holding, organisations_on
from jijuqu.journal.migrating import restate
from jijuqu.journal.models import Event
from jijuqu.journal.verify import verify
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


def test_whoever_came_after_a_quota_holder_has_the_organisations_that_came_after_its_own():
    heirs = {holder["code"]: holder["successor_id"] for holder in holder_rows() if holder["successor_id"]}

    expected = {
        row["code"]: row["code"].replace(row["holder"], heirs[row["holder"]])
        for row in organisation_rows()
        if row["holder"] in heirs
    }
    assert successors() == expected


@pytest.mark.django_db
def test_the_first_start_enters_who_came_after_whom():
    known = Organisation.objects.filter(successor__isnull=False).values_list("code", "successor")
    assert dict(known) == successors()


@pytest.mark.django_db
def test_those_who_came_after_are_found_where_the_abolished_were_from_the_day_after_its_last():
    drafter = a_person(Role.DRAFTER, at="500157-economy")

    for last, found in ((date(2025, 11, 5), set()), (date(2025, 11, 6), {drafter})):
        assert set(holding(Role.DRAFTER, last, holder="500112")) == found
        assert set(holding(Role.DRAFTER, last, organisation="500105-economy")) == found
        assert reach(drafter, last).holders == ({"500157", "500105", "500112"} if found else set())


@pytest.mark.django_db
def test_what_was_taken_over_goes_on_to_whoever_takes_over_next():
    old = Organisation.objects.get(pk="500157-ecology")
    old.last_day, old.successor_id = date(2030, 1, 1), f"{JIANGJIN}-ecology"
    amend_organisation(old, actor=None)

    taken_over = Organisation.objects.filter(successor=f"{JIANGJIN}-ecology").values_list("code", flat=True)
    assert set(taken_over) == {"500157-ecology", "500105-ecology", "500112-ecology"}
    assert verify().first_fault is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("last_day", "successor", "said"),
    [
        (None, f"{YONGCHUAN}-ecology", "要写明截止日期"),
        (date(2030, 1, 1), f"{JIANGJIN}-ecology", "承接单位不能是本单位"),
        (date(2030, 1, 1), "500105-ecology", "已由两江新区生态环境局承接"),
    ],
)
def test_a_succession_without_a_day_to_oneself_or_to_one_that_is_no_more_is_refused(last_day, successor, said):
    organisation = Organisation.objects.get(pk=f"{JIANGJIN}-ecology")
    organisation.last_day, organisation.successor_id = last_day, successor

    with pytest.raises(ValidationError, match=said):
        amend_organisation(organisation, actor=None)


@pytest.mark.django_db
def test_a_migration_of_the_table_records_anew_only_what_an_act_spoke_of():
    amended = Organisation.objects.get(pk="city-ecology")
    amend_organisation(amended, actor=None)

    restate("accounts", "Organisation")(apps, SimpleNamespace(connection=connection))

    restated = Event.objects.get(act="journal.restate")
    assert list(restated.rows) == ["accounts.organisation:city-ecology"]
    assert verify().first_fault is None
