"""规划图层: one delivery of one kind, entered from a file with the land it speaks about, ended for a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from django import forms
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.file_kinds import BOUNDARIES
from jijuqu.land.districts import surely_inside
from jijuqu.registry.actions import end_layer, enter_layer
from jijuqu.registry.models import PlanningLayer
from jijuqu.registry.models.planning import LayerKind
from jijuqu.registry.queries import districts_on
from jijuqu.web.desk.fields import Choice, Day, Line, RowChoice
from jijuqu.web.desk.form_page import FormPage, show_or_do
from jijuqu.web.desk.kept_file import KeptFileField
from jijuqu.web.desk.reference.access import EndForm
from jijuqu.web.desk.reference.land_file import new_code, shapes_of
from jijuqu.web.desk.signed_in import person_of, requires
from jijuqu.web.public.check_form import SYSTEMS
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse
    from shapely.geometry.base import BaseGeometry

PAGE_LENGTH = 50
SLIVER = 0.02  # of the land that a delivery speaks about


class LayerForm(forms.Form):
    """A delivery: what it shows, from whom, its polygons, and for which land it is complete."""

    kind = Choice(label=gettext_lazy("类别"), choices=LayerKind.choices)
    source = Line(label=gettext_lazy("来源"), max_length=200, help_text=gettext_lazy("提供的单位、文件名称和日期。"))
    file = KeptFileField(
        label=gettext_lazy("图斑文件"),
        allowed=BOUNDARIES,
        help_text=gettext_lazy(
            "勘测定界 TXT、shapefile（zip）、GeoPackage、GeoJSON、KML/KMZ、DXF；图斑上万的按区县拆分。涉密的不得上传。"
        ),
    )
    crs = Choice(label=gettext_lazy("坐标系"), choices=SYSTEMS, required=False)
    district = RowChoice(
        label=gettext_lazy("图层覆盖的区县"),
        required=False,
        help_text=gettext_lazy("在覆盖范围内而没有图斑的地方，视为没有。区县界线是概略图，靠近界线3公里以内不作判断。"),
    )
    covered = KeptFileField(
        label=gettext_lazy("覆盖范围文件"),
        allowed=BOUNDARIES,
        required=False,
        help_text=gettext_lazy("图层只覆盖区县的一部分，或者有准确范围的，上传范围；与图斑同一坐标系。"),
    )
    on = Day(label=gettext_lazy("自何日起执行"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(each, each.name) for each in districts_on(day)]
        self.fields["district"].offer(named, empty=_("以覆盖范围文件为准"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Want to know where a place without a polygon is free of it."""
        said = super().clean() or self.cleaned_data
        if not said.get("district") and not said.get("covered") and "covered" not in self.errors:
            self.add_error("district", _("请选择图层覆盖的区县，或者上传覆盖范围文件。"))
        return said

    def speaks_about(self) -> BaseGeometry:
        """Give the land for which the delivery is complete. Raises UnreadableError."""
        said = self.cleaned_data
        if said["covered"]:
            return shapely.union_all(shapes_of(said["covered"], said["crs"]))
        return surely_inside(said["district"].outline)


@require_safe
@requires(Permission.KEEP_REFERENCE)
def layers(request: HttpRequest) -> HttpResponse:
    """List the deliveries that hold today and those still to come."""
    found = PlanningLayer.objects.exclude(last_day__lt=today(request)).annotate(shapes=Count("polygons"))
    page = Paginator(found.order_by("kind", "code"), PAGE_LENGTH).get_page(request.GET.get("page"))
    deliveries: list[Any] = list(page.object_list)  # each with the number of its shapes
    districts = [(each.name, outline) for each in districts_on(today(request)) if (outline := each.outline)]
    rows = [
        {
            "name": each.get_kind_display(),
            "cells": [_covered(each, districts), each.source, f"{each.shapes:,}"],
            "row": each,
            "end": reverse("desk-end-layer", args=[each.pk]),
        }
        for each in deliveries
    ]
    context = {
        "title": _("规划图层"),
        "about": _("地块与图层对照；没有图层的地方一律“待核”，规划自然资源部门的盖章证明同样有效。"),
        "headings": [_("类别"), _("覆盖"), _("来源"), _("图斑")],
        "rows": rows,
        "page": page,
        "new": (reverse("desk-new-layer"), _("登记图层")),
        "empty": _("还没有登记图层：国土空间规划各条因此凭规划自然资源部门的证明核查。"),
    }
    return render(request, "desk/dated_rows.html", context)


def _covered(layer: PlanningLayer, districts: list[tuple[str, BaseGeometry]]) -> str:
    """Name the districts about which a delivery speaks; a sliver across a generalised line counts for nothing."""
    about = layer.geometry
    share = {name: outline.intersection(about).area for name, outline in districts if outline.intersects(about)}
    return _("、").join(name for name, area in share.items() if area > SLIVER * about.area)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def new_layer(request: HttpRequest) -> HttpResponse:
    """Enter a delivery."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LayerForm(*sent, day=today(request), initial={"on": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        layer = PlanningLayer(
            code=new_code("L", said["on"]), kind=said["kind"], source=said["source"], first_day=said["on"]
        )
        polygons = shapes_of(said["file"], said["crs"])
        enter_layer(layer, form.speaks_about(), polygons, actor=person_of(request), on=said["on"])

    page = FormPage(
        title=_("登记规划图层"),
        about=_("同一类图层有新版的，登记后到列表终止旧版，否则两版同时有效。"),
        button=_("登记图层"),
        back=reverse("desk-layers"),
        done=_("图层已登记。"),
    )
    return show_or_do(request, page, form, deed)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def end_of_layer(request: HttpRequest, code: str) -> HttpResponse:
    """Let a delivery end with a day."""
    layer = get_object_or_404(PlanningLayer, pk=code, last_day__isnull=True)
    form = EndForm(request.POST or None, initial={"last_day": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        end_layer(layer, said["last_day"], why=said["why"], actor=person_of(request), on=today(request))

    page = FormPage(
        title=_("终止规划图层：%(kind)s") % {"kind": layer.get_kind_display()},
        about=layer.source,
        button=_("终止图层"),
        back=reverse("desk-layers"),
        done=_("已终止。"),
    )
    return show_or_do(request, page, form, deed)
