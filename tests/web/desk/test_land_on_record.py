"""园区、规划图层、行业代码 on the desk: what comes in from files, from a day on, and what is held against it."""

from __future__ import annotations

import json
from datetime import date

import pytest
import shapely
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.journal.models import Event
from jijuqu.land.measures import MU_M2
from jijuqu.reference.models import Industry
from jijuqu.registry.models import Park, PlanningLayer, QuotaHolder
from jijuqu.registry.queries import parks_on, recorded_layers
from tests.cases import people

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/reference/"
PLACE = shapely.box(107.70, 30.60, 107.72, 30.62)
BOX = (107.705, 30.605, 107.715, 30.615)
PARK = {"holder": "500155", "name_zh": "梁平某园区", "kind": "city-industrial", "industrial_mu": "1500", "crs": "4490"}
LAYER = {"kind": "farmland", "source": "某局 基本农田 2022年", "crs": "4490", "on": "2022-01-01"}


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def officer(client):
    officer = people.city_officer()
    client.force_login(officer)
    return officer


def a_file(*shapes, name="范围.geojson"):
    features = [{"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(s))} for s in shapes]
    return SimpleUploadedFile(name, json.dumps({"type": "FeatureCollection", "features": features}).encode())


def test_a_district_keeps_no_land(client):
    client.force_login(people.drafter())
    assert {client.get(f"{ADDRESS}{page}/").status_code for page in ("parks", "layers", "industries")} == {403}


def test_a_park_is_entered_with_its_range_and_ends_with_a_day(client, officer):
    assert "还没有登记园区" in client.get(ADDRESS + "parks/").content.decode()
    sent = PARK | {"file": a_file(PLACE), "on": "2022-01-01"}
    assert client.post(ADDRESS + "parks/new/", sent).status_code == 302
    park = Park.objects.get()
    assert park.geometry.equals(PLACE)
    assert park.industrial_land_m2 == pytest.approx(1500 * MU_M2)
    assert (park.holder_id, park.first_day) == ("500155", date(2022, 1, 1))
    assert "梁平某园区" in client.get(ADDRESS + "parks/").content.decode()
    assert not parks_on(date(2021, 12, 31)).exists()

    end = f"{ADDRESS}parks/{park.code}/end/"
    assert client.post(end, {"last_day": "2021-12-01", "why": "范围调整"}).status_code == 422
    assert client.post(end, {"last_day": "2022-06-30", "why": "范围调整"}).status_code == 302
    assert not parks_on(date(2022, 7, 1)).exists()
    assert Event.objects.last().details == {"why": "范围调整"}


def test_a_file_that_is_no_boundary_comes_back_with_all_that_was_typed(client, officer):
    sent = PARK | {"file": a_file(), "on": "2022-01-01"}
    answer = client.post(ADDRESS + "parks/new/", sent)
    assert answer.status_code == 422
    assert 'value="梁平某园区"' in answer.content.decode()
    assert "沿用已上传的文件" in answer.content.decode()
    assert not Park.objects.exists()


def test_a_layer_speaks_about_the_range_that_came_with_it(client, officer):
    field = shapely.box(107.711, 30.611, 107.713, 30.613)
    sent = LAYER | {"file": a_file(field), "covered": a_file(PLACE, name="覆盖.geojson")}
    assert client.post(ADDRESS + "layers/new/", sent).status_code == 302
    found = recorded_layers(BOX, date(2022, 3, 1))["farmland"]
    assert shapely.from_wkb(found.shapes[0]).equals(field)
    assert "farmland" not in recorded_layers((107.60, 30.605, 107.61, 30.615), date(2022, 3, 1))

    layer = PlanningLayer.objects.get()
    assert layer.source in client.get(ADDRESS + "layers/").content.decode()
    client.post(f"{ADDRESS}layers/{layer.code}/end/", {"last_day": "2022-02-01", "why": "新版"})
    assert "farmland" not in recorded_layers(BOX, date(2022, 3, 1))


def test_a_layer_of_a_district_says_nothing_near_its_generalised_line(client, officer):
    assert (
        "请选择图层覆盖的区县" in client.post(ADDRESS + "layers/new/", LAYER | {"file": a_file(PLACE)}).content.decode()
    )
    client.post(ADDRESS + "layers/new/", LAYER | {"file": a_file(PLACE), "district": "500155"})
    outline, about = QuotaHolder.objects.get(pk="500155").outline, PlanningLayer.objects.get().geometry
    assert outline.covers(about)
    assert 0.02 < about.distance(outline.boundary) < 0.04  # three kilometres, in degrees


def test_classes_are_added_from_a_table_and_names_stay(client, officer):
    group = Industry.objects.filter(level="group").first()
    table = f"代码,名称\n{group.code},别的名称\n{group.code}9,某小类\n"
    answer = client.post(
        ADDRESS + "industries/", {"file": SimpleUploadedFile("代码.csv", table.encode())}, follow=True
    ).content.decode()
    assert Industry.objects.get(pk=f"{group.code}9").name_zh == "某小类"
    assert "新增代码：1 个" in answer
    assert f"{group.code} {group.name_zh}（别的名称）" in answer
