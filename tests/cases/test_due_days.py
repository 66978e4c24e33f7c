"""Due days follow what happens to a case, and every change of the calendar and of the promised time limits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jijuqu.cases.actions import city, reviewing, running
from jijuqu.cases.actions.following import following
from jijuqu.cases.clocks import moves_of, running_clocks
from jijuqu.cases.models import Case, OpinionRequest
from jijuqu.cases.queries import whole
from jijuqu.journal.models import Event
from jijuqu.procedure.clocks import Kind
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.working_days import working_days_between
from jijuqu.reference.actions import change_time_limit, correct_day, publish_year
from jijuqu.reference.actions.calendar import Arrangement
from jijuqu.reference.models import SpecialDay, WorkingYear
from jijuqu.reference.queries import calendar
from tests.cases import lives, people
from tests.cases.builders import a_draft, by, complete

pytestmark = pytest.mark.django_db

STARTED = date(2022, 3, 18)
OFF = Arrangement(date(2022, 3, 21), "临时放假")


def in_review(drafter, on=STARTED):
    case = complete(a_draft(drafter, on), drafter, on)
    asked = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    reviewing.start_district_review(case.pk, asked, by(drafter, on))
    return whole(case.pk)


def close_a_day(day=OFF.day):
    with following(actor=None, on=date(2022, 3, 18)):
        correct_day(day, Arrangement(day, OFF.name_zh), "演练", actor=None, on=date(2022, 3, 18))


def requests_of(case):
    return OpinionRequest.objects.filter(review__case=case).order_by("pk")


def due_by_the_clocks(case):
    """Reckon the day anew, from nothing that is stored."""
    moves = moves_of(case)
    clocks = [each for each in running_clocks(moves) if each.stopped_since(moves[-1].on) is None]
    return min((each.due(calendar()).on for each in clocks if each.due(calendar()).on), default=None)


def test_a_day_off_moves_the_case_and_every_department_that_has_not_answered():
    case = in_review(people.drafter())
    first = requests_of(case)[0]
    due = case.due_on
    reviewing.draft_opinion(first, Stance.AGREE, "", [], by(people.reviewer(first.department_id), STARTED))
    first.refresh_from_db()
    reviewing.sign_opinion(first, by(people.signatory(first.department_id), STARTED))

    close_a_day()
    case.refresh_from_db()
    assert working_days_between(calendar(), due, case.due_on) == 1
    answered, *awaited = requests_of(case)
    assert answered.due_on == due
    assert {each.due_on for each in awaited} == {case.due_on}
    event = Event.objects.latest("number")
    assert (event.act, event.subject) == ("cases.follow_calendar", case.subject)
    assert len(event.rows) == len(awaited)

    close_a_day(date(2022, 6, 15))  # far from every clock
    assert Event.objects.filter(act="cases.follow_calendar").count() == 1


def test_a_year_that_is_published_gives_the_days_that_could_not_be_said():
    year = WorkingYear.objects.get(pk=2023)
    SpecialDay.objects.filter(day__year=2023).delete()
    year.delete()
    case = in_review(people.drafter(), date(2022, 12, 27))
    assert case.due_on is None

    with following(actor=None, on=date(2022, 12, 28)):
        publish_year(2023, [Arrangement(date(2023, 1, 2), "元旦")], "国办发明电", actor=None, on=date(2022, 12, 28))
    case.refresh_from_db()
    assert case.due_on == due_by_the_clocks(case) == requests_of(case)[0].due_on == date(2023, 1, 6)


def test_a_time_limit_that_is_changed_back_to_a_day_before_the_review_counts_for_it():
    case = in_review(people.drafter())
    with following(actor=None, on=STARTED):
        change_time_limit(Kind.DISTRICT_OPINION, 3, "会议纪要", actor=None, on=STARTED)
    case.refresh_from_db()
    assert case.due_on == due_by_the_clocks(case) == requests_of(case)[0].due_on == date(2022, 3, 23)


def test_a_correction_is_answered_by_the_day_that_the_calendar_says():
    who = lives.cast()
    case = lives.applied(who)
    city.receive(case.pk, by(who.officer, date(2022, 3, 17)))
    items = [city.Wanted("二（二）2", "用地说明", "面积不清", "附报告")]
    correction = city.request_correction(case.pk, items, by(who.officer, STARTED))
    due = correction.due_on
    close_a_day()
    correction.refresh_from_db()
    assert working_days_between(calendar(), due, correction.due_on) == 1


def test_departments_get_back_the_days_of_a_suspension_and_those_of_an_extension():
    drafter = people.drafter()
    case = in_review(drafter)
    due = requests_of(case)[0].due_on
    running.suspend(case.pk, by(drafter, date(2022, 3, 21), reason="等待批复"))
    assert requests_of(case)[0].due_on == due
    running.resume(case.pk, by(drafter, date(2022, 3, 24)))
    assert working_days_between(calendar(), due, requests_of(case)[0].due_on) == 3

    running.extend(case.pk, 2, by(drafter, date(2022, 3, 25), reason="情况复杂"))
    later = requests_of(case)[0].due_on
    assert working_days_between(calendar(), due, later) == 5
    assert later == Case.objects.get(pk=case.pk).due_on == due_by_the_clocks(case)


def test_a_department_asked_later_has_its_own_days():
    drafter = people.drafter()
    case = complete(a_draft(drafter, STARTED), drafter, STARTED)
    first, *others = people.departments(people.LIANGPING, people.DISTRICT_DEPARTMENTS)
    review = reviewing.start_district_review(case.pk, others, by(drafter, STARTED))
    asked = reviewing.ask_department(review, first, by(drafter, STARTED + timedelta(days=4)))
    assert working_days_between(calendar(), requests_of(case)[0].due_on, asked.due_on) == 2
    close_a_day(date(2022, 3, 23))
    assert working_days_between(calendar(), requests_of(case)[0].due_on, requests_of(case)[4].due_on) == 2
