"""Industrial parks (工业园区) with their planned construction range."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.registry.models.holder import QuotaHolder
from jijuqu.registry.models.shaped import Shaped, box_in_order, box_index
from jijuqu.tables.dated import Dated, days_in_order
from jijuqu.tables.named import Named


class ParkKind(models.TextChoices):
    """The kinds of industrial park that 二（一）1 counts."""

    NATIONAL_NEW_AREA = "national-new-area", _("国家级新区工业集聚区")
    NATIONAL_HIGH_TECH = "national-high-tech", _("国家级高新区")
    CITY_HIGH_TECH = "city-high-tech", _("市级高新区")
    NATIONAL_DEVELOPMENT = "national-development", _("国家级经开区")
    CITY_DEVELOPMENT = "city-development", _("市级经开区")
    CUSTOMS = "customs", _("海关特殊监管区工业集聚区")
    CITY_INDUSTRIAL = "city-industrial", _("市级特色工业园区")


@covered()
class Park(Named, Dated, Shaped):
    """One industrial park: its range is the planned construction range (规划建设范围) of 二（一）1.

    `industrial_land_m2` is the planned industrial land within that range, the denominator of the 10 % of 二（一）1.
    """

    code = models.CharField(_("代码"), max_length=30, primary_key=True)
    holder = models.ForeignKey(QuotaHolder, models.PROTECT, related_name="parks", verbose_name=_("所属区县"))
    kind = models.CharField(_("类别"), max_length=30, choices=ParkKind.choices)
    industrial_land_m2 = models.FloatField(_("工业用地（平方米）"))

    class Meta:
        verbose_name = verbose_name_plural = _("工业园区")
        ordering = ("code",)
        indexes = (box_index("park_by_box"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ParkKind.values),
                name="park_kind_known",
                violation_error_message=_("园区类别不在二（一）1所列范围内。"),
            ),
            models.CheckConstraint(
                condition=Q(industrial_land_m2__gt=0),
                name="park_industrial_land_positive",
                violation_error_message=_("园区工业用地面积应大于零。"),
            ),
            box_in_order("park_box_in_order"),
            days_in_order("park_days_in_order"),
        )
