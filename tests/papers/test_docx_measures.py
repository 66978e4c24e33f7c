"""A letter's DOCX has the measures of GB/T 9704-2012, read back from its XML."""

from __future__ import annotations

from collections import Counter

import pytest

from jijuqu.papers.produce import docx, manuscript, pdf
from tests.papers.builders import COMMISSION, approval, city_envelope, every_letter
from tests.papers.reading import WORD, docx_part, docx_parts, docx_words, words

approx = pytest.approx
MM = 1440 / 25.4  # twips
LETTERS = every_letter()
SIGNED = docx(approval())
BODY = docx_part(SIGNED, "document").find(f"{WORD}body")
STYLES = {style.get(f"{WORD}styleId"): style for style in docx_part(SIGNED, "styles").iter(f"{WORD}style")}
NAMES = {style.find(f"{WORD}name").get(f"{WORD}val"): style for style in STYLES.values()}


def value(element, path: str, name: str = "val"):
    """Give an attribute of an element below: value(paragraph, "pPr/spacing", "line")."""
    found = element.find("/".join(WORD + step for step in path.split("/")))
    return None if found is None else found.get(WORD + name)


def text_of(paragraph) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))


def paragraph_with(words: str, of=BODY):
    return next(each for each in of.iter(f"{WORD}p") if words in text_of(each))


def style_of(paragraph):
    return STYLES[value(paragraph, "pPr/pStyle")]


def millimetres(element, path: str, name: str) -> float:
    return int(value(element, path, name)) / MM


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_a4_with_the_margins_of_the_standard(name):
    section = docx_part(docx(LETTERS[name]), "document").find(f"{WORD}body/{WORD}sectPr")
    assert millimetres(section, "pgSz", "w") == approx(210, abs=0.05)
    assert millimetres(section, "pgSz", "h") == approx(297, abs=0.05)
    margins = [millimetres(section, "pgMar", side) for side in ("top", "left", "right", "bottom")]
    assert margins == approx([37, 28, 26, 35], abs=0.05)


