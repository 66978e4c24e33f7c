"""Boundary files of any of the usual formats, read whole or refused with every reason.

`read` looks at what a file contains, whatever it is called; one module per format turns it into rings; here the rings
are checked, brought to EPSG:4490 and numbered. Nothing is repaired silently: what is certain is mended with an issue,
what is not is refused. No GDAL: it puts a hole that lies outside its shell right without a word, and gives a truncated
shapefile as empty features without an error. It is the tests' second opinion instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from jijuqu.land.boundary_files.content import survey_of
from jijuqu.land.boundary_files.georeference import Georeference, georeference, to_degrees
from jijuqu.land.boundary_files.source import opened
from jijuqu.land.boundary_files.survey import (
    MAX_HOLES_OR_PARTS,
    MAX_PLOTS,
    MAX_RING_VERTICES,
    MAX_VERTICES,
    all_rings,
    closed,
    points_of,
    refusal,
)
from jijuqu.land.boundary_files.validity import Fault, ring_faults, shape_faults, shape_of
from jijuqu.land.parcel import Boundary, Parcel, UnreadableError
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from shapely import MultiPolygon, Polygon

    from jijuqu.land.boundary_files.survey import Plot, Survey

__all__ = ["read"]

MAX_FAULTS_TOLD = 200
MAX_AREA_DIFFERENCE = 0.01


def read(path: Path, crs: str | None = None) -> Boundary:
    """Read every plot of a shapefile (or its zip), GeoPackage, GeoJSON, KML, KMZ, DXF or boundary-point TXT file.

    `crs` is the user's word ("4524" or "EPSG:4524") and goes before the file's own. Without either, eastings of eight
    digits that begin with 35, 36 or 37 give the zone. KML is EPSG:4326; so is GeoJSON, unless it has the `crs` member
    of the 2008 edition, which is honoured, or holds metres. Heights are dropped. Raises UnreadableError.
    """
    survey = survey_of(opened(path))
    require_plots(survey)
    return boundary_of(survey, crs)


def require_plots(survey: Survey) -> None:
    """Refuse a file without a plot, saying what it has instead, and one with more than the limits."""
    if not survey.plots:
        raise UnreadableError((Message("no_plots"), *survey.issues))
    if len(survey.plots) > MAX_PLOTS:
        raise refusal("too_many_plots", limit=MAX_PLOTS)
    if max(map(len, all_rings(survey.plots)), default=0) > MAX_RING_VERTICES:
        raise refusal("ring_too_long", limit=MAX_RING_VERTICES)
    if sum((sum(map(len, plot.polygons)) - 1) ** 2 for plot in survey.plots) > MAX_HOLES_OR_PARTS**2:
        raise refusal("too_many_rings", limit=MAX_HOLES_OR_PARTS)
    if len(points_of(survey.plots)) > MAX_VERTICES:
        raise refusal("too_many_vertices", limit=MAX_VERTICES)


def boundary_of(survey: Survey, crs: str | None) -> Boundary:
    """Judge the plots of a survey and bring them to degrees, or refuse with all that is wrong."""
    faults = list(ring_faults(survey.plots))
    faulty = {fault.number for fault in faults}
    numbers = [number for number in range(1, len(survey.plots) + 1) if number not in faulty]
    sound = [survey.plots[number - 1] for number in numbers]
    if not sound:
        raise UnreadableError(told(faults, survey.plots, None))
    try:
        frame = georeference(points_of(sound), survey.crs, crs)
    except UnreadableError as refused:
        raise UnreadableError((*refused.reasons, *told(faults, survey.plots, None))) from None
    shapes = [shape_of(plot) for plot in sound]
    if frame.axes_swapped:
        shapes = list(shapely.transform(shapes, lambda points: points[:, ::-1]))
    faults += shape_faults(numbers, shapes)
    shapes = list(shapely.orient_polygons(shapes))
    if faults:
        raise UnreadableError(told(sorted(faults), survey.plots, frame))
    issues = (*survey.issues, *frame.issues, *noticed(sound, shapes, frame))
    return Boundary(parcels_of(sound, shapes, frame), frame.name, issues)


def parcels_of(
    plots: Sequence[Plot], shapes: Sequence[Polygon | MultiPolygon], frame: Georeference
) -> tuple[Parcel, ...]:
    """Give each plot its number and its polygon in degrees."""
    polygons = shapely.transform(shapes, to_degrees(frame.crs).transform, interleaved=False)
    outside = ~np.isfinite(shapely.bounds(polygons)).all(axis=1)
    if outside.any():
        numbers = shortened([int(place) + 1 for place in np.flatnonzero(outside)])
        raise refusal("outside_crs", numbers=numbers, crs=frame.name)
    return tuple(
        Parcel(number, polygon, surveyed, plot.id, plot.name, plot.use_code)
        for number, (plot, surveyed, polygon) in enumerate(zip(plots, shapes, polygons, strict=True), start=1)
    )


def noticed(plots: Sequence[Plot], shapes: Sequence[Polygon | MultiPolygon], frame: Georeference) -> Iterable[Message]:
    """Say which areas written in the file differ from the measured plane area, and which rings were left open."""
    if frame.crs.is_projected:
        unit = frame.crs.axis_info[0].unit_conversion_factor
        for number, (plot, shape) in enumerate(zip(plots, shapes, strict=True), start=1):
            measured = shape.area * unit**2
            if plot.stated_area_m2 and abs(plot.stated_area_m2 - measured) > MAX_AREA_DIFFERENCE * measured:
                values = {"number": number, "stated_m2": plot.stated_area_m2, "measured_m2": measured}
                yield Message("area_differs", values)
    open_plots = (any(closed(ring) is not ring for ring in all_rings([plot])) for plot in plots)
    if unclosed := [number for number, is_open in enumerate(open_plots, start=1) if is_open]:
        yield Message("rings_closed", {"count": len(unclosed), "numbers": shortened(unclosed)})


def told(faults: Sequence[Fault], plots: Sequence[Plot], frame: Georeference | None) -> tuple[Message, ...]:
    """Turn faults into messages: which plot, by number and by its own name, and where."""
    messages = [message_of(fault, plots[fault.number - 1], frame) for fault in faults[:MAX_FAULTS_TOLD]]
    if len(faults) > MAX_FAULTS_TOLD:
        messages.append(Message("more_faults", {"count": len(faults) - MAX_FAULTS_TOLD}))
    return tuple(messages)


def message_of(fault: Fault, plot: Plot, frame: Georeference | None) -> Message:
    """Make one message of a fault; the place is told in the file's own numbers, and in degrees if they are known."""
    label = plot.name or plot.id
    values = {"number": fault.number, "label": f" ({label})" if label else "", "place": "—"}
    where = None
    if fault.place:
        values["place"] = "{:.10g}, {:.10g}".format(*fault.place)
    elif fault.code == "coordinate_absurd":
        return Message("first_coordinate_absurd", values)
    if fault.place and frame:
        longitude, latitude = to_degrees(frame.crs).transform(*fault.place)
        where = (longitude, latitude) if np.isfinite([longitude, latitude]).all() else None
    return Message(fault.code, values, where)


def shortened(numbers: Sequence[int]) -> str:
    """List the first ten numbers."""
    return ", ".join(map(str, numbers[:10])) + ("…" if len(numbers) > 10 else "")
