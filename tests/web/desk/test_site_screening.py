"""选址筛查 on the desk: layers handed in and screened, groups at other thresholds, files, and a plan from a group."""

from __future__ import annotations

import gzip
import io
import json
import re

import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from django.core.files.uploadedfile import SimpleUploadedFile

from jijuqu.cases.models import Case
from jijuqu.journal.models import Event
from jijuqu.land.area import geodesic_areas_m2
from jijuqu.reference.kept_screenings import folder_of
from jijuqu.reference.models import KeptScreening
from jijuqu.registry.models.planning import LayerKind
from tests.cases import people
from tests.land.screening.ground import plot, write, write_parcels
from tests.registry import entries
from tests.web.desk.at_work import TODAY, a_day, page, said, sit_down  # noqa: F401 - a_day is a fixture
from tests.web.desk.screened import ADDRESS, PLOTS, here, in_this_process, parcels, screen, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]
JIANGJIN = "500116"
M2_IN_MU = 2000 / 3


@pytest.fixture(autouse=True)
def _no_child(monkeypatch):
    """Screen in this process; that the child does the same is asked in tests/siting."""
    monkeypatch.setattr("jijuqu.siting.screening_child._answer", in_this_process)


@pytest.fixture
def drafter(client):
    drafter = people.drafter()
    sit_down(client, drafter)
    return drafter


@pytest.fixture
def result(client, drafter, tmp_path):
    """The address of the result of PLOTS; the drafter of 梁平区 sits before it."""
    answer = screen(client, parcels(tmp_path))
    assert answer.status_code == 302, said(answer)
    return answer["Location"]


def on_the_map(answer, layer="groups"):
    """Give the features of a layer of the map on a page, each with the places of its parcels."""
    content = re.search(r'id="screening-groups"[^>]*>(.*?)</script>', answer.content.decode(), re.DOTALL)
    return {each["id"]: each["features"] for each in json.loads(content[1])}[layer]


def parcels_of_the_map(client, answer):
    """Give the light shapes that the map of a page fetches."""
    sent_light = client.get(re.search(r'data-parcels="([^"]*)"', answer.content.decode())[1])
    coordinates = json.loads(gzip.decompress(sent_light.content))
    return [shapely.from_geojson(json.dumps({"type": "MultiPolygon", "coordinates": each})) for each in coordinates]


def test_layers_are_screened_and_the_result_is_kept(client, result, drafter):
    kept = KeptScreening.objects.get()
    assert result == f"{ADDRESS}{kept.pk}/"
    assert (kept.name, kept.made_by, kept.organisation_id) == (f"地块 {TODAY}", drafter, "500155-economy")
    assert kept.counts == {"rows": 4, "industrial": 4, "kept": 4, "groups": 1, "near_misses": 1}
    assert kept.name in page(client, ADDRESS)


def test_the_result_tells_what_is_large_enough_where_and_what_one_more_parcel_would_do(client, result):
    words = page(client, result)
    area_mu = geodesic_areas_m2(list(here(PLOTS[:2]))).sum() / M2_IN_MU
    assert f"不少于 200 亩、间距 20 米以内连片的工业用地：1 组，合计 {area_mu:.2f} 亩" in words
    assert "最大的是梁平区第 1 组" in words
    assert re.search(
        r"看图 梁平区 16\d\.\d\d 3\d\.\d\d 1 3 相距59\.\d+米的地块4（3\d\.\d+亩），连上后\d+\.\d+亩", words
    )


def test_the_map_puts_groups_together_of_the_parcels_that_it_holds(client, result):
    answer = client.get(result)
    light = parcels_of_the_map(client, answer)
    (group,), (miss,) = on_the_map(answer), on_the_map(answer, "near-miss")
    assert (group["parcels"], miss["parcels"]) == ([0, 1], [2])
    assert shapely.hausdorff_distance(light, here(PLOTS)).max() < 2e-5  # degrees, some 2 m
    picture = client.get(f"{result}map.svg?min_mu=100")
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.decode().count('fill-opacity="0.25"') == 2


@pytest.mark.parametrize(
    ("asked", "sizes"),
    [("min_mu=100", [2, 1]), ("min_mu=100&gap_m=10", [1, 1, 1]), ("min_mu=400", []), ("district=梁平区", [2])],
)
def test_groups_appear_and_vanish_with_the_thresholds(client, result, asked, sizes):
    answer = client.get(f"{result}?{asked}", headers={"HX-Request": "true"})
    assert "<main" not in answer.content.decode()
    assert answer["HX-Replace-Url"].startswith(result)
    shown = on_the_map(answer)
    assert [len(each["parcels"]) for each in shown] == sizes


