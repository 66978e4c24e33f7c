"""Land-use codes of survey files: which of them mean industrial land (工业用地), which office and living services.

Files seldom say which classification their codes follow, and two of them use the same number for different things:
0601 is industrial land in a land survey and a village road in a spatial plan, 1001 a railway in the one and industrial
land in the other. A file is read by the classification that finds industrial land in it; where two of them do, on
different parcels, the file must be asked about.
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

    Codes are told by how they begin; `living_services` are the codes of 行政办公及生活服务设施用地.
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
        "土地利用现状分类", "GB/T 21010-2017",
        date(2017, 11, 1), None, r"(0[1-9]|1[0-2])(\d\d|H[12])?[A-K]?", ("0601",), ("05", "07", "08"),
    ),
    Classification(
        "土地利用现状分类", "GB/T 21010-2007",
        date(2007, 8, 10), date(2017, 10, 31), r"(0[1-9]|1[0-2])\d", ("061",), ("05", "07", "08"),
    ),
    Classification(
        "城市用地分类与规划建设用地标准", "GB 50137-2011",
        date(2012, 1, 1), None, r"[RABMWSUGHE]\d{0,2}", ("M",), ("R", "A", "B"),
    ),
)  # fmt: skip

INDUSTRIAL_NAMES = re.compile(r"[一二三]类工业用地|工业用地|工业")
OTHER_NAMES = re.compile(r".*(用地|林地|草地|园地|耕地|道路|水面)")
LIVING_NAMES = re.compile(r".*(居住|住宅|商业|商务|商服|办公|公共管理|公共服务|机关团体).*用地")


@dataclass(frozen=True, slots=True)
class UseOfLand:
    """What the codes of a file say: per code whether it is industrial, and whether it is office or living services.

    None: the code says nothing. `basis` names the classification; `in_doubt` holds codes that two of them read
    differently.
    """

    industrial: dict[str, bool | None]
    living_services: dict[str, bool | None]
    basis: str
    in_doubt: tuple[str, ...] = ()


def read_codes(codes: Iterable[str]) -> UseOfLand:
    """Tell what the land-use codes (or names, such as 工业用地) of one file mean."""
    distinct = sorted({tidy(code) for code in codes})
    coded = [code for code in distinct if any(table.knows(code) for table in CLASSIFICATIONS)]
    readings = {table: _industrial_among(table, coded) for table in CLASSIFICATIONS}
    found = {industrial: table for table, industrial in reversed(readings.items()) if industrial}
    in_doubt = tuple(sorted(set().union(*found))) if len(found) > 1 and not _one_holds_all(found) else ()
    table = _best(readings, coded)
    return UseOfLand(
        {code: None if code in in_doubt else _is_industrial(table, code) for code in distinct},
        {code: None if code in in_doubt else _is_living_service(table, code) for code in distinct},
        f"{table.name}（{table.source}）" if table else "",
        in_doubt,
    )


def tidy(code: str) -> str:
    """Write a code in one way: " m1 ", "M1" and "M1一类工业用地" are the same."""
    plain = "".join(code.split()).upper()
    coded = re.match(r"[0-9A-Z]+", plain)
    return coded.group() if coded else plain


def _industrial_among(table: Classification, codes: list[str]) -> frozenset[str]:
    return frozenset(code for code in codes if table.knows(code) and code.startswith(table.industrial))


def _one_holds_all(readings: Collection[frozenset[str]]) -> bool:
    """Whether the largest reading holds all the others, so that nothing contradicts it."""
    return frozenset().union(*readings) in readings


def _best(readings: dict[Classification, frozenset[str]], codes: list[str]) -> Classification | None:
    """Choose what finds most industrial codes; among equals what knows most of the codes, then the newest."""
    if not codes:
        return None
    return max(readings, key=lambda table: (len(readings[table]), sum(map(table.knows, codes)), table.since))


def _is_industrial(table: Classification | None, code: str) -> bool | None:
    if table and table.knows(code):
        return code.startswith(table.industrial)
    if INDUSTRIAL_NAMES.fullmatch(code):
        return True
    return False if OTHER_NAMES.fullmatch(code) else None


def _is_living_service(table: Classification | None, code: str) -> bool | None:
    if table and table.knows(code):
        return code.startswith(table.living_services)
    if LIVING_NAMES.fullmatch(code):
        return True
    return False if OTHER_NAMES.fullmatch(code) or INDUSTRIAL_NAMES.fullmatch(code) else None
