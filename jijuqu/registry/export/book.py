"""Writes clusters as an Excel workbook with the columns of the import, so that it can be edited and handed in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.land.measures import MU_M2
from jijuqu.registry.existing.columns import COLUMNS, CREDIT_CODES, PLAIN, SHEET
from jijuqu.registry.models.slot import APPROVED
from jijuqu.registry.queries import RECORDED
from jijuqu.sheets.writing import Column, Table, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jijuqu.registry.queries import DatedCluster
    from jijuqu.sheets.cells import Cell

MEASURED = (
    Column("状态", 10),
    Column("实测面积（亩）", 14),
    Column("公开日期", 12),
    Column("撤下日期", 12),
    Column("审图号", 18),
)


def write_book(path: Path, clusters: Sequence[DatedCluster]) -> None:
    """Write the clusters to a new workbook. Nothing in it is ever taken for a formula."""
    columns = [Column(each.heading, each.width) for each in COLUMNS]
    rows = [[*_cells(each).values(), *_measured(each)] for each in clusters]
    path.write_bytes(workbook(Table(SHEET, [*columns, *MEASURED], rows)))


def _cells(cluster: DatedCluster) -> dict[str, Cell]:
    """Return what stands under each heading of the import; files are not named, so that the kept ones stay."""
    slot = None if cluster.park_id else getattr(cluster, "slot", None)
    reply, evidence = cluster.reply, cluster.evidence
    known: dict[str, Cell] = {heading: getattr(cluster, name) for heading, name in (PLAIN | CREDIT_CODES).items()}
    known |= {
        "编号": cluster.code,
        "申报主体": cluster.holder.name_zh,
        "行业代码": "、".join(cluster.industry_codes),
        "所在园区": cluster.park.name_zh if cluster.park else "",
        "工业用地（亩）": round(cluster.industrial_land_m2 / MU_M2, 2),
        "用地面积（亩）": round(cluster.area_m2 / MU_M2, 2),
        "收文日期": cluster.received_on,
        "复函日期": cluster.approved_on,
        "复函文号": reply.number if reply else "",
        "名录登记日期": cluster.recorded_on,
        "登记依据": evidence.title if evidence else "",
        "登记依据文号": evidence.number if evidence else "",
        "登记依据单位": evidence.issuer if evidence else "",
        "特殊情况说明": slot.reason if slot else "",
    }
    return {each.heading: known.get(each.heading, "") for each in COLUMNS}


def _measured(cluster: DatedCluster) -> list[Cell]:
    standing = {APPROVED: _("已批复"), RECORDED: _("已登记")}.get(cluster.standing, _("审查中"))
    area_mu = round(cluster.area_m2 / MU_M2, 2)
    return [standing, area_mu, cluster.published_on, cluster.unpublished_on, cluster.map_review_number]
