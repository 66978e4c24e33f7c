"""The workbook to fill in: an empty table, a sheet that explains every column, and two examples."""

from __future__ import annotations

from jijuqu.registry.existing.columns import COLUMNS, REQUIRED, SHEET
from jijuqu.sheets.writing import Column, Table, workbook


def template() -> bytes:
    """Return the template as .xlsx; only its first sheet is read, so that examples are never taken for entries."""
    columns = [
        Column(f"{each.heading}*" if each.heading in REQUIRED else each.heading, each.width, each.about.zh)
        for each in COLUMNS
    ]
    explained = [(each.heading, each.about.zh, each.outside, each.in_park, each.about.en) for each in COLUMNS]
    return workbook(
        Table(SHEET, columns, []),
        Table(
            "填写说明",
            [
                Column("列", 22),
                Column("说明", 60),
                Column("示例：园区外（虚构）", 34),
                Column("示例：园区内（虚构）", 34),
                Column("In English", 60),
            ],
            explained,
        ),
    )
