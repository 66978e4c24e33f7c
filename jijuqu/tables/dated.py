"""Things that hold from one day to another; both days belong to the span."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

DATES_IN_ORDER = _("截止日期早于起始日期，请核对两个日期。")


def in_force_on(day: date) -> Q:
    """Choose the rows whose span holds `day`; a missing end is open."""
    started = Q(first_day__isnull=True) | Q(first_day__lte=day)
    not_over = Q(last_day__isnull=True) | Q(last_day__gte=day)
    return started & not_over


def days_in_order(name: str) -> models.CheckConstraint:
    """Return the constraint that a span does not end before it begins (a missing end passes)."""
    return models.CheckConstraint(
        condition=Q(first_day__isnull=True) | Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
        name=name,
        violation_error_message=DATES_IN_ORDER,
    )


class Dated(models.Model):
    """Something with a first and a last day; empty means "before this record began" and "still so"."""

    first_day = models.DateField(_("起始日期"), null=True, blank=True)
    last_day = models.DateField(_("截止日期"), null=True, blank=True)

    class Meta:
        abstract = True

    def is_in_force_on(self, day: date) -> bool:
        """Tell whether a day lies in the span."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or self.last_day >= day)
