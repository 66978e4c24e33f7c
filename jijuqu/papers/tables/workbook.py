"""One sheet of a workbook as offices hand tables round: A4 across, ruled, its head repeated on every printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from jijuqu.papers.fonts import FACES
from jijuqu.papers.safe_text import one_line
from jijuqu.papers.width import em

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Row = Sequence[str | float | None]
RULED = Border(*(Side(style="thin"),) * 4)
TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
LINE_POINTS = 16.0  # height of a line of 11 pt
LONGEST_TEXT = 32_767  # characters that Excel takes in one cell
CENTRED, TO_THE_LEFT = "center", "left"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and where its words stand."""

    head: str
    width: float
    align: str = CENTRED


def workbook(title: str, note: str, columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """Make a workbook of one sheet: title, a note under it (day, unit), the head and the rows.

    Text is text, whatever it looks like: `=1+1` is shown, never reckoned.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "表"
    _heading(sheet.cell(TITLE_ROW, 1), title, Font(name=FACES["title"].word_name, size=18), CENTRED)
    _heading(sheet.cell(NOTE_ROW, 1), note, Font(name=FACES["body"].word_name, size=11), TO_THE_LEFT)
    for place, height in ((TITLE_ROW, 32), (NOTE_ROW, 20)):
        sheet.merge_cells(start_row=place, start_column=1, end_row=place, end_column=len(columns))
        sheet.row_dimensions[place].height = height
    _fill_row(sheet, HEAD_ROW, [column.head for column in columns], columns, FACES["heading"].word_name)
    for number, row in enumerate(rows, HEAD_ROW + 1):
        _fill_row(sheet, number, row, columns, FACES["body"].word_name)
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    _prepare_for_print(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(cell: Cell, words: str, font: Font, align: str) -> None:
    _put(cell, words)
    cell.font, cell.alignment = font, Alignment(horizontal=align, vertical="center")


def _fill_row(sheet: Worksheet, number: int, values: Row, columns: Sequence[Column], font: str) -> None:
    lines = 1.0
    for place, (value, column) in enumerate(zip(values, columns, strict=True), 1):
        cell = sheet.cell(number, place)
        _put(cell, value)
        is_head = number == HEAD_ROW
        cell.font, cell.border = Font(name=font, size=11), RULED
        cell.alignment = Alignment(horizontal=CENTRED if is_head else column.align, vertical="center", wrap_text=True)
        lines = max(lines, -(-2 * em(str(value or "")) // column.width))
    sheet.row_dimensions[number].height = LINE_POINTS * min(lines, 25) + 6


def _put(cell: Cell, value: str | float | None) -> None:
    """Write a value; words are marked as words, so that no program takes them for a formula."""
    cell.value = one_line(value)[:LONGEST_TEXT] or None if isinstance(value, str) else value
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(("=", "+", "-", "@"))


def _prepare_for_print(sheet: Worksheet) -> None:
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
