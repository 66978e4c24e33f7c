"""The maps in which land is measured: one that keeps areas and one that keeps directions, as polynomials.

Snyder, Map Projections (USGS 1395, 1987): the authalic function q by (3-12), the isometric latitude by (7-7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.polynomial import chebyshev

from jijuqu.land.area import SEMI_MAJOR_M
from jijuqu.land.screening.kernels.measure import ECCENTRICITY_2

if TYPE_CHECKING:
    from collections.abc import Callable

    from jijuqu.land.screening.kernels.flat import Floats

ECCENTRICITY = ECCENTRICITY_2**0.5
FARTHEST_LATITUDE = 80.0
"""Land beyond is refused: nothing of this notice's kind lies there, and the conformal map has no end at the poles."""

Fit = tuple[tuple[float, float], "Floats"]
"""(middle, half) of the latitudes in degrees, and coefficients of powers of (latitude - middle) / half."""


def authalic_fit(south: float, north: float) -> Fit:
    """Fit Q, the area in m² per radian of longitude between a latitude and the middle of the range."""

    def levels(latitude: Floats) -> Floats:
        s = np.sin(np.radians(latitude))
        q: Floats = s / (1 - ECCENTRICITY_2 * s * s) + np.arctanh(ECCENTRICITY * s) / ECCENTRICITY
        return SEMI_MAJOR_M**2 * (1 - ECCENTRICITY_2) / 2 * q

    latitudes, coefficients = _fit(levels, south, north)
    coefficients[0] = 0.0
    return latitudes, coefficients


def isometric_fit(south: float, north: float) -> Fit:
    """Fit the isometric latitude, the northing of the Mercator map of an ellipsoid with semi-major axis 1."""

    def northings(latitude: Floats) -> Floats:
        s = np.sin(np.radians(latitude))
        psi: Floats = np.arctanh(s) - ECCENTRICITY * np.arctanh(ECCENTRICITY * s)
        return psi

    return _fit(northings, south, north)


def map_scales(latitudes: Floats) -> Floats:
    """Give metres of the conformal map to a metre on the ground, at latitudes in degrees (Snyder, 7-8)."""
    s = np.sin(np.radians(latitudes))
    scales: Floats = np.sqrt((1 - ECCENTRICITY_2 * s * s) / (1 - s * s))
    return scales


def _fit(function: Callable[[Floats], Floats], south: float, north: float) -> Fit:
    """Take the lowest degree that is exact but for the last digits (of psi: less than a micrometre on the ground)."""
    middle, half = (south + north) / 2, max((north - south) / 2, 1e-4)
    check = np.cos(np.linspace(0, np.pi, 101))
    wanted = function(middle + half * check)
    tolerance = 4e-15 * np.abs(wanted).max()
    for degree in (3, 4, 6, 8, 11, 15, 20, 30, 40):
        nodes = chebyshev.chebpts1(degree + 1)
        powers = chebyshev.cheb2poly(chebyshev.chebfit(nodes, function(middle + half * nodes), degree))
        if np.abs(np.polynomial.polynomial.polyval(check, powers) - wanted).max() <= tolerance:
            break
    return (middle, half), np.ascontiguousarray(powers, dtype=np.float64)
