"""Planning layers: what may be built on, and what must be kept clear."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jijuqu.journal.covered import covered
from jijuqu.registry.models.shaped import Shaped, box_in_order, box_index
from jijuqu.tables.dated import Dated, days_in_order


class LayerKind(models.TextChoices):
    """The layers a plot is held against; the codes are those of `jijuqu check --layer`."""

    PLANNED_INDUSTRIAL = "planned-industrial", _("规划工业用地")
    URBAN_BOUNDARY = "urban-boundary", _("城镇开发边界")
    ECO_REDLINE = "eco-redline", _("生态保护红线")
    FARMLAND = "farmland", _("永久基本农田")


MUST_BE_CLEAR_OF = (LayerKind.ECO_REDLINE, LayerKind.FARMLAND)


@covered()
class PlanningLayer(Dated, Shaped):
    """One delivery of one kind of layer; its shape is the land it speaks about.

    Inside that shape a place without a polygon is known to be free of it; outside nothing is known.
    """

    code = models.CharField(_("代码"), max_length=40, primary_key=True)
    kind = models.CharField(_("类别"), max_length=30, choices=LayerKind.choices)
    source = models.CharField(_("来源"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("规划图层")
        ordering = ("code",)
        indexes = (box_index("layer_by_box"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=LayerKind.values),
                name="layer_kind_known",
                violation_error_message=_("图层类别只能是规划工业用地、城镇开发边界、生态保护红线或者永久基本农田。"),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="layer_source_given",
                violation_error_message=_("请写明图层来源（单位、文件名、日期）。"),
            ),
            box_in_order("layer_box_in_order"),
            days_in_order("layer_days_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.source}"


@covered()
class PlanningPolygon(Shaped):
    """One polygon of a planning layer."""

    layer = models.ForeignKey(PlanningLayer, models.CASCADE, related_name="polygons", verbose_name=_("图层"))

    class Meta:
        verbose_name = verbose_name_plural = _("规划图斑")
        indexes = (box_index("polygon_by_box"),)
        constraints = (box_in_order("polygon_box_in_order"),)

    def __str__(self) -> str:
        return f"{self.layer_id} #{self.pk}"
