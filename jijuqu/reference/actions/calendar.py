"""Acts on the working-day calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jijuqu.accounts.permissions import Permission, require
from jijuqu.journal.actions import record
from jijuqu.reference.actions.succession import close_before
from jijuqu.reference.models import SpecialDay, WorkingYear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jijuqu.accounts.models import Person

SATURDAY = 5  # of date.weekday()


class Arrangement(NamedTuple):
    """One special day of a year's holiday notice: a holiday, or with `is_worked` a weekend day that is worked."""

    day: date
    name_zh: str
    is_worked: bool = False


@transaction.atomic
def publish_year(year: int, days: Sequence[Arrangement], source: str, *, actor: Person | None, on: date) -> WorkingYear:
    """Enter the holidays of a year as published on a day; from then on deadlines may run into that year.

    The days may reach into the December before. Raises ValidationError for a year that is published already, and for
    a worked day that is no weekend day.
    """
    require(actor, Permission.KEEP_REFERENCE)
    known = WorkingYear(year=year, published_on=on, source=source)
    known.full_clean()
    known.save(force_insert=True)
    special = [_special(each, year, source, on) for each in days]
    wrote = [known, *special]
    record("reference.publish_year", f"calendar:{year}", actor=actor, on=on, wrote=wrote, details={"source": source})
    return known


@transaction.atomic
def correct_day(day: date, arrangement: Arrangement | None, source: str, *, actor: Person | None, on: date) -> None:
    """Change how a day stands in the calendar from `on` on; None makes it an ordinary day of its week again.

    Decisions made before keep the calendar of their own day. Raises ValidationError for a year not yet published.
    """
    require(actor, Permission.KEEP_REFERENCE)
    if not WorkingYear.objects.filter(year=day.year).exists():
        raise ValidationError(_("%(year)s年的放假安排尚未录入，请先录入全年安排。") % {"year": day.year})
    wrote = close_before(SpecialDay.objects.filter(day=day), on)
    if arrangement:
        wrote.append(_special(arrangement, day.year, source, on))
    if not wrote:
        raise ValidationError(_("%(day)s本来就是普通日，无须更正。") % {"day": day.isoformat()})
    record("reference.correct_day", f"calendar:{day.year}", actor=actor, on=on, wrote=wrote, details={"source": source})


def _special(arrangement: Arrangement, year: int, source: str, on: date) -> SpecialDay:
    """Save one special day."""
    day = arrangement.day
    if day.year != year and (day.year, day.month) != (year - 1, 12):
        raise ValidationError(_("%(day)s不属于%(year)s年的放假安排。") % {"day": day.isoformat(), "year": year})
    if arrangement.is_worked and day.weekday() < SATURDAY:
        raise ValidationError(_("%(day)s不是周末，不能作为调休上班日。") % {"day": day.isoformat()})
    special = SpecialDay(
        day=day, is_worked=arrangement.is_worked, name_zh=arrangement.name_zh, source=source, first_day=on
    )
    special.full_clean()
    special.save()
    return special
