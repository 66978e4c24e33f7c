"""What decisions read here, always as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from jijuqu.policy.parameters import Limits
from jijuqu.procedure.working_days import Calendar
from jijuqu.reference.models import EnteredParameter, Industry, SpecialDay, TimeLimit, WorkingYear
from jijuqu.tables.dated import in_force_on
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter


def calendar(known_on: date | None = None) -> Calendar:
    """Return the working-day calendar as it was known on a day (as it is known now, where none is given).

    Decisions are recomputed with the calendar of their own day; a year published since is unknown then.
    """
    stands = Q(last_day__isnull=True) if known_on is None else in_force_on(known_on)
    published = Q() if known_on is None else Q(published_on__isnull=True) | Q(published_on__lte=known_on)
    days = list(SpecialDay.objects.filter(stands).values_list("day", "is_worked"))
    return Calendar(
        years=frozenset(WorkingYear.objects.filter(published).values_list("year", flat=True)),
        days_off=frozenset(day for day, is_worked in days if not is_worked),
        make_up_days=frozenset(day for day, is_worked in days if is_worked),
    )


def limit_days(kind: str, on: date) -> int | None:
    """Return the promised working days (承诺时限) for one kind of clock on a day; None where none are promised."""
    return TimeLimit.objects.filter(in_force_on(on), kind=kind).values_list("working_days", flat=True).first()


def limit_among(limits: Iterable[TimeLimit], kind: str, on: date) -> int | None:
    """Return the promised working days for one kind of clock on a day among limits fetched already."""
    return next((each.working_days for each in limits if each.kind == kind and each.is_in_force_on(on)), None)


def time_limits_on(day: date) -> QuerySet[TimeLimit]:
    """Return the promised time limits of a day."""
    return TimeLimit.objects.filter(in_force_on(day))


def limits_with_entered(notice: Notice, on: date) -> Limits:
    """Return the notice's parameters of a day with the values entered for them, each under the source it was given."""
    limits = {parameter.name: parameter for parameter in notice.limits(on)}
    for entered in EnteredParameter.objects.filter(in_force_on(on), notice=notice.number):
        if known := limits.get(entered.name):
            source = Text(entered.source, entered.source)
            limits[entered.name] = replace(known, value=value_of(entered.value, known.unit), source=source)
    return Limits(limits)


def parameters_with_entered(notice: Notice) -> tuple[Parameter, ...]:
    """Return every dated parameter of a notice, and behind them the values entered, each with its own days."""
    standing = {parameter.name: parameter for parameter in notice.parameters}
    entered = [
        replace(
            standing[each.name],
            value=value_of(each.value, standing[each.name].unit),
            source=Text(each.source, each.source),
            first_day=each.first_day or notice.first_day,
            last_day=each.last_day,
        )
        for each in EnteredParameter.objects.filter(notice=notice.number).order_by("first_day")
        if each.name in standing
    ]
    return (*notice.parameters, *entered)


def value_of(words: str, unit: str) -> Any:
    """Return an entered value as rules use it: a day for the unit `day`, else a number. Raises ValueError."""
    return date.fromisoformat(words) if unit == "day" else float(words)


def industries_named(codes: Iterable[str]) -> list[Industry]:
    """Return the industries of these codes, in the order of the codes; codes that are none are left out."""
    wanted = list(codes)
    found = Industry.objects.in_bulk(wanted)
    return [found[code] for code in wanted if code in found]
