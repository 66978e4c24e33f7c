"""Which columns of a parcels' file hold id, district and land-use code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.land.boundary_files.columns import ID, USE_CODE, first_known
from jijuqu.land.boundary_files.survey import refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reading.source import Source

DISTRICT = (
    "district",
    "XZQDM",
    "行政区代码",
    "行政区划代码",
    "XZQMC",
    "行政区名称",
    "区县",
    "区县代码",
    "QXDM",
    "QXMC",
)
USUAL_ID, USUAL_USE = ("parcel_id", *ID), ("landuse", *USE_CODE)


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """The columns to be read; None where the file has none: row numbers, all industrial, one district."""

    geometry: str
    id: str | None
    district: str | None
    use: str | None
    issues: tuple[Message, ...] = ()

    @property
    def wanted(self) -> list[str]:
        """All that are there, the geometry last."""
        return [name for name in (self.id, self.district, self.use) if name] + [self.geometry]


def find_columns(source: Source, options: ScreenOptions) -> ColumnNames:
    """Find the columns. Raises UnreadableError if one that was named is not there."""
    named = {"--id": options.id_column, "--district": options.district_column, "--use": options.use_column}
    missing = [(option, name) for option, name in named.items() if name is not None and name not in source.columns]
    if missing:
        option, name = missing[0]
        has = ", ".join(source.columns[:20]) or "—"
        raise refusal("no_such_column", option=option, name=name, path=source.path, has=has)
    usual = {"--id": USUAL_ID, "--district": DISTRICT, "--use": USUAL_USE}
    found = {option: name if name is not None else _searched(usual[option], source) for option, name in named.items()}
    issues = [Message(f"no_{option[2:]}_column", {"option": option}) for option, name in found.items() if name is None]
    issues += [
        Message("column_searched", {"option": option, "name": name})
        for option, name in found.items()
        if name is not None and named[option] is None and name != usual[option][0]
    ]
    return ColumnNames(source.geometry, found["--id"], found["--district"], found["--use"], tuple(issues))


def _searched(names: Sequence[str], source: Source) -> str | None:
    return first_known(names, [name for name in source.columns if name != source.geometry])
