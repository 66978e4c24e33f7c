"""Under which column names files keep a plot's number, its name and its land-use code.

Searched in this order, whole names only, capitals or not. Collected 2026-11 from the database standards of the third
national land survey (TD/T 1057-2020: BSM, DLBM), of territorial master planning at city level (自然资办发〔2021〕31号:
YDYHFLDM), of the cadastre (ZDDM, TDYT) and of boundary-point TXT files (DKBH, DKMC), with the plain words people
type. A planned use goes before a surveyed one: the notice asks for planned industrial land (二（一）2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

USE_CODE = (
    "YDYHFLDM",
    "用地用海分类代码",
    "GHYTDM",
    "规划用途代码",
    "GHYDDM",
    "规划用地代码",
    "GHDLBM",
    "规划地类编码",
    "GHFLDM",
    "规划分类代码",
    "YDDM",
    "用地代码",
    "YDXZDM",
    "用地性质代码",
    "YDFLDM",
    "用地分类代码",
    "YDLXDM",
    "DLBM",
    "地类编码",
    "DLDM",
    "地类代码",
    "TDYTDM",
    "土地用途代码",
    "TDLYLXDM",
    "use_code",
    "landuse_code",
)
ID = (
    "DKBH",
    "地块编号",
    "DKH",
    "地块号",
    "ZDDM",
    "宗地代码",
    "ZDBH",
    "宗地编号",
    "BSM",
    "标识码",
    "BH",
    "编号",
    "id",
    "plot_id",
    "parcel_id",
    "gid",
)
NAME = (
    "DKMC",
    "地块名称",
    "XMMC",
    "项目名称",
    "MC",
    "名称",
    "name",
    "plot_name",
    "title",
)


def first_known(known: Iterable[str], columns: Iterable[str]) -> str | None:
    """Give the file's spelling of the first known column it has, or None."""
    spelling = {column.strip().casefold(): column for column in reversed(list(columns))}
    return next((spelling[name.casefold()] for name in known if name.casefold() in spelling), None)


class Description(TypedDict):
    """What the columns of one plot say, "" for what they do not."""

    id: str
    name: str
    use_code: str


def described(row: Mapping[str, object]) -> Description:
    """Find number, name and land-use code in one row of columns."""
    filled = {column: plain(value) for column, value in row.items()}
    filled = {column: value for column, value in filled.items() if value}
    number, name, use = (filled.get(first_known(known, filled) or "", "") for known in (ID, NAME, USE_CODE))
    return {"id": number, "name": name, "use_code": use}


def plain(value: object) -> str:
    """Write a value the way people do: no spaces around, no ".0" after a whole number, "" for nothing."""
    if value is None or isinstance(value, (dict, list, bytes)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()[:200]
