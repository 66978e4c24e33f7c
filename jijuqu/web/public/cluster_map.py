"""The boundary of one cluster drawn on the server, with the parks and the other published clusters round it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import shapely

from jijuqu.land.area import ELLIPSOID
from jijuqu.registry.models.shaped import meets_box
from jijuqu.registry.queries import parks_on, published_as_of
from jijuqu.web.public.check_map import HEIGHT, WIDTH, DrawnParcel, Frame, drawing_in

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from shapely.geometry.base import BaseGeometry

    from jijuqu.registry.models import Cluster, Park
    from jijuqu.web.public.check_map import Drawing

Box = tuple[float, float, float, float]  # west, south, east, north in degrees, EPSG:4490


class Extent(NamedTuple):
    """The same boundary in figures: its box and its middle in degrees (EPSG:4490), its corners and its length."""

    box: Box
    middle: tuple[float, float]
    corners: int
    parts: int
    length_m: float


def draw_cluster(cluster: Cluster, day: date) -> Drawing:
    """Draw a published cluster as of a day."""
    boundary = cluster.geometry
    frame = Frame(boundary.bounds)
    (west, north), (east, south) = frame.degrees(0, 0), frame.degrees(WIDTH, HEIGHT)
    window = (west, south, east, north)
    near = {
        "park": _in_window(parks_on(day), window),
        "cluster": _in_window(published_as_of(day).exclude(pk=cluster.pk), window),
    }
    return drawing_in(
        frame,
        {kind: shape for kind, shape in near.items() if not shape.is_empty},
        [DrawnParcel(1, frame.path(boundary), 0, 0, is_labelled=False)],
        [],
    )


def extent_of(cluster: Cluster) -> Extent:
    """Return the figures that stand beside the drawing."""
    boundary = cluster.geometry
    west, south, east, north = boundary.bounds
    middle = boundary.representative_point()
    polygons = shapely.get_parts(boundary)
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    corners = sum(len(ring.coords) - 1 for ring in rings)
    box = (west, south, east, north)
    return Extent(box, (middle.x, middle.y), corners, len(polygons), ELLIPSOID.geometry_length(boundary.boundary))


def _in_window(rows: QuerySet[Park] | QuerySet[Cluster], window: Box) -> BaseGeometry:
    """Return the shapes of rows as one, cut to a window of degrees."""
    shapes = [row.geometry for row in rows.filter(meets_box(window))]
    return shapely.union_all(shapely.clip_by_rect(shapes, *window)) if shapes else shapely.Polygon()
