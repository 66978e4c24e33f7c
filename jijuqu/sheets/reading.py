"""Reads a table with known headings from an Excel workbook or a CSV file, whatever its encoding; all cells as text."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from jijuqu.land.boundary_files.decoding import decoded
from jijuqu.land.parcel import UnreadableError
from jijuqu.sheets.cells import text_of, without_invisible
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

MOST_ROWS, MOST_COLUMNS = 5_000, 100
MOST_UNPACKED_BYTES = 200_000_000
HEADINGS_WITHIN = 10  # rows: titles and remarks may stand above the headings
OLD_EXCEL = b"\xd0\xcf\x11\xe0"

Grid = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, counted from 1 as Excel does, and its cells by heading ("" where empty)."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headings that were found, the rows that hold anything, and what was noticed while reading."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    issues: tuple[Message, ...]


def read_sheet(name: str, data: bytes, headings: Sequence[str], required: Collection[str] = ()) -> Sheet:
    """Read the table that has these headings; in a workbook it may stand on any sheet, below other lines.

    Raises UnreadableError where the file is no table, lacks a required heading, or has more rows than anybody checks.
    """
    found = [(grid, place) for grid in _grids(name, data) if (place := _heading_row(grid, headings)) is not None]
    if not found:
        raise UnreadableError((Message("sheet_without_headings", {"name": name, "headings": "、".join(headings)}),))
    grid, place = max(found, key=lambda each: len(_columns(each[0][each[1]][1], headings)))
    columns = _columns(grid[place][1], headings)
    if missing := [heading for heading in headings if heading in required and heading not in columns.values()]:
        raise UnreadableError((Message("sheet_lacks_headings", {"name": name, "headings": "、".join(missing)}),))
    rows, issues = _rows(grid[place + 1 :], columns, headings)
    if len(rows) > MOST_ROWS:
        raise UnreadableError((Message("sheet_too_long", {"name": name, "most": MOST_ROWS}),))
    return Sheet(tuple(columns.values()), tuple(rows), (*_unknown(grid[place][1], headings), *issues))


def _grids(name: str, data: bytes) -> Iterator[Grid]:
    """Give every table of the file as numbered rows of text."""
    if data.startswith(OLD_EXCEL):
        raise UnreadableError((Message("sheet_is_old_excel", {"name": name}),))
    if data.startswith(b"PK"):
        yield from _workbook(name, data)
    else:
        yield _csv(data)


def _workbook(name: str, data: bytes) -> Iterator[Grid]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED_BYTES:
                raise UnreadableError((Message("sheet_too_large", {"name": name}),))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UnreadableError((Message("sheet_is_no_workbook", {"name": name}),)) from error
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a program wrote there need not be true
            lines = sheet.iter_rows(max_row=MOST_ROWS + HEADINGS_WITHIN + 1, max_col=MOST_COLUMNS, values_only=True)
            yield [(number, [text_of(cell) for cell in line]) for number, line in enumerate(lines, start=1)]
    finally:
        book.close()


def _csv(data: bytes) -> Grid:
    text = decoded(data)
    start = text[:4096]
    separator = max(",\t;", key=start.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [(lines.line_num, [text_of(cell) for cell in line[:MOST_COLUMNS]]) for line in lines]
    except csv.Error as error:
        raise UnreadableError((Message("text_not_decoded"),)) from error


def _heading_row(grid: Grid, headings: Sequence[str]) -> int | None:
    """Find the line among the first that holds most of the headings."""
    lines = range(min(HEADINGS_WITHIN, len(grid)))
    best = max(lines, key=lambda line: len(_columns(grid[line][1], headings)), default=None)
    return best if best is not None and _columns(grid[best][1], headings) else None


def _columns(line: list[str], headings: Sequence[str]) -> dict[int, str]:
    """Give the heading of every column that has one of those looked for; the first column of a name counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(line):
        plain = _plain(cell)
        for heading in headings:
            if plain == _plain(heading):
                places.setdefault(heading, place)
    return {place: heading for heading, place in places.items()}


def _plain(heading: str) -> str:
    """Write a heading without what differs from hand to hand: spaces, stars, the width of brackets."""
    return heading.translate({ord("（"): "(", ord("）"): ")", ord("*"): None, ord("＊"): None, ord(" "): None})


def _rows(grid: Grid, columns: dict[int, str], headings: Sequence[str]) -> tuple[list[Row], list[Message]]:
    rows, issues = [], []
    for number, line in grid:
        cells = dict.fromkeys(headings, "")
        for place, heading in columns.items():
            written = line[place] if place < len(line) else ""
            cells[heading] = without_invisible(written).strip()
            if cells[heading] != written:
                issues.append(Message("sheet_invisible_removed", {"row": number, "heading": heading}))
        if any(cells.values()):
            rows.append(Row(number, cells))
    return rows, issues


def _unknown(line: list[str], headings: Sequence[str]) -> list[Message]:
    known = {_plain(heading) for heading in headings}
    unknown = [cell for cell in line if cell and _plain(cell) not in known]
    return [Message("sheet_columns_passed_over", {"headings": "、".join(unknown)})] if unknown else []