def test_near_misses_of_another_threshold_are_looked_round_too(client, result):
    words = page(client, f"{result}?min_mu=40")
    assert re.search(
        r"看图 梁平区 3\d\.\d\d \d\.\d\d 1 4 相距59\.\d+米的地块3（16\d\.\d+亩），连上后19\d\.\d+亩", words
    )


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("gap_m=25", "筛查时的间距为 20 米，只能改小"),
        ("gap_m=-1", "确保该值大于或等于0"),
        ("min_mu=二百", "输入一个数字"),
        ("district=江湖县", "江湖县 不在可用的选项中"),
    ],
)
def test_thresholds_that_cannot_be_are_named_and_what_was_typed_stays(client, result, asked, sentence):
    answer = client.get(f"{result}?{asked}&min_mu=150" if "min_mu" not in asked else f"{result}?{asked}")
    assert answer.status_code == 422
    assert sentence in said(answer)
    assert ('value="150"' in answer.content.decode()) == ("min_mu" not in asked)


def test_parcels_inside_layers_sent_and_on_record_do_not_count(client, drafter, tmp_path):
    first, second, third = (here([each])[0] for each in PLOTS[:3])
    entries.a_park(shape=first)
    entries.a_layer(LayerKind.FARMLAND, entries.square(0.02), third)
    clear = sent(write(tmp_path / "红线.parquet", [second]))
    screen(client, parcels(tmp_path), on_record=["park", "farmland"], keep_clear=[clear])
    words = page(client, f"{ADDRESS}{KeptScreening.objects.get().pk}/")
    for sentence in (
        "落在“园区规划范围”内而不计入 1 个", "落在“永久基本农田”内而不计入 1 个", "落在“红线.parquet”内而不计入 1 个",
        "计入 1 个", "系统记录的“永久基本农田”没有覆盖全部地块所在范围",
    ):  # fmt: skip
        assert sentence in words


def a_table(path, **columns):
    pq.write_table(pa.table(columns), path)
    return sent(path)


METRES = [shapely.box(460_000, 3_290_000, 460_100, 3_290_100)]
BAD = {
    "text": ("parcels", lambda at: SimpleUploadedFile("地块.csv", b"1,2,3"), "此处只收"),
    "empty": ("parcels", lambda at: SimpleUploadedFile("地块.parquet", b""), "空"),
    "damaged": ("parcels", lambda at: SimpleUploadedFile("a.parquet", b"PAR1 and nothing else"), "a.parquet 无法打开"),
    "no shapes": ("parcels", lambda at: a_table(at / "b.parquet", id=[1]), "b.parquet 没有图形列"),
    "no rows": ("parcels", lambda at: sent(write_parcels(at / "c.parquet", [])), "c.parquet 没有一行数据"),
    "metres called degrees": ("parcels", lambda at: sent(write_parcels(at / "d.parquet", METRES)), "d.parquet"),
    "two systems": ("parcels", lambda at: sent(mixed(at / "e.parquet")), "米与度混用"),
    "no industrial land": (
        "use_prefix", lambda at: parcels(at, landuse=["1001"] * 4), "文件中的代码有：1001。请用 “工业用地代码的开头” 指明",
    ),
}  # fmt: skip


def mixed(path):
    return write(
        path, [*here(PLOTS[:2]), *METRES], crs=None, parcel_id=[1, 2, 3], district=["梁平区"] * 3, landuse=["0601"] * 3
    )


@pytest.mark.parametrize("bad", BAD)
def test_a_file_that_cannot_be_used_is_told_at_its_field_and_nothing_is_lost(client, drafter, tmp_path, bad):
    field, file, sentence = BAD[bad]
    answer = screen(client, file(tmp_path), name="全区", layer_share="2.5")
    assert answer.status_code == 422
    body = answer.content.decode()
    at_field = re.search(rf'id="id_{field}_error">(.*?)</ul>', body, re.DOTALL)
    assert at_field, said(answer)[:1500]
    assert sentence in re.sub(r"<[^>]*>", "", at_field[1])
    assert str(tmp_path) not in body
    assert "incoming-" not in body
    assert 'value="全区"' in body
    assert 'value="2.5"' in body
    assert not KeptScreening.objects.exists()


def test_a_layer_that_cannot_be_used_is_told_at_its_own_field_and_the_files_stay_sent(client, drafter, tmp_path):
    layer = sent(write(tmp_path / "红线.parquet", METRES))
    answer = screen(client, parcels(tmp_path), keep_clear=[layer])
    body = answer.content.decode()
    assert "红线.parquet" in re.search(r'id="id_keep_clear_error">(.*?)</ul>', body, re.DOTALL)[1]
    token = re.search(r'name="parcels-kept" value="([^"]*)"', body)[1]
    assert screen(client, "", **{"parcels-kept": token}).status_code == 302


