"""Parks and keep-clear layers, made ready to be held against parcels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.kernels.layer import Columns, Grid, areas_inside, make_columns, make_grid
from jijuqu.land.screening.kernels.signs import ring_signs
from jijuqu.land.screening.polygons import chosen, to_shapes

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Flags, Floats, Polygons

SMALLEST_CELL_DEGREES = 0.01  # about a kilometre
MOST_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer in degrees: its file's name, its valid polygons, and what finds those near a parcel."""

    name: str
    polygons: Polygons
    signs: Floats
    boxes: Floats
    grid: Grid
    columns: Columns


def made_ready(name: str, polygons: Polygons) -> Layer:
    """Prepare a layer of valid polygons with at least one ring each."""
    signs, boxes = ring_signs(polygons), bounds(polygons)
    grid = make_grid(boxes, SMALLEST_CELL_DEGREES, MOST_CELLS)
    return Layer(name, polygons, signs, boxes, grid, make_columns(polygons, signs, boxes))


def lies_inside(
    layer: Layer, parcels: Polygons, signs: Floats, boxes: Floats, planar: Floats, asked: Flags, share: float
) -> Flags:
    """Tell of the parcels asked about which have more than a share of their planar area inside the layer.

    Polygons of a layer may overlap: where only their sum says so, what they cover together is looked at.
    """
    total, largest = areas_inside(
        parcels, signs, boxes, planar, asked, layer.polygons, layer.boxes, layer.grid, layer.columns
    )
    limit = share * planar
    inside = largest > limit
    for k in np.flatnonzero((total > limit) & ~inside):
        inside[k] = _area_covered(layer, parcels, boxes[k], int(k)) > limit[k]
    return inside


def _area_covered(layer: Layer, parcels: Polygons, box: Floats, k: int) -> float:
    own = np.zeros(parcels.shape_count, np.bool_)
    own[k] = True
    (parcel,) = to_shapes(chosen(parcels, own))
    west, south, east, north = layer.boxes.T
    near = (west <= box[2]) & (east >= box[0]) & (south <= box[3]) & (north >= box[1])
    shapes = to_shapes(chosen(layer.polygons, near))
    return float(shapely.area(shapely.union_all(shapely.intersection(shapes, parcel))))
