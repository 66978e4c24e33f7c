"""Invented land that looks like land: drawn in metres about a centre, returned in degrees (EPSG:4490)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Proj
from shapely import Polygon, affinity

from jijuqu.land.area import geodesic_area_m2

if TYPE_CHECKING:
    from numpy.random import Generator
    from shapely.geometry.base import BaseGeometry

SURVEY_DECIMALS = 9  # 1e-9 degrees are a tenth of a millimetre


def blob(draw: Generator, area: float, *, corners: int = 40, roughness: float = 0.25) -> Polygon:
    """Draw a rounded patch of land of an area in m² about (0, 0): hills, parks, fields."""
    turn = np.linspace(0, 2 * math.pi, corners, endpoint=False)
    radius = np.ones(corners)
    for wave in (2, 3, 5, 8):
        radius += roughness / wave * draw.normal() * np.cos(wave * turn + draw.uniform(0, 2 * math.pi))
    radius = np.clip(radius, 0.35, None)
    return _sized(Polygon(np.column_stack([radius * np.cos(turn) * 1.2, radius * np.sin(turn) / 1.2])), area)


def site(draw: Generator, area: float) -> Polygon:
    """Draw a building site of an area in m² about (0, 0), as surveyors bring them.

    Four sides along roads and a stream, each in several straight pieces; one corner is cut, one side has a notch.
    """
    length = draw.uniform(1.2, 1.9)
    corners = np.array([(0, 0), (length, 0), (length, 1), (0, 1)]) + draw.normal(0, 0.07, (4, 2))
    edge = np.vstack(
        [_side(draw, corners[i], corners[(i + 1) % 4], bend=(0.09, 0.02, 0.03, 0.02)[i]) for i in range(4)]
    )
    cut = affinity.rotate(shapely.box(-0.16, -0.16, 0.16, 0.16), 45).buffer(0)
    notch = shapely.box(-0.13, -0.1, 0.13, 0.1)
    land = (
        Polygon(edge)
        - affinity.translate(cut, *corners[2])
        - affinity.translate(notch, *((corners[3] + corners[0]) / 2))
    )
    turned = affinity.rotate(land, draw.uniform(0, 180))
    return _sized(turned, area)


def _side(draw: Generator, start: np.ndarray, end: np.ndarray, bend: float) -> np.ndarray:
    """Return the points of one side, its end left to the next side."""
    steps = np.sort(np.append(draw.uniform(0.08, 0.92, draw.integers(2, 6)), 0.0))[:, None]
    across = np.array([-(end - start)[1], (end - start)[0]])
    wobble = bend * np.sin(math.pi * steps) * draw.normal(1, 0.4, steps.shape)
    side: np.ndarray = start + steps * (end - start) + wobble * across
    return side


def _sized(polygon: Polygon, area: float) -> Polygon:
    factor = math.sqrt(area / polygon.area)
    centre = polygon.centroid
    return affinity.translate(affinity.scale(polygon, factor, factor, origin=centre), -centre.x, -centre.y)


def at(longitude: float, latitude: float, shape: BaseGeometry, *, area: float | None = None) -> BaseGeometry:
    """Set a shape in metres down about a point in degrees, with the ellipsoidal area `area` in m² where given."""
    placed = _placed(longitude, latitude, shape)
    if area is not None:
        factor = math.sqrt(area / geodesic_area_m2(placed))
        placed = _placed(longitude, latitude, affinity.scale(shape, factor, factor, origin=(0, 0)))
    return placed


def _placed(longitude: float, latitude: float, shape: BaseGeometry) -> BaseGeometry:
    plane = Proj(proj="laea", lat_0=latitude, lon_0=longitude, ellps="GRS80")  # GRS80 is CGCS2000's ellipsoid

    def to_degrees(metres: np.ndarray) -> np.ndarray:
        return np.column_stack(plane(metres[:, 0], metres[:, 1], inverse=True)).round(SURVEY_DECIMALS)

    return shapely.transform(shape, to_degrees)
