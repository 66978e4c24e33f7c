"""Reads produced files back with tools that did not make them: pdfplumber and pdfium for PDF, zipfile for DOCX."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

import numpy as np
import pdfplumber
import pypdfium2

MM = 72 / 25.4  # points
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Glyph:
    """A character on a page: its left and right edge and its baseline in mm from the page's top left, its size in pt."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Rule:
    """A level line in mm, with its thickness in pt."""

    left: float
    right: float
    y: float
    thickness: float
    is_red: bool


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    curves: tuple[tuple[float, float, float, float], ...]  # left, top, right, bottom in mm

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def lines(self, size: float | None = None) -> list[list[Glyph]]:
        """Give the glyphs (of one size) line by line, from the top."""
        chosen = [glyph for glyph in self.glyphs if size is None or abs(glyph.size - size) < 0.01]
        baselines = sorted({round(glyph.baseline, 1) for glyph in chosen})
        return [[glyph for glyph in chosen if round(glyph.baseline, 1) == baseline] for baseline in baselines]

    def find(self, words: str) -> list[Glyph]:
        """Give the glyphs of the first place where these words stand."""
        start = self.text.index(words)
        return list(self.glyphs[start : start + len(words)])


def pages(pdf: bytes) -> list[Page]:
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [_page(page) for page in opened.pages]


def _page(page) -> Page:
    height = float(page.height)
    glyphs = tuple(
        Glyph(
            text=each["text"],
            left=each["matrix"][4] / MM,
            right=each["x1"] / MM,
            baseline=(height - each["matrix"][5]) / MM,
            size=round(each["size"], 2),
            font=each["fontname"].split("+")[-1],
        )
        for each in page.chars
    )
    rules = tuple(
        Rule(
            left=each["x0"] / MM,
            right=each["x1"] / MM,
            y=each["top"] / MM,
            thickness=each["linewidth"],
            is_red=_is_red(each["stroking_color"]),
        )
        for each in page.lines
    )
    curves = tuple((c["x0"] / MM, c["top"] / MM, c["x1"] / MM, c["bottom"] / MM) for c in page.curves)
    return Page(float(page.width) / MM, height / MM, glyphs, rules, curves)


def _is_red(colour) -> bool:
    return isinstance(colour, tuple) and len(colour) == 3 and colour[0] > 0.7 and max(colour[1:]) < 0.2


def words(pdf: bytes) -> str:
    """Give all text of a PDF, without line ends."""
    return "".join(page.text for page in pages(pdf))


def picture(pdf: bytes, page: int = 0, dots_a_mm: float = 10) -> np.ndarray:
    """Draw a page as rows of dots of red, green and blue."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dots_a_mm / MM).to_numpy()[:, :, ::-1].copy()


def red_rows(drawn: np.ndarray, dots_a_mm: float = 10) -> list[tuple[float, float, float, float]]:
    """Give the bands of a drawn page that hold red: top, bottom, left and right in mm."""
    red = (drawn[:, :, 0] > 150) & (drawn[:, :, 1] < 110) & (drawn[:, :, 2] < 110)
    bands: list[tuple[float, float, float, float]] = []
    start = None
    for row, here in enumerate([*red.any(axis=1), False]):
        if here and start is None:
            start = row
        elif not here and start is not None:
            columns = np.flatnonzero(red[start:row].any(axis=0))
            edges = (start, row, int(columns[0]), int(columns[-1]) + 1)
            bands.append(tuple(edge / dots_a_mm for edge in edges))
            start = None
    return bands


def docx_part(docx: bytes, name: str) -> ET.Element:
    """Give a part of a DOCX as XML: document, styles, header1 …"""
    with zipfile.ZipFile(BytesIO(docx)) as opened:
        return ET.fromstring(opened.read(f"word/{name}.xml"))


def docx_parts(docx: bytes, beginning: str) -> list[ET.Element]:
    """Give all parts whose name begins so: the headers, the footers."""
    with zipfile.ZipFile(BytesIO(docx)) as opened:
        names = [name for name in opened.namelist() if name.startswith(f"word/{beginning}") and name.endswith(".xml")]
        return [ET.fromstring(opened.read(name)) for name in sorted(names)]


def docx_words(docx: bytes) -> str:
    """Give all text of a DOCX's body, paragraphs apart."""
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))
        for paragraph in docx_part(docx, "document").iter(f"{WORD}p")
    )
