"""The map of one edition of a boundary as an SVG picture of its own: light for the page, whole on paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import shapely
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from jijuqu.cases.models import Boundary
from jijuqu.registry.queries import layers_near
from jijuqu.web.desk.signed_in import case_page
from jijuqu.web.public.check_map import FEW, DrawnParcel, Frame, drawing_in, in_view
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from django.http import HttpRequest
    from shapely.geometry.base import BaseGeometry

    from jijuqu.cases.models import Case


@require_safe
@case_page
def boundary_map(request: HttpRequest, case: Case, key: int) -> HttpResponse:
    """Draw a boundary of the case with the layers near it on the day."""
    boundary = Boundary.objects.filter(pk=key, cluster__case=case).first()
    if boundary is None:
        raise Http404
    box = boundary.west, boundary.south, boundary.east, boundary.north
    near = in_view(box, layers_near(box, today(request)))
    frame = Frame(box)
    drawing = drawing_in(frame, near, [_drawn(frame, *each) for each in _plots(boundary)], [])
    picture = render_to_string("desk/boundary_map.svg", {"drawing": drawing})
    return HttpResponse(picture, content_type="image/svg+xml")


def _plots(boundary: Boundary) -> list[tuple[int, BaseGeometry]]:
    """Give the plots of a survey by number."""
    features = json.loads(boundary.geojson)["features"]
    shapes = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in features]
    return list(enumerate(shapes, start=1))


def _drawn(frame: Frame, number: int, shape: BaseGeometry) -> DrawnParcel:
    inside = shape.representative_point()
    x, y = frame.units(np.array([[inside.x, inside.y]]))[0]
    return DrawnParcel(number, frame.path(shape), round(x, 1), round(y, 1), is_labelled=number <= FEW)
