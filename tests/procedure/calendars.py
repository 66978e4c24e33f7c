"""The published calendars of 2021 to 2026, from the lists of chinesecalendar."""

from chinese_calendar.constants import holidays, workdays

from jijuqu.procedure.working_days import Calendar

YEARS = frozenset(range(2021, 2027))
CALENDAR = Calendar(
    years=YEARS,
    days_off=frozenset(day for day in holidays if day.year in YEARS),
    make_up_days=frozenset(day for day in workdays if day.year in YEARS),
)
