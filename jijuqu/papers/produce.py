"""Letters and tables as files: what other rooms call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.papers.kinds import kind_of
from jijuqu.papers.pdf import pages_svg_of, pdf_of
from jijuqu.papers.word.document import docx_of

if TYPE_CHECKING:
    from jijuqu.papers.kinds import Letter, Sheet
    from jijuqu.papers.manuscript import Manuscript


def manuscript(letter: Letter) -> Manuscript:
    """Write a letter without setting it; `.words()` are its words for a screen reader or a search.

    Raises CannotBeWrittenError where the letter lacks what it must say.
    """
    written: Manuscript = kind_of(letter).write(letter)
    return written


def pdf(letter: Letter) -> bytes:
    """Set a letter as PDF; the same letter gives the same bytes. Raises CannotBeWrittenError."""
    return pdf_of(manuscript(letter))


def pages_svg(letter: Letter) -> tuple[bytes, ...]:
    """Set a letter as SVG pictures, one a page: the pages of the PDF. Raises CannotBeWrittenError."""
    return pages_svg_of(manuscript(letter))


def docx(letter: Letter) -> bytes:
    """Set a letter as an editable DOCX that names the customary fonts. Raises CannotBeWrittenError."""
    return docx_of(manuscript(letter))


def xlsx(table: Sheet) -> bytes:
    """Write a table as an Excel workbook."""
    written: bytes = kind_of(table).write(table)
    return written
