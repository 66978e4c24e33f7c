"""How much of each parcel lies inside a layer: a grid over the layer's boxes, and columns over each polygon's edges."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Flags, Floats, Integers, Polygons, doubled
from jijuqu.land.screening.kernels.trapezoids import LEFT, RIGHT, SIGN, put_edge, shared_with


class Grid(NamedTuple):
    """Square cells from the corner (west, south), and which boxes touch each.

    Cell number row * columns + column has the boxes `members[starts[cell]]` up to `members[starts[cell + 1]]`.
    """

    west: float
    south: float
    size: float
    columns: int
    rows: int
    starts: Integers
    members: Integers


class Columns(NamedTuple):
    """The edges of every polygon by columns of equal width, so that few are asked about a small parcel.

    Polygon k has the columns `first_column[k]` up to `first_column[k + 1]`, each `width[k]` wide from its west side;
    column c has the edges `edges[first_edge[c]]` up to `edges[first_edge[c + 1]]`, named by their first vertices, with
    the signs of their rings beside. An edge stands in every column that it passes.
    """

    first_column: Integers
    width: Floats
    first_edge: Integers
    edges: Integers
    signs: Floats


@kernel
def cells_of(box: Floats, west: float, south: float, size: float, columns: int, rows: int) -> tuple[int, int, int, int]:
    """Columns and rows (first, one after the last) of the cells that a box touches."""
    return (
        max(0, int(np.floor((box[0] - west) / size))),
        min(columns, int(np.floor((box[2] - west) / size)) + 1),
        max(0, int(np.floor((box[1] - south) / size))),
        min(rows, int(np.floor((box[3] - south) / size)) + 1),
    )


@kernel
def make_grid(boxes: Floats, smallest: float, most_entries: int) -> Grid:
    """Lay a grid over boxes, its cells as small as wanted and as large as necessary to keep it small."""
    west, south, east, north = boxes[:, 0].min(), boxes[:, 1].min(), boxes[:, 2].max(), boxes[:, 3].max()
    size = smallest
    while True:
        entries = (np.floor((east - west) / size) + 1) * (np.floor((north - south) / size) + 1)
        for k in range(len(boxes)):
            wide, tall = boxes[k, 2] - boxes[k, 0], boxes[k, 3] - boxes[k, 1]
            entries += (np.floor(wide / size) + 1) * (np.floor(tall / size) + 1)
        if entries <= most_entries + 4 * len(boxes):
            break
        size *= 2
    columns, rows = int(np.floor((east - west) / size)) + 1, int(np.floor((north - south) / size)) + 1
    starts = np.zeros(columns * rows + 1, np.int64)
    for k in range(len(boxes)):
        left, right, bottom, top = cells_of(boxes[k], west, south, size, columns, rows)
        for row in range(bottom, top):
            for column in range(left, right):
                starts[row * columns + column + 1] += 1
    starts = np.cumsum(starts)
    members, filled = np.empty(starts[-1], np.int64), starts[:-1].copy()
    for k in range(len(boxes)):
        left, right, bottom, top = cells_of(boxes[k], west, south, size, columns, rows)
        for row in range(bottom, top):
            for column in range(left, right):
                cell = row * columns + column
                members[filled[cell]] = k
                filled[cell] += 1
    return Grid(west, south, size, columns, rows, starts, members)


@kernel
def column_at(x: float, west: float, width: float, columns: int) -> int:
    """Give the column of a polygon that holds an abscissa; what lies beside belongs to the outermost."""
    return min(max(int((x - west) / width), 0), columns - 1) if columns > 1 else 0


@kernel
def make_columns(polygons: Polygons, signs: Floats, boxes: Floats) -> Columns:
    """Sort the edges of polygons into columns: so many that the edges stand in two of them on the average."""
    first_ring, first_vertex, xy = polygons.first_ring, polygons.first_vertex, polygons.xy
    count = len(first_ring) - 1
    first_column, width = np.zeros(count + 1, np.int64), np.empty(count)
    for k in range(count):
        start, stop = first_vertex[first_ring[k]], first_vertex[first_ring[k + 1]]
        wide, passed = boxes[k, 2] - boxes[k, 0], 0.0
        for i in range(start, stop - 1):
            passed += abs(xy[i + 1, 0] - xy[i, 0])
        columns = max(1, int((stop - start) * wide / passed)) if passed > 0 else 1
        first_column[k + 1], width[k] = first_column[k] + columns, max(wide / columns, 1e-300)
    first_edge = np.zeros(first_column[-1] + 1, np.int64)
    for fill in range(2):
        if fill:
            first_edge = np.cumsum(first_edge)
            edges, edge_signs = np.empty(first_edge[-1], np.int64), np.empty(first_edge[-1])
            filled = first_edge[:-1].copy()
        for k in range(count):
            columns, base = first_column[k + 1] - first_column[k], first_column[k]
            for ring in range(first_ring[k], first_ring[k + 1]):
                for v in range(first_vertex[ring], first_vertex[ring + 1] - 1):
                    a = column_at(min(xy[v, 0], xy[v + 1, 0]), boxes[k, 0], width[k], columns)
                    b = column_at(max(xy[v, 0], xy[v + 1, 0]), boxes[k, 0], width[k], columns)
                    for c in range(base + a, base + b + 1):
                        if fill:
                            edges[filled[c]], edge_signs[filled[c]] = v, signs[ring]
                            filled[c] += 1
                        else:
                            first_edge[c + 1] += 1
    return Columns(first_column, width, first_edge, edges, edge_signs)


@kernel
def areas_inside(
    parcels: Polygons, signs: Floats, boxes: Floats, planar: Floats, asked: Flags,
    layer: Polygons, layer_boxes: Floats, grid: Grid, columns: Columns,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Planar area of each parcel asked about inside the polygons of a layer: all of them added up, and the largest."""
    total, largest = np.zeros(len(boxes)), np.zeros(len(boxes))
    edges = np.empty((1024, 5))
    for i in range(len(boxes)):
        if not asked[i]:
            continue
        box = boxes[i]
        left, right, bottom, top = cells_of(box, grid.west, grid.south, grid.size, grid.columns, grid.rows)
        for row in range(bottom, top):
            for column in range(left, right):
                cell = row * grid.columns + column
                for entry in range(grid.starts[cell], grid.starts[cell + 1]):
                    k = grid.members[entry]
                    other = layer_boxes[k]
                    if box[0] > other[2] or box[2] < other[0] or box[1] > other[3] or box[3] < other[1]:
                        continue
                    # a pair is met in several cells and counts in that of the lower left corner it has in common
                    if column != max(left, int(np.floor((other[0] - grid.west) / grid.size))):
                        continue
                    if row != max(bottom, int(np.floor((other[1] - grid.south) / grid.size))):
                        continue
                    edges, count, winding = edges_of_layer(layer, other, columns, k, box, edges)
                    if count == 0:
                        area = winding * planar[i]
                    else:
                        area = shared_with(parcels, signs, i, (box[0], box[1]), box[2] - box[0], 0, edges, count)
                    total[i] += area
                    largest[i] = max(largest[i], area)
    return total, largest


