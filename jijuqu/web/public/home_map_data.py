"""What the map that can be zoomed shows: the same layers as the drawing, with every boundary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jijuqu.registry.models import LayerKind, PlanningPolygon
from jijuqu.registry.models.planning import MUST_BE_CLEAR_OF
from jijuqu.registry.queries import districts_on, layers_on, parks_on, published_as_of
from jijuqu.tables.named import in_page_language
from jijuqu.web.public.shown_day import shown_day
from jijuqu.web.templatetags.figures import mu

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import HttpRequest, HttpResponse
    from shapely.geometry.base import BaseGeometry

    from jijuqu.registry.models import Cluster, Park

GRID_DEGREES = 1e-5  # about a metre: enough to look at
SHOWN_LAYERS = (LayerKind.PLANNED_INDUSTRIAL, LayerKind.ECO_REDLINE, LayerKind.FARMLAND)


@require_safe
def zoom_map(request: HttpRequest) -> HttpResponse:
    """Bring the map into the first page."""
    return render(request, "home/zoom_map.html", {"day": shown_day(request)})


@require_safe
def home_map_data(request: HttpRequest) -> JsonResponse:
    """Return the layers of the day shown, as the map of the front end reads them (degrees, EPSG:4490)."""
    day = shown_day(request)
    layers = [_districts(day), *(_planning(kind, day) for kind in SHOWN_LAYERS), _parks(day), _clusters(day)]
    return JsonResponse({"layers": layers})


def _layer(name: str, kind: str, label: str, features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "kind": kind, "name": label, "features": {"type": "FeatureCollection", "features": [*features]}}


def _feature(shape: BaseGeometry, **properties: Any) -> dict[str, Any]:
    geometry = json.loads(shapely.to_geojson(shapely.set_precision(shape, GRID_DEGREES)))
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _districts(day: date) -> dict[str, Any]:
    return _layer(
        "districts",
        "district",
        "",
        (_feature(each.outline, label=in_page_language(each.short_zh, each.short_en)) for each in districts_on(day)),
    )


def _planning(kind: LayerKind, day: date) -> dict[str, Any]:
    polygons = PlanningPolygon.objects.filter(layer__in=layers_on(day).filter(kind=kind))
    look = "forbidding" if kind in MUST_BE_CLEAR_OF else "planned"
    return _layer(kind, look, str(kind.label), (_feature(each.geometry, title=str(kind.label)) for each in polygons))


def _parks(day: date) -> dict[str, Any]:
    return _layer("parks", "park", _("工业园区"), (_park(each) for each in parks_on(day)))


def _park(park: Park) -> dict[str, Any]:
    rows = [
        (_("类别"), park.get_kind_display()),
        (_("区县"), park.holder.name),
        (_("工业用地（亩）"), mu(park.industrial_land_m2)),
    ]
    return _feature(park.geometry, title=park.name, rows=rows, href=f"#{park.code}")


def _clusters(day: date) -> dict[str, Any]:
    return _layer("clusters", "cluster", _("中小企业集聚区"), (_cluster(each, day) for each in published_as_of(day)))


def _cluster(cluster: Cluster, day: date) -> dict[str, Any]:
    rows = [
        (_("主导产业"), cluster.industry),
        (_("面积（亩）"), mu(cluster.area_m2)),
        (_("工业用地（亩）"), mu(cluster.industrial_land_m2)),
    ]
    page = f"{reverse('cluster', args=[cluster.code])}?on={day.isoformat()}"
    return _feature(cluster.geometry, label=cluster.industry, title=cluster.name, rows=rows, href=page)
