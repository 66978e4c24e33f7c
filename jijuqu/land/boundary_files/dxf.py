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
    from collections.abc import Iterable, Iterator

    from ezdxf.entities.dxfgfx import DXFGraphic
    from ezdxf.math import Vec3
    from ezdxf.path import Path

    from jijuqu.land.boundary_files.survey import Ring

CHORD_ERROR = 0.001
RELATIVE_CHORD_ERROR = 1e-7
"""How far a chord may leave its arc, in drawing units (metres); on curves beyond 10 km, in parts of their size."""

JOIN_DECIMALS = 3
"""Line ends that agree to the millimetre are one point."""

PYTHON_ERRORS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the DXF library lets through on damaged entities, besides its own errors."""


def read_dxf(data: bytes) -> Survey:
    """Read every closed outline of a drawing's model space."""
    entities = kept_entities(data)
    outlines = outlines_of(entities.drawing)
    issues = []
    plots: list[Plot] = []
    holes, doubles = 0, 0
    for layer, rings in outlines.rings.items():
        single = without_doubles(rings)
        polygons = polygons_by_containment(single)
        doubles += len(rings) - len(single)
        holes += len(single) - len(polygons)
        plots += [Plot([polygon], name=layer) for polygon in polygons]
    layers = ", ".join(f"{layer} ({len(rings)})" for layer, rings in outlines.rings.items())
    if layers:
        issues.append(Message("outlines_of_layers", {"layers": layers[:300]}))
    counted = {
        "outlines_read_as_holes": holes,
        "outlines_doubled": doubles,
        "lines_left_open": outlines.left_open,
        "blocks_not_looked_into": sum(entities.skipped[kind] for kind in NOT_LOOKED_INTO),
    }
    issues += [Message(code, {"count": count}) for code, count in counted.items() if count]
    return Survey(plots, None, issues)


class Outlines:
    """The closed rings of a drawing by layer, and how many lines closed into none."""

    def __init__(self) -> None:
        self.rings: dict[str, list[Ring]] = defaultdict(list)
        self.left_open = 0


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
        for path in paths_of(graphic):
            points = points_of(path)
            count.add_vertices(len(points))
            if len(points) > 1:
                closes = len(points) > 3 and np.array_equal(points[0], points[-1])
                (outlines.rings if closes else lines)[layer].append(points)
    for layer, loose in lines.items():
        rings, left_open = joined_lines(loose)
        if rings:
            outlines.rings[layer] += rings
        outlines.left_open += left_open
    return outlines


def paths_of(graphic: DXFGraphic) -> Iterator[Path]:
    """Give the paths of an entity; a hatch has one for each of its boundaries."""
    from ezdxf import path  # noqa: PLC0415

    if graphic.dxftype() in ("HATCH", "MPOLYGON"):
        yield from path.from_hatch(graphic)  # type: ignore[arg-type]
    else:
        yield path.make_path(graphic)


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
    sound = [line for line in lines if np.isfinite(line).all()]
    snapped = [shapely.LineString(np.round(line, JOIN_DECIMALS)) for line in sound]
    merged = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(snapped)))
    rings = [shapely.get_coordinates(line) for line in merged if line.is_closed]
    return rings, len(merged) - len(rings) + len(lines) - len(sound)


def without_doubles(rings: list[Ring]) -> list[Ring]:
    """Leave out rings that repeat another to the millimetre, such as a hatch within its own outline."""
    first: dict[bytes, Ring] = {}
    for ring in rings:
        key = np.unique(np.round(ring, JOIN_DECIMALS), axis=0).tobytes()
        first.setdefault(key, ring)
    return list(first.values())
