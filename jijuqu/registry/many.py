"""The facts of everything in the register on a day, as rows for `population`: parks, and clusters outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jijuqu.land.measures import MU_M2
from jijuqu.registry.figures import holder_figures, park_figures
from jijuqu.registry.models.slot import APPROVED, UNDER_REVIEW
from jijuqu.registry.queries import clusters_as_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

Row = dict[str, Any]


def park_rows(day: date) -> list[Row]:
    """Return a row for each park: its industrial land, that of the clusters recorded in it, and all their land."""
    return [
        {
            "id": each.park.code,
            "name": each.park.name_zh,
            "district": each.park.holder.name_zh,
            "in_park": True,
            "plans_a_cluster": each.clusters > 0,
            "park_cluster_land_mu": each.cluster_land_m2 / MU_M2,
            "park_cluster_whole_land_mu": each.cluster_area_m2 / MU_M2,
            "park_industrial_land_mu": each.park.industrial_land_m2 / MU_M2,
        }
        for each in park_figures(day)
    ]


def cluster_rows(day: date, besides: Collection[str] = ()) -> list[Row]:
    """Return a row for each cluster outside the parks but those of some codes: land, bodies, the district's others.

    A row's own day `on` is that of receipt.
    """
    in_use = {each.holder.code: each for each in holder_figures(day)}
    outside = (
        clusters_as_of(day).filter(park__isnull=True).exclude(code__in=besides).defer("wkb", "holder__outline_wkb")
    )
    rows = []
    for cluster in outside:
        holder = in_use.get(str(cluster.holder_id)) or in_use[str(cluster.holder.successor_id)]
        rows.append({
            "id": cluster.code,
            "name": cluster.name_zh,
            "district": cluster.holder.name_zh,
            "on": cluster.received_on,
            "in_park": False,
            "received_on": cluster.received_on,
            "total_land_mu": cluster.area_m2 / MU_M2,
            "industrial_land_mu": cluster.industrial_land_m2 / MU_M2,
            "leading_industries": 1,
            "names_industry_department": bool(cluster.authority) or None,
            "names_builder": bool(cluster.builder) or None,
            "names_operator": bool(cluster.operator) or None,
            "other_clusters_approved": holder.approved - (cluster.standing == APPROVED),
            "other_clusters_under_review": holder.under_review - (cluster.standing == UNDER_REVIEW),
        })  # fmt: skip
    return rows
