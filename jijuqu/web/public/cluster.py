"""集聚区详情: one published cluster, its boundary, its letter and the bodies that answer for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jijuqu.reference.queries import industries_named
from jijuqu.registry.queries import published_as_of
from jijuqu.web.public.cluster_map import draw_cluster, extent_of
from jijuqu.web.public.shown_day import shown_day

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.registry.models import Cluster


class Body(NamedTuple):
    """One of the three that 二（二）4 wants named: what it is, its name, its unified social credit code."""

    role: str
    name: str
    credit_code: str = ""


@require_safe
def cluster(request: HttpRequest, code: str) -> HttpResponse:
    """Show a cluster that is published on the day shown; any other is not there."""
    day = shown_day(request)
    found = get_object_or_404(published_as_of(day).select_related("reply", "evidence"), pk=code)
    drawing = draw_cluster(found, day)
    names = {"park": _("工业园区"), "cluster": _("其他集聚区")}
    page = {
        "day": day,
        "cluster": found,
        "drawing": drawing,
        "legend": [(kind, names[kind]) for kind, _path in drawing.layers],
        "extent": extent_of(found),
        "industries": industries_named(found.industry_codes),
        "bodies": _bodies(found),
    }
    return render(request, "public/cluster.html", page)


def _bodies(cluster: Cluster) -> list[Body]:
    return [
        Body(_("行业主管部门"), cluster.authority),
        Body(_("投资建设单位"), cluster.builder, cluster.builder_code),
        Body(_("运营管理机构"), cluster.operator, cluster.operator_code),
    ]