def test_a_column_that_is_named_must_be_there(client, drafter, tmp_path):
    answer = screen(client, parcels(tmp_path), id_column="DKBH")
    assert "没有 “地块编号列” 所指的列“DKBH”" in said(answer)
    assert 'id="id_id_column_error"' in answer.content.decode()


@pytest.mark.parametrize("odd", [None, shapely.Point(107.7, 30.6), b"\1\3\0\0\0"])
def test_odd_parcels_are_told_and_the_others_are_screened(client, drafter, tmp_path, odd):
    path = write_parcels(
        tmp_path / "p.parquet", [*here(PLOTS[:2]), odd], parcel_id=[7, 7, 9], district=["梁平区", "梁平区", "江湖县"]
    )
    words = page(client, screen(client, sent(path))["Location"])
    assert "1 组" in words
    assert "1个编号重复：7" in words
    assert "1个地块" in words


def test_a_layer_that_covers_everything_leaves_nothing_and_says_so(client, drafter, tmp_path):
    everything = sent(write(tmp_path / "全部.parquet", here([plot(-5000, -5000, 20_000)])))
    words = page(client, screen(client, parcels(tmp_path), keep_clear=[everything])["Location"])
    assert "落在“全部.parquet”内而不计入 4 个" in words
    assert "没有达到要求的组" in words


def test_a_parcel_of_very_many_corners_is_screened_and_drawn_lightly(client, drafter, tmp_path):
    angles = np.linspace(0, 2 * np.pi, 100_000, endpoint=False)
    disc = shapely.Polygon(np.column_stack([1600 + 300 * np.cos(angles), 300 * np.sin(angles)]))
    answer = client.get(screen(client, parcels(tmp_path, shapes=[disc]))["Location"])
    assert "：1 组" in said(answer)
    (light,) = parcels_of_the_map(client, answer)
    assert shapely.get_num_coordinates(light) < 500


def test_every_screening_has_a_name_of_its_own(client, result, tmp_path):
    screen(client, parcels(tmp_path))
    names = set(KeptScreening.objects.values_list("name", flat=True))
    assert names == {f"地块 {TODAY}", f"地块 {TODAY}（2）"}
    answer = screen(client, parcels(tmp_path), name=f"地块 {TODAY}")
    assert "本单位已有同名的筛查" in said(answer)


