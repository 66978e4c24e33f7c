"""What the map of a result is drawn of: its parcels, for the map of the page; and a picture for where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.reference.kept_screenings import folder_of
from jijuqu.web.desk.signed_in import requires
from jijuqu.web.desk.site_screening.districts import Districts
from jijuqu.web.desk.site_screening.page import seen_screening
from jijuqu.web.desk.site_screening.result import loaded, thresholds_of
from jijuqu.web.public.check_map import FEW, LABELLED_FROM, DrawnParcel, Frame, drawing_in
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.land.screening.screening import Groups

MOST_DRAWN = 100  # groups, the largest


@require_safe
@cache_control(private=True, max_age=86400, immutable=True)
@requires(Permission.SCREEN_SITES)
def screening_parcels(request: HttpRequest, key: int, digest: str) -> HttpResponse:
    """Hand out the light shapes of all parcels of a result; the digest in the address keeps browsers from mixing."""
    from jijuqu.land.screening.light import LIGHT  # noqa: PLC0415 - brings Numba

    kept = seen_screening(request, key)
    path = folder_of(kept.digest) / LIGHT
    if digest != kept.digest or not path.exists():
        raise Http404
    return HttpResponse(path.read_bytes(), content_type="application/json", headers={"Content-Encoding": "gzip"})


@require_safe
@requires(Permission.SCREEN_SITES)
def screening_picture(request: HttpRequest, key: int) -> HttpResponse:
    """Draw the largest groups and the near misses at the thresholds of the address as an SVG."""
    from jijuqu.web.desk.site_screening.groups import grouped  # noqa: PLC0415 - brings Numba

    kept = seen_screening(request, key)
    asked = thresholds_of(request, kept, loaded(kept), Districts(today(request)))
    if not asked.is_valid():
        raise Http404
    found = grouped(kept, **asked.cleaned_data)
    groups, misses = found.largest(MOST_DRAWN), [miss.first_parcel for miss in found.misses[:MOST_DRAWN]]
    shapes = found.outlines([*groups.first_parcel.tolist(), *misses])
    if not len(shapes):
        raise Http404
    frame = Frame(tuple(shapely.total_bounds(shapes).tolist()))
    near = {"near-miss": shapely.multipolygons(shapely.get_parts(shapes[len(groups) :]))} if misses else {}
    drawing = drawing_in(frame, near, list(_drawn(frame, groups, shapes[: len(groups)])), [])
    picture = render_to_string("desk/boundary_map.svg", {"drawing": drawing})
    return HttpResponse(picture, content_type="image/svg+xml")


def _drawn(frame: Frame, groups: Groups, shapes: Shapes) -> Iterator[DrawnParcel]:
    points = frame.units(shapely.get_coordinates(shapely.point_on_surface(shapes))).tolist()
    paths = frame.paths(list(shapes))
    for rank, shape, path, (x, y) in zip(groups.rank.tolist(), shapes, paths, points, strict=True):
        west, south, east, north = shape.bounds
        span = np.abs(np.array([east - west, north - south]) * frame.per_degree).min()
        is_labelled = bool(len(groups) <= FEW or span >= LABELLED_FROM)
        yield DrawnParcel(rank, path, round(x, 1), round(y, 1), is_labelled)
