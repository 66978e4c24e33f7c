"""Working days, held against chinesecalendar day by day."""

from datetime import date, timedelta

import pytest
from chinese_calendar import is_workday
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.procedure.working_days import (
    Calendar,
    UnpublishedYear,
    add_working_days,
    note_on_last_day,
    working_days_between,
)
from jijuqu.words.said import say
from tests.procedure.calendars import CALENDAR

DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
TOTALS = {2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


@pytest.mark.parametrize(("year", "total"), TOTALS.items())
def test_every_day_of_the_year_is_worked_or_not_as_published(year, total):
    days = [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    assert [CALENDAR.is_working_day(day) for day in days] == [is_workday(day) for day in days]
    assert sum(CALENDAR.is_working_day(day) for day in days) == total
    assert working_days_between(CALENDAR, date(year, 1, 1), date(year, 12, 31)) == total  # New Year's Day is off


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2022, 4, 1), 1, date(2022, 4, 2)),  # a Saturday worked before 清明节
        (date(2022, 4, 1), 2, date(2022, 4, 6)),
        (date(2022, 9, 30), 1, date(2022, 10, 8)),  # the week of the National Day, then two days made up
        (date(2022, 9, 30), 2, date(2022, 10, 9)),
        (date(2022, 12, 30), 1, date(2023, 1, 3)),  # over the turn of the year
        (date(2022, 12, 31), 0, date(2022, 12, 31)),
    ],
)
def test_days_are_added_over_holidays_and_make_up_days(start, days, end):
    assert add_working_days(CALENDAR, start, days) == end


@given(st.dates(date(2021, 1, 1), date(2026, 9, 1)), st.integers(1, 60))
def test_the_day_counted_to_is_worked_and_as_many_days_away(start, days):
    end = add_working_days(CALENDAR, start, days)
    assert is_workday(end)
    assert working_days_between(CALENDAR, start, end) == days
    assert working_days_between(CALENDAR, end, start) == -days


@given(DAYS, DAYS, DAYS)
def test_stretches_add_up(first, second, third):
    parts = working_days_between(CALENDAR, first, second) + working_days_between(CALENDAR, second, third)
    assert parts == working_days_between(CALENDAR, first, third)


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2027, 1, 1)])
def test_a_year_not_published_is_never_guessed(day):
    with pytest.raises(UnpublishedYear, match=f"the working days of {day.year} are not published") as unpublished:
        CALENDAR.is_working_day(day)
    assert say(unpublished.value.message, "zh").startswith(f"{day.year}年的放假安排尚未录入")


def test_nothing_is_counted_backwards():
    with pytest.raises(ValueError, match="-1 working days"):
        add_working_days(CALENDAR, date(2022, 3, 1), -1)


def test_a_calendar_of_no_year_answers_nothing():
    with pytest.raises(UnpublishedYear):
        add_working_days(Calendar(frozenset()), date(2022, 3, 1), 1)


def test_the_last_day_of_acceptance_was_a_saturday_and_no_working_day():
    note = note_on_last_day(date(2022, 12, 31), CALENDAR)
    assert say(note, "zh") == "截止日2022-12-31是星期六，不是工作日；之前最后一个工作日为2022-12-30。"
    assert "is a Saturday" in say(note, "en")


@pytest.mark.parametrize("day", [date(2022, 12, 30), date(2022, 10, 8), date(2027, 1, 2)])
def test_a_working_day_or_one_not_published_has_no_note(day):
    assert note_on_last_day(day, CALENDAR) is None
