"""Faults of single plots, named and placed and never mended: `make_valid` would change land behind its owner's back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

from jijuqu.land.boundary_files.rings import MAX_COORDINATE, is_sound
from jijuqu.land.boundary_files.survey import closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from jijuqu.land.boundary_files.survey import Plot, Ring

CODES = {
    "Self-intersection": "edges_cross",
    "Ring Self-intersection": "ring_touches_itself",
    "Hole lies outside shell": "hole_outside_shell",
    "Holes are nested": "holes_nested",
    "Nested shells": "parts_overlap",
    "Duplicate Rings": "rings_doubled",
    "Interior is disconnected": "interior_cut",
    "Too few points in geometry component": "ring_too_short",
}
"""The reasons GEOS gives (`explain_validity`), and the codes of our sentences."""


A_LINE = 1e-5
"""Roundness (a circle has 1) of what is no land: a kilometre of it would be less than four millimetres wide."""


class Fault(NamedTuple):
    """What is wrong with plot `number` (from 1), and where in the file's own coordinates, if that can be said."""

    number: int
    code: str
    place: tuple[float, float] | None


def ring_faults(plots: Sequence[Plot]) -> Iterator[Fault]:
    """Find rings no polygon can be made of: numbers that are none or absurd, fewer than three different points."""
    for number, plot in enumerate(plots, start=1):
        for ring in (ring for polygon in plot.polygons for ring in polygon):
            absurd: NDArray[np.bool_] = ~np.all(np.abs(ring) <= MAX_COORDINATE, axis=1)
            if absurd.any():
                yield Fault(number, "coordinate_absurd", last_sound_point(ring, absurd))
            elif not is_sound(ring):
                yield Fault(number, "ring_too_short", (float(ring[0, 0]), float(ring[0, 1])) if len(ring) else None)


def last_sound_point(ring: Ring, absurd: NDArray[np.bool_]) -> tuple[float, float] | None:
    """Give the good point before the first absurd one, to say where to look."""
    first = int(np.argmax(absurd))
    sound = ring[first - 1] if not absurd[first - 1] else None
    return None if sound is None else (float(sound[0]), float(sound[1]))


def shape_of(plot: Plot) -> Polygon | MultiPolygon:
    """Make the plot's geometry in the file's own coordinates; its rings must be sound."""
    polygons = [Polygon(closed(shell), [closed(hole) for hole in holes]) for shell, *holes in plot.polygons]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def shape_faults(numbers: Sequence[int], shapes: Sequence[Polygon | MultiPolygon]) -> Iterator[Fault]:
    """Find shapes that bound no clear piece of land, with the reason and the place GEOS gives, and mere lines."""
    roundness = 4 * np.pi * shapely.area(shapes) / shapely.length(shapes) ** 2
    reasons = shapely.is_valid_reason(list(shapes))
    for number, shape, words, round_as in zip(numbers, shapes, reasons, roundness, strict=True):
        if words != "Valid Geometry":
            reason, place = explained(words)
            yield Fault(number, CODES.get(reason, "shape_invalid"), place)
        elif round_as < A_LINE:
            yield Fault(number, "encloses_nothing", tuple(shapely.get_coordinates(shape)[0].tolist()))


def explained(words: str) -> tuple[str, tuple[float, float] | None]:
    """Take "Self-intersection[106.5 29.5]" apart."""
    found = re.fullmatch(r"(.*?)\[(\S+) (\S+?)(?: \S+)?\]", words)
    return (found[1], (float(found[2]), float(found[3]))) if found else (words, None)
