"""名录登记 on the desk: a cluster in a park enters the register with the paper that shows it in the park's plan."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.journal.models import Event
from jijuqu.registry.models import Cluster
from tests.cases import people
from tests.registry.entries import a_park, square
from tests.registry.handed_in import PDF, a_boundary

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/in-park/"


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def drafter(client):
    a_park()
    drafter = people.drafter()
    client.force_login(drafter)
    return drafter


def said(shape=None, **other):
    return {
        "park": "p1",
        "industry_zh": "食品加工",
        "codes": "149",
        "recorded_on": "2022-03-07",
        "boundary": SimpleUploadedFile("界址.geojson", a_boundary(shape)),
        "industrial_mu": "100",
        "authority": "梁平区经济信息委",
        "builder": "某建设公司",
        "operator": "某运营公司",
        "title": "甲园区国土空间规划",
        "issuer": "梁平区规划和自然资源局",
        "dated_on": "2022-02-20",
        "scan": SimpleUploadedFile("规划.pdf", PDF),
    } | other


def test_a_department_enters_nothing(client):
    client.force_login(people.reviewer("city-ecology"))
    assert client.get(ADDRESS).status_code == 403


def test_a_district_enters_a_cluster_of_its_park_with_evidence(client, drafter):
    assert client.post(ADDRESS, said()).status_code == 302

    cluster = Cluster.objects.get()
    assert (cluster.name_zh, cluster.holder_id) == ("梁平区食品加工中小企业集聚区", people.LIANGPING)
    assert (cluster.park_id, cluster.recorded_on, cluster.published_on) == ("p1", date(2022, 3, 7), None)
    assert (cluster.evidence.title, cluster.evidence.attachment.media_type) == ("甲园区国土空间规划", "application/pdf")
    assert cluster.geometry.equals(square())
    assert Event.objects.last().actor == drafter


def test_another_districts_park_is_not_offered(client):
    a_park()
    client.force_login(people.drafter("elsewhere", holder="500116"))

    assert client.post(ADDRESS, said()).status_code == 422
    assert not Cluster.objects.exists()


def test_without_the_scan_nothing_is_entered_and_nothing_typed_is_lost(client, drafter):
    answer = client.post(ADDRESS, said(scan=""))
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "沿用已上传的文件：界址.geojson" in page
    assert "食品加工" in page
    assert not Cluster.objects.exists()


def test_land_outside_the_park_is_entered_only_once_it_was_confirmed(client, drafter):
    answer = client.post(ADDRESS, said(square(east=0.048)))
    assert answer.status_code == 422
    assert "请核对以上提示" in answer.content.decode()
    assert not Cluster.objects.exists()

    tokens = dict(re.findall(r'name="(boundary-kept|scan-kept)" value="([^"]+)"', answer.content.decode()))
    again = {name: value for name, value in said().items() if name not in {"boundary", "scan"}}
    assert client.post(ADDRESS, again | tokens | {"confirmed": "on"}).status_code == 302
    assert Cluster.objects.exists()


def test_the_page_speaks_english(client, drafter):
    assert client.get("/en" + ADDRESS).status_code == 200
