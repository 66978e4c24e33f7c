"""Addresses of the desk, below /desk/."""

from django.urls import URLPattern, path

from jijuqu.web.desk.case import case_tab
from jijuqu.web.desk.inbox import inbox

urlpatterns: list[URLPattern] = [
    path("", inbox, name="desk"),
    path("cases/<str:number>/", case_tab, name="case"),
]
