"""Joint review (联合审查) of the district (二（三）3) and the city (二（三）5): opinions by department and clause."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.accounts.models import Organisation
from jijuqu.cases.models.case import Case
from jijuqu.cases.models.cluster import PlannedCluster
from jijuqu.journal.covered import covered
from jijuqu.journal.models import Paper
from jijuqu.procedure.opinions import Stance
from jijuqu.procedure.roles import Level


@covered()
class Review(models.Model):
    """One joint review of a plan by the departments of one level; a plan that was changed may be reviewed again."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="reviews", verbose_name=_("案件"))
    level = models.CharField(_("层级"), max_length=10)
    round = models.PositiveSmallIntegerField(_("轮次"))
    started_on = models.DateField(_("发起日期"))
    ended_on = models.DateField(_("结束日期"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("联合审查")
        ordering = ("case", "level", "round")
        constraints = (
            models.UniqueConstraint(fields=["case", "level", "round"], name="review_round_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_on__isnull=True),
                name="one_review_at_a_time",
                violation_error_message=_("该案件已有一轮联合审查正在进行。"),
            ),
            models.CheckConstraint(condition=Q(level__in=[each.value for each in Level]), name="review_level_known"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.level} {self.round}"


@covered()
class OpinionRequest(models.Model):
    """One department asked for its opinion (征求意见): it answers as an organ.

    While drafted, an opinion is seen inside the department only. It binds from `signed_on`: signed off by the
    department's own leader, or its stamped paper registered (`paper`). `due_on` is the clock of this department alone.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="requests", verbose_name=_("联合审查"))
    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("部门"))
    asked_on = models.DateField(_("征求意见日期"))
    due_on = models.DateField(_("反馈期限"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("承办人"), null=True, blank=True
    )
    stance = models.CharField(_("意见"), max_length=30, blank=True)
    words = models.TextField(_("总体意见"), blank=True)
    drafted_at = models.DateTimeField(_("草拟时间"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("签发人"), null=True, blank=True
    )
    signed_on = models.DateField(_("反馈日期"), null=True, blank=True)
    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("盖章回函"), null=True, blank=True
    )
    reminded_on = models.DateField(_("最近催办日期"), null=True, blank=True)
    reopened = models.BooleanField(_("补正后重新征求"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("部门意见")
        ordering = ("review", "pk")
        indexes = (models.Index(fields=["department", "signed_on", "due_on"], name="request_by_department"),)
        constraints = (
            models.UniqueConstraint(
                fields=["review", "department"],
                name="department_asked_once",
                violation_error_message=_("本轮联合审查已征求该部门意见。"),
            ),
            models.CheckConstraint(
                condition=Q(stance__in=["", *[each.value for each in Stance]]), name="opinion_stance_known"
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | ~Q(stance=""),
                name="signed_opinion_has_stance",
                violation_error_message=_("签发前请先选定意见：无意见、同意、原则同意并建议，或者不同意。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.review_id} {self.department_id}"


class Adoption(models.TextChoices):
    """What the reviewing authority did with a remark (采纳情况)."""

    OPEN = "", _("尚未答复")
    ADOPTED = "adopted", _("采纳")
    PARTLY = "partly", _("部分采纳")
    NOT_ADOPTED = "not-adopted", _("未采纳")


@covered()
class Remark(models.Model):
    """What a department says under one clause, of the plan or of one cluster, and how it was answered.

    Without a clause it speaks of the plan as a whole (`procedure.opinions.WHOLE_PLAN`).
    """

    request = models.ForeignKey(OpinionRequest, models.CASCADE, related_name="remarks", verbose_name=_("部门意见"))
    clause = models.CharField(_("条款"), max_length=20, blank=True)
    cluster = models.ForeignKey(
        PlannedCluster, models.CASCADE, related_name="+", verbose_name=_("集聚区"), null=True, blank=True
    )
    stance = models.CharField(_("意见"), max_length=30)
    words = models.TextField(_("具体意见"), blank=True)
    adoption = models.CharField(_("采纳情况"), max_length=15, choices=Adoption.choices, blank=True, default="")
    answer = models.TextField(_("答复"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("分条意见")
        ordering = ("request", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(stance__in=[each.value for each in Stance]), name="remark_stance_known"),
            models.CheckConstraint(
                condition=~Q(stance="disagree") | ~Q(words=""),
                name="disagreement_says_why",
                violation_error_message=_("不同意的，请写明具体意见和理由。"),
            ),
            models.CheckConstraint(
                condition=Q(adoption__in=["", "adopted"]) | ~Q(answer=""),
                name="remark_not_adopted_says_why",
                violation_error_message=_("部分采纳或者未采纳的，请写明理由。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id} {self.clause} {self.stance}"


@covered()
class Settlement(models.Model):
    """How a contradiction between departments about one clause was settled."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="settlements", verbose_name=_("联合审查"))
    clause = models.CharField(_("条款"), max_length=20, blank=True)
    words = models.TextField(_("协调结果"))
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("协调人"))
    settled_on = models.DateField(_("协调日期"))

    class Meta:
        verbose_name = verbose_name_plural = _("意见协调")
        constraints = (
            models.UniqueConstraint(fields=["review", "clause"], name="settled_once"),
            models.CheckConstraint(
                condition=~Q(words=""), name="settlement_says_how", violation_error_message=_("请写明协调结果。")
            ),
        )

    def __str__(self) -> str:
        return f"{self.review_id} {self.clause}"
