"""A manuscript as PDF and as pages for the screen, set by typst.

PDF/A-2u is asked for: it is what archives keep, and typst then refuses text that it has no glyph for.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

import typst

from jijuqu.papers import fonts
from jijuqu.papers.qr import qr_svg
from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.papers.wording import CHINA
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.papers.manuscript import Manuscript

TEMPLATE = Path(__file__).parent / "typeset" / "page.typ"
# Weighing every way to break lines takes seconds where long runs of Latin letters may be broken anywhere.
LONG_LATIN_RUN = re.compile("[!-~]{18,}")
# A compiler keeps what it has read, which makes the second letter quick; it serves one caller at a time.
_ONE_AT_A_TIME = Lock()


def pdf_of(manuscript: Manuscript) -> bytes:
    """Set a manuscript as PDF/A. Raises CannotBeWrittenError where the fonts lack a character or are not there."""
    inputs = _inputs(manuscript)
    with _ONE_AT_A_TIME:
        made = _compiler(fonts.folders()).compile(
            sys_inputs=inputs, format="pdf", pdf_standards="a-2u", timestamp=_made_at(manuscript.dated_on)
        )
    return cast("bytes", made)


def pages_svg_of(manuscript: Manuscript) -> tuple[bytes, ...]:
    """Set a manuscript as one SVG a page, its letters drawn as outlines; the same pages as the PDF's."""
    inputs = _inputs(manuscript)
    with _ONE_AT_A_TIME:
        pages = _compiler(fonts.folders()).compile(sys_inputs=inputs, format="svg")
    return (pages,) if isinstance(pages, bytes) else tuple(cast("list[bytes]", pages))


@cache
def _compiler(folders: tuple[Path, ...]) -> typst.Compiler:
    return typst.Compiler(str(TEMPLATE), font_paths=[str(folder) for folder in folders], ignore_system_fonts=True)


def _made_at(dated_on: date | None) -> datetime:
    """Give the time that the file states: its letter's day, so that a dated letter gives the same bytes for ever."""
    return datetime.combine(dated_on or datetime.now(CHINA).date(), time(), CHINA)


def _inputs(manuscript: Manuscript) -> dict[str, str]:
    words = manuscript.words()
    lacking = fonts.missing_glyphs(words)
    if lacking:
        raise CannotBeWrittenError(Message("missing_glyphs", {"characters": " ".join(lacking)}))
    qr = qr_svg(manuscript.verify_url) if manuscript.verify_url else ""
    return {
        "manuscript": json.dumps(manuscript.as_data() | {"qr": qr}, ensure_ascii=False),
        "linebreaks": "simple" if LONG_LATIN_RUN.search(words) else "optimized",
        "faces": json.dumps(fonts.families_by_face(), ensure_ascii=False),
    }
