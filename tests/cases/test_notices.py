"""Who is told of an act: each once, saying why, and nobody of what they did themselves."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.accounts.models import Notification
from jijuqu.accounts.reasons import Reason
from jijuqu.cases.actions import district, reviewing
from jijuqu.cases.models import Watch
from jijuqu.procedure.roles import Role
from tests.cases import lives, people
from tests.cases.builders import a_draft, by, complete

pytestmark = pytest.mark.django_db


def told(act, **wanted):
    rows = Notification.objects.filter(event__act=act, **wanted).select_related("person")
    return {(each.person.username, each.reason) for each in rows}


def test_departments_are_told_when_they_are_asked_and_nobody_else():
    drafter = people.drafter()
    for name in people.DISTRICT_DEPARTMENTS:
        people.reviewer(f"{people.LIANGPING}-{name}")
    people.reviewer("city-ecology")
    case = complete(a_draft(drafter), drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    reviewing.start_district_review(case.pk, asked, by(drafter, date(2022, 3, 2)))
    assert told("start_district_review") == {
        (f"r-{people.LIANGPING}-{name}", Reason.TO_DO) for name in people.DISTRICT_DEPARTMENTS
    }


def test_the_leader_is_told_what_waits_for_them_and_watchers_that_the_case_moved():
    who = lives.cast()
    watcher = people.a_person("watcher", "commission")
    case = lives.reviewed_by_district(who)
    Watch.objects.create(case=case, person=watcher)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    assert told("submit_to_district") == {("mayor", Reason.TO_DO), ("watcher", Reason.WATCHED)}


def test_the_address_leads_to_the_case():
    who = lives.cast()
    case = lives.reviewed_by_district(who)
    district.submit_to_district(case.pk, by(who.drafter, date(2022, 3, 11)))
    assert Notification.objects.get(event__act="submit_to_district").address == f"/desk/cases/{case.number}/"


def test_one_department_is_reminded_or_asked_later_without_telling_the_others_again():
    drafter = people.drafter()
    for name in people.DISTRICT_DEPARTMENTS:
        people.reviewer(f"{people.LIANGPING}-{name}")
    case = complete(a_draft(drafter), drafter, date(2022, 3, 1))
    ecology, parks, emergency = people.departments(people.LIANGPING, ("ecology", "parks", "emergency"))
    review = reviewing.start_district_review(case.pk, [ecology, parks], by(drafter, date(2022, 3, 2)))
    reviewing.remind(review.requests.get(department=ecology), by(drafter, date(2022, 3, 3)))
    reviewing.ask_department(review, emergency, by(drafter, date(2022, 3, 3)))
    assert told("remind_department") == {(f"r-{ecology.pk}", Reason.TO_DO)}
    assert told("ask_department") == {(f"r-{emergency.pk}", Reason.TO_DO)}


def test_a_colleague_is_told_of_the_opinion_that_was_handed_over():
    drafter, writer = people.drafter(), people.reviewer("500155-ecology")
    colleague = people.a_person("colleague", "500155-ecology", Role.REVIEWER)
    case = complete(a_draft(drafter), drafter, date(2022, 3, 1))
    asked = people.departments(people.LIANGPING, ["ecology"])
    review = reviewing.start_district_review(case.pk, asked, by(drafter, date(2022, 3, 2)))
    reviewing.hand_over(review.requests.get(), colleague, by(writer, date(2022, 3, 3)))
    assert told("hand_over_opinion") == {("colleague", Reason.TO_DO)}
