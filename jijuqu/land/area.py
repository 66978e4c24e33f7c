"""How large land is: on the ellipsoid, which is what the law asks, and on the plane of a projection, beside it.

The ellipsoid is that of CGCS2000 (GB 22021-2008: a = 6378137 m, 1/f = 298.257222101). Edges run as geodesics between
the surveyed vertices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import LinearRing
    from shapely.geometry.base import BaseGeometry

SEMI_MAJOR_M, INVERSE_FLATTENING = 6378137.0, 298.257222101
ELLIPSOID = Geod(a=SEMI_MAJOR_M, rf=INVERSE_FLATTENING)


def geodesic_area_m2(land: BaseGeometry) -> float:
    """Give the area of one shape, see `geodesic_areas_m2`."""
    return float(geodesic_areas_m2([land])[0])


def geodesic_areas_m2(shapes: Sequence[BaseGeometry]) -> NDArray[np.float64]:
    """Give the areas on the ellipsoid, in m², of Polygons and MultiPolygons in degrees (EPSG:4490, longitude first).

    Rings may run either way; holes are taken off. Polygons of a MultiPolygon are added up. Points and lines have none.
    """
    polygons, shape_of = shapely.get_parts(np.array(list(shapes), dtype=object), return_index=True)
    rings, polygon_of = shapely.get_rings(polygons, return_index=True)
    is_shell = np.diff(polygon_of, prepend=-1) > 0
    ring_areas_m2 = np.array([_ring_area_m2(ring) for ring in rings]) * np.where(is_shell, 1, -1)
    areas_m2: NDArray[np.float64] = np.zeros(len(shapes))
    np.add.at(areas_m2, shape_of[polygon_of], ring_areas_m2)
    return areas_m2


def _ring_area_m2(ring: LinearRing) -> float:
    longitudes, latitudes = shapely.get_coordinates(ring).T
    area_m2, _ = ELLIPSOID.polygon_area_perimeter(longitudes, latitudes)
    return abs(float(area_m2))
