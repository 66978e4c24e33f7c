"""The addresses of the pages, without the language prefix; the menu shows those named in `web.context`."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
