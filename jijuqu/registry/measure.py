"""The area that counts in law: on the CGCS2000 ellipsoid, between surveyed vertices along geodesics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyproj import Geod

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

M2_PER_MU = 2000 / 3  # one mu (亩) is a fifteenth of a hectare
_CGCS2000 = Geod(a=6378137, rf=298.257222101)


def area_m2(geometry: BaseGeometry) -> float:
    """Return the ellipsoidal area of a polygon in degrees, EPSG:4490, in square metres; holes are taken off."""
    area, _perimeter = _CGCS2000.geometry_area_perimeter(geometry)
    return abs(area)
