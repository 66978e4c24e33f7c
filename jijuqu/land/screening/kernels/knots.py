"""How often the edges of a shape cross: what mending it will cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.simple import touch

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Polygons


@kernel
def crossings(polygons: Polygons, k: int, most: int) -> int:
    """Count the pairs of edges of shape k that touch, neighbours included, up to `most`: swept from west to east."""
    xy, first_vertex = polygons.xy, polygons.first_vertex
    start, stop = first_vertex[polygons.first_ring[k]], first_vertex[polygons.first_ring[k + 1]]
    edges = np.empty((stop - start, 4))
    count = 0
    for ring in range(polygons.first_ring[k], polygons.first_ring[k + 1]):
        for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
            edges[count, 0], edges[count, 1] = xy[v, 0], xy[v, 1]
            edges[count, 2], edges[count, 3] = xy[v + 1, 0], xy[v + 1, 1]
            count += 1
    order = np.argsort(np.minimum(edges[:count, 0], edges[:count, 2]))
    found = 0
    for a in range(count):
        e = edges[order[a]]
        east, south, north = max(e[0], e[2]), min(e[1], e[3]), max(e[1], e[3])
        for b in range(a + 1, count):
            f = edges[order[b]]
            if min(f[0], f[2]) > east:
                break
            if max(f[1], f[3]) < south or min(f[1], f[3]) > north:
                continue
            if touch(e[0], e[1], e[2], e[3], f[0], f[1], f[2], f[3]):
                found += 1
                if found >= most:
                    return found
    return found
