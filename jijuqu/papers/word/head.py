"""What stands outside the text block in DOCX: the red head, the rules, page numbers, the QR code."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt

from jijuqu.papers.manuscript import Form
from jijuqu.papers.qr import qr_png
from jijuqu.papers.width import em
from jijuqu.papers.word import measures as of
from jijuqu.papers.word.styles import PAGE_NUMBER, TITLE, element

if TYPE_CHECKING:
    from docx.section import Section, _Footer, _Header
    from docx.shared import Length
    from docx.text.paragraph import Paragraph

    from jijuqu.papers.manuscript import Manuscript

RED_HEX = str(of.RED)
AFTER_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:rPr")  # in w:pPr
AFTER_BORDER = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")


def add_head(section: Section, manuscript: Manuscript) -> None:
    """Fill the header and footer of the first page, and the page numbers of all."""
    section.different_first_page_header_footer = True
    section.header_distance = of.HEAD_TOP if manuscript.form is Form.LETTER else Pt(62)
    section.footer_distance = of.FOOTER_ABOVE_EDGE
    header = section.first_page_header
    if manuscript.form is Form.LETTER:
        _red_name(header, manuscript.mark)
        _bottom_rule(section.first_page_footer)
    else:
        _small_number(header, manuscript)
        _page_number(section.first_page_footer, WD_ALIGN_PARAGRAPH.RIGHT)
    if manuscript.verify_url:
        _qr_code(header.paragraphs[0], manuscript.verify_url)
    _page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def name_size(words: str, room: Length = of.TEXT_WIDTH) -> float:
    """Give the size in points at which a name fills its line, within bounds."""
    return min(float(of.LARGEST_NAME), int(room.pt / max(em(words), 1) * 2) / 2)


def red_words(paragraph: Paragraph, words: str, size: float) -> None:
    """Put a mark in red, centred, on a line of its own height."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(size), of.RED
    paragraph.paragraph_format.line_spacing = Pt(size)


def add_rule_below(paragraph: Paragraph) -> None:
    """Draw a single red line as wide as the text block 4 mm below a paragraph (7.2.7)."""
    _add_border(paragraph, "bottom", "single", 8, space=round(of.RULE_BELOW_NAME.pt))


def _red_name(header: _Header, name: str) -> None:
    paragraph = header.paragraphs[0]
    paragraph.style = TITLE
    red_words(paragraph, name, name_size(name))
    rule = header.add_paragraph()
    for each in (paragraph, rule):  # centred on the page, as the rule is
        each.paragraph_format.left_indent = Emu(of.RULE_LEFT - of.LEFT)
        each.paragraph_format.right_indent = Emu(of.PAGE_WIDTH - of.RIGHT - of.RULE_RIGHT)
    _thin_line(rule)
    rule.paragraph_format.space_before, rule.paragraph_format.space_after = of.RULE_BELOW_NAME, of.NUMBER_BELOW_RULE
    _add_border(rule, "top", "thickThinSmallGap", 24)


def _bottom_rule(footer: _Footer) -> None:
    """Draw the second rule at its place on the page, wherever the footer is."""
    rule = footer.paragraphs[0]
    _thin_line(rule)
    top = of.PAGE_HEIGHT - of.RULE_ABOVE_EDGE - of.RULE_THICKNESS
    frame = element(
        "framePr", w=_twips(of.RULE_WIDTH), h=20, hRule="exact", wrap="around", vAnchor="page", hAnchor="page",
        x=_twips(of.RULE_LEFT), y=_twips(Emu(top)),
    )  # fmt: skip
    rule._p.get_or_add_pPr().insert_element_before(frame, *AFTER_FRAME)  # python-docx has no frames
    _add_border(rule, "top", "thinThickSmallGap", 24)
    footer.add_paragraph()


def _add_border(paragraph: Paragraph, side: str, line: str, eighths: int, *, space: int = 0) -> None:
    """Add a red border; its width is in eighths of a point, its space from the words in points."""
    made = element("pBdr")
    made.append(element(side, val=line, sz=eighths, space=space, color=RED_HEX))
    paragraph._p.get_or_add_pPr().insert_element_before(made, *AFTER_BORDER)  # nor borders


def _thin_line(paragraph: Paragraph) -> None:
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def _small_number(header: _Header, manuscript: Manuscript) -> None:
    """A paper without a red head says in the margin what it is: its number, or that it is a draft."""
    words = "" if manuscript.form is Form.MINUTES else manuscript.number
    header.paragraphs[0].add_run(words).font.size = Pt(10.5)


def _page_number(footer: _Footer, align: WD_ALIGN_PARAGRAPH) -> None:
    """Put — 1 — under the text block, one character in from its outer edge (7.5)."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style, paragraph.alignment = PAGE_NUMBER, align
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = of.SIZE_4
    paragraph.add_run("— ")
    field = element("fldSimple", instr="PAGE")
    paragraph._p.append(field)  # nor fields
    field.append(paragraph.add_run("1")._r)
    paragraph.add_run(" —")


def _qr_code(paragraph: Paragraph, url: str) -> None:
    """Put the QR code at its place on the page, before the words and without moving them."""
    shape = paragraph.add_run().add_picture(BytesIO(qr_png(url)), width=of.QR_SIZE)
    shape._inline.docPr.set("descr", f"公文核验：{url}")  # python-docx makes pictures in the line only
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{of.QR_LEFT}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{of.QR_TOP}</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    inline = shape._inline
    for part in list(inline):
        anchor.append(part)
        if part.tag == qn("wp:extent"):
            anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    inline.getparent().replace(inline, anchor)


def _twips(length: Length) -> int:
    twips: int = round(length.pt * 20)
    return twips
