"""What the tables begin with: the calendar of the years that chinesecalendar knows, industries, time limits.

The classification GB/T 4754-2017 stands in `data/industries_2017.csv` down to its groups (中类), with English names of
ours; the classes (小类) come in by import.
"""

from __future__ import annotations

import csv
import importlib.metadata
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# When the State Council's office published the holidays of a year, and under which number. Earlier years count as
# known since before these records began.
PUBLISHED = {
    2022: (date(2021, 10, 25), "国办发明电〔2021〕11号"),
    2023: (date(2022, 12, 8), "国办发明电〔2022〕16号"),
    2024: (date(2023, 10, 25), "国办发明电〔2023〕7号"),
    2025: (date(2024, 11, 12), "国办发明电〔2024〕12号"),
    2026: (date(2025, 11, 4), "国办发明电〔2025〕7号"),
}

# 行政许可法 is a pattern only: the procedure is no licence, and the notice names no number of days at all.
_NOT_OF_NOTICE = ("本系统设定的承诺时限，非通知规定", "A promise set in this software, not from the notice")
_LIKE_LICENSING = (
    "本系统设定的承诺时限，非通知规定；参照《中华人民共和国行政许可法》第{article}条",
    "A promise set in this software, not from the notice; after article {number} of the Administrative Licensing Law",
)
TIME_LIMITS: tuple[tuple[str, int, tuple[str, str]], ...] = (
    ("district_opinion", 7, _NOT_OF_NOTICE),
    ("city_check", 5, (_LIKE_LICENSING[0].format(article="三十二"), _LIKE_LICENSING[1].format(number=32))),
    ("city_opinion", 7, _NOT_OF_NOTICE),
    ("city_decision", 20, (_LIKE_LICENSING[0].format(article="四十二"), _LIKE_LICENSING[1].format(number=42))),
    ("correction_answer", 10, _NOT_OF_NOTICE),
)
FIRST_DAY_OF_LIMITS = date(2021, 8, 1)  # the notice's own first day


def working_years() -> Iterator[dict[str, Any]]:
    """Yield the columns of every year that chinesecalendar knows."""
    for year in sorted({day.year for day in _known_holidays()}):
        published_on, number = PUBLISHED.get(year, (None, ""))
        yield {"year": year, "published_on": published_on, "source": _source(number)}


def special_days() -> Iterator[dict[str, Any]]:
    """Yield the columns of every holiday and every worked weekend day of those years."""
    from chinese_calendar import constants  # noqa: PLC0415 - of no use once the tables are filled

    chinese = {each.value: each.chinese for each in constants.Holiday}
    for is_worked, days in ((False, constants.holidays), (True, constants.workdays)):
        for day, english in days.items():
            in_new_year_holidays = day.month == 12  # arranged, and published, with the year that follows
            published_on, number = PUBLISHED.get(day.year + in_new_year_holidays, (None, ""))
            yield {
                "day": day, "is_worked": is_worked, "name_zh": chinese[english], "name_en": english,
                "first_day": published_on, "source": _source(number),
            }  # fmt: skip


def industries() -> Iterator[dict[str, Any]]:
    """Yield the columns of every section, division and group, parents before children."""
    file = resources.files("jijuqu.reference") / "data" / "industries_2017.csv"
    levels = {1: "section", 2: "division", 3: "group"}
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        yield {
            "code": row["code"], "level": levels[len(row["code"])], "parent_id": row["parent"] or None,
            "name_zh": row["name_zh"], "name_en": row["name_en"],
        }  # fmt: skip


def time_limits() -> Iterator[dict[str, Any]]:
    """Yield the columns of the promised time limits that a new site starts with."""
    for kind, working_days, (source_zh, source_en) in TIME_LIMITS:
        yield {
            "kind": kind, "working_days": working_days, "source_zh": source_zh, "source_en": source_en,
            "first_day": FIRST_DAY_OF_LIMITS,
        }  # fmt: skip


def _known_holidays() -> dict[date, str]:
    from chinese_calendar import constants  # noqa: PLC0415 - as above

    known: dict[date, str] = constants.holidays
    return known


def _source(number: str) -> str:
    package = f"chinesecalendar {importlib.metadata.version('chinesecalendar')}"
    return f"{number}（{package}）" if number else package
