"""Files of a case: the plan's volumes, opinions, evidence, each kept by the hash of its content."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.cases.models.cluster import PlannedCluster
from jijuqu.journal.covered import covered
from jijuqu.journal.models import Attachment


class FileKind(models.TextChoices):
    """What a file is. With the application only the two opinions are required (二（三）4); all else is suggested."""

    PLAN = "plan", _("规划文本")
    JOINT_OPINION = "joint-opinion", _("区县联合审查意见")
    EXPERT_OPINION = "expert-opinion", _("专家评审意见")
    APPLICATION = "application", _("申请函")
    ENVIRONMENTAL_REPORT = "environmental-report", _("规划环评环境影响报告书")
    SPATIAL_PLAN_LETTER = "spatial-plan-letter", _("规划自然资源部门证明")
    EVIDENCE = "evidence", _("其他依据材料")
    CITY_OPINION = "city-opinion", _("市级部门意见")
    REPLY = "reply", _("复函")


REQUIRED_WITH_APPLICATION = (FileKind.JOINT_OPINION, FileKind.EXPERT_OPINION)


@covered()
class CaseFile(models.Model):
    """One file of a case, never overwritten: what is replaced gets a time of removal and stays readable."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="files", verbose_name=_("案件"))
    cluster = models.ForeignKey(
        PlannedCluster, models.CASCADE, related_name="files", verbose_name=_("集聚区"), null=True, blank=True
    )
    kind = models.CharField(_("材料"), max_length=30, choices=FileKind.choices)
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+", verbose_name=_("文件"))
    name = models.CharField(_("文件名"), max_length=200)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    dated_on = models.DateField(_("落款日期"), null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("提交人"))
    added_at = models.DateTimeField(_("提交时间"), auto_now_add=True)
    removed_at = models.DateTimeField(_("撤下时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("案件材料")
        ordering = ("case", "kind", "pk")
        constraints = (models.CheckConstraint(condition=Q(kind__in=FileKind.values), name="case_file_kind_known"),)

    def __str__(self) -> str:
        return self.name
