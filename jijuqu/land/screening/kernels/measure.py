"""Areas of parcels, on the ellipsoid and in degrees, with their boxes and whether they are surely valid."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.simple import is_surely_valid, room_for_edges

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Flags, Floats, Polygons

SEMI_MAJOR_M = 6378137.0  # CGCS2000, as in jijuqu.land.area, which would bring pyproj
ECCENTRICITY_2 = (2 - 1 / 298.257222101) / 298.257222101
RADIAN = math.pi / 180
SMALL_DEGREES = 0.01
TALL_DEGREES = 0.05
"""Shapes that reach farther north, or have an edge that reaches farther, are not measured here: see `measure`."""


@kernel
def measure(
    polygons: Polygons, latitudes: tuple[float, float], authalic: Floats, geodesic: bool
) -> tuple[Floats, Floats, Floats, Floats, Flags]:
    """Measure shapes in degrees.

    `authalic` are the coefficients of Q, the area in m² per radian of longitude between the equator and a latitude
    (but for a constant), as powers of (latitude - middle) / half, where `latitudes` is (middle, half). Areas are exact
    for edges straight on the map (longitude, Q). With `geodesic` each edge is bent to the geodesic between its ends:
    along a geodesic d²Q/dλ² = -p² sin φ (1 + 3 cot² α), with p the distance from the axis and α the azimuth, so an edge
    encloses dλ sin φ (dx² + 3 dy²) / 12 more, dx and dy in metres; what is left out is (length / radius)² of that.

    Gives areas in m² (nan for tall shapes, which the caller measures otherwise), planar areas in square degrees, the
    signs that make the areas under the edges of each ring add up to + (shell) or - (hole), boxes, and who is surely
    valid.
    """
    first_ring, first_vertex, xy = polygons.first_ring, polygons.first_vertex, polygons.xy
    count = len(first_ring) - 1
    areas, planar, boxes = np.zeros(count), np.zeros(count), np.empty((count, 4))
    signs, valid = np.zeros(first_ring[-1]), np.zeros(count, np.bool_)
    t, q, room = np.empty(256), np.empty(256), room_for_edges()
    for k in range(count):
        west = south = np.inf
        east = north = -np.inf
        longest = 0.0
        for ring in range(first_ring[k], first_ring[k + 1]):
            start, stop = first_vertex[ring], first_vertex[ring + 1]
            if stop - start > len(t):
                t, q = np.empty(2 * (stop - start)), np.empty(2 * (stop - start))
            for i in range(start, stop):
                t[i - start] = (xy[i, 1] - latitudes[0]) / latitudes[1]
            polynomial(authalic, t[: stop - start], q[: stop - start])
            widening, rising = bulges(xy[start, 1])
            more_widening, more_rising = bulges(xy[start, 1] + SMALL_DEGREES)
            more_widening = (more_widening - widening) / SMALL_DEGREES
            more_rising = (more_rising - rising) / SMALL_DEGREES
            x0, y0, q0 = xy[start, 0], xy[start, 1], q[0]
            last_x = last_y = last_q = flat = curved = bulge = 0.0
            for i in range(start, stop):
                x, y, level = xy[i, 0] - x0, xy[i, 1] - y0, q[i - start] - q0
                flat += last_x * y - x * last_y
                curved += last_x * level - x * last_q
                dx, dq = x - last_x, level - last_q
                step, up = RADIAN * dx, (y + last_y) / 2
                wide, high = widening + up * more_widening, rising + up * more_rising
                bulge += step * (wide * step * step + high * dq * dq)
                longest = max(longest, abs(dx))
                last_x, last_y, last_q = x, y, level
                west, east = min(west, xy[i, 0]), max(east, xy[i, 0])
                south, north = min(south, xy[i, 1]), max(north, xy[i, 1])
            role = -1.0 if polygons.is_hole[ring] else 1.0
            signs[ring] = -role * math.copysign(1.0, flat)
            planar[k] += role * abs(flat) / 2
            areas[k] += role * abs(RADIAN * curved / 2 - (bulge if geodesic else 0.0))
        boxes[k, 0], boxes[k, 1], boxes[k, 2], boxes[k, 3] = west, south, east, north
        if geodesic and (north - south > TALL_DEGREES or longest > TALL_DEGREES):
            areas[k] = np.nan
        valid[k] = is_surely_valid(polygons, k, room)
    return areas, planar, signs, boxes, valid


@kernel
def bulges(latitude: float) -> tuple[float, float]:
    """Give the factors of dλ³ and of dλ dQ² in the area between an edge of the map and its geodesic (see `measure`)."""
    _, axis, sine = radii(latitude)
    return sine * axis * axis / 12, sine / (4 * axis * axis)


@kernel
def polynomial(coefficients: Floats, t: Floats, values: Floats) -> None:
    """Evaluate a polynomial at many points, coefficient by coefficient, so that the processor takes several at once."""
    highest = len(coefficients) - 1
    for i in range(len(values)):
        values[i] = coefficients[highest]
    for c in range(highest):
        coefficient = coefficients[highest - 1 - c]
        for i in range(len(values)):
            values[i] = values[i] * t[i] + coefficient


@kernel
def radii(latitude: float) -> tuple[float, float, float]:
    """Give the radius across the meridian, the distance from the axis (both in metres) and the sine of a latitude."""
    sine = math.sin(RADIAN * latitude)
    across = SEMI_MAJOR_M / math.sqrt(1 - ECCENTRICITY_2 * sine * sine)
    return across, across * math.sqrt(1 - sine * sine), sine


@kernel
def to_conformal(degrees: Floats, latitudes: tuple[float, float], isometric: Floats) -> Floats:
    """Give points in metres of the Mercator map of the ellipsoid, true to scale at the equator."""
    metres = np.empty_like(degrees)
    t, psi = np.empty(1024), np.empty(1024)
    for start in range(0, len(degrees), len(t)):
        rows = min(len(t), len(degrees) - start)
        for i in range(rows):
            t[i] = (degrees[start + i, 1] - latitudes[0]) / latitudes[1]
        polynomial(isometric, t[:rows], psi[:rows])
        for i in range(rows):
            metres[start + i, 0] = degrees[start + i, 0] * (SEMI_MAJOR_M * RADIAN)
            metres[start + i, 1] = SEMI_MAJOR_M * psi[i]
    return metres
