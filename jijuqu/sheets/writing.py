"""Writes Excel workbooks whose text stays text: nothing in a cell is ever taken for a formula."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from jijuqu.sheets.cells import without_invisible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from jijuqu.sheets.cells import Cell

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
HEADING_GROUND = PatternFill("solid", fgColor="DCE6F2")
LONGEST_TEXT = 32_767  # characters in a cell: a limit of Excel


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in characters, and a remark that opens on the heading ("" for none)."""

    heading: str
    width: float = 14
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook; every row has a cell for each column."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def workbook(*tables: Table) -> bytes:
    """Return a workbook (.xlsx) with one sheet for each table; the headings stay in view."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.title), table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for place, column in enumerate(table.columns, start=1):
        _write(sheet, 1, place, column.heading)
        heading = sheet.cell(1, place)
        heading.font, heading.fill = Font(bold=True), HEADING_GROUND
        heading.alignment = Alignment(wrap_text=True, vertical="center")
        if column.remark:
            heading.comment = Comment(column.remark, "", width=320, height=120)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(table.rows, start=2):
        for place, cell in enumerate(row, start=1):
            _write(sheet, number, place, cell)
    sheet.freeze_panes = "A2"


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    """Write one cell. Text is marked as text, and as quoted where Excel would make a formula of it when edited."""
    cell = sheet.cell(row, column)
    if not isinstance(value, str):
        cell.value = value
        return
    text = "\n".join(without_invisible(line) for line in value.splitlines())[:LONGEST_TEXT]
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA_STARTS)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
