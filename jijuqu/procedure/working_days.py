"""Working days under a published calendar: holidays and make-up days as given, never guessed for a year not yet out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.words.procedure_names import WEEKDAYS
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_DAY = datetime.timedelta(days=1)
SATURDAY = 5  # of date.weekday()


class UnpublishedYear(Exception):  # noqa: N818 - an answer: the State Council has not said yet
    """The calendar of a year that is needed is not published yet; `year` says which."""

    def __init__(self, year: int) -> None:
        super().__init__(f"the working days of {year} are not published; enter the State Council's calendar for {year}")
        self.year = year

    @property
    def message(self) -> Message:
        """The same for people."""
        return Message("calendar_not_published", {"year": self.year})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off and the working weekends of the years that are published (国务院办公厅 issues them year by year).

    `days_off` are weekdays on which nobody works, `make_up_days` Saturdays and Sundays on which everybody does.
    """

    years: frozenset[int]
    days_off: frozenset[datetime.date] = frozenset()
    make_up_days: frozenset[datetime.date] = frozenset()

    def is_working_day(self, day: datetime.date) -> bool:
        """Tell whether people work on a day. Raises UnpublishedYear."""
        if day.year not in self.years:
            raise UnpublishedYear(day.year)
        return day in self.make_up_days or (day.weekday() < SATURDAY and day not in self.days_off)

    def working_days_after(self, day: datetime.date) -> Iterator[datetime.date]:
        """Give the working days after a day, one by one. Raises UnpublishedYear where they run out."""
        while True:
            day += ONE_DAY
            if self.is_working_day(day):
                yield day


def add_working_days(calendar: Calendar, start: datetime.date, days: int) -> datetime.date:
    """Give the day that many working days after `start`, which is not counted itself; 0 gives `start`.

    Raises UnpublishedYear, and ValueError for fewer than 0.
    """
    if days < 0:
        raise ValueError(f"{days} working days: count from 0 up")
    after = calendar.working_days_after(start)
    return next(day for counted, day in enumerate(after, start=1) if counted == days) if days else start


def working_days_between(calendar: Calendar, start: datetime.date, end: datetime.date) -> int:
    """Count the working days after `start` up to and with `end`; below 0 where `end` comes first.

    Raises UnpublishedYear.
    """
    if end < start:
        return -working_days_between(calendar, end, start)
    days = (start + datetime.timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def note_on_last_day(last_day: datetime.date, calendar: Calendar) -> Message | None:
    """Say that the last day of a term is no working day, and which working day comes before it; else None.

    A year not yet published has no note.
    """
    day = last_day
    try:
        while not calendar.is_working_day(day):
            day -= ONE_DAY
    except UnpublishedYear:
        return None
    if day == last_day:
        return None
    values = {"last_day": last_day, "weekday": WEEKDAYS[last_day.weekday()], "working_day": day}
    return Message("last_day_is_off", values)
