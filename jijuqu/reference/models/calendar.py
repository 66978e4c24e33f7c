"""The working-day calendar as published: which years are known, and which of their days are special."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.tables.dated import Dated, days_in_order
from jijuqu.tables.named import Named

FIRST_YEAR, LAST_YEAR = 2000, 2100


@covered(loose=True)  # the first ones stand there before any act
class WorkingYear(models.Model):
    """One year whose holidays have been published; a year without a row is not yet published, and is never guessed.

    `published_on` empty: known since before these records began.
    """

    year = models.PositiveSmallIntegerField(_("年份"), primary_key=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    source = models.CharField(_("来源"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("已公布年份")
        ordering = ("year",)
        constraints = (
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="working_year_within_reason",
                violation_error_message=_("年份应在2000年与2100年之间。"),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="working_year_source_given",
                violation_error_message=_("请写明放假安排的来源（文号）。"),
            ),
        )

    def __str__(self) -> str:
        return str(self.year)


@covered(loose=True)  # the first ones stand there before any act
class SpecialDay(Named, Dated):
    """A day that differs from its week: a holiday, or a weekend day that is worked to make up for one (调休上班).

    It stands in the calendar from `first_day` (its publication) to `last_day` (the day before it was corrected).
    """

    day = models.DateField(_("日期"))
    is_worked = models.BooleanField(_("调休上班"))
    source = models.CharField(_("来源"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("节假日和调休日")
        ordering = ("day", "first_day")
        constraints = (
            models.UniqueConstraint(
                fields=["day"],
                condition=Q(last_day__isnull=True),
                name="special_day_stands_once",
                violation_error_message=_("这一天已在日历中；请先更正原来的安排。"),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="special_day_source_given",
                violation_error_message=_("请写明放假安排的来源（文号）。"),
            ),
            days_in_order("special_day_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name_zh}"
