"""A manuscript as DOCX, measured as GB/T 9704-2012 has it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from jijuqu.papers.manuscript import Form, attachment_lines
from jijuqu.papers.width import em
from jijuqu.papers.word import measures as of
from jijuqu.papers.word.blocks import add_block, hang
from jijuqu.papers.word.head import AFTER_FRAME, add_head, add_rule_below, name_size, red_words
from jijuqu.papers.word.styles import BODY, COPIES, TITLE, add_styles, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from jijuqu.papers.manuscript import Manuscript

ROOM_AT_SIDES = 2  # characters beside sender and day, so that a wider font does not break their lines


def docx_of(manuscript: Manuscript) -> bytes:
    """Set a manuscript as DOCX."""
    document = docx.Document(BytesIO(_empty_document()))
    add_head(document.sections[0], manuscript)
    _add_opening(document, manuscript)
    for block in manuscript.blocks:
        add_block(document, block)
    if manuscript.signed:
        document.paragraphs[-1].paragraph_format.keep_with_next = True  # sender and day never stand on a page alone
    _add_attachments(document, manuscript.attachments)
    _add_signature(document, manuscript)
    _add_copies(document, manuscript.copies)
    if manuscript.note:
        document.add_paragraph(manuscript.note, style=BODY)
    elif manuscript.copies:
        document.add_paragraph().paragraph_format.line_spacing = Pt(1)  # the frame before it needs one to stand by
    _add_properties(document, manuscript)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add_properties(document: Document, manuscript: Manuscript) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = manuscript.plain_title, manuscript.mark, "zh-CN"
    properties.comments, properties.last_modified_by = "", manuscript.mark
    properties.created = properties.modified = datetime.now(UTC)


@cache
def _empty_document() -> bytes:
    """Make an empty document of the right measures and styles, once."""
    document = docx.Document()
    add_styles(document)
    _forget_parts(document)
    document.settings.odd_and_even_pages_header_footer = True
    _set_page(document.sections[0])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _forget_parts(document: Document) -> None:
    """Take away what python-docx's own template brings along: its thumbnail and a second set of styles."""
    for rels, ending in ((document.part.package.rels, "/thumbnail"), (document.part.rels, "/stylesWithEffects")):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(ending)]:
            del rels[key]


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = of.PAGE_WIDTH, of.PAGE_HEIGHT
    section.top_margin, section.bottom_margin = of.TOP, of.BOTTOM
    section.left_margin, section.right_margin = of.LEFT, of.RIGHT
    properties = section._sectPr  # python-docx has no call for the grid
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    properties.append(element("docGrid", type="lines", linePitch=round(of.PITCH.pt * 20)))


def _add_opening(document: Document, manuscript: Manuscript) -> None:
    """Add what stands before the body: number, title and addressees with the empty lines between them (7.3)."""
    if manuscript.form is Form.LETTER:
        document.add_paragraph(manuscript.number).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if manuscript.form is Form.MINUTES:
        _add_minutes_head(document, manuscript)
    _add_empty_lines(document, 1 if manuscript.form is Form.PLAIN else 2)
    title = document.add_paragraph(style=TITLE)
    for place, line in enumerate(manuscript.title):
        title.add_run(line)
        if place + 1 < len(manuscript.title):
            title.add_run().add_break()
    _add_empty_lines(document, 1)
    if manuscript.addressees:
        document.add_paragraph(manuscript.addressees).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _add_minutes_head(document: Document, manuscript: Manuscript) -> None:
    """Add the mark 35 mm under the top of the text block (10.3), the number two lines below, the red line (7.2.7)."""
    mark = document.add_paragraph(style=TITLE)
    red_words(mark, manuscript.mark, name_size(manuscript.mark))
    mark.paragraph_format.space_before = Emu(of.MINUTES_MARK_BELOW_TOP)
    _add_empty_lines(document, 2)
    number = document.add_paragraph(manuscript.number)
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_rule_below(number)


def _add_empty_lines(document: Document, count: int) -> None:
    for _ in range(count):
        document.add_paragraph()


def _add_attachments(document: Document, names: tuple[str, ...]) -> None:
    """附件说明 (7.3.4)."""
    if not names:
        return
    paragraphs = [document.add_paragraph()]
    for line in attachment_lines(names):
        label = "附件：" if line.startswith("附件：") else ""
        number = line.removeprefix(label).split(" ")[0] + " " if len(names) > 1 else ""
        paragraphs.append(document.add_paragraph(line))
        hang(paragraphs[-1], 2 if label else 5, em(label) + em(number))
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _add_signature(document: Document, manuscript: Manuscript) -> None:
    """署名 centred over 成文日期, four characters from the right, two lines free for the seal (7.3.5.1)."""
    if not manuscript.signed:
        return
    for _ in range(2 if manuscript.sealed else 1):
        document.add_paragraph().paragraph_format.keep_with_next = True
    wide, narrow = em(manuscript.signed), em(manuscript.day)
    centre = max(4 + narrow / 2, 1 + wide / 2)  # in characters from the right edge
    for words in (manuscript.signed, manuscript.day):
        _centre_at(document.add_paragraph(words), centre, max(wide, narrow) + 2 * ROOM_AT_SIDES)
    document.paragraphs[-2].paragraph_format.keep_with_next = True


def _centre_at(paragraph: Paragraph, centre: float, width: float) -> None:
    """Centre a line about a point that many characters from the right edge; it has `width` characters of room."""
    shape = paragraph.paragraph_format
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    right = round((centre - width / 2) * of.CHARACTER)
    shape.right_indent, shape.left_indent = Emu(right), Emu(of.TEXT_WIDTH - right - round(width * of.CHARACTER))


def _add_copies(document: Document, copies: str) -> None:
    """抄送 at the very bottom of the last page, one character in at both sides (7.4.2, 10.1)."""
    if not copies:
        return
    paragraph = document.add_paragraph(f"抄送：{copies}", style=COPIES)
    shape = paragraph.paragraph_format
    shape.left_indent, shape.right_indent, shape.first_line_indent = 4 * of.SIZE_4, of.SIZE_4, -3 * of.SIZE_4
    frame = element(
        "framePr", w=round(of.TEXT_WIDTH.pt * 20), wrap="around", vAnchor="margin", hAnchor="margin",
        xAlign="left", yAlign="bottom",
    )  # fmt: skip
    paragraph._p.get_or_add_pPr().insert_element_before(frame, *AFTER_FRAME)  # python-docx has no frames
