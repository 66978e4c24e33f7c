"""Groups and near misses on the map of a page: there they are put together of parcels that it holds already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely
from django.utils.translation import gettext as _

from jijuqu.land.measures import MU_M2
from jijuqu.tables.named import in_page_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.registry.models import QuotaHolder
    from jijuqu.web.desk.site_screening.answer import GroupRow, MissRow
    from jijuqu.web.desk.site_screening.groups import Grouped


def ground(districts: Sequence[QuotaHolder], bounds: Sequence[float] | None) -> dict[str, Any]:
    """Give what lies below everything (`frontend/src/map/content.ts`): the districts, and what the map shows first."""
    features = [
        {
            "type": "Feature",
            "properties": {"label": in_page_language(each.short_zh, each.short_en)},
            "geometry": json.loads(shapely.to_geojson(each.outline)),
        }
        for each in districts
    ]
    layer = {
        "id": "districts", "kind": "district", "features": {"type": "FeatureCollection", "features": features}
    }  # fmt: skip
    return {"layers": [layer], **({"bounds": list(bounds)} if bounds else {})}


def on_map(found: Grouped, groups: Sequence[GroupRow], misses: Sequence[MissRow]) -> list[dict[str, Any]]:
    """Give the layers that follow the thresholds (`frontend/src/screening.ts`): of each feature its parcels and box."""
    members = found.members([row.place for row in groups] + [row.place for row in misses])
    of_groups, of_misses = members[: len(groups)], members[len(groups) :]
    near = {"id": "near-miss", "kind": "planned", "name": _("差得不多的组")}
    large = {"id": "groups", "kind": "group", "name": _("达到要求的组（位次）")}
    return [
        near | {"features": _features([_miss_box(row) for row in misses], of_misses)},
        large | {"features": _features([_group_box(row) for row in groups], of_groups)},
    ]


def _features(boxes: list[dict[str, Any]], members: list[list[int]]) -> list[dict[str, Any]]:
    return [{"properties": box, "parcels": places} for box, places in zip(boxes, members, strict=True)]


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
