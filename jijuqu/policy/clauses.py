"""Splits a notice's text at its headings, so that a citation such as 二（二）2 can be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHAPTER = re.compile(r"^([一二三四五六七八九十]+)、")
_SECTION = re.compile(r"^(（[一二三四五六七八九十]+）)")
_ITEM = re.compile(r"^(\d+)[.．]")
_SENTENCE = re.compile(r"[^。]*。[”）]?|[^。]+$")
OPENING, CLOSING = "引言", "文末"


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered piece of a notice: its citation, its text as printed, one paragraph."""

    citation: str
    text: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in order, each with its full stop."""
        return tuple(match.strip() for match in _SENTENCE.findall(self.text) if match.strip())


def clauses(text: str) -> dict[str, Clause]:
    """Split a notice, one paragraph a line, into its clauses by citation, in order.

    What stands before the first chapter is `引言`; the paragraph that begins 本通知 is `文末`. The number, the
    addressees, the signature and the date are no clauses.
    """
    found: dict[str, Clause] = {}
    chapter = section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if match := _CHAPTER.match(line):
            chapter, section = match[1], ""
            citation = chapter
        elif match := _SECTION.match(line):
            section = match[1]
            citation = chapter + section
        elif match := _ITEM.match(line):
            citation = f"{chapter}{section}{match[1]}"
        elif line.startswith("本通知"):
            citation = CLOSING
        elif not line.endswith(("。", "：")):
            continue  # title, number, signature, date
        else:
            citation = chapter + section or OPENING
        held = found.get(citation)
        found[citation] = Clause(citation, f"{held.text}\n{line}" if held else line)
    return found


def without_space(text: str) -> str:
    """Give the text with all white space removed, for comparing quotes."""
    return re.sub(r"\s", "", text)
