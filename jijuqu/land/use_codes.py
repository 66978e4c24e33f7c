"""Land-use codes of survey files: which of them mean industrial land (工业用地), which office and living services.

Files seldom say which classification their codes follow, and two of them use the same number for different things:
0601 is industrial land in a land survey and a country road in a spatial plan, 1001 a railway in the one and industrial
land in the other. A file is read by the classification that knows most of its codes and, of those, finds industrial
land in it; where two of them do, on different parcels, the file must be asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Classification:
    """One way to code land use, the days on which it was in force, and what its codes look like.

    Codes are told by how they begin. `living_services` are the codes of 行政办公及生活服务设施用地, which no
    classification has as a class of its own: they are our reading, offices, housing, trade and the services people live
    by, and neither storage nor pipes and parks.
    """

    name: str
    source: str
    since: date
    until: date | None
    pattern: str
    industrial: tuple[str, ...]
    living_services: tuple[str, ...]

    def knows(self, code: str) -> bool:
        """Whether a code has the form of this classification."""
        return re.fullmatch(self.pattern, code) is not None


def _two_levels(classes: str, digits: int) -> str:
    """Make a pattern of codes: `classes` tells how many second-level classes 01, 02 … have, `digits` their length."""
    codes = []
    for first, count in enumerate(map(int, classes.split()), start=1):
        codes += [f"{first:02}", *(f"{first:02}{second:0{digits}}" for second in range(1, count + 1))]
    return "|".join(codes)


# The working classification of the third survey merges some second-level classes of GB/T 21010-2017 (H1, H2), adds
# 0508, and puts its wetlands under numbers of their own; A and K mark special cases (0810A a square, 0201K …).
_THIRD_SURVEY = (
    "01 0101 0102 0103 02 0201 0202 0203 0204 03 0301 0302 0303 0304 0305 0306 0307 04 0401 0402 0403 0404 "
    "05 05H1 0508 06 0601 0602 0603 07 0701 0702 08 08H1 08H2 0809 0810 09 "
    "10 1001 1002 1003 1004 1005 1006 1007 1008 1009 11 1101 1102 1103 1104 1105 1106 1107 1108 1109 1110 "
    "12 1201 1202 1203 1204 1205 1206 1207"
)

# Compared in 2026-11 with public copies: code tables of 自然资发〔2023〕234号, of the third survey and of GB 50137-2011
# as planning software has them, and the foreword of GB/T 21010-2017 (12 first-level, 73 second-level classes).
CLASSIFICATIONS = (
    Classification(
        "国土空间调查、规划、用途管制用地用海分类指南", "自然资发〔2023〕234号",
        date(2023, 11, 22), None, r"(0[1-9]|1\d|2[0-4])(\d\d){0,2}", ("1001",), ("07", "08", "09"),
    ),
    Classification(
        "国土空间调查、规划、用途管制用地用海分类指南（试行）", "自然资办发〔2020〕51号",
        date(2020, 11, 17), date(2023, 11, 21), r"(0[1-9]|1\d|2[0-4])(\d\d){0,2}", ("1001",), ("07", "08", "09"),
    ),
    Classification(
        "第三次全国国土调查工作分类", "TD/T 1055-2019",
        date(2019, 2, 1), None, rf"({_THIRD_SURVEY.replace(' ', '|')})[AK]?", ("0601",), ("05H1", "07", "08H1", "08H2"),
    ),
    Classification(
        "土地利用现状分类", "GB/T 21010-2017",
        date(2017, 11, 1), None, _two_levels("3 4 7 4 7 4 2 10 6 9 10 7", digits=2), ("0601",),
        ("05", "07", "0801", "0802", "0803", "0804", "0805", "0806", "0807", "0808"),
    ),
    Classification(
        "土地利用现状分类", "GB/T 21010-2007",
        date(2007, 8, 10), date(2017, 10, 31), _two_levels("3 3 3 3 4 3 2 8 5 7 9 7", digits=1), ("061",),
        ("05", "07", "081", "082", "083", "084", "085"),
    ),
    Classification(
        "城市用地分类与规划建设用地标准", "GB 50137-2011",
        date(2012, 1, 1), None, r"[RABMWSUGHE]\d{0,2}", ("M",), ("R", "A", "B"),
    ),
)  # fmt: skip

INDUSTRIAL_NAMES = re.compile(r"[一二三]类工业用地|工业用地|工业")
OTHER_NAMES = re.compile(r"[^0-9A-Z]*(用地|林地|草地|园地|耕地|道路|水面)")
LIVING_NAMES = re.compile(r"[^0-9A-Z]*(居住|住宅|商业|商务|商服|办公|公共管理|公共服务|机关团体)[^0-9A-Z]*用地")


@dataclass(frozen=True, slots=True)
class UseOfLand:
    """What the codes of a file say: per code whether it is industrial, and whether it is office or living services.

    None: the code says nothing, or is of a first level that holds other uses too (06, 10 工矿用地). `basis` names the
    classification; `in_doubt` holds codes that two of them read differently.
    """

    industrial: dict[str, bool | None]
    living_services: dict[str, bool | None]
    basis: str
    in_doubt: tuple[str, ...] = ()


def read_codes(codes: Iterable[str]) -> UseOfLand:
    """Tell what the land-use codes (or names, such as 工业用地) of one file mean."""
    distinct = sorted({tidy(code) for code in codes})
    readings = {table: _industrial_among(table, distinct) for table in _knowing_most(distinct)}
    found = {industrial for industrial in readings.values() if industrial}
    in_doubt = () if _one_holds_all(found) else tuple(sorted(frozenset().union(*found)))
    table = max(readings, key=lambda table: (len(readings[table]), _hints(table, distinct), table.since), default=None)
    return UseOfLand(
        {code: None if code in in_doubt else _is_industrial(table, code) for code in distinct},
        {code: None if code in in_doubt else _is_living_service(table, code) for code in distinct},
        f"{table.name}（{table.source}）" if table else "",
        in_doubt,
    )


def tidy(code: str) -> str:
    """Write a code in one way: " m1 ", "M1工业用地" and "工业用地（M1）" are M1; of mixed uses (M1/B2) all stays."""
    plain = "".join(code.split()).upper()
    codes = re.findall(r"[0-9A-Z]+", plain)
    return codes[0] if len(codes) == 1 else plain


def _knowing_most(codes: list[str]) -> list[Classification]:
    """Give the classifications that know as many of the codes as any; none where no code is known to any."""
    known = {table: sum(map(table.knows, codes)) for table in CLASSIFICATIONS}
    most = max(known.values())
    return [table for table, count in known.items() if count == most > 0]


def _industrial_among(table: Classification, codes: list[str]) -> frozenset[str]:
    return frozenset(code for code in codes if table.knows(code) and code.startswith(table.industrial))


def _hints(table: Classification, codes: list[str]) -> int:
    """Count the codes that are industrial by this classification, or of a class that holds industrial land."""
    return sum(table.knows(code) and _begins(code, table.industrial) is not False for code in codes)


def _one_holds_all(readings: Collection[frozenset[str]]) -> bool:
    """Whether the largest reading holds all the others, so that nothing contradicts it."""
    return not readings or frozenset().union(*readings) in readings


def _is_industrial(table: Classification | None, code: str) -> bool | None:
    if table and table.knows(code):
        return _begins(code, table.industrial)
    if INDUSTRIAL_NAMES.fullmatch(code):
        return True
    return False if OTHER_NAMES.fullmatch(code) else None


def _is_living_service(table: Classification | None, code: str) -> bool | None:
    if table and table.knows(code):
        return _begins(code, table.living_services)
    if LIVING_NAMES.fullmatch(code):
        return True
    return False if OTHER_NAMES.fullmatch(code) or INDUSTRIAL_NAMES.fullmatch(code) else None


def _begins(code: str, beginnings: tuple[str, ...]) -> bool | None:
    """Whether a code belongs to one of these classes; None for a class that holds one of them among others."""
    if code.startswith(beginnings):
        return True
    return None if any(each.startswith(code) for each in beginnings) else False
