"""Who may do what, as a table, and how far each sees, over every combination of roles, organisations and days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.accounts.actions import close_account, end_appointment
from jijuqu.accounts.models import Organisation
from jijuqu.accounts.permission_table import NEED_SECOND_FACTOR, SIGHTS, Sight
from jijuqu.accounts.permissions import GRANTED, Capacity, Permission, Powers, may, powers_of, reach, roles_of
from jijuqu.procedure.roles import Role
from tests.accounts.people import FIRST_DAY, JIANGJIN, YONGCHUAN, a_person, in_role

ON = date(2022, 3, 1)

# A column a role, a line a permission.
ROLES = "drafter district_leader reviewer signatory expert city_officer city_leader system_admin security_admin auditor"
TABLE = """
see_cases          x x x x . x x . . x
plan               x . . . . . . . . .
organise_review    x . . . . x . . . .
give_opinion       . . x x . . . . . .
sign_opinion       . . . x . . . . . .
assess             . . . . x . . . . .
decide             . x . . . . x . . .
receive            . . . . . x . . . .
write_letters      x . . . . x . . . .
register_papers    x . . . . x . . . .
enter_in_park      x . . . . x . . . .
enter_existing     . . . . . x . . . .
publish            . . . . . x . . . .
compare_districts  . . . . . x x . . .
screen_sites       x . . . . x x . . .
try_policy         . . . . . x x . . .
keep_reference     . . . . . x . x . .
keep_people        . . . . . . . . x .
keep_system        . . . . . . . x . .
audit              . . . . . . . . . x
"""
SEES = "holder holder organisation organisation nothing everything everything nothing nothing everything"
SECOND_FACTOR = ". x . x . . x x x x"


def test_each_role_may_do_exactly_what_the_table_says():
    for line in TABLE.strip().splitlines():
        permission, *marks = line.split()
        for role, mark in zip(ROLES.split(), marks, strict=True):
            assert (permission in GRANTED[Role(role)]) == (mark == "x"), (role, permission)
    assert {line.split()[0] for line in TABLE.strip().splitlines()} == set(Permission)
    assert set(GRANTED) == set(Role) == set(ROLES.split())


def test_each_role_sees_exactly_as_far_as_the_table_says():
    assert {role: str(SIGHTS[Role(role)]) for role in ROLES.split()} == dict(
        zip(ROLES.split(), SEES.split(), strict=True)
    )


def test_those_who_decide_and_administrators_need_a_second_factor():
    needed = {role for role, mark in zip(ROLES.split(), SECOND_FACTOR.split(), strict=True) if mark == "x"}

    assert needed == NEED_SECOND_FACTOR


HOLDERS = ["", JIANGJIN, YONGCHUAN]
capacities = st.builds(
    lambda role, holder, part, behalf: Capacity(role, f"{holder or 'city'}-{part}", holder, behalf),
    st.sampled_from(Role),
    st.sampled_from(HOLDERS),
    st.sampled_from(["economy", "ecology"]),
    st.sampled_from([None, 7]),
)


@given(
    st.lists(capacities, max_size=4).map(tuple),
    st.sampled_from(Permission),
    st.sampled_from([None, *HOLDERS]),
    st.sampled_from([None, "city-ecology", f"{JIANGJIN}-economy", f"{YONGCHUAN}-ecology"]),
)
def test_a_permission_holds_only_where_one_single_role_both_grants_it_and_reaches_there(held, permission, holder, org):
    def one_is_enough(each):
        sight = SIGHTS[each.role]
        there = (
            (holder is None and org is None)
            or sight is Sight.EVERYTHING
            or (sight is Sight.HOLDER and each.holder == holder)
            or (sight is Sight.ORGANISATION and each.organisation == org)
        )
        return there and permission in GRANTED[each.role]

    assert Powers(held).may(permission, holder=holder, organisation=org) == any(map(one_is_enough, held))


@given(st.lists(capacities, max_size=4).map(tuple), st.sampled_from(HOLDERS))
def test_what_a_page_allows_a_list_shows(held, holder):
    powers = Powers(held)

    if powers.may(Permission.SEE_CASES, holder=holder):
        assert powers.reach.includes(holder=holder)


@pytest.mark.django_db
def test_a_drafter_reaches_their_own_district_and_no_other():
    drafter = a_person(Role.DRAFTER)

    assert reach(drafter, ON).holders == {JIANGJIN}
    assert may(drafter, Permission.PLAN, ON, holder=JIANGJIN)
    assert not may(drafter, Permission.PLAN, ON, holder=YONGCHUAN)


@pytest.mark.django_db
def test_two_roles_are_not_mixed_into_a_third():
    both = a_person(Role.DRAFTER)
    in_role(both, Role.REVIEWER, at=f"{YONGCHUAN}-ecology")

    assert may(both, Permission.GIVE_OPINION, ON, organisation=f"{YONGCHUAN}-ecology")
    assert not may(both, Permission.PLAN, ON, organisation=f"{YONGCHUAN}-ecology")
    assert not may(both, Permission.GIVE_OPINION, ON, holder=JIANGJIN)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2021, 7, 31), False),
        (date(2021, 8, 1), True),
        (date(2022, 3, 31), True),
        (date(2022, 4, 1), False),
    ],
)
def test_a_role_holds_from_its_first_to_its_last_day(day, held):
    officer = a_person()
    in_role(officer, Role.CITY_OFFICER, last_day=date(2022, 3, 31))

    assert (Role.CITY_OFFICER in roles_of(officer, day)) == held


@pytest.mark.django_db
def test_a_role_ends_with_its_organisation():
    abolished = a_person(Role.DRAFTER, at="500112-economy")  # 渝北区, until 2025-11-05

    assert roles_of(abolished, date(2025, 11, 5)) == {Role.DRAFTER}
    assert roles_of(abolished, date(2025, 11, 6)) == frozenset()
    assert Organisation.objects.get(pk="500112-economy").last_day == date(2025, 11, 5)


@pytest.mark.django_db
def test_a_deputy_acts_for_somebody_on_the_given_days_and_the_record_says_for_whom():
    leader, deputy = a_person(Role.DISTRICT_LEADER), a_person(Role.DRAFTER)
    in_role(deputy, Role.DISTRICT_LEADER, first_day=ON, last_day=ON + timedelta(days=4), deputises_for=leader)

    capacity = powers_of(deputy, ON).capacity_for(Permission.DECIDE, holder=JIANGJIN)

    assert capacity.details() == {
        "role": "district_leader",
        "organisation": f"{JIANGJIN}-government",
        "on_behalf_of": leader.pk,
    }
    assert powers_of(deputy, ON).need_second_factor
    assert not may(deputy, Permission.DECIDE, ON - timedelta(days=1))
    assert not may(deputy, Permission.DECIDE, ON + timedelta(days=5))


@pytest.mark.django_db
def test_nobody_deputises_for_somebody_who_no_longer_holds_the_role():
    leader, deputy = a_person(Role.DISTRICT_LEADER), a_person()
    in_role(deputy, Role.DISTRICT_LEADER, first_day=ON, last_day=ON + timedelta(days=30), deputises_for=leader)
    end_appointment(leader.appointments.get(), last_day=ON + timedelta(days=2), actor=None)

    assert may(deputy, Permission.DECIDE, ON + timedelta(days=2))
    assert not may(deputy, Permission.DECIDE, ON + timedelta(days=3))


@pytest.mark.django_db
def test_ones_own_capacity_comes_before_a_deputised_one():
    leader, other = a_person(Role.CITY_LEADER), a_person()
    in_role(other, Role.CITY_LEADER, first_day=FIRST_DAY, last_day=date(2022, 12, 31), deputises_for=leader)
    in_role(other, Role.CITY_LEADER, first_day=ON)

    assert powers_of(other, ON - timedelta(days=1)).capacity_for(Permission.DECIDE).on_behalf_of == leader.pk
    assert powers_of(other, ON).capacity_for(Permission.DECIDE).on_behalf_of is None


@pytest.mark.django_db
def test_a_closed_account_holds_nothing():
    officer = a_person(Role.CITY_OFFICER)
    close_account(officer, actor=a_person(Role.SECURITY_ADMIN), reason="离职")

    assert roles_of(officer, ON) == frozenset()
    assert not reach(officer, ON).everything


@pytest.mark.django_db
def test_all_that_somebody_holds_is_read_in_one_query(django_assert_num_queries):
    officer = a_person(Role.CITY_OFFICER, Role.REVIEWER)

    with django_assert_num_queries(1):
        assert powers_of(officer, ON).reach.everything
