"""The plot and the answers as one file for a colleague: GeoJSON, which any program reads and the form takes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

if TYPE_CHECKING:
    from jijuqu.siting.land import Land
    from jijuqu.web.public.check_form import CheckForm

SHARED_ANSWERS = (
    "place", "industrial", "industrial_floor_m2", "uses_idle_industrial_land", "gap_m", "received_on", "applicant",
    "leading_industry",
)  # fmt: skip
FRAME = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}


def answers_of(form: CheckForm) -> dict[str, str]:
    """Give the answers as they were typed, by field; the coordinate system is not one: what is shared is in degrees."""
    return {name: form.data.get(name, "") for name in SHARED_ANSWERS}


def plot_with_answers(land: Land, form: CheckForm) -> dict[str, Any]:
    """Give the parcels (longitude first, EPSG:4490) with the answers beside them."""
    return {**json.loads(land.geojson), "crs": FRAME, "jijuqu_answers": answers_of(form)}


def shared_plot(land: Land, form: CheckForm) -> HttpResponse:
    """Hand the plot out as a file."""
    text = json.dumps(plot_with_answers(land, form), ensure_ascii=False)
    name = f"plot-{form.cleaned_data['received_on']:%Y%m%d}.geojson"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/geo+json", headers=headers)
