"""Shapefiles: the .shp with its geometry, the .dbf with its columns, the .prj with its system.

Layout: ESRI Shapefile Technical Description, July 1998. Rings run clockwise around shells and against the clock around
holes; a file that does the reverse throughout is understood, one that mixes them is not.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from jijuqu.land.boundary_files.columns import described
from jijuqu.land.boundary_files.dbase import read_dbase
from jijuqu.land.boundary_files.decoding import decoded
from jijuqu.land.boundary_files.georeference import crs_written
from jijuqu.land.boundary_files.rings import is_clockwise, is_sound, nesting, polygons_by_containment
from jijuqu.land.boundary_files.survey import MAX_HOLES_OR_PARTS, Plot, Survey, VertexCount, closed, refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jijuqu.land.boundary_files.source import Source
    from jijuqu.land.boundary_files.survey import Ring

NULL = 0
POLYGONS = (5, 15, 25)
"""Plain, with heights, with measures; the plane coordinates stand in the same place in all three."""
OTHERS = {
    1: "points",
    11: "points",
    21: "points",
    8: "points",
    18: "points",
    28: "points",
    3: "lines",
    13: "lines",
    23: "lines",
    31: "surfaces",
}


class Record(NamedTuple):
    """One shape: its row in the table (from 0) and its rings in file order."""

    row: int
    rings: list[Ring]


def read_shapefile(source: Source) -> Survey:
    """Read every polygon of one layer."""
    kind = kind_of(source.data, source.name)
    if kind in OTHERS:
        return Survey([], None, [Message(f"layer_of_{OTHERS[kind]}", {"name": source.name})])
    count = VertexCount()
    records = list(records_of(source.data, source.name, count))
    issues: list[Message] = []
    rows: Sequence[Mapping[str, str] | None]
    if ".dbf" in source.beside:
        rows, issues = read_dbase(source.beside[".dbf"], source.name, source.beside.get(".cpg", b""))
        if len(rows) != len(records):
            raise refusal("table_does_not_match", name=source.name, shapes=len(records), rows=len(rows))
    else:
        rows = [{} for _ in records]
        issues.append(Message("table_missing", {"name": source.name}))
    plots = [
        Plot(polygons_by_winding(record.rings), **described(row))
        for record, row in zip(records, rows, strict=True)
        if record.rings and row is not None
    ]
    if len(plots) < len(records):
        issues.append(Message("features_left_out", {"count": len(records) - len(plots)}))
    wkt = decoded(source.beside[".prj"]).strip("\0 \t\r\n") if ".prj" in source.beside else ""
    return Survey(plots, crs_written(wkt) if wkt else None, issues)


def records_of(data: bytes, name: str, count: VertexCount) -> Iterator[Record]:
    """Walk through the records of a .shp, checking every length against what is there."""
    at, row = 100, 0
    while at < len(data):
        if at + 12 > len(data):
            raise refusal("file_cut_short", name=name)
        (words,), (shape,) = struct.unpack_from(">i", data, at + 4), struct.unpack_from("<i", data, at + 8)
        content = data[at + 8 : at + 8 + 2 * words]
        if words < 2 or len(content) < 2 * words or shape not in (NULL, *POLYGONS):
            raise refusal("record_broken", name=name, number=row + 1)
        count.add_plot()
        yield Record(row, rings_of(content, name, row + 1, count) if shape else [])
        at, row = at + 8 + 2 * words, row + 1


def kind_of(data: bytes, name: str) -> int:
    """Give the layer's type of shape, after the header's own length has been compared with the file's."""
    if len(data) < 100:
        raise refusal("file_cut_short", name=name)
    words, kind = int.from_bytes(data[24:28], "big"), int.from_bytes(data[32:36], "little")
    if len(data) != 2 * words:
        raise refusal("file_cut_short", name=name)
    if kind not in (NULL, *POLYGONS, *OTHERS):
        raise refusal("record_broken", name=name, number=0)
    return kind


def rings_of(content: bytes, name: str, number: int, count: VertexCount) -> list[Ring]:
    """Give the rings of one polygon record: box, number of rings and points, where rings begin, points."""
    if len(content) < 44:
        raise refusal("record_broken", name=name, number=number)
    ring_count, point_count = struct.unpack_from("<2i", content, 36)
    if ring_count < 0 or point_count < 0 or len(content) < 44 + 4 * ring_count + 16 * point_count:
        raise refusal("record_broken", name=name, number=number)
    count.add_vertices(point_count)
    starts = np.frombuffer(content, "<i4", ring_count, 44)
    if ring_count and (starts[0] != 0 or (np.diff(starts) < 0).any() or starts[-1] > point_count):
        raise refusal("record_broken", name=name, number=number)
    points = np.frombuffer(content, "<f8", 2 * point_count, 44 + 4 * ring_count).reshape(-1, 2)
    return np.split(points, starts[1:]) if ring_count else []


def polygons_by_winding(rings: list[Ring]) -> list[list[Ring]]:
    """Group rings into polygons by their winding.

    Where the winding contradicts the place (a hole that lies in no shell, a shell in a shell), the polygons are made
    as the file says, so that the check of validity can name the fault.
    """
    if len(rings) > MAX_HOLES_OR_PARTS:
        raise refusal("too_many_rings", limit=MAX_HOLES_OR_PARTS)
    if len(rings) == 1 or not all(is_sound(ring) for ring in rings):
        return [[ring] for ring in rings]
    depths, containers = nesting(rings)
    holes = [not is_clockwise(closed(ring)) for ring in rings]
    inside = [depth % 2 == 1 for depth in depths]
    if holes == inside or holes == [not within for within in inside]:
        return polygons_by_containment(rings)
    shells = {index: [ring] for index, ring in enumerate(rings) if not holes[index]} or {0: [rings[0]]}
    for index, ring in enumerate(rings):
        if index not in shells:
            shells.get(containers[index], shells[min(shells)]).append(ring)
    return list(shells.values())
