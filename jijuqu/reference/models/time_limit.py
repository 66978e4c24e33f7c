"""Promised time limits (承诺时限): the notice sets none, so these are settings, each with days and source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.tables.dated import Dated, days_in_order
from jijuqu.tables.named import in_page_language

LONGEST_DAYS = 366


@covered(loose=True)  # the first ones stand there before any act
class TimeLimit(Dated):
    """So many working days for one kind of clock (`procedure.clocks`), promised from a first to a last day."""

    kind = models.CharField(_("事项"), max_length=40)
    working_days = models.PositiveSmallIntegerField(_("工作日"))
    source_zh = models.CharField(_("来源"), max_length=300)
    source_en = models.CharField(_("来源（英文）"), max_length=400, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("承诺时限")
        ordering = ("kind", "first_day")
        constraints = (
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(last_day__isnull=True),
                name="time_limit_stands_once",
                violation_error_message=_("该事项已有现行的承诺时限；请以变更的方式录入。"),
            ),
            models.CheckConstraint(
                condition=Q(working_days__gte=1, working_days__lte=LONGEST_DAYS),
                name="time_limit_within_reason",
                violation_error_message=_("承诺时限应为1至366个工作日。"),
            ),
            models.CheckConstraint(
                condition=~Q(source_zh=""),
                name="time_limit_source_given",
                violation_error_message=_("请写明承诺时限的来源。"),
            ),
            days_in_order("time_limit_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.working_days}"

    @property
    def source(self) -> str:
        """Where the promise comes from, in the language of the page."""
        return in_page_language(self.source_zh, self.source_en)
