"""Shapes of a file that are only to be kept, not measured: the range of a park, the polygons of a planning layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from jijuqu.land.boundary_files import read

if TYPE_CHECKING:
    from pathlib import Path

    from jijuqu.words.text import Message


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes as well-known binary, valid polygons in degrees, EPSG:4490, and what was noticed while reading."""

    wkb: tuple[bytes, ...]
    issues: tuple[Message, ...]


def read_outlines(path: Path, *, crs: str | None = None) -> Outlines:
    """Read a file of any format that a boundary may have; UnreadableError when it cannot be used.

    `crs` overrides or supplies the file's coordinate system ("EPSG:4524").
    """
    boundary = read(path, crs)
    shapes = shapely.to_wkb([parcel.polygon for parcel in boundary.parcels])
    return Outlines(tuple(shapes.tolist()), boundary.issues)
