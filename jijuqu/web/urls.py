"""The addresses of the pages, without the language prefix; the menu shows those named in `web.context`."""

from django.urls import URLPattern, URLResolver, path

from jijuqu.web.public.home import home
from jijuqu.web.public.shown_day import choose_day

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("shown-day/", choose_day, name="choose-day"),
]
