"""A site's own fonts go first; what it lacks is set in free fonts, and the page that goes with a PDF says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from jijuqu.papers import fonts
from jijuqu.papers.letters.approval_reply import ApprovalReply
from jijuqu.papers.produce import pages_svg, pdf
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.words.said import say
from tests.papers.builders import HOME, approval
from tests.papers.reading import pages, picture

RARE = "堃喆龑祎昇㎡〔〕—"


def small_font(folder, source: str, family: str, characters: str):
    """Make a font of a few characters under another family's name."""
    with TTFont(fonts.FREE_FONTS / source) as font:
        subsetter = subset.Subsetter(subset.Options(name_IDs=["*"], notdef_outline=True))
        subsetter.populate(text=characters)
        subsetter.subset(font)
        for name in font["name"].names:
            if name.nameID in {1, 3, 4, 6, 16}:
                name.string = family
        font.save(folder / f"{family}.ttf")


def letter(name: str) -> ApprovalReply:
    return approval((replace(HOME, name=name),))


def body_fonts(made) -> set[str]:
    return {glyph.font for page in pages(made) for glyph in page.glyphs if glyph.size == 16}


def test_without_fonts_of_its_own_a_site_is_told_which_faces_are_substituted(monkeypatch):
    monkeypatch.delenv("JIJUQU_FONTS", raising=False)
    told = {each.wanted: each.used for each in fonts.substituted_fonts()}
    assert told == {
        "方正小标宋简体": "Noto Serif SC",
        "仿宋_GB2312": "Noto Serif SC",
        "黑体": "Noto Sans SC",
        "楷体_GB2312": "LXGW WenKai",
        "宋体": "Noto Serif SC",
    }
    assert all(each.used_for.zh and each.used_for.en for each in fonts.substituted_fonts())


def test_a_site_s_own_font_is_used_first_and_the_free_one_for_what_it_lacks(tmp_path, monkeypatch):
    small_font(tmp_path, "LXGWWenKai_Regular.ttf", "FangSong_GB2312", "渝北区人民政府：")
    monkeypatch.setenv("JIJUQU_FONTS", str(tmp_path))

    assert "仿宋_GB2312" not in {each.wanted for each in fonts.substituted_fonts()}
    addressee = pages(pdf(approval()))[0].find("渝北区人民政府：你区")
    assert {glyph.font for glyph in addressee[:8]} == {"FangSong_GB2312"}
    assert addressee[8].font == "NotoSerifSC-Regular"


def test_a_folder_that_is_not_there_or_has_no_fonts_is_named_in_a_sentence(tmp_path, monkeypatch):
    for folder in (tmp_path, tmp_path / "missing"):
        monkeypatch.setenv("JIJUQU_FONTS", str(folder))
        with pytest.raises(CannotBeWrittenError) as refused:
            pdf(approval())
        assert str(folder) in say(refused.value.message, "zh")


@pytest.mark.parametrize("file", sorted(each.name for each in fonts.FREE_FONTS.glob("*.ttf")))
def test_every_free_font_has_the_rare_characters_of_names(file):
    with TTFont(fonts.FREE_FONTS / file, lazy=True) as font:
        assert [each for each in RARE if ord(each) not in font.getBestCmap()] == []


@pytest.mark.parametrize("character", RARE[:6])
def test_a_rare_character_is_drawn_as_itself_and_not_as_an_empty_box(character):
    made = pdf(letter(f"渝北区{character}中小企业集聚区"))
    box = pages(made)[0].find(character)[0]
    dots = 10
    drawn = picture(made, 0, dots).min(axis=2)
    top, left = int((box.baseline - 0.8 * box.size * 25.4 / 72) * dots), int(box.left * dots)
    size = int(box.size * 25.4 / 72 * dots)
    ink = drawn[top : top + size, left : left + size] < 128
    middle = ink[size // 4 : -size // 4, size // 4 : -size // 4]
    assert middle.mean() > 0.05  # an empty box has nothing in its middle
    assert fonts.missing_glyphs(character) == ()


def test_fonts_are_part_of_the_file_and_the_file_is_fit_for_archives():
    made = pdf(approval())
    assert b"pdfaid:part>2<" in made or b"pdfaid" in made
    assert made.count(b"/FontFile") >= len(body_fonts(made))


def test_the_licences_lie_beside_the_free_fonts():
    assert len(list(fonts.FREE_FONTS.glob("*_OFL.txt"))) == 3


def test_pages_for_the_screen_need_no_font_of_the_reader():
    assert b"<text" not in pages_svg(approval())[0]
