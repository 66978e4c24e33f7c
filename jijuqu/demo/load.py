"""Loads the demonstration city into a database of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from jijuqu.demo.cases import play_all
from jijuqu.demo.city import AS_OF, CLUSTERS, INDUSTRY_CODES, PARKS, DemoCluster, DemoPark
from jijuqu.demo.layout import DistrictLayout, lay_out
from jijuqu.demo.samples import sample_files
from jijuqu.journal.models import Paper
from jijuqu.land.measures import MU_M2
from jijuqu.procedure.naming import cluster_name
from jijuqu.registry.actions import enter_cluster, enter_layer, enter_park, enter_samples, mark_as_demonstration
from jijuqu.registry.models import Cluster, Park, PlanningLayer, QuotaHolder
from jijuqu.registry.queries import demonstration

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry

DRAFT, DRAFT_FILES = "修订草案（虚构）", ("parameters.toml", "rules.py")
LAYER_SOURCE = "虚构图层，仅供演示（代码生成，2022-01-01）"


@transaction.atomic
def load() -> bool:
    """Load the city with its people and plans, and mark the database as a demonstration; False where it is there.

    Raises DatabaseInUseError where the registry holds records that are not the demonstration's.
    """
    if demonstration():
        return False
    play_all(load_land())
    _lay_draft()
    return True


def _lay_draft() -> None:
    """Lay a draft of a revised notice beside the database, for 政策测算 to try out."""
    folder = Path(settings.DRAFTS) / DRAFT
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in DRAFT_FILES:
        shutil.copyfile(Path(__file__).parent / "draft" / name, folder / name)


def load_land() -> dict[str, BaseGeometry]:
    """Load parks, clusters, layers and sample files; return the boundaries of all clusters and plans by their codes."""
    mark_as_demonstration(AS_OF)
    layouts = lay_out(_outlines())
    for code, layout in layouts.items():
        _enter_parks(layout)
        _enter_clusters(layout)
        _enter_layers(code, layout)
    enter_samples(sample_files())
    return {code: shape for layout in layouts.values() for code, shape in layout.boundaries.items()}


def _outlines() -> dict[str, BaseGeometry]:
    return {each.code: each.outline for each in QuotaHolder.objects.filter(outline_wkb__isnull=False)}


def _enter_parks(layout: DistrictLayout) -> None:
    for each in (park for park in PARKS if park.code in layout.ranges):
        park = _park(each, layout.park_industrial_m2[each.code])
        enter_park(park, layout.ranges[each.code], actor=None, on=AS_OF)


def _park(park: DemoPark, industrial_land_m2: float) -> Park:
    return Park(
        code=park.code,
        holder_id=park.holder,
        kind=park.kind,
        name_zh=park.name_zh,
        name_en=park.name_en,
        industrial_land_m2=industrial_land_m2,
    )


def _enter_clusters(layout: DistrictLayout) -> None:
    for each in (cluster for cluster in CLUSTERS if cluster.code in layout.boundaries):
        enter_cluster(_cluster(each), layout.boundaries[each.code], actor=None, on=each.approved or each.day)


def _cluster(cluster: DemoCluster) -> Cluster:
    holder = QuotaHolder.objects.get(pk=cluster.holder)
    name_zh = cluster_name(holder.name_in_clusters, cluster.industry_zh)
    return Cluster(
        code=cluster.code,
        holder=holder,
        park_id=cluster.park,
        name_zh=name_zh,
        name_en=f"{holder.name_en.removesuffix(' Committee')} {cluster.industry_en} SME Cluster",
        industry_zh=cluster.industry_zh,
        industry_en=cluster.industry_en,
        industry_codes=list(INDUSTRY_CODES[cluster.industry_zh]),
        industrial_land_m2=round(cluster.industrial_mu * MU_M2, 1),
        authority=f"演示{holder.short_zh}经济信息委（虚构）",
        builder=f"演示{holder.short_zh}{cluster.industry_zh}园区建设有限公司（虚构）",
        operator=f"演示{holder.short_zh}{cluster.industry_zh}园区运营有限公司（虚构）",
        recorded_on=cluster.day if cluster.park else None,
        received_on=None if cluster.park else cluster.day,
        approved_on=cluster.approved,
        published_on=cluster.published,
        reply=_reply(cluster, name_zh, cluster.approved) if cluster.approved else None,
        evidence=_evidence(cluster, name_zh) if cluster.park else None,
    )


def _reply(cluster: DemoCluster, name_zh: str, signed_on: date) -> Paper:
    """Save the invented letter by which a cluster was approved."""
    return Paper.objects.create(
        title=f"关于同意{name_zh}规划建设的复函（虚构）",
        number=f"演示函〔{signed_on:%Y}〕{int(cluster.code[-2:])}号",
        issuer="演示市经济信息委（虚构）",
        dated_on=signed_on,
    )


def _evidence(cluster: DemoCluster, name_zh: str) -> Paper:
    """Save the invented paper that shows an in-park cluster in its park's spatial plan."""
    return Paper.objects.create(
        title=f"工业园区国土空间规划中{name_zh}范围的说明（虚构）",
        number=f"演示资函〔{cluster.day:%Y}〕{int(cluster.code[-2:])}号",
        issuer="演示区规划和自然资源局（虚构）",
        dated_on=cluster.day,
    )


def _enter_layers(district: str, layout: DistrictLayout) -> None:
    for kind, polygons in layout.layers.items():
        layer = PlanningLayer(code=f"demo-{district}-{kind}", kind=kind, source=LAYER_SOURCE)
        enter_layer(layer, layout.outline, polygons, actor=None, on=AS_OF)