@kernel
def edges_of_layer(
    layer: Polygons, layer_box: Floats, columns: Columns, k: int, box: Floats, edges: Floats
) -> tuple[Floats, int, float]:
    """Collect the edges of a layer's polygon over a box's floor: (table, rows, winding).

    Where none of them enters the box there are 0 rows, and the winding tells whether the box lies inside (1) or not.
    """
    xy = layer.xy
    base, many = columns.first_column[k], columns.first_column[k + 1] - columns.first_column[k]
    width, height = box[2] - box[0], box[3] - box[1]
    first = column_at(box[0], layer_box[0], columns.width[k], many)
    last = column_at(box[2], layer_box[0], columns.width[k], many)
    n, enters, winding = 0, False, 0.0
    for c in range(first, last + 1):
        for entry in range(columns.first_edge[base + c], columns.first_edge[base + c + 1]):
            v = columns.edges[entry]
            ax, bx = xy[v, 0] - box[0], xy[v + 1, 0] - box[0]
            if (ax < 0 and bx < 0) or (ax > width and bx > width):
                continue
            ay, by = xy[v, 1] - box[1], xy[v + 1, 1] - box[1]
            if ay <= 0 and by <= 0:
                continue
            enters |= ay < height or by < height
            leftmost = column_at(min(xy[v, 0], xy[v + 1, 0]), layer_box[0], columns.width[k], many)
            if ax == bx or c != max(first, leftmost):  # upright, or met in another column
                continue
            if n == len(edges):
                edges = doubled(edges)
            put_edge(edges, n, ax, ay, bx, by, columns.signs[entry])
            if edges[n, LEFT] <= width / 2 < edges[n, RIGHT]:
                winding += edges[n, SIGN]
            n += 1
    return edges, (n if enters else 0), winding
