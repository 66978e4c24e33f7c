"""The name of a cluster: 区县+主导产业+中小企业集聚区 (二（三）6).

Two clusters may lawfully come to the same name; whether it is borne already is asked of the register and is a warning.
"""

from __future__ import annotations

import re
import unicodedata

from jijuqu.words.text import Message

CLAUSE = "二（三）6"
ENDING = "中小企业集聚区"
LONGEST_INDUSTRY = 20  # characters; a setting, the notice's own example has four
_SEVERAL = re.compile("[、，,；;/]")  # 和 and 与 stand in names of single industries too
_BRACKETS = "（）()"
_LETTERS_AND_DIGITS = ("L", "N")  # Unicode categories


def cluster_name(district: str, industry: str) -> str:
    """Compose the official name.

    >>> cluster_name("梁平区", "智能家居")
    '梁平区智能家居中小企业集聚区'
    """
    return f"{district.strip()}{industry.strip()}{ENDING}"


def name_problems(district: str, industry: str) -> tuple[Message, ...]:
    """Say everything that keeps a name from being composed."""
    industry, district = industry.strip(), district.strip()
    problems = []
    if not district:
        problems.append(Message("name_district_missing", {"clause": CLAUSE}))
    if not industry:
        problems.append(Message("name_industry_missing", {"clause": CLAUSE}))
    problems += [
        Message("name_industry_repeats", {"industry": industry, "part": part, "clause": CLAUSE})
        for part in (district, "集聚区")
        if part and part in industry
    ]
    if _SEVERAL.search(industry):
        problems.append(Message("name_industry_several", {"industry": industry, "clause": "二（二）3"}))
    problems += _odd_characters(industry)
    if len(industry) > LONGEST_INDUSTRY:
        values = {"industry": industry, "limit": LONGEST_INDUSTRY, "clause": CLAUSE}
        problems.append(Message("name_too_long", values))
    return tuple(problems)


def _odd_characters(industry: str) -> list[Message]:
    """Find signs, spaces and control characters, such as those that turn the direction of writing."""
    return [
        Message(
            "name_odd_character",
            {
                "position": position,
                "character": character if character.isprintable() else "�",
                "code_point": f"U+{ord(character):04X}",
                "clause": CLAUSE,
            },
        )
        for position, character in enumerate(industry, start=1)
        if not (
            unicodedata.category(character)[0] in _LETTERS_AND_DIGITS
            or character in _BRACKETS
            or _SEVERAL.match(character)
        )
    ]
