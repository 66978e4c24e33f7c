"""DXF drawings: closed polylines, hatches, and lines that join end to end into rings, layer by layer.

Arcs become chords that leave the curve by at most a millimetre. A drawing does not say which outline is a hole, so
the place tells; nor which layers are land, so all are read and named.
"""

from __future__ import annotations

from collections import defaultdict
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.boundary_files.dxf_entities import NOT_LOOKED_INTO, kept_entities
from jijuqu.land.boundary_files.rings import MAX_COORDINATE, polygons_by_containment
from jijuqu.land.boundary_files.survey import Plot, Survey, VertexCount, refusal
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ezdxf.entities.dxfgfx import DXFGraphic
    from ezdxf.math import Vec3
    from ezdxf.path import Path

    from jijuqu.land.boundary_files.survey import Ring

CHORD_ERROR = 0.001
RELATIVE_CHORD_ERROR = 1e-7
"""How far a chord may leave its arc, in drawing units (metres); on curves beyond 10 km, in parts of their size."""

ARC_PARTS = 16
"""Bézier curves to an arc: one for each quadrant would be off by 3 cm at a radius of 100 m."""

HATCHES = ("HATCH", "MPOLYGON")

JOIN_DECIMALS = 3
"""Line ends that agree to the millimetre are one point."""

PYTHON_ERRORS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the DXF library lets through on damaged entities, besides its own errors."""


def read_dxf(data: bytes) -> Survey:
    """Read every closed outline of a drawing's model space; hatches only where nothing else is closed."""
    entities = kept_entities(data)
    outlines = outlines_of(entities.drawing)
    found = outlines.rings or outlines.hatches
    single = without_doubles(found)
    plots = [Plot([polygon], name=layer) for layer in single for polygon in polygons_by_containment(single[layer])]
    layers = ", ".join(f"{layer} ({len(rings)})" for layer, rings in found.items())
    issues = [Message("outlines_of_layers", {"layers": layers[:300]})] if layers else []
    counted = {
        "outlines_read_as_holes": ring_count(single) - len(plots),
        "outlines_doubled": ring_count(found) - ring_count(single),
        "hatches_left_aside": ring_count(outlines.hatches) if outlines.rings else 0,
        "arcs_read_as_chords": outlines.curves,
        "lines_left_open": outlines.left_open,
        "blocks_not_looked_into": sum(entities.skipped[kind] for kind in NOT_LOOKED_INTO),
    }
    issues += [Message(code, {"count": count}) for code, count in counted.items() if count]
    return Survey(plots, None, issues)


class Outlines:
    """The closed rings of a drawing by layer, those of its hatches, and how many lines closed into none."""

    def __init__(self) -> None:
        self.rings: dict[str, list[Ring]] = defaultdict(list)
        self.hatches: dict[str, list[Ring]] = defaultdict(list)
        self.left_open = 0
        self.curves = 0


def ring_count(rings: Mapping[str, Sequence[Ring]]) -> int:
    """Count the rings of all layers."""
    return sum(map(len, rings.values()))


def outlines_of(drawing: str) -> Outlines:
    """Collect the rings of a drawing given as DXF text."""
    from ezdxf.filemanagement import read as read_drawing  # noqa: PLC0415  half a second: only drawings wait for it
    from ezdxf.lldxf.const import DXFError  # noqa: PLC0415

    try:
        return collected(read_drawing(StringIO(drawing)).modelspace())
    except (DXFError, *PYTHON_ERRORS):
        raise refusal("dxf_broken") from None


def collected(graphics: Iterable[DXFGraphic]) -> Outlines:
    """Sort the paths of all entities into rings and loose lines, and join the lines."""
    from ezdxf.lldxf.encoding import decode_dxf_unicode  # noqa: PLC0415

    outlines, count = Outlines(), VertexCount()
    lines: dict[str, list[Ring]] = defaultdict(list)
    for graphic in graphics:
        layer = decode_dxf_unicode(graphic.dxf.layer)
        is_hatch = graphic.dxftype() in HATCHES
        for path in paths_of(graphic):
            points = points_of(path)
            count.add_vertices(len(points))
            outlines.curves += path.has_curves
            if is_closed(points):
                (outlines.hatches if is_hatch else outlines.rings)[layer].append(points)
            elif len(points) > 1:
                lines[layer].append(points)
    for layer, loose in lines.items():
        rings, left_open = joined_lines(loose)
        if rings:
            outlines.rings[layer] += rings
        outlines.left_open += left_open
    return outlines


def is_closed(points: Ring) -> bool:
    """Tell whether a path comes back to where it began, be that a point or no number at all."""
    return len(points) > 3 and np.array_equal(points[0], points[-1], equal_nan=True)


def paths_of(graphic: DXFGraphic) -> Iterator[Path]:
    """Give the paths of an entity; a hatch has one for each of its boundaries."""
    from ezdxf import path  # noqa: PLC0415

    if graphic.dxftype() in HATCHES:
        yield from path.from_hatch(graphic)  # type: ignore[arg-type]
    else:
        yield path.make_path(graphic, segments=ARC_PARTS)


def points_of(path: Path) -> Ring:
    """Give a path's points, curves as chords, heights dropped."""
    points = plane(path.control_vertices())
    if path.has_curves and (np.abs(points) <= MAX_COORDINATE).all():
        error = max(CHORD_ERROR, RELATIVE_CHORD_ERROR * float(np.ptp(points, axis=0).max()))
        points = plane(path.flattening(error))
    return points


def plane(vertices: Iterable[Vec3]) -> Ring:
    """Drop the heights of vertices."""
    return np.array([(vertex.x, vertex.y) for vertex in vertices], dtype=float).reshape(-1, 2)


def joined_lines(lines: list[Ring]) -> tuple[list[Ring], int]:
    """Join loose lines end to end where exactly two meet; give the rings and the number of chains left open."""
    sound = [line for line in lines if (np.abs(line) <= MAX_COORDINATE).all()]
    snapped = [shapely.LineString(np.round(line, JOIN_DECIMALS)) for line in sound]
    merged = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(snapped)))
    rings = [shapely.get_coordinates(line) for line in merged if line.is_closed]
    return rings, len(merged) - len(rings) + len(lines) - len(sound)


def without_doubles(rings: Mapping[str, Sequence[Ring]]) -> dict[str, list[Ring]]:
    """Leave out rings that repeat another to the millimetre, of the same layer or of one before it."""
    single: dict[str, list[Ring]] = defaultdict(list)
    seen = set()
    for layer, ring in ((layer, ring) for layer, some in rings.items() for ring in some):
        possible = (np.abs(ring) <= MAX_COORDINATE).all()
        key = (np.unique(np.round(ring, JOIN_DECIMALS), axis=0) if possible else ring).tobytes()
        if key not in seen:
            single[layer].append(ring)
            seen.add(key)
    return single
