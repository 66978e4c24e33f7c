"""A title over several lines as GB/T 9704 7.3.1 asks: words whole, lines symmetrical, trapezoid or rhombus."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from jijuqu.papers.width import em

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 20  # characters of 22 pt in 156 mm
AGREEABLE = 18  # leaves air at both sides
MOST_PLACES = 10  # places to break that are tried in every combination
# What speaks against a way, in squared characters: another line, a line too full, a waist (沙漏形), a last line of one
# word, a break after a verb (关于同意 / …) and one within a name.
LINE, CROWDED, WAIST, LONELY = 100, 10, 30, 300
AFTER_VERB, WITHIN_NAME = 60, 200
SHORTEST_LAST = 4
# Before these words a line may begin where nothing else helps, whoever wrote the title.
WORDS = ("中小企业集聚区", "建设规划", "总体规划", "联合审查", "专家评审")


class Part(NamedTuple):
    """Words of a title that stay together, and what speaks against ending a line after them."""

    words: str
    against: int = 0


def title_lines(parts: Sequence[Part], longest: int = LONGEST) -> tuple[str, ...]:
    """Put the parts of a title on few lines of agreeable lengths; a part too long for a line is cut.

    >>> title_lines([Part("关于同意", AFTER_VERB), Part("渝北区智能家居中小企业集聚区"), Part("建设规划的复函")])
    ('关于同意渝北区智能家居中小企业集聚区', '建设规划的复函')
    """
    pieces = [piece for part in parts if part.words for word in _words(part) for piece in _cut(word, longest)]
    if len(pieces) > MOST_PLACES:
        return _filled(pieces, longest)
    places = range(1, len(pieces))
    ways = (breaks for count in range(len(pieces)) for breaks in combinations(places, count))
    fitting = [breaks for breaks in ways if max(map(em, _joined(pieces, breaks))) <= longest]
    return _joined(pieces, min(fitting, key=lambda breaks: _ugliness(pieces, breaks))) if fitting else ()


def _words(part: Part) -> list[Part]:
    """Part the words before each of those that may begin a line."""
    *first, last = re.sub(f"(?<=.)({'|'.join(WORDS)})", r"\n\1", part.words).split("\n")
    return [*(Part(words, WITHIN_NAME) for words in first), Part(last, part.against)]


def _cut(part: Part, longest: int) -> list[Part]:
    """Cut a part that no line can hold into pieces of about the same width."""
    count = -(-em(part.words) // longest)
    pieces = [""]
    for character in part.words:
        if em(pieces[-1]) + em(character) > min(longest, em(part.words) / count + 1):
            pieces.append("")
        pieces[-1] += character
    return [*(Part(piece, WITHIN_NAME) for piece in pieces[:-1]), Part(pieces[-1], part.against)]


def _joined(pieces: Sequence[Part], breaks: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *breaks, len(pieces))
    return tuple("".join(p.words for p in pieces[start:end]) for start, end in pairwise(edges))


def _filled(pieces: Sequence[Part], longest: int) -> tuple[str, ...]:
    """Fill line after line: for titles with too many parts to try every way."""
    lines = [""]
    for piece in pieces:
        if em(lines[-1] + piece.words) > longest:
            lines.append("")
        lines[-1] += piece.words
    return tuple(lines)


def _ugliness(pieces: Sequence[Part], breaks: tuple[int, ...]) -> float:
    widths = [em(line) for line in _joined(pieces, breaks)]
    mean = sum(widths) / len(widths)
    uneven = sum((width - mean) ** 2 for width in widths)
    crowded = sum(CROWDED for width in widths if width > AGREEABLE)
    waist = sum(WAIST for a, b, c in zip(widths, widths[1:], widths[2:], strict=False) if b < a and b < c)
    parted = sum(pieces[place - 1].against for place in breaks)
    lonely = LONELY if len(widths) > 1 and widths[-1] < SHORTEST_LAST else 0
    return LINE * len(widths) + uneven + crowded + waist + parted + lonely
