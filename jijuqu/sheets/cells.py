"""What a cell holds, as text; and the days and numbers that such text stands for."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata

Cell = str | int | float | datetime.date | datetime.datetime | datetime.time | bool | None

# 2022-3-1, 2022/3/1, 2022.3.1, 2022年3月1日, 20220301
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")
SEPARATORS = re.compile(r"[、,，;；/\s]+")


def text_of(cell: object) -> str:
    """Write a cell as people read it: days as 2022-03-01, whole numbers without a point, no spaces around."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def without_invisible(text: str) -> str:
    """Take out characters that nobody sees: control characters, marks that turn the direction of writing."""
    return "".join(each for each in text if unicodedata.category(each) not in {"Cc", "Cf"} or each.isspace())


def day_of(text: str) -> datetime.date:
    """Read a day in any of the usual ways of writing it. Raises ValueError."""
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(f"not a day: {text!r}")
    year, month, day = (int(part) for part in found.groups() if part)
    return datetime.date(year, month, day)


def number_of(text: str) -> float:
    """Read a number, with or without commas between thousands. Raises ValueError for anything else, nan and inf too."""
    number = float(text.replace(",", "").replace("，", ""))
    if not math.isfinite(number):
        raise ValueError(f"not a number that can be: {text!r}")
    return number


def listed(text: str) -> list[str]:
    """Split what stands in one cell with 、 or commas or spaces between."""
    return [each for each in SEPARATORS.split(text) if each]
