"""Excel tables: what looks like a formula stays text, and the sheet prints as offices hand it round."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jijuqu.papers.produce import xlsx
from jijuqu.papers.tables.opinions_table import OpinionRow, OpinionsTable
from jijuqu.papers.tables.progress_table import ProgressRow, ProgressTable
from tests.papers.builders import PLAN


def opinions(*words: str) -> OpinionsTable:
    rows = tuple(
        OpinionRow(
            department="区生态环境局", clause="二（二）1", stance="不同意", words=each, given_on=date(2022, 3, 1)
        )
        for each in words
    )
    return OpinionsTable(plan=PLAN, level="区县联合审查", as_of=date(2022, 3, 4), rows=rows)


def sheet_of(table):
    return load_workbook(BytesIO(xlsx(table))).active


@pytest.mark.parametrize("words", ["=1+1", "=cmd|' /C calc'!A0", "+86 23", "-3", "@SUM(A1)", "\t=1", "\u202e=1"])
def test_text_that_looks_like_a_formula_stays_text(words):
    cell = sheet_of(opinions(words)).cell(4, 5)
    assert cell.data_type == "s"
    assert cell.value == words.strip("\t\u202e")
    assert cell.quotePrefix


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_typed_a_workbook_is_made_and_read_back(words):
    cell = sheet_of(opinions(words)).cell(4, 5)
    assert cell.data_type in {"s", "n"}  # an empty cell has no text


def test_text_longer_than_a_cell_holds_is_cut_and_not_refused():
    assert len(sheet_of(opinions("集" * 40_000)).cell(4, 5).value) == 32_767


def test_the_opinions_table_names_plan_day_and_every_opinion():
    sheet = sheet_of(opinions("污水处理能力不足", "同意"))
    assert sheet["A1"].value == "《渝北区中小企业集聚区建设规划》部门意见及采纳情况表"
    assert sheet["A2"].value == "区县联合审查　截至2022年3月4日"
    assert [cell.value for cell in sheet[3]] == [
        "序号",
        "部门",
        "条款",
        "意见类别",
        "意见内容",
        "采纳情况",
        "答复说明",
        "反馈日期",
    ]
    assert [cell.value for cell in sheet[5]][:5] == [2, "区生态环境局", "二（二）1", "不同意", "同意"]
    assert sheet[5][7].value == "2022年3月1日"


def test_the_progress_table_has_a_row_for_every_district_begun_or_not():
    rows = tuple(
        ProgressRow(district=f"区县{count}", approved_outside_parks=count % 5, under_review_outside_parks=0)
        for count in range(41)
    )
    sheet = sheet_of(ProgressTable(as_of=date(2022, 6, 1), rows=rows))
    assert sheet.max_row == 3 + 41
    assert [sheet.cell(4, column).value for column in (1, 2, 5, 8, 9)] == [1, "区县0", "未启动", 0, 0]


def test_tables_print_across_on_a4_with_their_head_on_every_page():
    sheet = sheet_of(opinions("同意"))
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"
    assert sheet.cell(4, 5).alignment.wrap_text
