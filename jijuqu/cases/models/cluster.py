"""The clusters that a plan proposes: boundary, leading industry, responsible bodies, planned projects."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.cases.models.case import Case
from jijuqu.journal.covered import ALWAYS, covered
from jijuqu.journal.models import Attachment
from jijuqu.procedure.credit_code import code_problems
from jijuqu.registry.models import Cluster
from jijuqu.registry.models.shaped import Shaped
from jijuqu.tables.named import in_page_language
from jijuqu.words.said import say


class Verdict(models.TextChoices):
    """What the commission decided about one cluster of a plan."""

    OPEN = "", _("尚未审定")
    APPROVED = "approved", _("同意")
    REFUSED = "refused", _("不予同意")


class InPlan(models.Manager["PlannedCluster"]):
    """The clusters that are in their plans; those taken out are reached by `_base_manager` and by what names them."""

    def get_queryset(self) -> models.QuerySet[PlannedCluster]:
        """Leave out what was taken out."""
        return super().get_queryset().filter(dropped_on__isnull=True)


@covered()
class PlannedCluster(models.Model):
    """One cluster of a plan. Its name is made by 二（三）6 from the district and the industry's public name.

    `industry_codes` are GB/T 4754 codes behind that name. `entry` is its place in the public register once approved.
    A cluster taken out of the plan keeps its row, its number and what was said of it (`dropped_on`).
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="clusters", verbose_name=_("案件"))
    number = models.PositiveSmallIntegerField(_("序号"))
    industry_zh = models.CharField(_("主导产业"), max_length=30, blank=True)
    industry_en = models.CharField(_("主导产业（英文）"), max_length=60, blank=True)
    industry_codes = models.JSONField(_("行业代码"), default=list, blank=True)
    verdict = models.CharField(_("审定结果"), max_length=10, choices=Verdict.choices, blank=True, default="")
    verdict_reason = models.TextField(_("理由"), blank=True)
    entry = models.OneToOneField(
        Cluster, models.PROTECT, related_name="planned", verbose_name=_("名录"), null=True, blank=True
    )
    dropped_on = models.DateField(_("移出规划日期"), null=True, blank=True)

    objects = InPlan()

    class Meta:
        verbose_name = verbose_name_plural = _("规划集聚区")
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(fields=["case", "number"], name="planned_cluster_numbered_once"),
            models.CheckConstraint(
                condition=Q(verdict__in=["", "approved"]) | ~Q(verdict_reason=""),
                name="refused_cluster_has_reason",
                violation_error_message=_("不予同意的集聚区须写明理由和所依据的条款。"),
            ),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="planned_cluster_verdict_known"),
            models.CheckConstraint(
                condition=Q(dropped_on__isnull=True) | Q(verdict="", entry__isnull=True),
                name="dropped_cluster_is_not_decided_on",
                violation_error_message=_("已审定的集聚区不能移出规划。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.industry_zh}"

    @property
    def claim(self) -> str:
        """How it is called in the register of slots before it has an entry there."""
        return f"case:{self.case_id}/{self.number}"


@covered(sealed_when=ALWAYS)
class Boundary(Shaped):
    """One edition of a cluster's boundary as surveyed: the file itself, and what was measured on it.

    `facts` are those of `siting.facts.site_facts`; `land` the rest that pages show (areas in m² and mu, parts, gaps,
    districts, issues); `geojson` a FeatureCollection of the parcels in degrees. The edition with the highest number
    stands; none is ever changed.
    """

    cluster = models.ForeignKey(PlannedCluster, models.CASCADE, related_name="boundaries", verbose_name=_("集聚区"))
    edition = models.PositiveIntegerField(_("版次"))
    file = models.ForeignKey(Attachment, models.PROTECT, related_name="+", verbose_name=_("界址文件"))
    file_name = models.CharField(_("文件名"), max_length=200)
    crs = models.CharField(_("坐标系"), max_length=20, blank=True)
    gap_m = models.FloatField(_("容许间距（米）"), default=0)
    industrial = models.CharField(_("工业用地申报"), max_length=200, blank=True)
    area_m2 = models.FloatField(_("面积（平方米，椭球面）"))
    facts = models.JSONField(_("实测事项"))
    land = models.JSONField(_("实测"))
    geojson = models.TextField(_("地块（GeoJSON，EPSG:4490）"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    entered_at = models.DateTimeField(_("上传时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("边界")
        ordering = ("cluster", "edition")
        constraints = (models.UniqueConstraint(fields=["cluster", "edition"], name="boundary_edition_once"),)

    def __str__(self) -> str:
        return f"{self.cluster_id} {self.edition} {self.file_name}"


class BodyKind(models.TextChoices):
    """The three responsible bodies of 二（二）4."""

    DEPARTMENT = "department", _("行业主管部门")
    BUILDER = "builder", _("投资建设单位")
    OPERATOR = "operator", _("运营管理机构")


@covered(personal=True)
class Body(models.Model):
    """One of the three bodies responsible for a cluster, with its unified social credit code (GB 32100-2015)."""

    cluster = models.ForeignKey(PlannedCluster, models.CASCADE, related_name="bodies", verbose_name=_("集聚区"))
    kind = models.CharField(_("责任主体"), max_length=20, choices=BodyKind.choices)
    name = models.CharField(_("单位名称"), max_length=80)
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18)
    contact = models.CharField(_("联系人"), max_length=40, blank=True)
    phone = models.CharField(_("联系电话"), max_length=40, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("责任主体")
        constraints = (
            models.UniqueConstraint(fields=["cluster", "kind"], name="body_once_a_cluster"),
            models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="body_kind_known"),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a credit code with a wrong digit."""
        problems = code_problems(self.credit_code)
        if problems:
            said = [in_page_language(say(each, "zh"), say(each, "en")) for each in problems]
            raise ValidationError({"credit_code": said})


@covered()
class PlannedProject(models.Model):
    """A project that is to enter a cluster: an industrial one, or a producer service beside it (二（二）3)."""

    cluster = models.ForeignKey(PlannedCluster, models.CASCADE, related_name="projects", verbose_name=_("集聚区"))
    name = models.CharField(_("项目名称"), max_length=80)
    industry_code = models.CharField(_("行业代码"), max_length=5)
    products = models.CharField(_("主要产品"), max_length=200, blank=True)
    is_service = models.BooleanField(_("生产性服务业项目"), default=False)
    land_mu = models.DecimalField(_("独立供地（亩）"), max_digits=10, decimal_places=2, null=True, blank=True)
    meets_access_rules = models.BooleanField(_("符合产业准入"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("拟引进项目")
        ordering = ("cluster", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(land_mu__isnull=True) | Q(land_mu__gt=0),
                name="project_land_positive",
                violation_error_message=_("独立供地面积应大于零；不独立供地的留空。"),
            ),
        )

    def __str__(self) -> str:
        return self.name
