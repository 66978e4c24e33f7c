"""Numbers that the notice asks for but does not give, or that are settings of this software, entered with source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.tables.dated import Dated, days_in_order


@covered()
class EnteredParameter(Dated):
    """A value for one parameter of a notice (`policy.parameters`), from a first to a last day.

    `value` is written as the parameter's unit wants it: a share from 0 to 1, a number, or a day as 2022-12-31.
    """

    notice = models.CharField(_("通知文号"), max_length=60)
    name = models.CharField(_("参数"), max_length=60)
    value = models.CharField(_("数值"), max_length=40)
    source = models.CharField(_("来源"), max_length=300)

    class Meta:
        verbose_name = verbose_name_plural = _("录入的参数")
        ordering = ("notice", "name", "first_day")
        constraints = (
            models.UniqueConstraint(
                fields=["notice", "name"],
                condition=Q(last_day__isnull=True),
                name="parameter_stands_once",
                violation_error_message=_("该参数已有现行的数值；请以变更的方式录入。"),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="parameter_source_given",
                violation_error_message=_("请写明数值的来源（文件名称、文号、条款）。"),
            ),
            days_in_order("parameter_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"
