"""Tables as people hand them in: workbooks and CSV, any encoding, headings where they happen to stand."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from jijuqu.land.parcel import UnreadableError
from jijuqu.sheets.cells import day_of, listed, number_of
from jijuqu.sheets.reading import MOST_ROWS, read_sheet
from jijuqu.sheets.writing import Column, Table, workbook
from jijuqu.words.said import say

HEADINGS = ("编号", "名称", "工业用地（亩）", "复函日期")


def excel(*lines, title="台账", before=()):
    book = Workbook()
    for name in before:
        book.create_sheet(name).append(["填写说明"])
    sheet = book.create_sheet(title)
    for line in lines:
        sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows(data, name="台账.xlsx", required=()):
    return [row.cells for row in read_sheet(name, data, HEADINGS, required).rows]


ROW = {"编号": "JJ-1", "名称": "甲区五金中小企业集聚区", "工业用地（亩）": "200.5", "复函日期": "2022-06-01"}


def test_a_workbook_is_read_from_whichever_sheet_has_the_headings_below_titles():
    data = excel(
        ["存量台账（2022年）"], [], ["编号 *", "名称", "工业用地(亩)", "复函日期"],
        ["JJ-1", " 甲区五金中小企业集聚区 ", 200.5, date(2022, 6, 1)], [None, None, None, None],
        before=["说明"],
    )  # fmt: skip

    sheet = read_sheet("台账.xlsx", data, HEADINGS)

    assert [row.cells for row in sheet.rows] == [ROW]
    assert sheet.rows[0].number == 4
    assert sheet.issues == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_is_read_in_every_usual_encoding(encoding, separator):
    lines = [HEADINGS, ("JJ-1", "甲区五金中小企业集聚区", "200.5", "2022-06-01")]

    assert rows("\r\n".join(map(separator.join, lines)).encode(encoding), "台账.csv") == [ROW]


def test_missing_columns_are_named_and_strange_ones_passed_over_aloud():
    data = "编号,名称,备注\nJJ-1,甲,无\n".encode()

    with pytest.raises(UnreadableError) as refused:
        read_sheet("台账.csv", data, HEADINGS, required=HEADINGS)
    assert say(refused.value.reasons[0], "zh") == (
        "“台账.csv”缺少这些列：工业用地（亩）、复函日期。请按模板补上，没有内容的可以留空。"
    )
    assert [say(issue, "en") for issue in read_sheet("台账.csv", data, HEADINGS).issues] == [
        "These columns are not in the template and were passed over: 备注."
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版Excel"),
        (b"PK\x03\x04 no workbook", "不是完整的Excel工作簿"),
        ("甲,乙\n1,2".encode(), "没有找到表头"),
        (b"", "没有找到表头"),
        (b"\xff\xff\xff\xfe\x00", "不是 UTF-8、UTF-16 或 GBK"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(data, words):
    with pytest.raises(UnreadableError) as refused:
        read_sheet("台账", data, HEADINGS)
    assert words in say(refused.value.reasons[0], "zh")


def test_a_table_longer_than_anybody_checks_is_refused():
    data = "\n".join([",".join(HEADINGS), *["JJ-1,甲,1,2022-06-01"] * (MOST_ROWS + 1)]).encode()

    with pytest.raises(UnreadableError) as refused:
        rows(data)
    assert "超过5,000行" in say(refused.value.reasons[0], "zh")


def test_marks_that_turn_the_writing_round_are_taken_out_and_told():
    sheet = read_sheet("台账.csv", "编号,名称\nJJ-1,甲\u202e乙\u200b\n".encode(), HEADINGS)

    assert sheet.rows[0].cells["名称"] == "甲乙"
    assert say(sheet.issues[0], "zh") == "第2行“名称”中有看不见的控制字符，已去除；请核对。"


@pytest.mark.parametrize("text", ["2022-06-01", "2022/6/1", "2022.6.1", "2022年6月1日", "20220601"])
def test_days_are_understood_as_people_write_them(text):
    assert day_of(text) == date(2022, 6, 1)


@pytest.mark.parametrize("text", ["2022-02-30", "六月一日", "1/6/2022", "2022", ""])
def test_what_is_no_day_is_not_guessed(text):
    with pytest.raises(ValueError, match=r"."):
        day_of(text)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "二百", "", "12亩"])
def test_what_is_no_number_is_not_guessed(text):
    with pytest.raises(ValueError, match=r"."):
        number_of(text)


def test_numbers_may_have_commas_and_lists_any_separator():
    assert number_of("1,234.50") == 1234.5
    assert listed("2110、2120， 2130;2140") == ["2110", "2120", "2130", "2140"]


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1, max_size=20
        )
    )
)
def test_whatever_text_is_written_comes_back_as_text(texts):
    table = Table("表", [Column("名称"), Column("编号")], [(text, "=1+1") for text in texts])

    sheet = load_workbook(io.BytesIO(workbook(table))).worksheets[0]

    written = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in written] == texts
    assert all(cell.data_type == "s" for row in written for cell in row)
    assert all(row[1].quotePrefix for row in written)


def test_what_we_write_we_read():
    table = Table(
        "台账", [Column(each, remark="填写说明") for each in HEADINGS], [("JJ-1", ROW["名称"], 200.5, date(2022, 6, 1))]
    )

    assert rows(workbook(table)) == [ROW]
