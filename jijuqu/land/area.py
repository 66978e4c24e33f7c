"""How large land is: on the ellipsoid, which is what the law asks, and on the plane of a projection, beside it.

The ellipsoid is that of CGCS2000 (GB 22021-2008: a = 6378137 m, 1/f = 298.257222101). Edges run as geodesics between
the surveyed vertices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from pyproj import Geod

if TYPE_CHECKING:
    from shapely import LinearRing
    from shapely.geometry.base import BaseGeometry

SEMI_MAJOR_M, INVERSE_FLATTENING = 6378137.0, 298.257222101
ELLIPSOID = Geod(a=SEMI_MAJOR_M, rf=INVERSE_FLATTENING)


def geodesic_area_m2(land: BaseGeometry) -> float:
    """Give the area on the ellipsoid, in m², of a Polygon or MultiPolygon in degrees (EPSG:4490, longitude first).

    Rings may run either way; holes are taken off. Polygons of a MultiPolygon are added up. Points and lines have none.
    """
    return sum(
        _ring_area_m2(part.exterior) - sum(_ring_area_m2(hole) for hole in part.interiors)
        for part in shapely.get_parts(land)
        if part.geom_type == "Polygon" and not part.is_empty
    )


def _ring_area_m2(ring: LinearRing) -> float:
    longitudes, latitudes = shapely.get_coordinates(ring).T
    area_m2, _ = ELLIPSOID.polygon_area_perimeter(longitudes, latitudes)
    return abs(float(area_m2))
