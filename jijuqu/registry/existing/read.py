"""Reads the table row by row into entries, each with all its faults at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.land.measures import MU_M2
from jijuqu.procedure.credit_code import code_problems, normalised
from jijuqu.procedure.naming import cluster_name
from jijuqu.reference.models import Industry
from jijuqu.reference.screening import plain_code
from jijuqu.registry.existing.columns import CREDIT_CODES, HEADINGS, NEEDED, PLAIN, REQUIRED
from jijuqu.registry.existing.entry import Entry, PaperCells, Said
from jijuqu.registry.existing.land import read_boundary
from jijuqu.registry.existing.scans import find_scan
from jijuqu.registry.existing.who import find_holder, find_park
from jijuqu.registry.models import Cluster
from jijuqu.sheets.cells import day_of, listed, number_of
from jijuqu.sheets.reading import read_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.registry.existing.uploads import Uploads
    from jijuqu.sheets.reading import Row
    from jijuqu.words.text import Message

# What a row must have, and one of the other kind must not: a letter outside the parks, evidence inside.
WANTED = {"outside": ("复函日期", "复函文号"), "in_park": ("名录登记日期", "登记依据", "登记依据单位")}
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,29}")
COMMISSION = "重庆市经济和信息化委员会"  # who answers by letter (二（三）6)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """All rows of a table, and what was noticed about the table as a whole."""

    entries: tuple[Entry, ...]
    issues: tuple[Message, ...]


def read_existing(file_name: str, data: bytes, uploads: Uploads) -> ReadTable:
    """Read a table (Excel or CSV) with the files that its rows name.

    Raises UnreadableError where the table cannot be used at all.
    """
    sheet = read_sheet(file_name, data, HEADINGS, NEEDED)
    entries = [_entry(row, frozenset(sheet.headings), uploads) for row in sheet.rows]
    _refuse_repeated(entries)
    return ReadTable(tuple(entries), sheet.issues)


def _entry(row: Row, given: frozenset[str], uploads: Uploads) -> Entry:
    cells, entry = row.cells, Entry(row.number, row.cells["编号"], reason=row.cells["特殊情况说明"])
    for heading in REQUIRED:
        if not cells[heading]:
            entry.refuse(heading, "existing_cell_empty")
    if entry.code and not CODE.fullmatch(entry.code):
        entry.refuse("编号", "existing_code_unformed", value=entry.code)
    _read_texts(entry, cells, given)
    _read_days(entry, cells)
    _read_who(entry, cells)
    _read_paper(entry, cells, uploads)
    _warn_of_name(entry)
    read_boundary(entry, cells, uploads)
    return entry


def _read_texts(entry: Entry, cells: dict[str, str], given: frozenset[str]) -> None:
    """Read what stands in the register as it stands in the cell, and codes."""
    for heading, name in PLAIN.items():
        if heading in given:
            entry.columns[name] = cells[heading]
            _refuse_too_long(entry, heading, name, cells[heading])
    for heading, name in CREDIT_CODES.items():
        if heading in given:
            entry.columns[name] = normalised(cells[heading])
            entry.errors += [Said(heading, each) for each in (code_problems(cells[heading]) if cells[heading] else ())]
    if "行业代码" in given:
        entry.columns["industry_codes"] = _industry_codes(entry, cells["行业代码"])
    area_mu = _parsed(entry, "工业用地（亩）", cells, number_of, "existing_not_a_number")
    if area_mu is not None:
        entry.columns["industrial_land_m2"] = area_mu * MU_M2


def _refuse_too_long(entry: Entry, heading: str, name: str, text: str) -> None:
    most = getattr(Cluster._meta.get_field(name), "max_length", None)
    if most and len(text) > most:
        entry.refuse(heading, "existing_too_long", most=most, length=len(text))


def _industry_codes(entry: Entry, cell: str) -> list[str]:
    codes = [plain_code(code) for code in listed(cell)]
    known = set(Industry.objects.filter(code__in=codes).values_list("code", flat=True))
    classes_are_in = Industry.objects.filter(level="class").exists()
    for code in codes:
        is_class_below_known_group = len(code) == 4 and Industry.objects.filter(code=code[:3]).exists()
        if code not in known and (classes_are_in or not is_class_below_known_group):
            entry.refuse("行业代码", "existing_industry_unknown", code=code)
    return codes


def _read_days(entry: Entry, cells: dict[str, str]) -> None:
    """Read the days; which of them are wanted depends on whether the cluster lies in a park."""
    for heading, name in (("收文日期", "received_on"), ("复函日期", "approved_on"), ("名录登记日期", "recorded_on")):
        entry.columns[name] = _parsed(entry, heading, cells, day_of, "existing_not_a_day")
    where, other = ("in_park", "outside") if cells["所在园区"] else ("outside", "in_park")
    for heading in WANTED[where]:
        if not cells[heading]:
            entry.refuse(heading, f"existing_wanted_{where}")
    for heading in (*WANTED[other], *(("收文日期",) if cells["所在园区"] else ())):
        if cells[heading]:
            entry.refuse(heading, f"existing_unwanted_{where}")
    received, approved = entry.columns["received_on"], entry.columns["approved_on"]
    if approved and not cells["收文日期"]:
        entry.columns["received_on"] = approved
        entry.warn("收文日期", "existing_received_on_assumed")
    if received and approved and approved < received:
        entry.refuse("复函日期", "existing_days_reversed", received_on=received, approved_on=approved)


def _read_who(entry: Entry, cells: dict[str, str]) -> None:
    day = entry.columns["received_on"] or entry.columns["recorded_on"]
    if cells["申报主体"]:
        entry.columns["holder"] = find_holder(entry, cells["申报主体"], day)
    entry.columns["park"] = find_park(entry, cells["所在园区"], day) if cells["所在园区"] else None


def _read_paper(entry: Entry, cells: dict[str, str], uploads: Uploads) -> None:
    """Read the letter of a cluster outside the parks, or the evidence for one inside."""
    scan = find_scan(entry, cells["扫描件"], uploads)
    if cells["所在园区"] and entry.columns["recorded_on"]:
        title, number, issuer = cells["登记依据"], cells["登记依据文号"], cells["登记依据单位"]
        entry.paper = PaperCells(title, number, issuer, entry.columns["recorded_on"], scan)
    elif entry.columns["approved_on"]:
        title = f"关于同意{cells['名称']}规划建设的复函"
        entry.paper = PaperCells(title, cells["复函文号"], COMMISSION, entry.columns["approved_on"], scan)


def _warn_of_name(entry: Entry) -> None:
    holder, name = entry.columns.get("holder"), entry.columns.get("name_zh")
    if holder and name:
        by_rule = cluster_name(holder.name_in_clusters, entry.columns["industry_zh"])
        if name != by_rule:
            entry.warn("名称", "existing_name_not_by_rule", name=name, by_rule=by_rule)


def _refuse_repeated(entries: list[Entry]) -> None:
    """Refuse a code that stands in the table twice, at every place after the first."""
    first: dict[str, int] = {}
    for entry in entries:
        if entry.code and entry.code in first:
            entry.refuse("编号", "existing_code_repeated", code=entry.code, row=first[entry.code])
        first.setdefault(entry.code, entry.row)


def _parsed(entry: Entry, heading: str, cells: dict[str, str], parse: Callable[[str], Any], fault: str) -> Any:
    """Read one cell, or note what is wrong with it; None where it is empty or wrong."""
    if not cells[heading]:
        return None
    try:
        return parse(cells[heading])
    except ValueError:
        entry.refuse(heading, fault, value=cells[heading])
        return None
