"""From a file's own coordinates to degrees, EPSG:4490, whole arrays at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.boundary_files.georeference import GaussKruger, georeference, name_of, to_degrees
from jijuqu.land.boundary_files.survey import refusal
from jijuqu.land.screening.ellipsoid import FARTHEST_LATITUDE
from jijuqu.land.screening.kernels import wkb
from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.shapes_in import decoded

if TYPE_CHECKING:
    from pyproj import CRS

    from jijuqu.land.screening.kernels.flat import Flags, Floats
    from jijuqu.land.screening.reading.source import Source
    from jijuqu.words.text import Message

ZONE_MARGIN_DEGREES = 0.5
"""How far beyond its zone's edge land may reach before it is told: parcels on the edge lie in both zones' files."""
DEGREES_AT_MOST = 360.0
NORTHINGS_M = (1.5e6, 6.5e6)  # of China, as in boundary_files.georeference


@dataclass(frozen=True, slots=True)
class Frame:
    """The coordinate system of a file, decided from its first shapes, and what was noticed."""

    crs: CRS
    axes_swapped: bool
    issues: tuple[Message, ...]

    @property
    def name(self) -> str:
        """The system's name, "EPSG:4545"."""
        return name_of(self.crs)

    def to_degrees(self, xy: Floats) -> Floats:
        """Give points as longitude and latitude; what the system cannot carry over becomes nan or infinite."""
        if self.axes_swapped:
            xy = np.ascontiguousarray(xy[:, ::-1])
        if self.crs.is_geographic and self.name in ("EPSG:4490", "EPSG:4326", "OGC:CRS84"):
            return xy
        unfit = self._misfits(xy)
        degrees = np.column_stack(to_degrees(self.crs).transform(xy[:, 0], xy[:, 1]))
        degrees[unfit] = np.inf
        return degrees

    def _misfits(self, xy: Floats) -> Flags:
        """Degrees in a file of metres: they would be taken for places near the equator."""
        zone = GaussKruger.of(self.crs)
        if zone is None:
            return np.zeros(len(xy), np.bool_)
        south, north = NORTHINGS_M
        return (xy[:, 1] < south) | (xy[:, 1] > north)

    def beyond_zone(self, boxes: Floats) -> Flags:
        """Tell which boxes (degrees) reach beyond the zone in which the file is drawn."""
        zone = GaussKruger.of(self.crs)
        if zone is None:
            return np.zeros(len(boxes), np.bool_)
        middle = 3 * zone.zone if zone.degrees == 3 else 6 * zone.zone - 3
        reach = zone.degrees / 2 + ZONE_MARGIN_DEGREES
        return (boxes[:, 0] < middle - reach) | (boxes[:, 2] > middle + reach)


def absurd(boxes: Floats) -> Flags:
    """Tell which boxes are on no place of the Earth that is screened."""
    west, south, east, north = boxes.T
    far = FARTHEST_LATITUDE
    fine = (west >= -180) & (east <= 180) & (south >= -far) & (north <= far)
    elsewhere: Flags = np.logical_not(fine)
    return elsewhere


def frame_of(source: Source, crs: str | None) -> Frame:
    """Decide the coordinate system of a file; `crs` counts where the file states none. Raises UnreadableError.

    Where the file states its system, single shapes in another one do not matter here: each is told when it is met.
    """
    polygons, fate = decoded(source.sample())
    boxes = bounds(polygons)[fate == wkb.SOUND]
    if not len(boxes):
        if source.crs is None:
            raise refusal("no_shapes_to_tell_crs", path=source.path)
        return Frame(source.crs, axes_swapped=False, issues=())
    if source.crs is not None:
        boxes = _of_the_many(boxes)
    found = georeference(boxes.reshape(-1, 2), source.crs, crs if source.crs is None else None)
    return Frame(found.crs, found.axes_swapped, tuple(found.issues))


def _of_the_many(boxes: Floats) -> Floats:
    """Keep those in degrees or those in metres, whichever are more."""
    small = (np.abs(boxes) <= DEGREES_AT_MOST).all(axis=1)
    many: Floats = boxes[small == (2 * small.sum() >= len(boxes))]
    return many
