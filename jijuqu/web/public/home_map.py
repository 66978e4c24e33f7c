"""The city drawn on the server as SVG: light outlines, hatched parks and forbidding layers, clusters as marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from jijuqu.registry.models import Cluster, Park, PlanningPolygon, QuotaHolder
from jijuqu.registry.models.planning import MUST_BE_CLEAR_OF
from jijuqu.registry.queries import districts_on, layers_on, parks_on, published_as_of
from jijuqu.tables.named import in_page_language
from jijuqu.web.public.map_frame import Frame

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry

CITY = Frame(105.24, 28.12, 110.24, 32.25, left=0, top=0, width=2000)
CENTRE = Frame(106.24, 29.25, 106.92, 29.72, left=20, top=20, width=860)  # its small districts, drawn again larger
CENTRE_CODES = frozenset({"500103", "500104", "500105", "500106", "500107", "500108"})  # named there only
OUTLINE_TOLERANCE = 0.008  # degrees, about 0.8 km: outlines are generalised further to this
SHAPE_TOLERANCE = 0.002
NAME_ROOM = (75, 40)  # half the width and height, in units, that a name wants to itself
SCALE_KM = 50


class Mark(NamedTuple):
    """A cluster and its place on the drawing."""

    cluster: Cluster
    x: int
    y: int


@dataclass(slots=True)
class District:
    """One outline; its name is written at a place of its own, unless it is empty."""

    holder: QuotaHolder
    path: str
    name: str
    name_x: int
    name_y: int


@dataclass(slots=True)
class Contents:
    """What there is to draw on a day; `named` are the codes of the districts of that day."""

    outlines: dict[QuotaHolder, BaseGeometry]
    named: set[str]
    parks: dict[Park, BaseGeometry]
    forbidding: BaseGeometry
    clusters: list[Cluster]


def home_map(day: date) -> dict[str, Any]:
    """Return the drawings of the city and of its centre for a day, in drawing units."""
    return city_map(_contents(day))


def city_map(contents: Contents) -> dict[str, Any]:
    """Draw the city and its centre with what there is, in drawing units."""
    left, top = CITY.point(CENTRE.west, CENTRE.north)
    right, bottom = CITY.point(CENTRE.east, CENTRE.south)
    return {
        "city": _drawing(CITY, contents, contents.named - CENTRE_CODES),
        "centre": _drawing(CENTRE, contents, contents.named & CENTRE_CODES),
        "centre_in_city": {"left": left, "top": top, "right": right, "width": right - left, "height": bottom - top},
        "scale_km": SCALE_KM,
        "scale_units": CITY.units(SCALE_KM),
    }


def _contents(day: date) -> Contents:
    forbidding = PlanningPolygon.objects.filter(layer__in=layers_on(day).filter(kind__in=MUST_BE_CLEAR_OF))
    return Contents(
        outlines=outlines(),
        named=set(districts_on(day).values_list("pk", flat=True)),
        parks={park: park.geometry.simplify(SHAPE_TOLERANCE) for park in parks_on(day)},
        forbidding=shapely.union_all([each.geometry for each in forbidding]).simplify(SHAPE_TOLERANCE),
        clusters=list(published_as_of(day)),
    )


def outlines() -> dict[QuotaHolder, BaseGeometry]:
    """Return the outlines of 2021, generalised together so that neighbours still share their lines."""
    holders = list(QuotaHolder.objects.filter(outline_wkb__isnull=False))
    shapes = shapely.coverage_simplify([shapely.get_parts(each.outline)[0] for each in holders], OUTLINE_TOLERANCE)
    return dict(zip(holders, shapes, strict=True))


def _drawing(frame: Frame, contents: Contents, named: set[str]) -> dict[str, Any]:
    """Draw what lies in the frame's window."""
    marks = list(_marks(frame, contents.clusters))
    return {
        "frame": frame,
        "bottom": frame.top + frame.height,
        "right": frame.left + frame.width,
        "districts": _districts(frame, contents.outlines, named, marks),
        "parks": [(park, path) for park, shape in contents.parks.items() if (path := _path(frame, shape))],
        "forbidding": _path(frame, contents.forbidding),
        "marks": marks,
    }


def _path(frame: Frame, shape: BaseGeometry) -> str:
    return frame.path(shape & frame.window)


def _marks(frame: Frame, clusters: list[Cluster]) -> list[Mark]:
    middles = ((cluster, cluster.geometry.representative_point()) for cluster in clusters)
    return [Mark(cluster, *frame.point(at.x, at.y)) for cluster, at in middles if at.within(frame.window)]


def _districts(
    frame: Frame, outlines: dict[QuotaHolder, BaseGeometry], named: set[str], marks: list[Mark]
) -> list[District]:
    inside = {holder: shape & frame.window for holder, shape in outlines.items()}
    return [
        District(
            holder,
            frame.path(shape),
            in_page_language(holder.short_zh, holder.short_en) if holder.code in named else "",
            *_clear_of(marks, frame.point(*_middle(shape))),
        )
        for holder, shape in inside.items()
        if shape.area
    ]


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle inside a shape: where a name has most room."""
    longitude, latitude = shapely.maximum_inscribed_circle(shape, tolerance=0.01).coords[0]
    return longitude, latitude


def _clear_of(marks: list[Mark], place: tuple[int, int]) -> tuple[int, int]:
    """Move a name up or down, whichever is nearer, until no mark lies under it."""
    x, y = place
    width, height = NAME_ROOM
    near = [mark.y for mark in marks if abs(mark.x - x) < width]
    steps = sorted(range(-60, 61, 12), key=abs)
    return x, next((y + step for step in steps if all(abs(other - y - step) > height for other in near)), y)
