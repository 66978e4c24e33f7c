"""Groups and near misses on the map of a page, and drawn on the server for paper and for pages without scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from django.utils.translation import gettext as _

from jijuqu.land.measures import MU_M2
from jijuqu.tables.named import in_page_language
from jijuqu.web.public.check_map import FEW, LABELLED_FROM, DrawnParcel, Frame, drawing_in
from jijuqu.web.public.detail import without_detail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.web.desk.site_screening.answer import GroupRow, MissRow

    Drawn = tuple[Shapes, Shapes]  # of the groups, of the near misses

FINEST = 1e-5  # degrees, about a metre
NEAR_MISS = "near-miss"


def map_content(
    groups: Sequence[GroupRow], misses: Sequence[MissRow], drawn: Drawn, districts: Sequence[QuotaHolder]
) -> dict[str, Any]:
    """Give the content of the interactive map (`frontend/src/map/content.ts`): all that is listed, on its districts."""
    of_groups, of_misses = drawn
    ground = np.array([each.outline for each in districts], dtype=object)
    names = [{"label": in_page_language(each.short_zh, each.short_en)} for each in districts]
    bounds = shapely.total_bounds(np.concatenate(drawn)).tolist() if len(groups) + len(misses) else None
    return {
        **({"bounds": bounds} if bounds else {}),
        "layers": [
            _layer("districts", "district", "", ground, names),
            _layer(NEAR_MISS, "planned", _("差得不多的组"), of_misses, [_miss_box(each) for each in misses]),
            _layer("groups", "plot", _("达到要求的组（位次）"), of_groups, [_group_box(each) for each in groups]),
        ],
    }


def drawing(groups: Sequence[GroupRow], drawn: Drawn) -> Any:
    """Draw both on the server; near misses as the layer below."""
    of_groups, of_misses = drawn
    frame = Frame(tuple(shapely.total_bounds(np.concatenate(drawn)).tolist()))
    near = {NEAR_MISS: shapely.multipolygons(shapely.get_parts(of_misses))} if len(of_misses) else {}
    return drawing_in(frame, near, list(_drawn(frame, groups, of_groups)), [])


def _drawn(frame: Frame, groups: Sequence[GroupRow], shapes: Shapes) -> Iterator[DrawnParcel]:
    points = frame.units(shapely.get_coordinates(shapely.point_on_surface(shapes)))
    for row, shape, path, (x, y) in zip(groups, shapes, frame.paths(list(shapes)), points.tolist(), strict=True):
        west, south, east, north = shape.bounds
        span = np.abs(np.array([east - west, north - south]) * frame.per_degree).min()
        is_labelled = bool(len(groups) <= FEW or span >= LABELLED_FROM)
        yield DrawnParcel(row.rank, path, round(x, 1), round(y, 1), is_labelled)


def _layer(key: str, kind: str, name: str, shapes: Shapes, boxes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    light = shapely.transform(without_detail(list(shapes), FINEST), lambda degrees: degrees.round(6))
    features = [
        {"type": "Feature", "properties": box, "geometry": json.loads(geometry)}
        for box, geometry in zip(boxes, shapely.to_geojson(light).tolist(), strict=True)
    ]
    return {"id": key, "kind": kind, "name": name, "features": {"type": "FeatureCollection", "features": features}}


def _group_box(row: GroupRow) -> dict[str, Any]:
    return {
        "label": str(row.rank),
        "title": _("%(district)s 第%(rank)s组") % {"district": row.district, "rank": row.rank},
        "rows": [
            [_("面积（亩）"), f"{row.area_m2 / MU_M2:,.2f}"],
            [_("地块数"), f"{row.parcels:,}"],
            [_("首个地块"), row.first_parcel],
        ],
    }


def _miss_box(row: MissRow) -> dict[str, Any]:
    return {
        "title": _("%(district)s，尚差 %(short)s 亩") % {"district": row.district, "short": f"{row.short_mu:,.2f}"},
        "rows": [[_("面积（亩）"), f"{row.area_mu:,.2f}"], [_("首个地块"), row.first_parcel]],
    }
