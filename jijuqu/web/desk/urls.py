"""Addresses of the desk, below /desk/."""

from django.urls import URLPattern, path

from jijuqu.web.desk.case import case_tab
from jijuqu.web.desk.inbox import inbox
from jijuqu.web.desk.letter import documents, letter_file, letter_page, letter_picture
from jijuqu.web.desk.quotas import park_shares, slots

urlpatterns: list[URLPattern] = [
    path("", inbox, name="desk"),
    path("cases/<str:number>/", case_tab, name="case"),
    path("slots/", slots, name="desk-slots"),
    path("park-shares/", park_shares, name="desk-park-shares"),
    path("cases/<str:number>/documents.zip", documents, name="desk-documents"),
    path("cases/<str:number>/letters/<slug:kind>/", letter_page, name="desk-letter"),
    path("cases/<str:number>/letters/<slug:kind>/<int:page>.svg", letter_picture, name="desk-letter-picture"),
    path("cases/<str:number>/letters/<slug:kind>/file.<slug:form>", letter_file, name="desk-letter-file"),
]
