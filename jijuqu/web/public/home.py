"""首页一张图: what can be applied for, the map, and the same figures as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from jijuqu.policy.notices import NOTICES
from jijuqu.registry.figures import holder_figures, park_figures
from jijuqu.registry.models import HolderKind
from jijuqu.registry.queries import published_as_of
from jijuqu.web.public.acceptance import acceptance
from jijuqu.web.public.home_map import home_map
from jijuqu.web.public.home_tables import HolderTable, clusters_like, layer_figures, parks_like
from jijuqu.web.public.shown_day import shown_day

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest) -> HttpResponse:
    """Show the first page as of the day shown; `q`, `kind`, `sort` and `order` in the address choose the rows."""
    day = shown_day(request)
    return render(request, "home/home.html", {"day": day, "acceptance": acceptance(day), **_figures(request, day)})


def _figures(request: HttpRequest, day: date) -> dict[str, Any]:
    limits = NOTICES[0].limits(max(day, NOTICES[0].first_day))
    words = request.GET.get("q", "").strip()
    clusters = list(published_as_of(day).defer("wkb"))
    parks = park_figures(day)
    return {
        "map": home_map(day),
        "table": HolderTable(holder_figures(day), parks, clusters, request.GET, limits),
        "parks": parks_like(parks, words, limits),
        "clusters": clusters_like(clusters, words),
        "layers": layer_figures(day),
        "kinds": HolderKind.choices,
        "limits": limits,
    }
