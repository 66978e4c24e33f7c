"""首页一张图: what can be applied for first, then the map and the same facts as tables."""

import re

import pytest

from jijuqu.registry.models import SampleFile
from tests.demo.loaded import city

__all__ = ["city"]  # a fixture

pytestmark = pytest.mark.django_db


def page(client, address="/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def holders_in(html):
    return re.findall(r'<tr id="holder-([^"]+)"', html)


def test_the_demonstration_says_so_and_shows_its_day(client):
    html = page(client)

    assert "演示数据，均为虚构" in html
    assert "展示日期 2022-09-15" in html
    assert "受理至 2022-12-31，含当日还有 108 天（文末）" in html


def test_real_time_is_one_click_away_and_refuses_with_the_clause(client):
    answer = client.post("/shown-day/", {"day": "real", "back": "/"}, follow=True)
    html = answer.content.decode()

    assert answer.redirect_chain == [("/", 302)]
    assert "逾期不再受理工业园区之外的中小企业集聚区规划建设申请（文末）" in html
    assert "当前为实时" in html

    back = client.post("/shown-day/", {"day": "demonstration", "back": "/"}, follow=True).content.decode()
    assert "展示日期 2022-09-15" in back


def test_the_switch_leads_nowhere_else(client):
    answer = client.post("/shown-day/", {"day": "real", "back": "https://elsewhere.example/"})

    assert answer["Location"] == "/"
    assert client.get("/shown-day/").status_code == 405


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-07-31", "通知自 2021-08-01 起执行"),
        ("2021-08-01", "受理中"),
        ("2022-12-31", "含当日还有 1 天（文末）"),
        ("2023-01-01", "不再受理"),
    ],
)
def test_the_state_of_acceptance_turns_on_the_days_of_the_notice(client, day, words):
    assert words in page(client, f"/?on={day}")


def test_a_day_that_is_none_is_passed_over(client):
    assert "展示日期 2022-09-15" in page(client, "/?on=2022-02-30")


def test_forty_one_holders_have_rows_with_stable_addresses(client):
    codes = holders_in(page(client))

    assert len(codes) == len(set(codes)) == 41
    assert {"500101", "liangjiang", "gaoxin", "wansheng"} <= set(codes)


def test_the_map_shows_what_the_tables_hold(client):
    html = page(client)
    drawing, tables = html.split("</svg>", 2)[1], html.rsplit("</svg>", 1)[1]

    for prefix in ("demo-c", "demo-p"):
        drawn = set(re.findall(f'<a href="#({prefix}[^"]+)"', drawing))
        assert drawn == set(re.findall(f'<tr id="({prefix}[^"]+)"', tables))
        assert drawn
    assert set(re.findall(r'href="#holder-(\d+)"', drawing)) <= set(holders_in(tables))


def test_unpublished_clusters_are_counted_but_not_shown(client):
    html = page(client)

    assert "合川区电子元器件中小企业集聚区" not in html
    assert re.search(r'<tr id="holder-500117">.*?<td class="number">1</td>', html, re.DOTALL)


@pytest.mark.parametrize(
    ("asked", "first", "found"),
    [
        ("q=永川", "500118", 1),
        ("q=YONGCHUAN", "500118", 1),
        ("q=眼镜", "500236", 1),
        ("q=白鹭", "500116", 1),
        ("kind=committee", "gaoxin", 3),
        ("sort=approved&order=desc", "500116", 41),
        ("sort=share&order=desc", "500101", 41),
        ("sort=name&order=desc", "wansheng", 41),
        ("sort=nonsense&kind=nonsense", "500101", 41),
    ],
)
def test_rows_are_found_and_sorted_by_the_address(client, asked, first, found):
    codes = holders_in(page(client, f"/?{asked}"))

    assert (codes[0], len(codes)) == (first, found)


def test_nothing_found_says_what_to_do(client):
    html = page(client, "/?q=<b>不存在")

    assert "没有名称含“&lt;b&gt;不存在”的区县、园区或集聚区；请换一个词，或清除条件。" in html


def test_sorting_keeps_what_was_looked_for(client):
    html = page(client, "/?q=区&kind=district")

    assert re.search(r'href="\?q=%E5%8C%BA&amp;kind=district&amp;sort=approved&amp;order=desc#holders"', html)


def test_english_readers_find_no_chinese_but_names_and_citations(client):
    html = page(client, "/en/")
    shown = re.sub(r'<(\w+)[^>]* lang="zh-[^>]*>.*?</\1>|<[^>]+>', " ", html.split("<body>")[1], flags=re.DOTALL)

    words = set(re.findall(r"[\u4e00-\u9fff〔〕（）：，。]+", shown))
    assert words <= {"文末", "二（一）", "渝经信规范〔", "〕", "号", "中文"}


def test_the_map_to_zoom_has_the_layers_of_the_day(client):
    layers = {each["id"]: each for each in client.get("/map/data/").json()["layers"]}

    assert {name: len(layers[name]["features"]["features"]) for name in ("districts", "parks", "clusters")} == {
        "districts": 38, "parks": 12, "clusters": 15,
    }  # fmt: skip
    earlier = {each["id"]: each for each in client.get("/map/data/?on=2021-10-31").json()["layers"]}
    assert len(earlier["clusters"]["features"]["features"]) == 1


def test_the_first_page_is_light(client):
    compressed = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert compressed["Content-Encoding"] == "gzip"
    assert len(compressed.content) < 40_000


def test_sample_files_come_as_the_survey_office_sent_them(client):
    answer = client.get("/samples/complies/")

    assert b"".join(answer.streaming_content) == bytes(SampleFile.objects.get(code="complies").content)
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert client.get("/samples/no-such-file/").status_code == 404
