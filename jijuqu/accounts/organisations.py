"""Who takes part: the commission, the municipal departments, and seven organisations of every quota holder.

Which departments: 二（三）3 for the districts, 二（三）5 and 三（一） for the city. Names of districts' departments
follow the usual pattern (某区发展和改革委员会); those of the three committees and of the park offices differ from place
to place and say what they do, until the security administrator enters the name on their seal.
Codes of holders, first and last days, and who came after whom: those of the registry.
"""

from __future__ import annotations

import csv
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY_BE_OPEN = ("first_day", "last_day")


def organisation_rows() -> Iterator[dict[str, str | None]]:
    """Yield the columns of every organisation, as the first migration enters them."""
    for row in _rows():
        columns = {column: value for column, value in row.items() if column != "successor"}
        yield {column: None if column in MAY_BE_OPEN and not value else value for column, value in columns.items()}


def successors() -> dict[str, str]:
    """Return who does the work of the organisations that are no more, by their codes."""
    return {row["code"]: row["successor"] for row in _rows() if row["successor"]}


def _rows() -> Iterator[dict[str, str]]:
    file = resources.files("jijuqu.accounts") / "organisations.csv"
    yield from csv.DictReader(file.read_text(encoding="utf-8").splitlines())
