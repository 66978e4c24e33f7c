"""A letter's PDF has the measures of GB/T 9704-2012, read back from the file by tools that did not make it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from jijuqu.papers.produce import pdf
from tests.papers.builders import DISTRICT_DEPARTMENTS, HOME, THREE, approval, city_envelope, every_letter
from tests.papers.reading import Glyph, Page, pages, picture, red_rows

approx = pytest.approx
LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262  # of the text block, mm
PT = 25.4 / 72  # mm
CHARACTER, LINE = 156 / 28, 225 / 22
SIGNED = pages(pdf(approval()))
DRAFT = pages(pdf(approval(envelope=city_envelope(number=""))))
LETTERS = every_letter()


@cache
def pages_of(name: str) -> list[Page]:
    return pages(pdf(LETTERS[name]))


def long_letter() -> list[Page]:
    """A letter whose reasons fill several pages with one paragraph."""
    return pages(pdf(approval(conditions=("集" * 28 * 60,))))


def ends(glyphs: list[Glyph]) -> tuple[float, float]:
    return glyphs[0].left, glyphs[-1].right


@pytest.mark.parametrize("name", LETTERS)
def test_every_page_is_a4_and_no_ink_but_the_rules_leaves_the_text_block(name):
    made = pdf(LETTERS[name])
    for number, page in enumerate(pages(made)):
        assert (page.width, page.height) == approx((210, 297), abs=0.01)
        body = picture(made, number)[62 * 10 : BOTTOM * 10].min(axis=2) < 200
        columns = [column for column, has_ink in enumerate(body.any(axis=0)) if has_ink]
        assert columns[0] / 10 >= LEFT - 0.15
        assert columns[-1] / 10 <= RIGHT + 0.15
        assert all(glyph.baseline < BOTTOM or glyph.text in "—0123456789 " for glyph in page.glyphs)


def test_a_full_page_has_22_lines_of_28_characters_that_fill_the_text_block():
    lines = long_letter()[2].lines(16)

    assert [len(line) for line in lines] == [28] * 22
    assert {"".join(glyph.text for glyph in line) for line in lines} == {"集" * 28}
    assert all(ends(line) == approx((LEFT, RIGHT), abs=0.15) for line in lines)
    assert [b[0].baseline - a[0].baseline for a, b in pairwise(lines)] == approx([LINE] * 21, abs=0.02)
    top, bottom = lines[0][0].baseline - 0.8 * 16 * PT, lines[-1][0].baseline + 0.2 * 16 * PT
    assert (top, bottom) == approx((TOP, BOTTOM - (LINE - 16 * PT)), abs=0.1)


def test_sizes_are_2_for_the_title_3_for_the_body_and_4_for_copies_and_page_number():
    first, second = SIGNED
    assert {glyph.size for glyph in first.find("渝北区智能家居中小企业集聚区的复函")} == {22}
    assert {glyph.size for glyph in first.find("渝北区人民政府：")} == {16}
    assert {glyph.size for glyph in second.find("抄送：市发展改革委")} == {14}
    assert {glyph.size for glyph in second.find("— 2 —")} == {14}


def test_the_sender_s_name_begins_30_mm_from_the_top_edge_and_is_centred():
    top, bottom, left, right = red_rows(picture(pdf(approval())))[0]

    assert top == approx(30, abs=0.2)
    assert (left + right) / 2 == approx(105, abs=0.3)
    assert right - left <= 156
    assert bottom < 46


def test_the_red_rules_are_170_mm_centred_4_mm_below_the_name_and_20_mm_from_the_bottom_edge():
    name, *rules = red_rows(picture(pdf(approval())))
    assert all((left, right) == approx((20, 190), abs=0.15) for _, _, left, right in rules)
    assert rules[0][0] - name[1] == approx(4, abs=0.2)
    assert rules[-1][1] == approx(277, abs=0.15)

    drawn = [rule for rule in SIGNED[0].rules if rule.is_red]
    assert len(drawn) == 4
    assert all(rule.right - rule.left == approx(170, abs=0.01) for rule in drawn)
    thick_over_thin, thin_over_thick = drawn[:2], drawn[2:]
    assert thick_over_thin[0].thickness > thick_over_thin[1].thickness
    assert thin_over_thick[0].thickness < thin_over_thick[1].thickness


def test_only_the_first_page_has_the_red_head():
    assert red_rows(picture(pdf(approval()), page=1)) == []


def test_the_number_stands_at_the_right_under_the_first_rule_in_hexagonal_brackets():
    page = SIGNED[0]
    number = page.find("渝经信函〔2022〕5号")
    under = page.rules[1].y + page.rules[1].thickness / 2 * PT

    assert number[-1].right == approx(RIGHT, abs=0.1)
    assert number[0].baseline - 0.8 * 16 * PT - under == approx(16 * PT * 7 / 8, abs=0.1)
    assert [hex(ord(number[place].text)) for place in (4, 9)] == ["0x3014", "0x3015"]


def test_a_draft_says_so_with_our_serial_where_the_number_will_stand():
    draft, number = DRAFT[0].find("拟稿 2022-0017"), SIGNED[0].find("渝经信函〔2022〕5号")

    assert draft[-1].right == approx(RIGHT, abs=0.1)
    assert draft[0].baseline == approx(number[0].baseline, abs=0.01)
    assert "渝经信函" not in DRAFT[0].text
    assert "拟稿" not in SIGNED[0].text


def test_two_empty_lines_part_number_and_title_and_one_parts_title_and_addressee():
    page = SIGNED[0]
    number, title, addressee = (
        page.find("5号")[0],
        page.find("重庆市经济和信息化委员会关于")[0],
        page.find("渝北区人民政府：")[0],
    )
    last_of_title = page.find("的复函")[0]

    def top(glyph):
        return glyph.baseline - 0.8 * glyph.size * PT

    def bottom(glyph):
        return glyph.baseline + 0.2 * glyph.size * PT

    gap = LINE - 16 * PT
    assert top(title) - bottom(number) == approx(2 * LINE + gap, abs=0.3)
    assert top(addressee) - bottom(last_of_title) == approx(LINE + gap, abs=0.3)


def test_the_title_is_centred_in_the_text_block():
    for line in SIGNED[0].lines(22):
        left, right = ends(line)
        assert (left + right) / 2 == approx((LEFT + RIGHT) / 2, abs=0.2)


def test_paragraphs_are_indented_by_two_characters_and_the_addressee_is_not():
    page = SIGNED[0]
    assert page.find("渝北区人民政府：")[0].left == approx(LEFT, abs=0.1)
    assert page.find("你区《关于")[0].left == approx(LEFT + 2 * CHARACTER, abs=0.1)
    assert page.find("一、同意规划建设")[0].left == approx(LEFT + 2 * CHARACTER, abs=0.1)


def test_pages_are_numbered_outside_and_7_mm_under_the_text_block_but_for_a_letter_s_first():
    letter = long_letter()
    assert "—" not in letter[0].text
    for number, page in enumerate(letter[1:], 2):
        left, right = ends(page.find(f"— {number} —"))
        expected = RIGHT - 14 * PT if number % 2 else LEFT + 14 * PT
        assert (right if number % 2 else left) == approx(expected, abs=0.3)
    drawn = picture(pdf(LETTERS["expert_report"]), dots_a_mm=20).min(axis=2)
    dash = drawn[264 * 20 : 275 * 20, int((RIGHT - 14 * PT - 4) * 20) : int((RIGHT - 14 * PT - 1.5) * 20)]
    rows = [row for row, dots in enumerate(dash) if dots.max() < 128]
    assert 264 + sum(rows) / len(rows) / 20 == approx(BOTTOM + 7, abs=0.5)


def test_the_day_ends_four_characters_from_the_right_and_the_sender_is_centred_over_it():
    page = SIGNED[1]
    day = page.find("2022年6月2日")
    start = page.text.rindex("重庆市经济和信息化委员会2022年")
    sender = list(page.glyphs[start : start + 12])

    assert day[-1].right == approx(RIGHT - 4 * CHARACTER, abs=0.3)
    assert sum(ends(sender)) == approx(sum(ends(day)), abs=0.4)
    assert day[0].baseline - sender[0].baseline == approx(LINE, abs=0.05)


def test_a_long_sender_s_name_stays_inside_and_the_day_stays_under_its_middle():
    sender = "彭水苗族土家族自治县经济和信息化委员会中小企业发展局"
    page = pages(pdf(approval(envelope=city_envelope(sender=sender))))[-1]
    name, day = page.find(sender), page.find("2022年6月2日")

    assert ends(name)[1] <= RIGHT
    assert sum(ends(name)) == approx(sum(ends(day)), abs=0.4)


def test_a_seal_of_45_mm_finds_its_place_over_sender_and_day_within_a_line_of_the_body():
    page = DRAFT[1]
    (left, top, right, bottom), *_ = page.curves
    day, last = page.find("2022年6月2日"), page.find("特此函复。")
    above = last[0].baseline + 0.2 * 16 * PT

    assert (right - left, bottom - top) == approx((45, 45), abs=0.1)
    assert (left + right) / 2 == approx(sum(ends(day)) / 2, abs=0.3)
    assert 0 < top - above < LINE
    middle_of_words = day[0].baseline - LINE / 2 - 0.3 * 16 * PT
    assert 0 < middle_of_words - (top + bottom) / 2 < 5  # "居印章中心偏下位置"
    assert SIGNED[1].curves == ()


def test_contact_follows_the_day_and_copies_stand_at_the_bottom_of_the_last_page():
    page = SIGNED[-1]
    contact, day, copies = page.find("（联系人：吴堃"), page.find("2022年6月2日"), page.find("抄送：")

    assert contact[0].baseline - day[0].baseline == approx(LINE, abs=0.1)
    assert contact[0].left == approx(LEFT + 2 * CHARACTER, abs=0.3)
    assert BOTTOM - 2 < copies[0].baseline + 0.2 * 14 * PT < BOTTOM + 0.1
    assert copies[0].left == approx(LEFT + 14 * PT, abs=0.1)


def test_attachments_are_named_one_empty_line_under_the_body_and_stand_under_each_other():
    page = pages_of("application")[1]
    label, last = page.find("附件：1. "), page.find("妥否，请函复。")
    second, third = page.find("2. 《渝北区"), page.find("3. 《渝北区")

    assert label[0].baseline - last[0].baseline == approx(2 * LINE, abs=0.1)
    assert label[0].left == approx(LEFT + 2 * CHARACTER, abs=0.3)
    assert second[0].left == approx(third[0].left, abs=0.05) == approx(label[3].left, abs=0.3)


def test_the_mark_of_minutes_begins_35_mm_under_the_top_of_the_text_block():
    mark, rule, *rest = red_rows(picture(pdf(LETTERS["minutes"])))

    assert mark[0] == approx(TOP + 35, abs=0.2)
    assert rule[2:] == approx((LEFT, RIGHT), abs=0.15)
    assert rest == []


@pytest.mark.parametrize("words", range(0, 30 * 28, 28 * 2 + 5))
def test_sender_day_and_contact_never_stand_on_a_page_without_words_of_the_body(words):
    made = pages(pdf(approval((HOME,), conditions=("集" * (words + 1),))))
    last = made[-1]

    assert "2022年6月2日（联系人" in last.text
    assert "特此函复。" in last.text
    assert all(len(page.lines(16)) > 3 for page in made)


def test_with_and_without_other_addressees_letters_keep_their_measures():
    changed = replace(approval(THREE), envelope=city_envelope(addressees=DISTRICT_DEPARTMENTS))
    first = pages(pdf(changed))[0]
    second_line = next(line for line in first.lines(16)[2:] if abs(line[0].left - LEFT) < 0.1)

    assert "".join(glyph.text for glyph in second_line).endswith("：")
