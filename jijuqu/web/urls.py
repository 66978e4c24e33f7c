"""The addresses of the pages, without the language prefix; the menu shows those named in `web.context`."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from jijuqu.web.public.check import check
from jijuqu.web.public.clauses import clauses
from jijuqu.web.public.cluster import cluster
from jijuqu.web.public.home import home
from jijuqu.web.public.home_map_data import home_map_data, zoom_map
from jijuqu.web.public.progress import progress
from jijuqu.web.public.samples import sample_file
from jijuqu.web.public.shown_day import choose_day
from jijuqu.web.public.verify import verify

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("clauses/", clauses, name="clauses"),
    path("clusters/<str:code>/", cluster, name="cluster"),
    *([path("check/", check, name="check")] if settings.PLOT_CHECK else []),
    path("map/", zoom_map, name="zoom-map"),
    path("map/data/", home_map_data, name="home-map-data"),
    path("samples/<slug:code>/", sample_file, name="sample-file"),
    path("progress/", progress, name="progress"),
    path("verify/", verify, name="verify"),
    path("verify/<str:token>/", verify, name="verify-letter"),
    path("shown-day/", choose_day, name="choose-day"),
    path("", include("jijuqu.web.account.urls")),
    path("desk/", include("jijuqu.web.desk.urls")),
]
