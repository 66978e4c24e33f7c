"""The text of a plan: eight contents, the spatial layout in its three parts, each with every edition it had."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.cases.models.cluster import PlannedCluster
from jijuqu.journal.covered import ALWAYS, covered


class SectionKind(models.TextChoices):
    """The contents that 二（三）2 names, in its order; 空间布局 is written as its three parts."""

    BACKGROUND = "background", _("规划背景")
    PRESENT_STATE = "present-state", _("发展现状")
    REQUIREMENTS = "requirements", _("总体要求")
    GOALS = "goals", _("发展目标")
    INDUSTRY = "industry", _("产业发展")
    LAYOUT_SITE = "layout-site", _("空间布局：规划选址")
    LAYOUT_SIZE = "layout-size", _("空间布局：用地规模")
    LAYOUT_ZONES = "layout-zones", _("空间布局：功能分区")
    OPERATION = "operation", _("建设运营")
    MEASURES = "measures", _("政策措施")


@covered(apart=("held_by", "held_until"))
class Section(models.Model):
    """One part of a plan, with the text that stands. Who writes holds it until `held_until`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="sections", verbose_name=_("案件"))
    kind = models.CharField(_("内容"), max_length=20, choices=SectionKind.choices)
    edition = models.PositiveIntegerField(_("版次"), default=0)
    text = models.TextField(_("正文"), blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name=_("正在编写"), null=True, blank=True
    )
    held_until = models.DateTimeField(_("占用至"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("规划内容")
        constraints = (
            models.UniqueConstraint(fields=["case", "kind"], name="section_once_a_plan"),
            models.CheckConstraint(condition=Q(kind__in=SectionKind.values), name="section_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


@covered(sealed_when=ALWAYS)
class SectionText(models.Model):
    """One edition that a section had or has. Editions are only ever added; an empty text is an edition too."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="texts", verbose_name=_("规划内容"))
    edition = models.PositiveIntegerField(_("版次"))
    text = models.TextField(_("正文"), blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("编写人"))
    written_at = models.DateTimeField(_("保存时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("规划内容版本")
        constraints = (models.UniqueConstraint(fields=["section", "edition"], name="section_edition_once"),)

    def __str__(self) -> str:
        return f"{self.section_id} {self.edition}"


@covered()
class Statement(models.Model):
    """Something stated of the plan, or of one of its clusters, that a rule asks about, with its evidence.

    `fact` is a name of `policy.facts`, `value` what is stated, in that fact's unit; a day as ISO text.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="statements", verbose_name=_("案件"))
    cluster = models.ForeignKey(
        PlannedCluster, models.CASCADE, related_name="statements", verbose_name=_("集聚区"), null=True, blank=True
    )
    fact = models.CharField(_("事项"), max_length=60)
    value = models.JSONField(_("申报值"))
    evidence = models.ForeignKey(
        "cases.CaseFile", models.PROTECT, related_name="statements", verbose_name=_("依据"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("申报事项")
        constraints = (
            models.UniqueConstraint(
                fields=["case", "fact"], condition=Q(cluster__isnull=True), name="statement_once_a_plan"
            ),
            models.UniqueConstraint(
                fields=["cluster", "fact"], condition=Q(cluster__isnull=False), name="statement_once_a_cluster"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.fact}"
