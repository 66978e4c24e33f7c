"""部门意见及采纳情况表: every opinion on a plan and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.papers.tables.workbook import TO_THE_LEFT, Column, Row, workbook
from jijuqu.papers.wording import day

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.matter import Plan

COLUMNS = (
    Column("序号", 6),
    Column("部门", 22),
    Column("条款", 14),
    Column("意见类别", 12),
    Column("意见内容", 48, TO_THE_LEFT),
    Column("采纳情况", 12),
    Column("答复说明", 40, TO_THE_LEFT),
    Column("反馈日期", 14),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    """One remark of a department on a clause; a department that has not answered has a stance of 待反馈意见."""

    department: str
    clause: str
    stance: str
    words: str = ""
    adopted: str = ""
    answer: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionsTable:
    """The opinions on a plan as of a day. `level`: 区县联合审查 or 市级联合审查."""

    plan: Plan
    level: str
    as_of: date
    rows: tuple[OpinionRow, ...]


def write(table: OpinionsTable) -> bytes:
    """Write the workbook."""
    rows: list[Row] = [
        [
            float(count),
            row.department,
            row.clause,
            row.stance,
            row.words,
            row.adopted,
            row.answer,
            day(row.given_on) if row.given_on else "",
        ]
        for count, row in enumerate(table.rows, 1)
    ]
    title = f"《{table.plan.title}》部门意见及采纳情况表"
    return workbook(title, f"{table.level}　截至{day(table.as_of)}", COLUMNS, rows)
