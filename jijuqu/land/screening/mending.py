"""Invalid polygons are made valid, each within a budget of vertices and of time, or left out; never silently.

What mending costs depends on how often a shape's edges cross: a random ring of 400 vertices takes GEOS 40 s. Shapes
with few crossings are mended on the spot. Knots are given to a child process, which is stopped when time is up.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from shapely import GeometryType, MultiPolygon

from jijuqu.land.screening.kernels.knots import crossings
from jijuqu.land.screening.polygons import chosen, to_shapes
from jijuqu.land.screening.untie import METHODS, framed, unframed

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from jijuqu.land.screening.kernels.flat import Flags, Integers, Polygons
    from jijuqu.land.screening.options import Measure
    from jijuqu.land.screening.polygons import Shapes

MOST_VERTICES = 50_000
FEW_CROSSINGS = 2_000  # in addition to one for each vertex, where neighbours meet
KNOTS_SECONDS = 10.0  # for all knots of one piece of the file


class Mended(NamedTuple):
    """The doubtful shapes that were invalid: which of them are mended, as what, and which are beyond the budget."""

    mended: Integers
    shapes: Shapes
    beyond: Integers


def mend(polygons: Polygons, doubtful: Flags, measure: Measure) -> Mended:
    """Find the invalid ones of the doubtful shapes, and make them valid. Mended shapes may have no area left."""
    numbers = np.flatnonzero(doubtful)
    if not len(numbers):
        return Mended(numbers, np.empty(0, object), numbers)
    some = chosen(polygons, doubtful)
    shapes = to_shapes(some)
    invalid = np.flatnonzero(~shapely.is_valid(shapes))
    vertices = shapely.get_num_coordinates(shapes)
    small = invalid[vertices[invalid] <= MOST_VERTICES]
    limits = vertices[small] + FEW_CROSSINGS
    cost = np.array([crossings(some, k, limit) for k, limit in zip(small, limits, strict=True)], np.int64)
    easy = cost < limits
    sound = shapely.make_valid(shapes[small[easy]], **METHODS[measure])
    knots = small[~easy][np.argsort(cost[~easy])]
    untied = _in_child(shapes[knots], measure)
    mended = np.concatenate([small[easy], knots[: len(untied)]])
    beyond = np.setdiff1d(invalid, mended)
    shapes = np.array([_land_of(shape) for shape in (*sound, *untied)], dtype=object)
    return Mended(numbers[mended], shapes, numbers[beyond])


def _land_of(shape: BaseGeometry) -> MultiPolygon:
    """Leave out the points and lines that mending may give beside polygons."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return MultiPolygon(list(parts[shapely.get_type_id(parts) == GeometryType.POLYGON]))


def _in_child(shapes: Shapes, measure: Measure) -> Shapes:
    """Make shapes valid in a child process; gives as many of the first as were done in time."""
    if not len(shapes):
        return shapes
    command = [sys.executable, "-m", "jijuqu.land.screening.untie", measure]
    done = b""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603 - our own
        try:
            done, _ = child.communicate(framed(shapely.to_wkb(shapes)), timeout=KNOTS_SECONDS)
        except subprocess.TimeoutExpired as late:
            child.kill()
            done = late.stdout or b""
    untied: Shapes = shapely.from_wkb(np.array(list(unframed(done)), dtype=object))
    return untied
