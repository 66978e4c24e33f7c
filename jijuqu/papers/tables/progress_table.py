"""规划建设进展情况表: how far every district is, with its clusters outside the parks against their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.tables.workbook import TO_THE_LEFT, Column, Row, workbook
from jijuqu.papers.wording import day

if TYPE_CHECKING:
    from datetime import date

COLUMNS = (
    Column("序号", 6),
    Column("区县", 18),
    Column("规划名称", 36, TO_THE_LEFT),
    Column("集聚区（个）", 10),
    Column("当前环节", 16),
    Column("进入该环节日期", 16),
    Column("承诺时限", 16),
    Column("已批园外（个）", 10),
    Column("在审园外（个）", 10),
    Column("备注", 28, TO_THE_LEFT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressRow:
    """A plan of a district, or a district without a plan (`plan` is "")."""

    district: str
    approved_outside_parks: int
    under_review_outside_parks: int
    plan: str = ""
    clusters: int = 0
    state: str = ""
    since: date | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressTable:
    """All districts as of a day."""

    as_of: date
    rows: tuple[ProgressRow, ...]


def write(table: ProgressTable) -> bytes:
    """Write the workbook."""
    rows: list[Row] = [
        [
            float(count),
            row.district,
            row.plan,
            row.clusters or None,
            row.state or "未启动",
            day(row.since) if row.since else "",
            day(row.due_on) if row.due_on else "",
            row.approved_outside_parks,
            row.under_review_outside_parks,
            row.note,
        ]
        for count, row in enumerate(table.rows, 1)
    ]
    return workbook("中小企业集聚区规划建设进展情况表", f"截至{day(table.as_of)}", COLUMNS, rows)
