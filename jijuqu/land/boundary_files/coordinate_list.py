"""A bare list of coordinates, as people paste it: two numbers a line, a blank line between rings."""

from __future__ import annotations

import re

import numpy as np

from jijuqu.land.boundary_files.boundary_txt import MAX_LINES_TOLD, NUMBER, is_closed, more, require_few_lines
from jijuqu.land.boundary_files.georeference import axis_order
from jijuqu.land.boundary_files.rings import polygons_by_containment
from jijuqu.land.boundary_files.survey import Plot, Survey, VertexCount, closed, refusal
from jijuqu.land.parcel import UnreadableError
from jijuqu.words.text import Message

SEPARATORS = re.compile(r"[\s,;，；、]+")


def looks_like_coordinate_list(words: str) -> bool:
    """Tell whether the first lines with digits are coordinates."""
    lines = [line for line in words[:20_000].splitlines() if line.strip()][:20]
    return sum(point_of(line) is not None for line in lines) > len(lines) / 2


def read_coordinate_list(words: str) -> Survey:
    """Read the rings of a bare list; each shell is a plot. The order of the axes must be certain from the numbers."""
    require_few_lines(words)
    count, broken = VertexCount(), []
    rings: list[list[tuple[float, float]]] = [[]]
    for number, line in enumerate(words.splitlines(), start=1):
        point = point_of(line)
        if point:
            count.add_vertices(1)
            if is_closed(rings[-1]):
                rings.append([])
            rings[-1].append(point)
        elif not line.strip():
            rings.append([])
        elif number > 1:  # the first line may be a heading
            broken.append(Message("line_not_understood", {"line": number, "text": line.strip()[:60]}))
    if broken:
        raise UnreadableError((*broken[:MAX_LINES_TOLD], *more(len(broken) - MAX_LINES_TOLD)))
    arrays = [closed(np.array(ring)) for ring in rings if ring]
    points = np.concatenate(arrays)
    if axis_order(points[np.isfinite(points).all(axis=1)]).kind == "unclear":
        raise refusal("axes_unclear")
    return Survey([Plot([polygon]) for polygon in polygons_by_containment(arrays)])


def point_of(line: str) -> tuple[float, float] | None:
    """Give the two coordinates of a line, in its own order; a point's name may stand before them."""
    fields = SEPARATORS.split(line.strip(" \t\r\n,;，；、"))
    if len(fields) == 3 and not re.fullmatch(NUMBER, fields[0]):
        fields = fields[1:]
    if len(fields) != 2 or not all(re.fullmatch(NUMBER, field) for field in fields):
        return None
    return float(fields[0]), float(fields[1])
