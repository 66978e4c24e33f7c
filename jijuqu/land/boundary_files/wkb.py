"""Polygons out of well-known binary (ISO 19125, with the Z and M of SQL/MM or of PostGIS), walked without recursion.

Own code, because the usual library recurses into nested collections until the process dies.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jijuqu.land.boundary_files.survey import Ring, VertexCount

POLYGON, MULTIPOLYGON = 3, 6
FLAG_Z, FLAG_M, FLAG_SRID = 0x80000000, 0x40000000, 0x20000000


class BrokenWkbError(ValueError):
    """The bytes do not follow the format, or end too early."""


class Walk:
    """A place in the bytes, moving on as they are read."""

    def __init__(self, data: bytes, at: int, count: VertexCount) -> None:
        self.data, self.at, self.count = data, at, count
        self.order = "<"

    def number(self) -> int:
        """Read one unsigned whole number of four bytes."""
        try:
            (value,) = struct.unpack_from(self.order + "I", self.data, self.at)
        except struct.error:
            raise BrokenWkbError from None
        self.at += 4
        return int(value)

    def kind(self) -> tuple[int, int]:
        """Read byte order and type; give the plain type and the number of ordinates in a point."""
        if self.at >= len(self.data):
            raise BrokenWkbError
        self.order = "<" if self.data[self.at] else ">"
        self.at += 1
        word = self.number()
        if word & FLAG_SRID:
            self.at += 4
        extra, kind = divmod(word & 0x0FFFFFFF, 1000)
        ordinates = 2 + ((0, 1, 1, 2)[extra] if extra < 4 else 0) + bool(word & FLAG_Z) + bool(word & FLAG_M)
        return kind, ordinates

    def ring(self, ordinates: int) -> Ring:
        """Read one ring and keep its first two ordinates."""
        points = self.number()
        end = self.at + 8 * points * ordinates
        if end > len(self.data):
            raise BrokenWkbError
        self.count.add_vertices(max(1, points))  # a ring without points takes its time too
        values = np.frombuffer(self.data, self.order + "f8", points * ordinates, self.at).reshape(-1, ordinates)
        self.at = end
        return values[:, :2].astype(float)

    def rings(self, ordinates: int) -> list[Ring]:
        """Read the rings of one polygon."""
        return [self.ring(ordinates) for _ in range(self.number())]


def polygons_in(data: bytes, at: int, count: VertexCount) -> list[list[Ring]]:
    """Give the polygons of the geometry that begins at byte `at`; none if it is of another type.

    Raises BrokenWkbError.
    """
    walk = Walk(data, at, count)
    kind, ordinates = walk.kind()
    if kind == POLYGON:
        polygons = [walk.rings(ordinates)]
    elif kind == MULTIPOLYGON:
        polygons = []
        for _ in range(walk.number()):
            part, ordinates = walk.kind()
            if part != POLYGON:
                raise BrokenWkbError
            polygons.append(walk.rings(ordinates))
    else:
        return []
    return [rings for rings in polygons if rings]