def test_22_lines_of_28_characters_fit_the_text_block_and_one_more_does_not():
    grid = int(value(BODY, "sectPr/docGrid", "linePitch"))
    normal = NAMES["Normal"]
    pitch, between = int(value(normal, "pPr/spacing", "line")), int(value(normal, "rPr/spacing"))
    size = int(value(normal, "rPr/sz")) * 10  # half points to twips

    assert value(BODY, "sectPr/docGrid", "type") == "lines"
    assert grid == pitch == 579
    assert value(normal, "pPr/spacing", "lineRule") == "exact"
    assert 22 * pitch <= 225 * MM < 23 * pitch
    assert 28 * (size + between) <= 156 * MM < 29 * (size + between)


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("公文标题", "方正小标宋简体", 22),
        ("公文一级标题", "黑体", 16),
        ("公文版记", "仿宋_GB2312", 14),
        ("公文页码", "宋体", 14),
        ("公文楷体", "楷体_GB2312", None),
    ],
)
def test_the_customary_fonts_are_named_for_every_script(style, font, points):
    fonts = {NAMES[style].find(f"{WORD}rPr/{WORD}rFonts").get(WORD + s) for s in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert fonts == {font}
    assert value(NAMES[style], "rPr/sz") == (None if points is None else str(2 * points))


def test_nothing_is_left_of_the_fonts_and_styles_of_another_template():
    assert not [name for name in NAMES if name.startswith(("Heading", "List", "Light", "Medium"))]
    fonts = [f for s in STYLES.values() for f in s.iter(f"{WORD}rFonts")]
    assert not [name for each in fonts for name in each.attrib if name.endswith("Theme")]


def test_the_name_begins_30_mm_from_the_edge_and_the_rule_of_170_mm_is_4_mm_below_it():
    header = next(each for each in docx_parts(SIGNED, "header") if COMMISSION in text_of(each))
    name, rule = header.findall(f"{WORD}p")
    assert millimetres(BODY.find(f"{WORD}sectPr"), "pgMar", "header") == approx(30, abs=0.05)
    assert value(name, "r/rPr/color") == "D7000F"
    assert value(name, "pPr/jc") == "center"

    border = rule.find(f"{WORD}pPr/{WORD}pBdr/{WORD}top")
    assert (border.get(f"{WORD}val"), border.get(f"{WORD}color")) == ("thickThinSmallGap", "D7000F")
    assert millimetres(rule, "pPr/spacing", "before") == approx(4, abs=0.05)
    left, right = millimetres(rule, "pPr/ind", "left"), millimetres(rule, "pPr/ind", "right")
    assert (28 + left, 210 - 26 - right) == approx((20, 190), abs=0.05)
    assert millimetres(rule, "pPr/spacing", "after") == approx(16 * 7 / 8 * 25.4 / 72, abs=0.05)


def test_the_second_rule_is_170_mm_long_and_20_mm_from_the_bottom_edge_of_the_first_page_only():
    framed = [
        p for footer in docx_parts(SIGNED, "footer") for p in footer.iter(f"{WORD}p") if value(p, "pPr/framePr", "y")
    ]
    (rule,) = framed
    border = rule.find(f"{WORD}pPr/{WORD}pBdr/{WORD}top")
    assert border.get(f"{WORD}val") == "thinThickSmallGap"
    assert millimetres(rule, "pPr/framePr", "w") == approx(170, abs=0.05)
    assert millimetres(rule, "pPr/framePr", "x") == approx(20, abs=0.05)
    bottom = millimetres(rule, "pPr/framePr", "y") + 4 * 25.4 / 72  # 4 pt: the double rule
    assert bottom == approx(277, abs=0.1)
    first = [r for r in BODY.find(f"{WORD}sectPr").findall(f"{WORD}footerReference") if r.get(f"{WORD}type") == "first"]
    assert len(first) == 1
    assert BODY.find(f"{WORD}sectPr/{WORD}titlePg") is not None


def test_number_title_addressee_and_body_follow_with_the_empty_lines_of_the_standard():
    texts = [text_of(paragraph) for paragraph in BODY.findall(f"{WORD}p")][:8]
    title = "重庆市经济和信息化委员会关于同意规划建设渝北区智能家居中小企业集聚区的复函"
    assert texts[:6] == ["渝经信函〔2022〕5号", "", "", title, "", "渝北区人民政府："]
    assert value(paragraph_with("渝经信函"), "pPr/jc") == "right"
    assert value(style_of(paragraph_with("的复函")), "pPr/jc") == "center"
    assert millimetres(style_of(paragraph_with("你区《")), "pPr/ind", "firstLine") == approx(2 * 156 / 28, abs=0.1)


def test_a_draft_has_its_serial_where_the_number_will_be_typed():
    draft = docx(approval(envelope=city_envelope(number="")))
    assert docx_words(draft).splitlines()[0] == "拟稿 2022-0017"


def test_page_numbers_stand_outside_on_odd_and_even_pages_at_7_mm_under_the_text_block():
    kinds = {r.get(f"{WORD}type") for r in BODY.find(f"{WORD}sectPr").findall(f"{WORD}footerReference")}
    numbered = [footer for footer in docx_parts(SIGNED, "footer") if "—" in text_of(footer)]
    sides = {value(footer.find(f"{WORD}p"), "pPr/jc") for footer in numbered}

    assert kinds == {"first", "even", "default"}
    assert sides == {"right", "left"}
    assert docx_part(SIGNED, "settings").find(f"{WORD}evenAndOddHeaders") is not None
    assert all(footer.find(f".//{WORD}fldSimple").get(f"{WORD}instr") == "PAGE" for footer in numbered)
    from_edge = millimetres(BODY.find(f"{WORD}sectPr"), "pgMar", "footer") + 14 / 2 * 25.4 / 72  # middle of its line
    assert 35 - from_edge == approx(7, abs=0.1)


def test_two_lines_are_free_for_the_seal_and_the_sender_is_centred_over_the_day():
    paragraphs = BODY.findall(f"{WORD}p")
    texts = [text_of(paragraph) for paragraph in paragraphs]
    place = texts.index(COMMISSION)
    assert texts[place - 3 : place + 2] == ["特此函复。", "", "", COMMISSION, "2022年6月2日"]
    sender, day = paragraphs[place : place + 2]

    def middle(paragraph):
        left, right = millimetres(paragraph, "pPr/ind", "left"), millimetres(paragraph, "pPr/ind", "right")
        return left + (156 - left - right) / 2

    assert middle(sender) == approx(middle(day), abs=0.05)
    width_of_day = (6 * 0.5 + 3) * 156 / 28  # six digits of half a character, 年月日
    day_ends = middle(day) + width_of_day / 2
    assert (156 - day_ends) / (156 / 28) == approx(4, abs=0.15)
    assert all(value(paragraph, "pPr/keepNext", "val") != "0" for paragraph in paragraphs[place - 3 : place])


def test_copies_are_framed_at_the_foot_of_the_last_page_and_contact_follows_the_day():
    copies, contact = paragraph_with("抄送："), paragraph_with("（联系人：吴堃")
    frame = copies.find(f"{WORD}pPr/{WORD}framePr")
    assert (frame.get(f"{WORD}vAnchor"), frame.get(f"{WORD}yAlign")) == ("margin", "bottom")
    paragraphs = list(BODY.findall(f"{WORD}p"))
    assert paragraphs.index(contact) > paragraphs.index(copies)  # a frame stands by the paragraph after it


@pytest.mark.parametrize("name", LETTERS)
def test_pdf_and_docx_leave_out_no_word_of_the_letter(name):
    letter = LETTERS[name]
    wanted = Counter(manuscript(letter).words()) - Counter("：\n\t " * 999)
    made = docx(letter)
    in_docx = docx_words(made) + "".join(map(text_of, docx_parts(made, "header")))
    assert wanted - Counter(in_docx) == Counter()
    assert wanted - Counter(words(pdf(letter))) == Counter()