def test_files_hold_the_groups_of_the_thresholds_as_the_command_writes_them(client, result, tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{result}file.xlsx?min_mu=100").content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("district", "rank", "parcels", "area_mu", "first_parcel")
    assert [row[:3] + row[4:] for row in rows[1:]] == [("梁平区", 1, 2, 1), ("梁平区", 2, 1, 3)]
    features = json.loads(client.get(f"{result}file.geojson").content)["features"]
    assert [each["properties"]["first_parcel"] for each in features] == [1]
    path = tmp_path / "groups.gpkg"
    path.write_bytes(client.get(f"{result}file.gpkg?min_mu=100").content)
    assert len(pyogrio.raw.read(path, layer="groups")[2]) == 2
    assert client.get(f"{result}file.pdf").status_code == 404
    assert client.get(f"{result}file.xlsx?gap_m=99").status_code == 302


def take_over(client, result, title="梁平区家居集聚区规划", group=0, asked=""):
    return client.post(f"{result}take-over/{asked}", {"group": group, "title": title})


def test_a_group_becomes_the_first_cluster_of_a_plan_with_its_outline(client, result, drafter):
    answer = take_over(client, result)
    case = Case.objects.get()
    assert answer["Location"] == f"/desk/cases/{case.number}/plan/"
    assert (case.title, case.holder_id, case.drafter) == ("梁平区家居集聚区规划", "500155", drafter)
    boundary = case.clusters.get().boundaries.get()
    assert boundary.area_m2 == pytest.approx(geodesic_areas_m2(list(here(PLOTS[:2]))).sum(), rel=1e-9)
    assert (boundary.gap_m, boundary.land["parts"]) == (20.0, 1)
    assert boundary.facts["industrial_land_mu"] == pytest.approx(boundary.area_m2 / M2_IN_MU)
    assert "取自选址筛查" in page(client, f"/desk/cases/{case.number}/record/")
    assert boundary.file_name == f"选址筛查 地块 {TODAY} 第1组.geojson"


def test_a_group_that_is_sent_twice_becomes_one_plan_and_another_group_another(client, result):
    form = re.search(
        r'name="once" value="([^"]+)"><input type="hidden" name="group"', client.get(result).content.decode()
    )
    sent_twice = {"group": 0, "title": "梁平区家居集聚区规划", "once": form[1]}
    first, second = (client.post(f"{result}take-over/", sent_twice) for _ in range(2))
    assert first["Location"] == second["Location"] == f"/desk/cases/{Case.objects.get().number}/plan/"
    assert take_over(client, result).status_code == 302
    assert Case.objects.count() == 2


def test_a_form_that_is_sent_twice_is_screened_once(client, drafter, tmp_path):
    token = re.search(r'name="once" value="([^"]+)"', client.get(ADDRESS).content.decode())[1]
    first, second = (screen(client, parcels(tmp_path), once=token) for _ in range(2))
    assert first["Location"] == second["Location"] == f"{ADDRESS}{KeptScreening.objects.get().pk}/"


def test_a_plan_without_a_name_is_not_begun_and_a_group_that_is_gone_is_not_there(client, result):
    refused = take_over(client, result, title="")
    assert refused.status_code == 422
    assert 'href="#title-0"' in refused.content.decode()
    assert take_over(client, result, asked="?min_mu=400").status_code == 404
    assert take_over(client, result, group="x").status_code == 404
    assert take_over(client, result, asked="?gap_m=99").status_code == 302
    assert not Case.objects.exists()


@pytest.mark.parametrize(("district", "told"), [("江津区", ""), ("江湖县", "区县“江湖县”不在区县名录内")])
def test_only_groups_of_the_own_district_become_plans(client, drafter, tmp_path, district, told):
    result = screen(client, parcels(tmp_path, district=district))["Location"]
    answer = client.get(result)
    assert "take-over" not in answer.content.decode()
    assert told in said(answer)
    assert take_over(client, result).status_code == 403


def test_a_layer_without_districts_begins_no_plan_and_says_why(client, drafter, tmp_path):
    path = write(tmp_path / "p.parquet", here(PLOTS))
    words = page(client, screen(client, sent(path))["Location"])
    assert "图层没有写明区县，不能据此立案" in words
    assert "最大的一组：" in words


def test_the_city_opens_every_screening_and_another_district_none(client, result, drafter):
    light = re.search(r'data-parcels="([^"]*)"', client.get(result).content.decode())[1]
    addresses = [result, f"{result}file.xlsx", f"{result}map.svg", light]
    sit_down(client, people.city_officer())
    assert "take-over" not in client.get(result).content.decode()
    assert [client.get(each).status_code for each in addresses] == [200] * 4
    assert client.post(f"{result}remove/").status_code == 403
    sit_down(client, people.drafter("other", JIANGJIN))
    assert [client.get(each).status_code for each in addresses] == [404] * 4
    assert client.post(f"{result}remove/").status_code == 404
    assert take_over(client, result).status_code == 404
    assert "地块" not in re.findall(r"<tbody>(.*?)</tbody>", client.get(ADDRESS).content.decode(), re.DOTALL)


@pytest.mark.parametrize("person", [people.district_leader, lambda: people.reviewer("city-ecology")])
def test_nobody_screens_but_those_who_draft_and_the_commission(client, result, person):
    sit_down(client, person())
    assert [client.get(each).status_code for each in (ADDRESS, result, f"{result}file.xlsx")] == [403] * 3
    assert "选址筛查" not in client.get("/desk/").content.decode()


def test_a_screening_is_removed_by_its_own_organisation(client, result, drafter, django_capture_on_commit_callbacks):
    kept = KeptScreening.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{result}remove/")
    assert not KeptScreening.objects.exists()
    assert not folder_of(kept.digest).exists()
    assert list(Event.objects.values_list("act", flat=True)) == [
        "reference.keep_screening", "reference.remove_screening",
    ]  # fmt: skip
    assert client.get(result).status_code == 404


def test_a_result_whose_files_are_gone_says_so(client, result):
    kept = KeptScreening.objects.get()
    folder_of(kept.digest).rename(folder_of(kept.digest).with_suffix(".away"))
    assert "的结果文件已不在系统中" in said(client.get(result, follow=True))
    assert client.get(f"{result}file.xlsx").status_code == 404


def test_pages_ask_the_database_a_few_times_only(client, result, django_assert_max_num_queries):
    for address in (ADDRESS, result):
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200


def test_in_english_every_word_is(client, result):
    assert not re.search(
        r"[一-龥]", re.sub("地块|梁平区|渝经信规范〔2021〕5号|二（[一二]）1–2，?", "", page(client, f"/en{ADDRESS}"))
    )
    words = page(client, f"/en{result}")
    assert "contiguous up to 20 m: 1" in words
    assert "The largest is group 1 of Liangping" in words
