"""Splits a notice's text at its headings, so that a citation such as 二（二）2 can be looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jijuqu.words.text import Text

_CHAPTER = re.compile(r"^([一二三四五六七八九十]+)、")
_SECTION = re.compile(r"^(（[一二三四五六七八九十]+）)")
_ITEM = re.compile(r"^(\d+)[.．]")
_NUMBER = re.compile("|".join([_CHAPTER.pattern, _SECTION.pattern, _ITEM.pattern]))
_TITLE = re.compile(rf"(?:{_NUMBER.pattern})\s*([^。.\n]+)")
_SENTENCE = re.compile(r"[^。]*。[”）]?|[^。]+$")
_FULL_STOP = re.compile(r"[。.]")
_CLOSING_WORDS = ("本通知", "This notice takes effect")
OPENING, CLOSING = "引言", "文末"


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered piece of a notice: its citation, its text as printed, one paragraph."""

    citation: str
    text: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the Chinese text in order, each with its full stop; a chapter's heading has none."""
        found = (match.strip() for line in self.text.splitlines() for match in _SENTENCE.findall(line))
        return tuple(filter(None, found))

    @property
    def heading(self) -> str:
        """The first of the sentences where it is the clause's number and title; else nothing."""
        first = self.sentences[0]
        return first if _NUMBER.match(first) else ""

    @property
    def title(self) -> str:
        """The clause's title without number and full stop, in Chinese or English; nothing where it has no number."""
        found = _TITLE.match(self.text)
        return found[found.lastindex or 0] if found else ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a clause, or about the words of it that are quoted."""

    clause: str
    text: Text
    quote: str = ""


def clauses(text: str) -> dict[str, Clause]:
    """Split a notice, one paragraph a line, into its clauses by citation, in order.

    What stands before the first chapter is `引言`; the paragraph that begins 本通知 is `文末`. The number, the
    addressees, the signature and the date are no clauses: they have no full stop. A translation keeps the Chinese
    numbers at the head of its paragraphs, so its clauses bear the same citations.
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
        elif line.startswith(_CLOSING_WORDS):
            citation = CLOSING
        elif not _FULL_STOP.search(line):
            continue  # title, number, addressees, signature, date
        else:
            citation = chapter + section or OPENING
        held = found.get(citation)
        found[citation] = Clause(citation, f"{held.text}\n{line}" if held else line)
    return found


def without_space(text: str) -> str:
    """Give the text with all white space removed, for comparing quotes."""
    return re.sub(r"\s", "", text)
