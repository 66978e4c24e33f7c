"""The elements of the body in DOCX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm, Pt

from jijuqu.papers.manuscript import Entry, FilledForm, Heading, Paragraph, Table
from jijuqu.papers.width import em
from jijuqu.papers.word import measures as of
from jijuqu.papers.word.styles import BODY, CELL, HEADING, LABEL, LEAD, TABLE, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph as WordParagraph

    from jijuqu.papers.manuscript import Block

LABEL_WIDTH_MM, VALUE_WIDTH_MM = 28.0, 50.0  # of a form: two pairs fill 156 mm


def add_block(document: Document, block: Block) -> None:
    """Add an element of the body."""
    match block:
        case Paragraph(text, lead):
            paragraph = document.add_paragraph(style=BODY)
            if lead:
                paragraph.add_run(lead, style=LEAD)
            paragraph.add_run(text)
        case Heading(level, text):
            paragraph = document.add_paragraph(style=HEADING if level == 1 else BODY)
            paragraph.add_run(text, style=None if level == 1 else LEAD)
            paragraph.paragraph_format.keep_with_next = True
        case Entry(label, text):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}：", style=LABEL)
            paragraph.add_run(text)
            hang(paragraph, 2, em(label) + 1)
        case Table():
            _add_table(document, block)
        case FilledForm():
            _add_form(document, block)


def hang(paragraph: WordParagraph, indent: float, label: float) -> None:
    """Let further lines stand under the words after a label; both are counted in characters of the body."""
    shape = paragraph.paragraph_format
    shape.left_indent = Emu(round((indent + label) * of.CHARACTER))
    shape.first_line_indent = Emu(round(-label * of.CHARACTER))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _add_table(document: Document, block: Table) -> None:
    _empty_line(document)
    table = _grid(document, len(block.rows) + 1, block.widths_mm)
    for row, words in zip(table, (block.heads, *block.rows), strict=True):
        is_head = words is block.heads
        _shape_row(row, block.row_mm)
        for cell, each in zip(row.cells, words, strict=True):
            _write(cell, each, LABEL if is_head else None)
        if is_head:
            row._tr.get_or_add_trPr().append(element("tblHeader"))  # python-docx has no call for it


def _add_form(document: Document, block: FilledForm) -> None:
    widths = (LABEL_WIDTH_MM, VALUE_WIDTH_MM) * 2
    for row, filled in zip(_grid(document, len(block.rows), widths), block.rows, strict=True):
        _shape_row(row, filled.height_mm)
        cells = row.cells
        if len(filled.pairs) == 1:
            cells[1].merge(cells[3])
        for (label, words), place in zip(filled.pairs, (0, 2), strict=False):
            _write(cells[place], label, LABEL)
            _write(cells[place + 1], words, None)
        if len(filled.pairs) == 1:
            cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _grid(document: Document, rows: int, widths_mm: tuple[float, ...]) -> list[_Row]:
    table = document.add_table(rows, len(widths_mm), style=TABLE)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    made = list(table.rows)
    for row in made:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return made


def _shape_row(row: _Row, height_mm: float) -> None:
    row.height, row.height_rule = Mm(height_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # python-docx has no call for it


def _write(cell: _Cell, words: str, style: str | None) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    paragraph.add_run(words, style=style)


def _empty_line(document: Document) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(12)
