"""Who holds a quota of clusters outside the parks: 各区县 of 二（一）2, districts, counties and three committees."""

import shapely
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from shapely.geometry.base import BaseGeometry

from jijuqu.tables.dated import Dated, days_in_order
from jijuqu.tables.named import Named


class HolderKind(models.TextChoices):
    """What a quota holder is."""

    DISTRICT = "district", _("区")
    COUNTY = "county", _("县")
    AUTONOMOUS_COUNTY = "autonomous-county", _("自治县")
    COMMITTEE = "committee", _("管委会")


class QuotaHolder(Named, Dated):
    """One of those whom 二（一）2 calls 各区县; it approves plans and sends applications.

    `code` is that of GB/T 2260 for districts and counties, and a word of ours for the three management committees,
    which overlap ordinary districts and have no outline. The outline is that of 2021 and heavily generalised.
    After its last day what a holder had is counted under its `successor`.
    """

    code = models.CharField(_("代码"), max_length=20, primary_key=True)
    kind = models.CharField(_("类别"), max_length=20, choices=HolderKind.choices)
    short_zh = models.CharField(_("简称"), max_length=10)
    short_en = models.CharField(_("英文简称"), max_length=30)
    successor = models.ForeignKey(
        "self", models.PROTECT, related_name="predecessors", verbose_name=_("承继者"), null=True, blank=True
    )
    outline_wkb = models.BinaryField(_("轮廓（WKB，EPSG:4490）"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("区县")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=["name_zh", "kind"], name="holder_name_once", violation_error_message=_("已有同名区县。")
            ),
            models.CheckConstraint(
                condition=Q(kind__in=HolderKind.values),
                name="holder_kind_known",
                violation_error_message=_("区县类别只能是区、县、自治县或者管委会。"),
            ),
            days_in_order("holder_days_in_order"),
        )

    @property
    def outline(self) -> BaseGeometry | None:
        """The generalised outline of 2021 in degrees, EPSG:4490; None where there is none."""
        return None if self.outline_wkb is None else shapely.from_wkb(bytes(self.outline_wkb))

    @property
    def name_in_clusters(self) -> str:
        """How the holder stands in the names of its clusters (二（三）6): a committee by the area it manages."""
        return self.name_zh.removesuffix("管委会")

    @property
    def heir(self) -> "QuotaHolder":
        """Who holds the quota in the end: the holder itself, or the last of those who came after it."""
        return self.successor.heir if self.successor else self
