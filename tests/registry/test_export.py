"""The register as files: read back with GDAL and openpyxl, and handed in again as a table."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pyogrio
import pytest
import shapely
from openpyxl import load_workbook
from pyogrio.raw import read

from jijuqu.land.measures import MU_M2
from jijuqu.registry.actions import publish_cluster, unpublish_cluster
from jijuqu.registry.existing.report import RowKind
from jijuqu.registry.export.book import write_book
from jijuqu.registry.export.chosen import Which, chosen_clusters
from jijuqu.registry.export.geodata import write_geodata
from tests.own_database import own_site
from tests.registry.entries import a_paper, a_park, approved, recorded, square, under_review
from tests.registry.handed_in import reported

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 15)
EVIL = "=cmd|' /C calc'!A0"


@pytest.fixture
def register():
    reply = a_paper("复函", number="某函〔2022〕6号", dated_on=date(2022, 6, 1))
    shown = approved("JJQ-1", reply=reply, operator=EVIL, industry_codes=["292", "335"])
    publish_cluster(shown, on=date(2022, 7, 1), actor=None, map_review_number="渝S〔2022〕001号")
    recorded(a_park(), code="JJQ-2")
    under_review("JJQ-3", name_zh="梁平区五金中小企业集聚区", industry_zh="五金")
    return shown


def features(path):
    meta, _ids, geometry, columns = read(path)
    named = dict(zip(meta["fields"], columns, strict=True))
    return meta, shapely.from_wkb(geometry), named


@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_features_come_back_through_gdal_as_they_were(register, tmp_path, ending):
    path = tmp_path / f"register.{ending}"

    write_geodata(path, chosen_clusters(Which.ALL, DAY))

    meta, shapes, columns = features(path)
    assert meta["crs"] == "EPSG:4490"
    assert pyogrio.read_info(path)["layer_name"] == "clusters"
    assert list(columns["code"]) == ["JJQ-1", "JJQ-2", "JJQ-3"]
    assert list(columns["standing"]) == ["approved", "recorded", "under-review"]
    assert list(columns["operator"]) == [EVIL, None, None]
    assert columns["letter_number"][0] == "某函〔2022〕6号"
    assert columns["approved_on"].astype(str).tolist() == ["2022-06-01", "NaT", "NaT"]
    assert columns["industrial_land_mu"][0] == pytest.approx(60_000 / MU_M2)
    assert columns["area_m2"][0] == pytest.approx(register.area_m2)
    assert all(
        shapely.equals_exact(shape.normalize(), shapely.MultiPolygon([square()]).normalize(), 1e-9) for shape in shapes
    )


@pytest.mark.parametrize(
    ("which", "codes"),
    [(Which.PUBLISHED, ["JJQ-1"]), (Which.UNPUBLISHED, ["JJQ-2", "JJQ-3"]), (Which.ALL, ["JJQ-1", "JJQ-2", "JJQ-3"])],
)
def test_published_and_unpublished_are_told_apart(register, which, codes):
    assert [each.code for each in chosen_clusters(which, DAY)] == codes


def test_what_was_taken_down_counts_as_unpublished_from_that_day(register):
    unpublish_cluster(register, on=date(2022, 9, 1), why="边界复核", actor=None)

    assert not chosen_clusters(Which.PUBLISHED, DAY)
    assert [each.code for each in chosen_clusters(Which.PUBLISHED, date(2022, 8, 31))] == ["JJQ-1"]


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "xlsx"])
def test_an_empty_register_is_a_whole_file(tmp_path, ending):
    path = tmp_path / f"empty.{ending}"
    (write_book if ending == "xlsx" else write_geodata)(path, [])

    assert load_workbook(path).worksheets[0].max_row == 1 if ending == "xlsx" else not len(features(path)[1])


def test_the_workbook_keeps_text_as_text_and_numbers_as_numbers(register, tmp_path):
    path = tmp_path / "register.xlsx"

    write_book(path, chosen_clusters(Which.ALL, DAY))

    sheet = load_workbook(path).worksheets[0]
    places = {cell.value: cell.column for cell in sheet[1]}
    evil = sheet.cell(2, places["运营管理机构"])
    assert (evil.value, evil.data_type, evil.quotePrefix) == (EVIL, "s", True)
    assert sheet.cell(2, places["工业用地（亩）"]).value == 90.0
    assert sheet.cell(2, places["复函日期"]).value.date() == date(2022, 6, 1)
    assert [sheet.cell(row, places["状态"]).value for row in (2, 3, 4)] == ["已批复", "已登记", "审查中"]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_the_workbook_handed_in_again_differs_from_the_register_in_nothing(register, tmp_path):
    path = tmp_path / "register.xlsx"
    write_book(path, [each for each in chosen_clusters(Which.ALL, DAY) if each.standing != "under-review"])

    report = reported(name="register.xlsx", data=path.read_bytes(), files=())

    assert [(row.kind, row.differences) for row in report.rows] == [(RowKind.SAME, ()), (RowKind.SAME, ())]


def test_the_workbook_edited_and_handed_in_again_shows_the_edit(register, tmp_path):
    path = tmp_path / "register.xlsx"
    write_book(path, chosen_clusters(Which.PUBLISHED, DAY))
    book = load_workbook(path)
    places = {cell.value: cell.column for cell in book.worksheets[0][1]}
    book.worksheets[0].cell(2, places["运营管理机构"], "新运营公司")
    edited = BytesIO()
    book.save(edited)

    (row,) = reported(name="register.xlsx", data=edited.getvalue(), files=()).rows

    assert [(each.heading, each.before, each.after) for each in row.differences] == [
        ("运营管理机构", EVIL, "新运营公司")
    ]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    with own_site(tmp_path_factory.mktemp("site")) as site:
        site.run("from jijuqu.demo.load import load_land; load_land()")
        yield site


@pytest.mark.parametrize(
    ("on", "options", "count"),
    [
        ("2022-09-15", (), 15),
        ("2022-09-15", ("--which", "unpublished"), 3),
        ("2022-09-15", ("--which", "all"), 18),
        ("2021-10-31", (), 1),
    ],
)
def test_the_command_writes_what_is_asked_for(demonstration, tmp_path, on, options, count):
    path = tmp_path / "register.gpkg"
    run = demonstration.command("export", "registry", "-o", path, "--on", on, *options)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"已导出{count}个集聚区：{path}\n"
    assert len(features(path)[1]) == count


def test_the_command_replaces_a_file_and_leaves_nothing_beside_it(demonstration, tmp_path):
    path = tmp_path / "register.xlsx"
    path.write_text("old")

    assert demonstration.command("export", "registry", "-o", path, "--lang", "en").returncode == 0
    assert load_workbook(path).sheetnames == ["存量台账"]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "register.dwg"), "扩展名应为 .gpkg、.geojson、.xlsx 之一"),
        (("-o", "register.gpkg", "--which", "some"), "--which 只能是 published、unpublished、all"),
        (("-o", "register.gpkg", "--on", "tomorrow"), "不是日期"),
        (("-o", "no-such-folder/register.gpkg"), "无法写入 no-such-folder/register.gpkg"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_sentence(demonstration, arguments, words):
    run = demonstration.command("export", "registry", *arguments)

    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert not Path(arguments[1]).exists()
