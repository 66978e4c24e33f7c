"""Clusters of small and medium firms (中小企业集聚区)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.journal.models import Paper
from jijuqu.registry.models.holder import QuotaHolder
from jijuqu.registry.models.park import Park
from jijuqu.registry.models.shaped import Shaped, box_in_order, box_index
from jijuqu.tables.named import Named, in_page_language

_IN_PARK = Q(park__isnull=False, recorded_on__isnull=False, received_on__isnull=True, approved_on__isnull=True)
_EVIDENT = Q(park__isnull=True) | Q(evidence__isnull=False)
_OUTSIDE = Q(park__isnull=True, recorded_on__isnull=True, received_on__isnull=False)


@covered()
class Cluster(Named, Shaped):
    """One cluster with its surveyed boundary and the days on which its standing changed.

    In a park (`park` set): entered in the register on `recorded_on`, with the paper that shows it in the park's
    spatial plan as `evidence`; nobody approves it (二（二）).
    Outside: the application came in on `received_on` (收文日) and was granted on `approved_on`, by the letter `reply`.
    From `ended_on` it is gone: refused, withdrawn or dissolved. The public sees it from `published_on` until
    `unpublished_on`, with the number of the map's public review (审图号), "" where there is none.
    `area_m2` is measured on the CGCS2000 ellipsoid; `industrial_land_m2` is the industrial land of it.
    `industry_codes` are codes of `reference.Industry`; the three bodies are those of 二（二）4.
    """

    code = models.CharField(_("编号"), max_length=30, primary_key=True)
    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="clusters", verbose_name=_("申报主体"))
    park = models.ForeignKey(
        Park, models.PROTECT, related_name="clusters", verbose_name=_("所在园区"), null=True, blank=True
    )
    industry_zh = models.CharField(_("主导产业"), max_length=30)
    industry_en = models.CharField(_("主导产业（英文）"), max_length=60, blank=True)
    industry_codes = models.JSONField(_("行业代码"), default=list, blank=True)
    area_m2 = models.FloatField(_("面积（平方米，椭球面）"))
    industrial_land_m2 = models.FloatField(_("工业用地（平方米）"))
    authority = models.CharField(_("行业主管部门"), max_length=80, blank=True)
    builder = models.CharField(_("投资建设单位"), max_length=80, blank=True)
    builder_code = models.CharField(_("投资建设单位信用代码"), max_length=18, blank=True)
    operator = models.CharField(_("运营管理机构"), max_length=80, blank=True)
    operator_code = models.CharField(_("运营管理机构信用代码"), max_length=18, blank=True)
    recorded_on = models.DateField(_("名录登记日期"), null=True, blank=True)
    received_on = models.DateField(_("收文日期"), null=True, blank=True)
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    published_on = models.DateField(_("公开日期"), null=True, blank=True)
    unpublished_on = models.DateField(_("撤下日期"), null=True, blank=True)
    map_review_number = models.CharField(_("审图号"), max_length=60, blank=True)
    reply = models.ForeignKey(
        Paper, models.PROTECT, related_name="approved_clusters", verbose_name=_("复函"), null=True, blank=True
    )
    evidence = models.ForeignKey(
        Paper, models.PROTECT, related_name="recorded_clusters", verbose_name=_("登记依据"), null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("中小企业集聚区")
        ordering = ("code",)
        indexes = (box_index("cluster_by_box"),)
        constraints = (
            models.CheckConstraint(
                condition=_IN_PARK | _OUTSIDE,
                name="cluster_in_park_or_outside",
                violation_error_message=_("园区内的集聚区填名录登记日期；园区外的填收文日期，不填登记日期。"),
            ),
            models.CheckConstraint(
                condition=_EVIDENT,
                name="cluster_in_park_has_evidence",
                violation_error_message=_("名录登记须附园区国土空间规划已予明确的依据（二（二））。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | Q(approved_on__gte=F("received_on")),
                name="cluster_approved_after_received",
                violation_error_message=_("批准日期早于收文日期，请核对两个日期。"),
            ),
            models.CheckConstraint(
                condition=Q(area_m2__gt=0),
                name="cluster_area_positive",
                violation_error_message=_("集聚区面积应大于零。"),
            ),
            models.CheckConstraint(
                condition=Q(industrial_land_m2__gte=0, industrial_land_m2__lte=F("area_m2") * 1.01),
                name="cluster_industrial_land_within",
                violation_error_message=_("工业用地面积应在零与集聚区面积之间。"),
            ),
            models.CheckConstraint(
                condition=Q(unpublished_on__isnull=True)
                | Q(published_on__isnull=False, unpublished_on__gte=F("published_on")),
                name="cluster_unpublished_after_published",
                violation_error_message=_("撤下日期早于公开日期，请核对两个日期。"),
            ),
            box_in_order("cluster_box_in_order"),
        )

    @property
    def industry(self) -> str:
        """The leading industry in the language of the page."""
        return in_page_language(self.industry_zh, self.industry_en)
