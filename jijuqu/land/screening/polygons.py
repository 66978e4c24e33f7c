"""Flat polygons (`kernels.flat`) chosen, put together, and exchanged with Shapely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import GeometryType

from jijuqu.land.screening.kernels.flat import Polygons, choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from jijuqu.land.screening.kernels.flat import Flags, Integers

    Shapes = NDArray[np.object_]


def chosen(polygons: Polygons, of: Flags) -> Polygons:
    """Give the shapes for which `of` is true."""
    return polygons if of.all() else choose(polygons, of)


def put_together(parts: Sequence[Polygons]) -> Polygons:
    """Give the shapes of all parts in one."""
    if len(parts) == 1:
        return parts[0]
    nothing = Polygons(np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(0, np.bool_), np.zeros((0, 2)))
    parts = [nothing, *parts]
    return Polygons(
        _starts(np.concatenate([np.diff(part.first_ring) for part in parts])),
        _starts(np.concatenate([np.diff(part.first_vertex) for part in parts])),
        np.concatenate([part.is_hole for part in parts]),
        np.concatenate([part.xy for part in parts]),
    )


def from_shapes(shapes: Shapes) -> Polygons:
    """Take polygons and multipolygons of Shapely; of other kinds nothing is left but an empty shape."""
    whole, shape_of = shapely.get_parts(shapes, return_index=True)
    areal = shapely.get_type_id(whole) == GeometryType.POLYGON
    rings, polygon_of = shapely.get_rings(whole[areal], return_index=True)
    xy, ring_of = shapely.get_coordinates(rings, return_index=True)
    is_hole = np.diff(polygon_of, prepend=-1) == 0
    rings_of_shape = np.bincount(shape_of[areal][polygon_of], minlength=len(shapes))
    return Polygons(_starts(rings_of_shape), _starts(np.bincount(ring_of, minlength=len(rings))), is_hole, xy)


def to_shapes(polygons: Polygons) -> Shapes:
    """Give multipolygons of Shapely; every shape must have a ring, its first a shell."""
    shells = np.flatnonzero(~polygons.is_hole)
    first_polygon = np.searchsorted(shells, polygons.first_ring)
    offsets = (polygons.first_vertex, np.append(shells, len(polygons.is_hole)), first_polygon)
    shapes: Shapes = shapely.from_ragged_array(GeometryType.MULTIPOLYGON, polygons.xy, offsets)
    return shapes


def _starts(sizes: Integers) -> Integers:
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts
