"""The five faces of official letters, and which fonts at hand they are set in.

A site names a folder of its own fonts with JIJUQU_FONTS; what it lacks is set in the free fonts of `make setup`. The
system's fonts are never used, so that a letter looks the same on every machine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTCollection, TTFont

from jijuqu.papers.refusal import CannotBeWrittenError
from jijuqu.words.papers import FACES as LABELS
from jijuqu.words.text import Message, Text

FREE_FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """A face that GB/T 9704 asks for: its name in Word, the families a site's fonts may bear, the free family."""

    word_name: str
    families: tuple[str, ...]
    free_family: str


FACES: dict[str, Face] = {
    "title": Face(
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK", "FZXBSJW"),
        "Noto Serif SC",
    ),
    "body": Face(
        "仿宋_GB2312",
        ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FZFangSong-Z02S", "方正仿宋简体", "方正仿宋_GBK"),
        "Noto Serif SC",
    ),
    "heading": Face("黑体", ("SimHei", "黑体", "FZHei-B01S", "方正黑体简体", "方正黑体_GBK"), "Noto Sans SC"),
    "subheading": Face(
        "楷体_GB2312",
        ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FZKai-Z03S", "方正楷体简体", "方正楷体_GBK"),
        "LXGW WenKai",
    ),
    "page_number": Face("宋体", ("SimSun", "宋体", "NSimSun", "FZShuSong-Z01S", "方正书宋简体"), "Noto Serif SC"),
}


@dataclass(frozen=True, slots=True)
class Substitution:
    """A face that is not at hand: what it is for, its name, and the free font in its place."""

    used_for: Text
    wanted: str
    used: str


def folders() -> tuple[Path, ...]:
    """Give the folders that fonts come from, the site's first. Raises CannotBeWrittenError for one without fonts."""
    named = os.environ.get("JIJUQU_FONTS")
    chosen = (Path(named), FREE_FONTS) if named else (FREE_FONTS,)
    for folder in chosen:
        if not any(_font_files(folder)):
            raise CannotBeWrittenError(Message("no_letter_fonts", {"folder": str(folder)}))
    return chosen


def families_by_face() -> dict[str, tuple[str, ...]]:
    """Give for each face the families to set it in, the wanted ones at hand first and the free one last."""
    at_hand = _families(folders())
    return {
        code: (*(family for family in face.families if family.lower() in at_hand), face.free_family)
        for code, face in FACES.items()
    }


def substituted_fonts() -> tuple[Substitution, ...]:
    """Give the faces that are set in a free font; the page that goes with a PDF says so."""
    return tuple(
        Substitution(LABELS[code], FACES[code].word_name, families[0])
        for code, families in families_by_face().items()
        if families[0] == FACES[code].free_family
    )


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Give the characters of a text that no font at hand can show, each once, in order."""
    shown = _characters(folders())
    return tuple(
        dict.fromkeys(character for character in text if ord(character) not in shown and character not in "\n\t")
    )


@cache
def _families(of: tuple[Path, ...]) -> frozenset[str]:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(each) for each in of])
    return frozenset(family.lower() for family in fonts.families())


@cache
def _characters(of: tuple[Path, ...]) -> frozenset[int]:
    """Give the code points that some font of the folders has a glyph for."""
    return frozenset(code for folder in of for file in _font_files(folder) for code in _characters_in(file))


def _font_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder.rglob("*") if file.suffix.lower() in {".ttf", ".otf", ".ttc", ".otc"}))


def _characters_in(file: Path) -> set[int]:
    is_collection = file.suffix.lower() in {".ttc", ".otc"}
    with TTCollection(file, lazy=True) if is_collection else TTFont(file, lazy=True) as opened:
        fonts = opened.fonts if is_collection else [opened]
        return {code for font in fonts for code in font.getBestCmap() or ()}
