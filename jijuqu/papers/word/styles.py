"""The styles of a letter, named in Chinese as an officer finds them in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from jijuqu.papers.fonts import FACES
from jijuqu.papers.word.measures import (
    CHARACTER,
    PITCH,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    SMALL,
    TIGHTER,
    TITLE_PITCH,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Length
    from docx.styles.style import CharacterStyle, ParagraphStyle

TITLE, BODY, HEADING, CELL, COPIES, PAGE_NUMBER = (
    "公文标题",
    "公文正文",
    "公文一级标题",
    "公文表格",
    "公文版记",
    "公文页码",
)
LEAD, LABEL = "公文楷体", "公文黑体"  # for some words of a paragraph
TABLE = "Table Grid"
KEPT = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Header", "Footer"}  # by id
AFTER_SPACING = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")  # what may follow w:spacing in w:rPr


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    """Make an element of the w: namespace with attributes of it."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_styles(document: Document) -> None:
    """Give a document the styles of a letter; what is typed without a style looks like the body."""
    _forget_other_styles(document)
    _forget_theme_fonts(document)
    normal = document.styles["Normal"]
    _set_font(normal, "body", SIZE_3, between=TIGHTER)
    _set_lines(normal, PITCH)
    for space in ("autoSpaceDE", "autoSpaceDN"):  # none between Chinese and Latin letters or digits
        normal.element.get_or_add_pPr().insert_element_before(element(space, val=0), "w:snapToGrid", "w:spacing")
    for name, face, size, pitch in (
        (TITLE, "title", SIZE_2, TITLE_PITCH),
        (HEADING, "heading", SIZE_3, PITCH),
        (CELL, "body", SMALL, Pt(17)),
        (COPIES, "body", SIZE_4, Pt(24)),
        (PAGE_NUMBER, "page_number", SIZE_4, SIZE_4),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_font(style, face, size, between=TIGHTER if size == SIZE_3 else Pt(0))
        _set_lines(style, pitch)
    document.styles.add_style(BODY, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    for name in (BODY, HEADING):
        shape = document.styles[name].paragraph_format
        shape.first_line_indent, shape.alignment = 2 * CHARACTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    for name in (TITLE, CELL, COPIES, PAGE_NUMBER):
        _keep_off_grid(document.styles[name])
    for name in (TITLE, CELL):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, face in ((LEAD, "subheading"), (LABEL, "heading")):
        _set_font(document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), face, None)


def _set_font(style: CharacterStyle, face: str, size: Length | None, between: Length | None = None) -> None:
    """Name a face's customary font for every script; `between` is space between characters."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FACES[face].word_name)
    if size is not None:
        style.font.size = size
    if between is not None:
        properties.insert_element_before(element("spacing", val=round(between.pt * 20)), *AFTER_SPACING)


def _set_lines(style: ParagraphStyle, pitch: Length) -> None:
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, pitch
    shape.space_before = shape.space_after = Pt(0)
    shape.widow_control = False


def _keep_off_grid(style: ParagraphStyle) -> None:
    """Let lines of another height than the body's be as high as they say."""
    style.element.get_or_add_pPr().insert_element_before(element("snapToGrid", val=0), "w:spacing", "w:ind", "w:jc")


def _forget_other_styles(document: Document) -> None:
    """Take away the hundred and more English styles of python-docx's own template: an officer finds only ours."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in KEPT:
            styles.remove(style)


def _forget_theme_fonts(document: Document) -> None:
    """Take away the fonts of python-docx's own template, which would win over ours in some programs."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
