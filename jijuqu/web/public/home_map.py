"""The city drawn on the server as SVG: light outlines, hatched parks and forbidding layers, clusters as marks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from jijuqu.registry.models import PlanningPolygon, QuotaHolder
from jijuqu.registry.models.dated import in_force_on
from jijuqu.registry.models.named import in_page_language
from jijuqu.registry.models.planning import MUST_BE_CLEAR_OF
from jijuqu.registry.queries import layers_on, parks_on, published_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely.geometry.base import BaseGeometry

WIDTH = 2000  # drawing units; whole units keep the page small
WEST, SOUTH, EAST, NORTH = 105.24, 28.12, 110.24, 32.25  # degrees, EPSG:4490, a little more than the city
CENTRE = (106.24, 29.25, 106.92, 29.72)  # the small districts of the centre, drawn again larger
INSET = (20, 20, 860)  # left, top, width
CENTRE_CODES = frozenset({"500103", "500104", "500105", "500106", "500107", "500108"})
SHAPES_SMALLER_THAN = 0.008  # degrees; outlines are generalised further to this, about 0.8 km
SCALE_KM = 50
KM_PER_DEGREE = 110.9  # of latitude, at 30 degrees north


class Frame(NamedTuple):
    """Where degrees go on the drawing: equirectangular, true in length along the middle latitude."""

    west: float
    north: float
    units_per_degree: float
    left: float = 0
    top: float = 0

    def point(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Return whole drawing units, x to the right, y down."""
        across = self.units_per_degree * math.cos(math.radians((SOUTH + NORTH) / 2))
        x = self.left + (longitude - self.west) * across
        y = self.top + (self.north - latitude) * self.units_per_degree
        return round(x), round(y)

    def path(self, shape: BaseGeometry) -> str:
        """Return an SVG path of the polygons of a shape, in relative whole units."""
        parts = (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon")
        return "".join(self._ring(ring) for part in parts for ring in (part.exterior, *part.interiors))

    def _ring(self, ring: Any) -> str:  # noqa: ANN401  (shapely is untyped)
        points = [self.point(x, y) for x, y in ring.coords[:-1]]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:], strict=False)]
        moved = " ".join(f"{x} {y}" for x, y in steps if (x, y) != (0, 0))
        return f"M{points[0][0]} {points[0][1]}l{moved}z" if moved else ""


def _units_per_degree(width: float, west: float, east: float) -> float:
    return width / ((east - west) * math.cos(math.radians((SOUTH + NORTH) / 2)))


CITY = Frame(WEST, NORTH, _units_per_degree(WIDTH, WEST, EAST))
HEIGHT = round((NORTH - SOUTH) * CITY.units_per_degree)
CLOSE_UP = Frame(CENTRE[0], CENTRE[3], _units_per_degree(INSET[2], CENTRE[0], CENTRE[2]), INSET[0], INSET[1])
CLOSE_UP_HEIGHT = round((CENTRE[3] - CENTRE[1]) * CLOSE_UP.units_per_degree)


@dataclass(slots=True)
class District:
    """One outline with its name at a place inside it; `centre` ones are named in the close-up only."""

    holder: QuotaHolder
    path: str
    label: tuple[int, int]
    centre: bool
    named: bool

    @property
    def short(self) -> str:
        """The name a map has room for, in the language of the page."""
        return in_page_language(self.holder.short_zh, self.holder.short_en)


def home_map(day: date) -> dict[str, Any]:
    """Return everything the template draws for a day, in drawing units."""
    outlines = _outlines()
    parks = list(parks_on(day))
    clusters = list(published_as_of(day))
    forbidding = _forbidding(day)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "districts": _districts(CITY, outlines, day),
        "parks": [(park, CITY.path(park.geometry.simplify(0.002))) for park in parks],
        "forbidding": CITY.path(forbidding.simplify(0.003)),
        "clusters": [(cluster, *_mark(CITY, cluster)) for cluster in clusters],
        "close_up": _close_up(outlines, parks, clusters, forbidding, day),
        "scale_km": SCALE_KM,
        "scale_units": round(SCALE_KM / KM_PER_DEGREE * CITY.units_per_degree),
    }


def _close_up(
    outlines: dict[QuotaHolder, BaseGeometry], parks: list[Any], clusters: list[Any], forbidding: BaseGeometry, day: date
) -> dict[str, Any]:
    window = shapely.box(*CENTRE)
    cut = {holder: shape & window for holder, shape in outlines.items() if shape.intersects(window)}
    left, top = CITY.point(CENTRE[0], CENTRE[3])
    right, bottom = CITY.point(CENTRE[2], CENTRE[1])
    return {
        "box": (*INSET, CLOSE_UP_HEIGHT),
        "right": INSET[0] + INSET[2],
        "bottom": INSET[1] + CLOSE_UP_HEIGHT,
        "place": (left, top, right - left, bottom - top),
        "place_right": right,
        "districts": [each for each in _districts(CLOSE_UP, cut, day) if each.path],
        "parks": [(park, CLOSE_UP.path(park.geometry & window)) for park in parks if park.geometry.intersects(window)],
        "forbidding": CLOSE_UP.path(forbidding & window),
        "clusters": [(each, *_mark(CLOSE_UP, each)) for each in clusters if each.geometry.intersects(window)],
    }


def _outlines() -> dict[QuotaHolder, BaseGeometry]:
    """Return the outlines of 2021, generalised together so that neighbours still share their lines."""
    holders = list(QuotaHolder.objects.filter(outline_wkb__isnull=False))
    shapes = shapely.coverage_simplify([shapely.get_parts(each.outline)[0] for each in holders], SHAPES_SMALLER_THAN)
    return dict(zip(holders, shapes, strict=True))


def _districts(frame: Frame, outlines: dict[QuotaHolder, BaseGeometry], day: date) -> list[District]:
    there = set(QuotaHolder.objects.filter(in_force_on(day)).values_list("pk", flat=True))
    return [
        District(
            holder,
            frame.path(shape),
            frame.point(*_middle(shape)),
            centre=holder.pk in CENTRE_CODES,
            named=holder.pk in there,
        )
        for holder, shape in outlines.items()
    ]


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle inside a shape: where a name has most room."""
    circle = shapely.maximum_inscribed_circle(shape, tolerance=0.01)
    return circle.coords[0]


def _mark(frame: Frame, cluster: Any) -> tuple[int, int]:  # noqa: ANN401
    middle = cluster.geometry.representative_point()
    return frame.point(middle.x, middle.y)


def _forbidding(day: date) -> BaseGeometry:
    """Return all land that must be kept clear, as one shape."""
    layers = layers_on(day).filter(kind__in=MUST_BE_CLEAR_OF)
    return shapely.union_all(_shapes(PlanningPolygon.objects.filter(layer__in=layers).values_list("wkb", flat=True)))


def _shapes(column: Iterable[Any]) -> list[BaseGeometry]:
    return list(shapely.from_wkb([bytes(wkb) for wkb in column]))
