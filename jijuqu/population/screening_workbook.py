"""The result of a screening as an Excel workbook: its groups, and everything that was noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.land.screening.table import ISSUE_COLUMNS
from jijuqu.sheets.writing import Column, Table, workbook
from jijuqu.words import screening as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jijuqu.land.screening.table import Row
    from jijuqu.words.text import Language


def screening_workbook(columns: Mapping[str, Sequence[object]], issues: Sequence[Row], language: Language) -> bytes:
    """Write two sheets. Column names are those of the other formats, what they mean stands as a remark on them."""
    heads = [Column(name, 16, words.HEADINGS[name].say(language)) for name in columns]
    issue_heads = [
        Column(name, 60 if name == "message" else 18, words.ISSUE_HEADINGS[name].say(language))
        for name in ISSUE_COLUMNS
    ]
    return workbook(
        Table(words.GROUPS.say(language), heads, list(zip(*columns.values(), strict=True))),
        Table(words.ISSUES.say(language), issue_heads, list(issues)),
    )
