"""The flat ground of a boundary file: its own plane in metres, on which touching, gaps and overlaps are decided.

Plots that share a border share it exactly only in the coordinates in which they were drawn: where one plot has a
corner on the middle of another's edge, a 1 km edge bends away from that corner by 11 mm as soon as it is projected.
So a projected file is measured in its own coordinates, brought to metres. A geographic file is stretched by one factor
for longitude and one for latitude, which keeps straight edges straight; its lengths are true at the middle latitude
and wrong by about 1 % for each degree of latitude away from it. Widths that are told are therefore measured again on
the ellipsoid, between the points found here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import CRS, Proj, Transformer

from jijuqu.land.area import ELLIPSOID, INVERSE_FLATTENING, SEMI_MAJOR_M

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from jijuqu.land.parcel import Boundary

    Coordinates = NDArray[np.float64]  # one row per point: easting or longitude first


@lru_cache(maxsize=64)
def metres_per_unit(crs: str) -> float | None:
    """Metres to the unit of a projected coordinate system ("EPSG:4524"); None where coordinates are degrees."""
    system = CRS(crs)
    if system.is_geographic:
        return None
    return float(system.axis_info[0].unit_conversion_factor)


class Plane:
    """The parcels of a file on flat ground: `parcels` in metres, and the way back to degrees."""

    def __init__(self, boundary: Boundary) -> None:
        surveyed = np.array([parcel.surveyed for parcel in boundary.parcels], dtype=object)
        unit_m = metres_per_unit(boundary.crs)
        if unit_m is None:
            self._factors, self._to_degrees = _stretch_of_degrees(surveyed), None
        else:
            self._factors, self._to_degrees = np.array([unit_m, unit_m]), _way_to_degrees(boundary.crs)
        self.parcels = _scaled(surveyed, self._factors)

    def to_degrees(self, points: Coordinates) -> Coordinates:
        """Give points of the plane (rows of x, y in metres) as longitude and latitude, EPSG:4490."""
        own = points / self._factors
        return own if self._to_degrees is None else self._to_degrees(own)

    def ground_metres_per_metre(self) -> float:
        """Length on the ellipsoid of a metre on the plane, about the middle of the land (Web Mercator: 0.87)."""
        west, south, east, north = shapely.total_bounds(self.parcels)
        x, y = (west + east) / 2, (south + north) / 2
        corners = self.to_degrees(np.array([[x, y], [x + 100, y]]))
        return float(ELLIPSOID.line_length(*corners.T)) / 100


def plane_areas_m2(boundary: Boundary) -> list[float]:
    """Give each parcel's area on the plane, in m²: the file's own projection, brought to metres.

    The parcels of a geographic file are put on the 3° Gauss-Krüger zone nearest to the middle of the land.
    """
    surveyed = np.array([parcel.surveyed for parcel in boundary.parcels], dtype=object)
    unit_m = metres_per_unit(boundary.crs)
    if unit_m is None:
        zone = _nearest_zone(surveyed)
        flat = shapely.transform(surveyed, lambda degrees: np.column_stack(zone(*degrees.T)))
        return [float(area) for area in shapely.area(flat)]
    return [float(area) for area in shapely.area(surveyed) * unit_m**2]


def _nearest_zone(parcels: NDArray[np.object_]) -> Proj:
    west, _, east, _ = shapely.total_bounds(parcels)
    central_meridian = 3 * round((west + east) / 2 / 3)
    return Proj(proj="tmerc", lon_0=central_meridian, x_0=500000, a=SEMI_MAJOR_M, rf=INVERSE_FLATTENING)


def _stretch_of_degrees(parcels: NDArray[np.object_]) -> Coordinates:
    """Metres to a degree of longitude and of latitude, at the middle of the land."""
    west, south, east, north = shapely.total_bounds(parcels)
    lon, lat, step = (west + east) / 2, (south + north) / 2, 0.005
    east_m = ELLIPSOID.line_length([lon - step, lon + step], [lat, lat])
    north_m = ELLIPSOID.line_length([lon, lon], [lat - step, lat + step])
    return np.array([east_m, north_m]) / (2 * step)


@lru_cache(maxsize=64)
def _way_to_degrees(crs: str) -> Callable[[Coordinates], Coordinates]:
    transformer = Transformer.from_crs(crs, "EPSG:4490", always_xy=True)
    return lambda points: np.column_stack(transformer.transform(*points.T))


def _scaled(parcels: NDArray[np.object_], factors: Coordinates) -> NDArray[np.object_]:
    if (factors == 1).all():
        return parcels
    scaled: NDArray[np.object_] = shapely.transform(parcels, lambda points: points * factors)
    return scaled


def pieces(parcels: NDArray[np.object_]) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
    """Split parcels into polygons; the second array tells of each polygon the index of its parcel."""
    polygons, owners = shapely.get_parts(parcels, return_index=True)
    return polygons, owners
