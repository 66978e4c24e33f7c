"""How letters write titles, numbers, days, areas and the names of offices."""

from __future__ import annotations

import doctest
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.papers import envelope, safe_text, title, width, wording
from jijuqu.papers.envelope import letter_number
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.title import AFTER_VERB, Part, title_lines
from jijuqu.papers.width import em


@pytest.mark.parametrize("module", [envelope, safe_text, title, width, wording])
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@settings(deadline=None)  # every way to break a title is tried
@given(
    st.lists(
        st.text(st.sampled_from("渝北区关于同意中小企业集聚区建设规划的函Ab1"), max_size=50).map(Part), max_size=16
    )
)
def test_no_word_of_a_title_is_lost_and_no_line_is_too_long(parts):
    lines = title_lines(parts)
    assert "".join(lines) == "".join(part.words for part in parts)
    assert all(0 < em(line) <= 20 for line in lines)


def test_a_title_ends_its_lines_between_words_and_not_in_the_middle_of_a_name():
    parts = [
        Part("重庆市经济和信息化委员会"),
        Part("关于征求", AFTER_VERB),
        Part("《渝北区中小企业集聚区建设规划》"),
        Part("意见的函"),
    ]
    assert title_lines(parts) == ("重庆市经济和信息化委员会关于征求", "《渝北区中小企业集聚区建设规划》意见的函")


def test_a_title_never_ends_with_a_line_of_one_word():
    assert len(title_lines([Part("渝北区中小企业集聚区建设规划联合审查会议"), Part("纪要")])[-1]) >= 4


@pytest.mark.parametrize(
    "typed",
    [
        "渝经信函〔2022〕5号",
        "渝经信函[2022]5号",
        "渝经信函【2022】第5号",
        "渝经信函（2022）005号",
        " 渝经信函 ﹝2022﹞ 5 号",
        "渝经信函(2022)5",
    ],
)
def test_a_number_gets_hexagonal_brackets_and_loses_zeros_and_the_word_first(typed):
    assert letter_number(typed.replace("﹝", "〔").replace("﹞", "〕")) == "渝经信函〔2022〕5号"


@pytest.mark.parametrize(
    "typed", ["", "5号", "渝经信函2022-5", "渝经信函〔22〕5号", "渝经信函〔2022〕0号", "渝经信函〔2022〕五号"]
)
def test_a_number_without_its_parts_is_refused(typed):
    with pytest.raises(CannotBeWrittenError) as refused:
        letter_number(typed)
    assert refused.value.message.code == "not_a_letter_number"


def test_days_have_no_leading_zeros():
    assert wording.day(date(2022, 9, 1)) == "2022年9月1日"


@pytest.mark.parametrize(
    ("area", "written"), [(200, "200亩"), (215.374, "215.37亩"), (0.5, "0.5亩"), (1234.5, "1234.5亩")]
)
def test_mu_have_two_decimals_at_most(area, written):
    assert wording.mu(area) == written


@pytest.mark.parametrize(
    ("area", "written"), [(9_999, "9999平方米"), (10_000, "1万平方米"), (123_456, "12.35万平方米")]
)
def test_large_floors_are_written_in_ten_thousands(area, written):
    assert wording.floor(area) == written


@pytest.mark.parametrize(
    ("office", "itself"),
    [
        ("渝北区人民政府", "我区"),
        ("石柱土家族自治县人民政府", "我县"),
        ("两江新区管委会", "我区"),
        ("重庆高新区管理委员会", "我区"),
        ("渝北区经济和信息化委员会", "我委"),
        ("市规划自然资源局", "我局"),
        ("区政府办公室", "我办"),
        ("某某协会", "我单位"),
    ],
)
def test_an_office_speaks_of_itself_by_what_it_is(office, itself):
    assert wording.we(office) == itself


def test_several_addressees_are_addressed_together():
    assert wording.you(("甲局", "乙局")) == "你们"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("同意", "同意。"),
        ("同意。", "同意。"),
        ("同意；", "同意。"),
        ("同意！", "同意！"),
        ("见附件（略）", "见附件（略）。"),
    ],
)
def test_a_sentence_ends_with_one_stop(words, expected):
    assert wording.sentence(words) == expected
