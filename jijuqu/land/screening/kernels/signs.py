"""Which way rings run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.kernels import kernel

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Floats, Polygons


@kernel
def ring_signs(polygons: Polygons) -> Floats:
    """Give the signs that make the areas under the edges of each ring add up to + (shell) or - (hole)."""
    first_vertex, xy = polygons.first_vertex, polygons.xy
    signs = np.empty(len(polygons.is_hole))
    for ring in range(len(signs)):
        start = first_vertex[ring]
        twice = last_x = last_y = 0.0
        for i in range(start + 1, first_vertex[ring + 1]):
            x, y = xy[i, 0] - xy[start, 0], xy[i, 1] - xy[start, 1]
            twice += last_x * y - x * last_y
            last_x, last_y = x, y
        signs[ring] = (-1.0 if twice > 0 else 1.0) * (-1.0 if polygons.is_hole[ring] else 1.0)
    return signs
