"""选址条件自查 over HTTP: the same page with findings, or with what to mend and everything typed still there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.demo.load import load_land
from jijuqu.registry.models import SampleFile
from tests.cli.test_check import write_square
from tests.land.plots import square
from tests.siting.files import write_txt

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db

SURVEYED = {"place": "outside", "industrial": "file", "received_on": "2022-09-01"}


@pytest.fixture
def plot(tmp_path: Path) -> bytes:
    return write_square(tmp_path / "plot.txt", 400).read_bytes()  # 240 mu in 忠县


def send(client: Client, data: bytes | None, address: str = "/check/", **answers: Any) -> HttpResponse:
    files = {} if data is None else {"survey_file": SimpleUploadedFile(answers.pop("name", "plot.txt"), data)}
    return client.post(address, {**SURVEYED, **answers, **files})


def text_of(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_empty_page_warns_first_and_asks_at_most_twelve_things(client: Client) -> None:
    page = text_of(client.get("/check/"))
    asked = re.findall(r'<(?:input|select|textarea)[^>]*name="([a-z_0-9]+)"', page)
    assert page.index("涉密、敏感数据不得上传") < page.index("<form")
    assert len(set(asked) - {"csrfmiddlewaretoken", "language", "next"}) <= 12


def test_a_plot_gets_every_finding_on_the_same_page(client: Client, plot: bytes) -> None:
    response = send(client, plot, industrial="all")
    page = text_of(response)
    assert response.status_code == 200
    for words in ("工业用地或工业建筑规模", "集中连片", "忠县", "椭球面面积", "仅供参考"):
        assert words in page


def test_english_says_the_same(client: Client, plot: bytes) -> None:
    page = text_of(send(client, plot, "/en/check/", industrial="all"))
    assert "Enough industrial land or floor" in page
    assert "Secret or sensitive data must not be uploaded." in page


def test_pasted_coordinates_do_as_well_as_a_file(client: Client, plot: bytes) -> None:
    response = send(client, None, coordinates=plot.decode("gbk"), industrial="all")
    assert response.status_code == 200
    assert "集中连片" in text_of(response)


def test_nothing_sent_is_told_at_the_field(client: Client) -> None:
    response = send(client, None, leading_industry="智能家居")
    page = text_of(response)
    assert response.status_code == 422
    assert 'role="alert"' in page
    assert 'value="智能家居"' in page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("plot.txt", "无关的文字".encode("gbk")),
        ("plot.geojson", b'{"type": "FeatureCollection", "features": [' + b"[" * 100_000),
        ("plot.geojson", b'{"type":"Polygon","coordinates":[[[107,30],[1e400,30],[107,31],[107,30]]]}'),
        ("plot.geojson", b'{"type":"Polygon","coordinates":[[[107,30],[107.1,30.1],[107.1,30],[107,30.1],[107,30]]]}'),
        ("plot.zip", b"PK\x03\x04 cut short"),
        ("plot.gpkg", b"SQLite format 3\x00" + b"\x00" * 200),
        ("plot.kml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><kml>&a;</kml>"),
        ("plot.dxf", b"  0\nSECTION\n  2\nENTITIES\n"),
        ("plot.shp", b"\x00\x00\x27\x0a" + b"\x00" * 96),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_everything_typed_still_there(
    client: Client, name: str, data: bytes
) -> None:
    response = send(client, data, name=name, industrial_floor_m2="91700", leading_industry="智能家居")
    page = text_of(response)
    assert response.status_code == 422
    assert 'id="id_survey_file_error"' in page
    assert 'value="91700"' in page
    assert 'value="智能家居"' in page


@pytest.mark.parametrize(
    "name", ["二期红线.gpkg", "a/../../etc/passwd", "x" * 300 + ".shp", "C:\\图\\界线.dxf", "红线\x00.kml"]
)
def test_sentences_about_a_file_call_it_as_the_visitor_does(client: Client, name: str) -> None:
    response = send(client, b"", name=name)
    assert response.status_code == 422
    assert re.search(r"文件“[^“”/]+”是空的", text_of(response))
    if name.startswith("二期"):
        assert "文件“二期红线.gpkg”是空的" in text_of(response)


def test_pasted_geojson_misleads_nobody_about_its_ending(client: Client, plot: bytes) -> None:
    geojson = send(client, plot, then="download").content.decode()
    page = text_of(send(client, None, coordinates=geojson))
    assert "椭球面面积" in page
    assert "扩展名" not in page


def test_a_thousand_plots_are_all_drawn_and_the_table_says_what_it_leaves_out(client: Client, tmp_path: Path) -> None:
    plots = [square(30 * (k % 40), 30 * (k // 40), 20) for k in range(1200)]
    page = send(client, write_txt(tmp_path / "many.txt", *plots).read_bytes()).content.decode()
    svg = page[page.index('<svg class="plot"') : page.index("</svg>", page.index('<svg class="plot"'))]
    assert svg.count("Z") == 1200
    assert svg.count('class="parcel"') == 501
    assert "1200个地块的平面图" in svg
    assert "另有 700 个地块未列出，均已计入" in page
    assert "501\\u20131200" in page[page.index('id="plot-content"') :]


def test_a_day_before_the_notice_is_refused_at_its_field(client: Client, plot: bytes) -> None:
    response = send(client, plot, received_on="2021-07-31")
    assert response.status_code == 422
    assert "2021-08-01" in text_of(response)


def test_after_the_last_day_the_closing_clause_stands_on_top(client: Client, plot: bytes) -> None:
    page = text_of(send(client, plot, received_on="2023-01-01"))
    assert "不再受理园外集聚区申请" in page
    assert page.index("不再受理园外集聚区申请") < page.index("由地块判断")


def test_the_file_travels_with_the_page_and_ticks_choose_industrial_land(client: Client, plot: bytes) -> None:
    page = send(client, plot).content.decode()
    hidden = dict(re.findall(r'name="(kept_name|kept_file|ticked_plot)" value="([^"]*)"', page))
    response = send(client, None, **hidden, industrial="ticked", industrial_parcels=["1"])
    assert response.status_code == 200
    told = re.search(r"工业用地</dt><dd><strong>([^<]*)", text_of(response))
    assert told is not None
    assert told[1].startswith("2"), told[1]


def test_the_plot_and_answers_come_back_as_a_file_that_the_form_accepts(client: Client, plot: bytes) -> None:
    shared = send(client, plot, industrial="all", then="download")
    assert shared["Content-Disposition"].endswith('.geojson"')
    again = send(client, shared.content, name="plot.geojson", industrial="all")
    assert again.status_code == 200


def test_a_name_with_markup_is_shown_and_not_obeyed(client: Client, plot: bytes) -> None:
    page = send(client, plot, leading_industry="<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_records_of_the_demonstration_tell_layers_and_the_number_of_clusters(client: Client) -> None:
    load_land()
    sample = SampleFile.objects.get(code="complies")
    response = send(client, bytes(sample.content), applicant="500155", received_on="2022-09-15")
    page = text_of(response)
    assert response.status_code == 200
    assert "图层和名录为演示数据，均为虚构" in page
    assert "位于工业园区范围内的用地占比" in page
    assert re.search(r"园外集聚区数（已批复、审查中，含本集聚区）</span> <span class=\"measure-value\">\d个", page)


def test_a_file_above_the_limit_is_refused_at_its_field(client: Client, plot: bytes, settings: Any) -> None:
    settings.MAX_UPLOAD_BYTES = 100
    response = send(client, plot, leading_industry="智能家居")
    page = text_of(response)
    assert response.status_code == 422
    assert "“plot.txt”没有收下" in page
    assert 'value="智能家居"' in page


def test_degrees_without_a_system_are_asked_about_where_it_is_chosen(client: Client) -> None:
    square = "107.8,30.67\n107.803,30.67\n107.803,30.673\n107.8,30.673\n"
    assert "请指明坐标系 4490" in text_of(send(client, None, coordinates=square))
    assert send(client, None, coordinates=square, crs="4490").status_code == 200


def test_degrees_are_not_called_a_plane(client: Client) -> None:
    square = "107.8,30.67\n107.803,30.67\n107.803,30.673\n107.8,30.673\n"
    assert "按最近的3°带投影平面" in text_of(send(client, None, coordinates=square, crs="4490"))


def test_an_answer_is_kept_by_no_cache(client: Client, plot: bytes) -> None:
    assert "no-store" in send(client, plot)["Cache-Control"]


def test_a_clause_leads_to_its_words(client: Client, plot: bytes) -> None:
    page = send(client, plot).content.decode()
    clauses = client.get("/clauses/").content.decode()
    for anchor in set(re.findall(r'href="/clauses/#([^"]+)"', page)):
        assert f'id="{anchor}"' in clauses, anchor


def test_a_site_may_switch_the_page_off() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); from jijuqu.web.context import MENU, menu_items; print(menu_items(MENU, chr(47)))"],
        env={**os.environ, "JIJUQU_PLOT_CHECK": "0", "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "/clauses/" in told
    assert "/check/" not in told
