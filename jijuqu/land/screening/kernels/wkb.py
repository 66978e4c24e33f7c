"""Well-known binary (OGC 06-103r4, and the EWKB of PostGIS) straight into flat polygons.

Read with suspicion: no number in the bytes is believed before it is known to stay within the shape's own bytes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.flat import Flags, Integers, Polygons

Bytes = NDArray[np.uint8]

SOUND, MISSING, OTHER_TYPE, BROKEN, EMPTY, NOT_FINITE = range(6)
"""What became of a shape; those that are not SOUND have no rings."""

POLYGON, MULTIPOLYGON = 3, 6


@kernel
def decode(data: Bytes, offsets: Integers, present: Flags) -> tuple[Polygons, Integers]:
    """Turn shapes (bytes `offsets[k]` up to `offsets[k + 1]`) into flat polygons and tell what became of each.

    Heights and measures are dropped. A ring that is not closed or has fewer than four points makes its shape BROKEN.
    """
    count = len(offsets) - 1
    fate = np.empty(count, np.int64)
    rings = vertices = 0
    for k in range(count):
        fate[k], ring_count, vertex_count = survey(data, offsets[k], offsets[k + 1]) if present[k] else (MISSING, 0, 0)
        rings, vertices = rings + ring_count, vertices + vertex_count
    polygons = Polygons(
        np.empty(count + 1, np.int64), np.empty(rings + 1, np.int64), np.empty(rings, np.bool_), np.empty((vertices, 2))
    )
    raw = polygons.xy.reshape(-1).view(np.uint8)
    ring = vertex = 0
    for k in range(count):
        polygons.first_ring[k] = ring
        if fate[k] == SOUND:
            start = ring, vertex
            ring, vertex = copy_shape(data, offsets[k], polygons, raw, ring, vertex)
            fate[k] = judge_rings(polygons, start[0], ring, vertex)
            if fate[k] != SOUND:
                ring, vertex = start
    polygons.first_ring[count], polygons.first_vertex[ring] = ring, vertex
    whole = Polygons(
        polygons.first_ring, polygons.first_vertex[: ring + 1], polygons.is_hole[:ring], polygons.xy[:vertex]
    )
    return whole, fate


@kernel
def uint32(data: Bytes, at: int, little: bool) -> int:
    """Read four bytes."""
    value = np.int64(0)
    for byte in range(4):
        value |= np.int64(data[at + byte]) << (8 * byte if little else 24 - 8 * byte)
    return int(value)


@kernel
def header(data: Bytes, at: int, stop: int) -> tuple[int, int, bool, int]:
    """Read byte order and type: (kind or -1, numbers to a vertex, little-endian?, where the content begins)."""
    if stop - at < 5 or data[at] > 1:
        return -1, 2, True, stop
    little = data[at] == 1
    code = uint32(data, at + 1, little)
    at += 9 if code & 0x20000000 else 5  # EWKB: a system's number follows
    numbers = 2 + ((code & 0x80000000) != 0) + ((code & 0x40000000) != 0)
    plain = code & 0x0FFFFFFF
    numbers += (0, 1, 1, 2)[min(plain // 1000, 3)]
    return plain % 1000, numbers, little, at


@kernel
def survey(data: Bytes, at: int, stop: int) -> tuple[int, int, int]:
    """Walk over one shape's bytes: (fate, rings, vertices)."""
    kind, numbers, little, at = header(data, at, stop)
    if kind == POLYGON:
        at, rings, vertices = survey_rings(data, at, stop, little, numbers)
    elif kind == MULTIPOLYGON:
        if stop - at < 4:
            return BROKEN, 0, 0
        parts, rings, vertices = uint32(data, at, little), 0, 0
        at += 4
        for _ in range(parts):
            kind, numbers, little, at = header(data, at, stop)
            if kind != POLYGON:
                return BROKEN, 0, 0
            at, more_rings, more_vertices = survey_rings(data, at, stop, little, numbers)
            if at < 0:
                break
            rings, vertices = rings + more_rings, vertices + more_vertices
    else:
        return BROKEN if kind < 0 else OTHER_TYPE, 0, 0
    if at < 0:
        return BROKEN, 0, 0
    return (SOUND, rings, vertices) if vertices else (EMPTY, 0, 0)


@kernel
def survey_rings(data: Bytes, at: int, stop: int, little: bool, numbers: int) -> tuple[int, int, int]:
    """Walk over the rings of one polygon: (where it ends or -1, rings, vertices)."""
    if stop - at < 4:
        return -1, 0, 0
    rings, vertices = uint32(data, at, little), 0
    at += 4
    for _ in range(rings):
        if stop - at < 4:
            return -1, 0, 0
        size = uint32(data, at, little)
        at += 4
        if size < 4 or size > (stop - at) // (8 * numbers):
            return -1, 0, 0
        vertices += size
        at += 8 * numbers * size
    return at, rings, vertices


@kernel
def copy_shape(data: Bytes, at: int, polygons: Polygons, raw: Bytes, ring: int, vertex: int) -> tuple[int, int]:
    """Copy a surveyed shape behind the rings and vertices that are there; gives their new numbers.

    `raw` are the bytes of the vertices.
    """
    kind, numbers, little, at = header(data, at, len(data))
    parts = 1
    if kind == MULTIPOLYGON:
        parts = uint32(data, at, little)
        at += 4
    for _ in range(parts):
        if kind == MULTIPOLYGON:
            _, numbers, little, at = header(data, at, len(data))
        rings = uint32(data, at, little)
        at += 4
        for r in range(rings):
            size = uint32(data, at, little)
            at += 4
            copy_vertices(data, at, size, little, numbers, raw[16 * vertex : 16 * (vertex + size)])
            polygons.first_vertex[ring], polygons.is_hole[ring] = vertex, r > 0
            ring, vertex = ring + 1, vertex + size
            at += 8 * numbers * size
    return ring, vertex


@kernel
def copy_vertices(data: Bytes, at: int, size: int, little: bool, numbers: int, raw: Bytes) -> None:
    """Copy the first two numbers of each vertex, byte by byte, to where numbers of this machine (little-endian) go."""
    if little and numbers == 2:
        source = data[at : at + 16 * size]
        for i in range(len(source)):  # a plain loop is compiled to one move of memory; raw[:] = source is not
            raw[i] = source[i]
        return
    for i in range(size):
        for byte in range(16):
            within = byte if little else (byte & 8) + 7 - (byte & 7)
            raw[16 * i + byte] = data[at + 8 * numbers * i + within]


@kernel
def judge_rings(polygons: Polygons, ring: int, stop: int, vertices: int) -> int:
    """Tell whether the newest rings are closed and their numbers finite."""
    xy, strange = polygons.xy, 0
    for r in range(ring, stop):
        first = polygons.first_vertex[r]
        last = (polygons.first_vertex[r + 1] if r + 1 < stop else vertices) - 1
        if xy[first, 0] != xy[last, 0] or xy[first, 1] != xy[last, 1]:
            return BROKEN if np.isfinite(xy[first, 0] + xy[first, 1] + xy[last, 0] + xy[last, 1]) else NOT_FINITE
    for i in range(polygons.first_vertex[ring], vertices):
        strange += (xy[i, 0] - xy[i, 0] != 0) | (xy[i, 1] - xy[i, 1] != 0)  # infinite, or no number
    return SOUND if strange == 0 else NOT_FINITE
