"""选址筛查 on the desk: layers handed in and screened, groups at other thresholds, files, and a plan from a group."""

from __future__ import annotations

import io

import openpyxl
import pyogrio
import pytest
import shapely
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.models import Case
from jijuqu.land.area import geodesic_areas_m2
from jijuqu.reference.models import KeptScreening
from tests.cases import people
from tests.land.screening.ground import at_place, plot, write, write_parcels
from tests.registry import entries
from tests.web.desk.at_work import TODAY, a_day, page, said, sit_down  # noqa: F401 - a_day is a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]
ADDRESS = "/desk/site-screening/"
LIANGPING = "梁平区"
# Two parcels with a road of 15 m between them, 285 mu; one of 165 mu, 60 m from a smaller one of 37.5 mu.
PLOTS = [plot(0, 0, 300), plot(315, 0, 333), plot(2000, 0, 331), plot(2391, 0, 158)]


def parcels(folder, shapes=PLOTS, district=LIANGPING, **columns):
    path = write_parcels(folder / "地块.parquet", at_place(shapes), district=[district] * len(shapes), **columns)
    return sent(path)


def sent(path, name=None):
    return SimpleUploadedFile(name or path.name, path.read_bytes())


def screen(client, file, **said_too):
    usual = {"min_mu": "200", "gap_m": "20", "layer_share": "1", "use_prefix": "0601"}
    return client.post(ADDRESS, {**usual, "parcels": file, **said_too})


@pytest.fixture
def drafter(client):
    drafter = people.drafter()
    sit_down(client, drafter)
    return drafter


@pytest.fixture
def result(client, drafter, tmp_path):
    """The address of the result of PLOTS, and the drafter of 梁平区 who sits before it."""
    answer = screen(client, parcels(tmp_path))
    assert answer.status_code == 302, said(answer)
    return answer["Location"]


def test_layers_are_screened_and_the_result_is_kept(client, result, drafter):
    kept = KeptScreening.objects.get()
    assert result == f"{ADDRESS}{kept.pk}/"
    assert (kept.name, kept.made_by, kept.organisation_id) == (f"地块 {TODAY}", drafter, "500155-economy")
    assert kept.counts == {"rows": 4, "industrial": 4, "kept": 4, "groups": 1, "near_misses": 1}
    words = page(client, result)
    assert "不少于 200 亩、间距 20 米以内连片的工业用地：1 组" in words
    assert "再加" in words
    assert kept.name in page(client, ADDRESS)
