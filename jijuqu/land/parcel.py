"""What every boundary file becomes: parcels with their polygons, and what the reader noticed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

    from jijuqu.words.text import Message


@dataclass(frozen=True, slots=True)
class Parcel:
    """One plot (地块) as surveyed.

    `number` counts from 1 in file order; `use_code` is the land-use code of the file, if it has one.
    `polygon` is in degrees, longitude first, EPSG:4490; `surveyed` is the same land in the file's own coordinates,
    easting (or longitude) first. Shells run against the clock and holes with it, so that signed areas are right.
    """

    number: int
    polygon: Polygon | MultiPolygon
    surveyed: Polygon | MultiPolygon
    id: str = ""
    name: str = ""
    use_code: str = ""


@dataclass(frozen=True, slots=True)
class Boundary:
    """All parcels of one file, the file's coordinate system as "EPSG:4524", and what was noticed while reading."""

    parcels: tuple[Parcel, ...]
    crs: str
    issues: tuple[Message, ...] = ()


class UnreadableError(Exception):
    """The file cannot be used: every reason at once, each saying what is wrong, where, and how to mend it."""

    def __init__(self, reasons: tuple[Message, ...]) -> None:
        super().__init__(", ".join(reason.code for reason in reasons))
        self.reasons = reasons
