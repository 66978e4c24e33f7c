"""集聚区详情: what the public sees of one published cluster, and nothing of any other."""

import re
from datetime import date

import pytest

from jijuqu.registry.actions import unpublish_cluster
from jijuqu.registry.models import Cluster
from tests.demo.loaded import city
from tests.registry.entries import approved

__all__ = ["city"]  # a fixture

pytestmark = pytest.mark.django_db
OUTSIDE, IN_PARK, UNPUBLISHED, UNDER_REVIEW = "demo-c06", "demo-c15", "demo-c08", "demo-c11"


def shown(client, code, prefix="", query=""):
    answer = client.get(f"{prefix}/clusters/{code}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_cluster_outside_the_parks_has_its_letter_bodies_industries_and_land(client):
    html = shown(client, OUTSIDE)

    for words in (
        "永川区智能家居中小企业集聚区", "演示函〔2022〕6号", "2022-01-12", "2021-09-27", "264.90", "226.50",
        "385 家用电力器具制造", "演示永川智能家居园区建设有限公司（虚构）", "演示永川经济信息委（虚构）", "审图号：未取得",
    ):  # fmt: skip
        assert words in html
    assert "登记依据" not in html


def test_a_cluster_in_a_park_has_its_evidence_and_no_letter(client):
    html = shown(client, IN_PARK)

    assert "演示青禾高新技术产业开发区" in html
    assert "工业园区国土空间规划中永川区数控机床配件中小企业集聚区范围的说明（虚构）" in html
    assert "复函文号" not in html


@pytest.mark.parametrize("code", [UNPUBLISHED, UNDER_REVIEW, "no-such-code"])
def test_what_is_not_published_is_not_there(client, code):
    assert client.get(f"/clusters/{code}/").status_code == 404


def test_before_its_publication_and_after_it_was_taken_down_it_is_not_there(client):
    assert client.get(f"/clusters/{OUTSIDE}/?on=2022-02-07").status_code == 404
    assert client.get(f"/clusters/{OUTSIDE}/?on=2022-02-08").status_code == 200

    unpublish_cluster(Cluster.objects.get(pk=OUTSIDE), on=date(2022, 9, 1), why="边界复核", actor=None)

    assert client.get(f"/clusters/{OUTSIDE}/").status_code == 404
    assert client.get(f"/clusters/{OUTSIDE}/?on=2022-08-31").status_code == 200


def test_the_drawing_has_the_boundary_the_park_round_it_a_scale_and_figures_beside_it(client):
    html = shown(client, IN_PARK)

    assert html.count('<path class="parcel"') == 1
    assert 'class="layer layer-park"' in html
    assert re.search(r"<text[^>]*>\d+ (m|km)</text>", html)
    assert "105.8" in html
    assert "29.3" in html


def test_sensitive_layers_are_not_drawn(client):
    assert "layer-forbidding" not in shown(client, OUTSIDE)


def test_the_first_page_and_its_map_lead_there(client):
    html = client.get("/").content.decode()
    published = set(re.findall(r'href="/clusters/([^/"]+)/"', html))
    boxes = next(each for each in client.get("/map/data/").json()["layers"] if each["id"] == "clusters")["features"]

    assert len(published) == 15
    assert {each["properties"]["href"] for each in boxes["features"]} == {
        f"/clusters/{code}/?on=2022-09-15" for code in published
    }


def test_english_readers_find_no_chinese_but_names_and_citations(client):
    html = shown(client, OUTSIDE, prefix="/en")
    text = re.sub(r'<(\w+)[^>]* lang="zh-[^>]*>.*?</\1>|<[^>]+>', " ", html.split("<body>")[1], flags=re.DOTALL)

    assert "Yongchuan District Smart Home SME Cluster" in html
    assert set(re.findall(r"[\u4e00-\u9fff]+", text)) <= {"演示函", "号", "二", "四", "三", "渝经信规范", "中文"}


def test_a_cluster_without_letter_bodies_or_codes_says_so(client):
    approved("plain-1", published_on=date(2022, 7, 1))

    html = shown(client, "plain-1", query="?on=2022-09-15")

    assert "待登记" in html
    assert html.count("未登记") == 4


def test_names_with_markup_are_text(client):
    approved("evil-1", published_on=date(2022, 7, 1), builder="<script>甲</script>")

    assert "<script>甲" not in shown(client, "evil-1", query="?on=2022-09-15")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_for_reading(client, method):
    assert getattr(client, method)(f"/clusters/{OUTSIDE}/").status_code == 405
