"""The working-day calendar: seeded from what is published, edited by recorded acts, never guessed."""

import datetime
from datetime import date

import chinese_calendar
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.journal.models import Event
from jijuqu.procedure.working_days import UnpublishedYear, add_working_days
from jijuqu.reference.actions import correct_day, publish_year
from jijuqu.reference.actions.calendar import Arrangement
from jijuqu.reference.models import SpecialDay, WorkingYear
from jijuqu.reference.queries import calendar

pytestmark = pytest.mark.django_db
NEW_YEAR_2027 = Arrangement(date(2027, 1, 1), "元旦")
NOTICE_OF_2027 = "国办发明电〔2026〕9号"
PUBLISHED_ON = date(2026, 11, 10)


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return calendar()


@given(day=st.dates(date(2004, 1, 1), date(2026, 12, 31)))
def test_every_known_day_is_worked_or_not_as_chinesecalendar_says(seeded, day):
    assert seeded.is_working_day(day) == chinese_calendar.is_workday(day)


@pytest.mark.parametrize(
    ("year", "days"), [(2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
)
def test_the_years_of_the_notice_have_their_known_number_of_working_days(seeded, year, days):
    every_day = (date(year, 1, 1) + datetime.timedelta(days=n) for n in range(366))

    assert sum(seeded.is_working_day(day) for day in every_day if day.year == year) == days


def test_a_year_not_yet_published_is_not_guessed():
    with pytest.raises(UnpublishedYear):
        add_working_days(calendar(), date(2026, 12, 28), 5)


def test_a_year_published_becomes_known_and_is_an_event():
    publish_year(2027, [NEW_YEAR_2027], NOTICE_OF_2027, actor=None, on=PUBLISHED_ON)

    assert add_working_days(calendar(), date(2026, 12, 28), 5) == date(2027, 1, 5)
    event = Event.objects.get()
    assert (event.act, event.subject, event.on) == ("reference.publish_year", "calendar:2027", PUBLISHED_ON)


def test_on_the_day_of_a_past_decision_the_next_year_was_not_yet_published():
    with pytest.raises(UnpublishedYear):
        calendar(known_on=date(2022, 12, 7)).is_working_day(date(2023, 1, 3))

    assert calendar(known_on=date(2022, 12, 8)).is_working_day(date(2023, 1, 3))


def test_a_correction_holds_from_its_own_day_on():
    workday = date(2026, 9, 3)
    correct_day(workday, Arrangement(workday, "纪念日"), "国办发明电〔2026〕5号", actor=None, on=date(2026, 6, 1))

    assert calendar(known_on=date(2026, 5, 31)).is_working_day(workday)
    assert not calendar(known_on=date(2026, 6, 1)).is_working_day(workday)
    assert not calendar().is_working_day(workday)

    correct_day(workday, None, "更正", actor=None, on=date(2026, 7, 1))
    assert calendar().is_working_day(workday)
    assert not calendar(known_on=date(2026, 6, 30)).is_working_day(workday)


REFUSED = [
    (lambda: publish_year(2022, [], "再发一次", actor=None, on=PUBLISHED_ON), "已存在|年份"),
    (lambda: publish_year(2027, [], "", actor=None, on=PUBLISHED_ON), "."),
    (
        lambda: publish_year(
            2027, [Arrangement(date(2027, 1, 4), "补班", is_worked=True)], "文", actor=None, on=PUBLISHED_ON
        ),
        "2027-01-04不是周末",
    ),
    (
        lambda: publish_year(2027, [Arrangement(date(2026, 3, 1), "错年")], "文", actor=None, on=PUBLISHED_ON),
        "不属于2027年",
    ),
    (lambda: correct_day(date(2028, 1, 3), None, "文", actor=None, on=PUBLISHED_ON), "2028年的放假安排尚未录入"),
    (lambda: correct_day(date(2026, 3, 3), None, "文", actor=None, on=PUBLISHED_ON), "本来就是普通日"),
]


@pytest.mark.parametrize(("act", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence_and_leaves_nothing(act, sentence):
    before = SpecialDay.objects.count(), WorkingYear.objects.count()

    with pytest.raises(ValidationError, match=sentence), transaction.atomic():
        act()

    assert (SpecialDay.objects.count(), WorkingYear.objects.count()) == before
    assert not Event.objects.exists()


def test_the_database_itself_holds_one_standing_entry_a_day():
    day = SpecialDay.objects.filter(last_day=None).first()

    with pytest.raises(IntegrityError), transaction.atomic():
        SpecialDay.objects.create(day=day.day, is_worked=False, name_zh="重复", source="文")
    with pytest.raises(IntegrityError), transaction.atomic():
        SpecialDay.objects.filter(pk=day.pk).update(source="")
