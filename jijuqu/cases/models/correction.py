"""Requests to complete the materials (补充完善材料): all items at once, each with clause, reason and what would do."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.cases.models.cluster import PlannedCluster
from jijuqu.journal.covered import covered


@covered(sealed_when="OLD.answered_on IS NOT NULL")
class Correction(models.Model):
    """One request, from the day it was made to the day the district sent the plan again."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="corrections", verbose_name=_("案件"))
    number = models.PositiveSmallIntegerField(_("次数"))
    asked_on = models.DateField(_("发出日期"))
    due_on = models.DateField(_("补正期限"), null=True, blank=True)
    answered_on = models.DateField(_("重新报送日期"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("补充完善材料")
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(fields=["case", "number"], name="correction_numbered_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(answered_on__isnull=True),
                name="one_correction_at_a_time",
                violation_error_message=_("上一次补充完善材料尚未报回，所有事项应一次提出。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


@covered()
class CorrectionItem(models.Model):
    """One thing wanted, and the district's answer to it."""

    correction = models.ForeignKey(Correction, models.CASCADE, related_name="items", verbose_name=_("补充完善材料"))
    clause = models.CharField(_("条款"), max_length=20)
    cluster = models.ForeignKey(
        PlannedCluster, models.CASCADE, related_name="+", verbose_name=_("集聚区"), null=True, blank=True
    )
    wanted = models.TextField(_("需补充完善的内容"))
    reason = models.TextField(_("原因"))
    would_do = models.TextField(_("达到要求的方式"))
    answer = models.TextField(_("答复"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("补正事项")
        ordering = ("correction", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(wanted="") & ~Q(reason="") & ~Q(would_do="") & ~Q(clause=""),
                name="correction_item_whole",
                violation_error_message=_("每一项都要写明条款、需补充的内容、原因和达到要求的方式。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.correction_id} {self.clause}"
