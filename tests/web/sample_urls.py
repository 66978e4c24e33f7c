"""The product's addresses and, beside them, pages that only the tests of the base page need."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from jijuqu.config.urls import handler400, handler403, handler404, handler500
from jijuqu.web.uploads import dropped_files

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PLAIN = """{% extends "base.html" %}{% block title %}样页{% endblock %}{% block content %}<h1>样页</h1>{% endblock %}"""
MAP = """{% extends "base.html" %}{% load django_vite %}
{% block title %}图{% endblock %}
{% block head %}{% vite_asset "src/map.ts" %}{% endblock %}
{% block content %}
<h1>图</h1>
<div class="map" data-map="map-content" data-map-draw="corners" data-map-note="审图号" aria-label="集聚区地图"></div>
{{ content|json_script:"map-content" }}
<button class="btn" data-map-show="clusters:0">看集聚区</button>
<label for="corners">拐点坐标</label><textarea id="corners" class="form-control"></textarea>
{% endblock %}"""


def square(west: float, south: float, side: float) -> dict[str, object]:
    """Make a square of some degrees."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


CONTENT = {
    "layers": [
        {
            "id": kind,
            "kind": kind.removesuffix("s"),
            "name": kind,
            "features": {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "geometry": square(106.5 + 0.03 * at, 29.5, 0.02),
                        "properties": {"label": kind, "title": f"{kind} <b>1</b>", "rows": [["面积", "205.37 亩"]]},
                    }
                ],
            },
        }
        for at, kind in enumerate(["parks", "forbidding", "clusters", "plots"])
    ]
}


def plain(request: HttpRequest) -> HttpResponse:
    """Show the base page with a heading."""
    return HttpResponse(engines["django"].from_string(PLAIN).render({}, request))


def with_map(request: HttpRequest) -> HttpResponse:
    """Show one layer of each kind."""
    return HttpResponse(engines["django"].from_string(MAP).render({"content": CONTENT}, request))


def echo(request: HttpRequest) -> HttpResponse:
    """Tell what of a form arrived."""
    typed, files = request.POST.get("name", ""), sorted(request.FILES)
    return HttpResponse(f"{typed} {files} {[each.name for each in dropped_files(request)]}")


def broken(request: HttpRequest) -> HttpResponse:
    """Fail."""
    raise ZeroDivisionError


def closed(request: HttpRequest) -> HttpResponse:
    """Refuse."""
    raise PermissionDenied


def heavy(request: HttpRequest) -> HttpResponse:
    """Say what Django says of a form with too much in it."""
    raise RequestDataTooBig


urlpatterns = i18n_patterns(
    path("sample/", plain),
    path("sample/map/", with_map),
    path("sample/echo/", echo),
    path("sample/broken/", broken),
    path("sample/closed/", closed),
    path("sample/heavy/", heavy),
    path("", include("jijuqu.web.urls")),
    prefix_default_language=False,
)
