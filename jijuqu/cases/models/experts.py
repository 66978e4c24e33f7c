"""Expert review (专家评审, 二（三）3), at district level only: the pool, a meeting, its seats, one signed report."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.journal.covered import covered
from jijuqu.journal.models import Paper
from jijuqu.procedure.experts import Field, Verdict


@covered(personal=True)
class Expert(models.Model):
    """Somebody in the pool of experts; `person` where the expert has an account of their own."""

    name = models.CharField(_("姓名"), max_length=40)
    employer = models.CharField(_("工作单位"), max_length=80)
    title = models.CharField(_("职称"), max_length=40, blank=True)
    field = models.CharField(_("专业领域"), max_length=30)
    ties = models.JSONField(_("有利害关系的单位"), default=list, blank=True)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="expert", verbose_name=_("账号"), null=True, blank=True
    )
    first_day = models.DateField(_("入库日期"))
    last_day = models.DateField(_("出库日期"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("评审专家")
        ordering = ("field", "name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["name", "employer"], name="expert_once", violation_error_message=_("专家库中已有此人。")
            ),
            models.CheckConstraint(condition=Q(field__in=[each.value for each in Field]), name="expert_field_known"),
        )

    def __str__(self) -> str:
        return self.name


@covered()
class Panel(models.Model):
    """One meeting of experts about a plan and the report they signed.

    `seed` is the recorded seed of a draw, empty where the experts were named; `is_blind` where scores are blind.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="panels", verbose_name=_("案件"))
    number = models.PositiveSmallIntegerField(_("次数"))
    meets_on = models.DateField(_("会议日期"))
    place = models.CharField(_("地点"), max_length=80, blank=True)
    quorum = models.PositiveSmallIntegerField(_("法定人数"))
    seed = models.CharField(_("抽取种子"), max_length=80, blank=True)
    is_blind = models.BooleanField(_("盲评打分"), default=False)
    verdict = models.CharField(_("评审结论"), max_length=30, blank=True)
    report = models.TextField(_("评审意见"), blank=True)
    advice = models.TextField(_("修改建议"), blank=True)
    reported_on = models.DateField(_("评审日期"), null=True, blank=True)
    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("签字报告"), null=True, blank=True
    )
    changes_made = models.TextField(_("修改情况"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("专家评审会")
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(fields=["case", "number"], name="panel_numbered_once"),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *[each.value for each in Verdict]]), name="panel_verdict_known"
            ),
            models.CheckConstraint(
                condition=Q(verdict="") | Q(reported_on__isnull=False), name="panel_verdict_has_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


@covered()
class PanelSeat(models.Model):
    """One expert at a meeting, or one left out for a conflict of interest (`excluded_because`)."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="seats", verbose_name=_("专家评审会"))
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="seats", verbose_name=_("专家"))
    excluded_because = models.CharField(_("回避原因"), max_length=200, blank=True)
    is_present = models.BooleanField(_("到会"), default=False)
    is_head = models.BooleanField(_("组长"), default=False)
    scores = models.JSONField(_("评分"), default=dict, blank=True)
    remarks = models.TextField(_("个人意见"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("评审专家席位")
        ordering = ("panel", "pk")
        constraints = (
            models.UniqueConstraint(fields=["panel", "expert"], name="expert_seated_once"),
            models.UniqueConstraint(fields=["panel"], condition=Q(is_head=True), name="one_head_a_panel"),
            models.CheckConstraint(
                condition=Q(excluded_because="") | Q(is_present=False),
                name="excluded_expert_not_present",
                violation_error_message=_("应回避的专家不能到会。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.panel_id} {self.expert_id}"
