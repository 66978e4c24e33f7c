"""工业园区: each with its planned construction range, entered from a file, and ended where a new range follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from django import forms
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.journal.file_kinds import BOUNDARIES
from jijuqu.land.measures import MU_M2
from jijuqu.registry.actions import end_park, enter_park
from jijuqu.registry.models import Park, ParkKind
from jijuqu.registry.queries import holders_on
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


class ParkForm(forms.Form):
    """A park: whose, of which kind, its industrial land, and the file of its planned construction range."""

    holder = RowChoice(label=gettext_lazy("所属区县"))
    name_zh = Line(label=gettext_lazy("园区名称"), max_length=80)
    name_en = Line(label=gettext_lazy("英文名称"), max_length=160, required=False)
    kind = Choice(label=gettext_lazy("类别"), choices=ParkKind.choices)
    industrial_mu = forms.FloatField(
        label=gettext_lazy("规划工业用地（亩）"),
        help_text=gettext_lazy("规划建设范围内的规划工业用地，是集聚区占比（二（一）1）的分母。"),
        min_value=0,
        max_value=1e7,
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "any"}),
    )
    file = KeptFileField(
        label=gettext_lazy("规划建设范围"),
        allowed=BOUNDARIES,
        help_text=gettext_lazy("勘测定界 TXT、shapefile（zip）、GeoPackage、GeoJSON、KML/KMZ、DXF；涉密图件不得上传。"),
    )
    crs = Choice(label=gettext_lazy("坐标系"), choices=SYSTEMS, required=False)
    on = Day(label=gettext_lazy("自何日起执行"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].offer((each, each.name) for each in holders_on(day))  # type: ignore[attr-defined]


@require_safe
@requires(Permission.KEEP_REFERENCE)
def parks(request: HttpRequest) -> HttpResponse:
    """List the parks of today and those still to come."""
    found = (
        Park.objects.exclude(last_day__lt=today(request)).select_related("holder").defer("wkb", "holder__outline_wkb")
    )
    rows = [
        {
            "name": each.name,
            "cells": [each.holder.name, each.get_kind_display(), f"{each.industrial_land_m2 / MU_M2:,.2f}"],
            "row": each,
            "end": reverse("desk-end-park", args=[each.pk]),
        }
        for each in found.order_by("holder", "code")
    ]
    context = {
        "title": _("工业园区"),
        "about": _("规划建设范围决定地块在园区内还是园区外；范围调整的，终止原来的，再登记新的。"),
        "headings": [_("工业园区"), _("所属区县"), _("类别"), _("规划工业用地（亩）")],
        "rows": rows,
        "new": (reverse("desk-new-park"), _("登记园区")),
        "empty": _("还没有登记园区：地块在园区内还是园区外因此都是“待核”。"),
    }
    return render(request, "desk/dated_rows.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def new_park(request: HttpRequest) -> HttpResponse:
    """Enter a park."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ParkForm(*sent, day=today(request), initial={"on": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        park = Park(
            code=new_code("P", said["on"]), holder=said["holder"], kind=said["kind"], name_zh=said["name_zh"],
            name_en=said["name_en"], industrial_land_m2=said["industrial_mu"] * MU_M2, first_day=said["on"],
        )  # fmt: skip
        planned = shapely.union_all(shapes_of(said["file"], said["crs"]))
        enter_park(park, planned, actor=person_of(request), on=said["on"])

    page = FormPage(
        title=_("登记园区"),
        about=_("以规划建设范围（二（一）1）为准，不是核准面积或者管辖范围。"),
        button=_("登记园区"),
        back=reverse("desk-parks"),
        done=_("园区已登记。"),
    )
    return show_or_do(request, page, form, deed)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_REFERENCE)
def end_of_park(request: HttpRequest, code: str) -> HttpResponse:
    """Let a park end with a day."""
    park = get_object_or_404(Park, pk=code, last_day__isnull=True)
    form = EndForm(request.POST or None, initial={"last_day": today(request)})

    def deed() -> None:
        said = form.cleaned_data
        end_park(park, said["last_day"], why=said["why"], actor=person_of(request), on=today(request))

    page = FormPage(
        title=_("终止园区：%(name)s") % {"name": park.name},
        about=_("以前的核查仍按当时的范围；其中登记的集聚区不变。"),
        button=_("终止园区"),
        back=reverse("desk-parks"),
        done=_("已终止。"),
    )
    return show_or_do(request, page, form, deed)
