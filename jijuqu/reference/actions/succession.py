"""Closes what held before, so that a new value can follow it without a day between them or in common."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jijuqu.tables.dated import Dated

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

Row = TypeVar("Row", bound=Dated)


def close_before(standing: QuerySet[Row], first_day: date) -> list[Row]:
    """Let the row that stands (the one without a last day) end on the day before `first_day`; return it, or nothing.

    Raises ValidationError where it begins on that day or later: a value is followed by later ones only.
    """
    closed = list(standing.select_for_update().filter(last_day__isnull=True))
    for row in closed:
        if row.first_day is not None and row.first_day >= first_day:
            raise ValidationError(
                _("现行的一项自%(day)s起执行，新的一项须从其后的日期起执行。") % {"day": row.first_day.isoformat()}
            )
        row.last_day = first_day - timedelta(days=1)
        row.save()
    return closed
