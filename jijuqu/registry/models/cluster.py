"""Clusters of small and medium firms, and the slots that those outside the parks take."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jijuqu.registry.models.holder import QuotaHolder
from jijuqu.registry.models.park import Park
from jijuqu.registry.models.shaped import Shaped, box_in_order, box_index
from jijuqu.tables.named import Named, in_page_language

# 二（一）2: 每个区县原则上不超过5个 (also 渝府办发〔2020〕99号 一（二）). A sixth wants a reason, it is not impossible.
SLOTS_WITHOUT_REASON = 5

_IN_PARK = Q(park__isnull=False, recorded_on__isnull=False, received_on__isnull=True, approved_on__isnull=True)
_OUTSIDE = Q(park__isnull=True, recorded_on__isnull=True, received_on__isnull=False)


class Cluster(Named, Shaped):
    """One cluster with its surveyed boundary and the days on which its standing changed.

    In a park (`park` set): entered in the register on `recorded_on`; nobody approves it (二（二）).
    Outside: the application came in on `received_on` (收文日) and was granted on `approved_on` (复函日).
    From `ended_on` it is gone: refused, withdrawn or dissolved. The public sees it from `published_on`.
    `area_m2` is measured on the CGCS2000 ellipsoid; `industrial_land_m2` is the industrial land of it.
    """

    code = models.CharField(_("编号"), max_length=30, primary_key=True)
    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="clusters", verbose_name=_("申报主体"))
    park = models.ForeignKey(
        Park, models.PROTECT, related_name="clusters", verbose_name=_("所在园区"), null=True, blank=True
    )
    industry_zh = models.CharField(_("主导产业"), max_length=30)
    industry_en = models.CharField(_("主导产业（英文）"), max_length=60, blank=True)
    area_m2 = models.FloatField(_("面积（平方米，椭球面）"))
    industrial_land_m2 = models.FloatField(_("工业用地（平方米）"))
    builder = models.CharField(_("投资建设单位"), max_length=80, blank=True)
    operator = models.CharField(_("运营管理机构"), max_length=80, blank=True)
    recorded_on = models.DateField(_("名录登记日期"), null=True, blank=True)
    received_on = models.DateField(_("收文日期"), null=True, blank=True)
    approved_on = models.DateField(_("复函日期"), null=True, blank=True)
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    published_on = models.DateField(_("公开日期"), null=True, blank=True)

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
                condition=Q(approved_on__isnull=True) | Q(approved_on__gte=F("received_on")),
                name="cluster_approved_after_received",
                violation_error_message=_("复函日期早于收文日期，请核对两个日期。"),
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
            box_in_order("cluster_box_in_order"),
        )

    @property
    def industry(self) -> str:
        """The leading industry in the language of the page."""
        return in_page_language(self.industry_zh, self.industry_en)


class Slot(models.Model):
    """One of the five places a quota holder has outside the parks (二（一）2), taken by a cluster; a sixth says why."""

    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="slots", verbose_name=_("区县"))
    number = models.PositiveSmallIntegerField(_("序号"))
    cluster = models.OneToOneField(Cluster, models.CASCADE, related_name="slot", verbose_name=_("集聚区"))
    reason = models.TextField(_("特殊情况说明"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("园外集聚区名额")
        constraints = (
            models.UniqueConstraint(
                fields=["holder", "number"],
                name="slot_taken_once",
                violation_error_message=_("该区县的这个名额已被占用。"),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(number__lte=SLOTS_WITHOUT_REASON) | ~Q(reason="")),
                name="slot_beyond_five_has_reason",
                violation_error_message=_("每个区县原则上不超过5个（二（一）2）；超出的请填写特殊情况说明。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder_id} {self.number}"
