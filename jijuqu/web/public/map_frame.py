"""Where degrees go on a drawing, and shapes as SVG paths."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import shapely

if TYPE_CHECKING:
    from shapely import LinearRing
    from shapely.geometry.base import BaseGeometry

TRUE_LATITUDE = 30.2  # degrees north, the middle of the city: there lengths are true in all directions
KM_PER_DEGREE = 110.9  # of latitude, at 30 degrees north


class Frame(NamedTuple):
    """A window of degrees (EPSG:4490) on a drawing: equirectangular, whole units, x to the right, y down."""

    west: float
    south: float
    east: float
    north: float
    left: int
    top: int
    width: int

    @property
    def units_per_degree(self) -> float:
        """Drawing units in a degree of latitude."""
        return self.width / ((self.east - self.west) * math.cos(math.radians(TRUE_LATITUDE)))

    @property
    def height(self) -> int:
        """The window's height in drawing units."""
        return round((self.north - self.south) * self.units_per_degree)

    @property
    def window(self) -> BaseGeometry:
        """The window in degrees."""
        return shapely.box(self.west, self.south, self.east, self.north)

    def point(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Return the place of a point in drawing units."""
        x = self.left + (longitude - self.west) / (self.east - self.west) * self.width
        return round(x), round(self.top + (self.north - latitude) * self.units_per_degree)

    def units(self, km: float) -> int:
        """Return a length on the ground in drawing units."""
        return round(km / KM_PER_DEGREE * self.units_per_degree)

    def path(self, shape: BaseGeometry) -> str:
        """Return an SVG path of the polygons of a shape, in relative steps."""
        polygons = (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon")
        return "".join(self._ring(ring) for part in polygons for ring in (part.exterior, *part.interiors))

    def _ring(self, ring: LinearRing) -> str:
        points = [self.point(x, y) for x, y in ring.coords[:-1]]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        moved = " ".join(f"{x} {y}" for x, y in steps if (x, y) != (0, 0))
        return f"M{points[0][0]} {points[0][1]}l{moved}z" if moved else ""
