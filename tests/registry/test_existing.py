"""Clusters approved on paper come in from a table with boundary files and scans; a report first, then all or nothing."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from openpyxl import load_workbook

from jijuqu.journal.models import Attachment, Event, Paper
from jijuqu.land.measures import MU_M2
from jijuqu.land.parcel import UnreadableError
from jijuqu.registry.actions import end_cluster, enter_existing
from jijuqu.registry.existing.columns import HEADINGS
from jijuqu.registry.existing.report import RowKind, report_existing
from jijuqu.registry.existing.template import template
from jijuqu.registry.existing.uploads import unpacked
from jijuqu.registry.models import Cluster, Slot
from jijuqu.registry.queries import clusters_outside_parks
from jijuqu.sheets.reading import read_sheet
from tests.registry.entries import LIANGPING, a_park, square, under_review
from tests.registry.handed_in import FILES, IN_PARK, OUTSIDE, PDF, a_boundary, a_table, a_zip, reported, told

pytestmark = pytest.mark.django_db
TODAY = date(2022, 9, 15)


@pytest.fixture(autouse=True)
def _own_attachments(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def park():
    return a_park()


def import_(*rows, files=FILES, without_faulty=False):
    with unpacked(files) as uploads:
        report = report_existing("台账.csv", a_table(*rows), uploads)
        return enter_existing(report, actor=None, on=TODAY, without_faulty=without_faulty)


def kinds(report):
    return [row.kind for row in report.rows]


def test_two_rows_become_two_clusters_with_papers_scans_and_a_place(park):
    assert kinds(reported(OUTSIDE, IN_PARK)) == [RowKind.NEW, RowKind.NEW]
    assert not Cluster.objects.exists()

    import_(OUTSIDE, IN_PARK)

    outside, inside = Cluster.objects.order_by("code")
    assert (outside.approved_on, outside.reply.number) == (date(2021, 12, 20), "某函〔2021〕12号")
    assert (inside.park, inside.recorded_on, inside.evidence.title) == (park, date(2022, 3, 7), "甲园区国土空间规划")
    assert outside.industrial_land_m2 == pytest.approx(200.5 * MU_M2)
    assert outside.geometry.equals(square())
    assert outside.industry_codes == ["292", "2927"]
    assert outside.reply.attachment == inside.evidence.attachment == Attachment.objects.get()
    assert Slot.objects.get().cluster == outside
    assert clusters_outside_parks(LIANGPING, TODAY) == (1, 0)
    assert outside.published_on is None
    assert [event.act for event in Event.objects.all()][-2:] == ["registry.enter_cluster"] * 2


def test_the_same_table_again_changes_nothing(park):
    import_(OUTSIDE, IN_PARK)
    before = Event.objects.count()

    assert kinds(reported(OUTSIDE, IN_PARK)) == [RowKind.SAME, RowKind.SAME]
    import_(OUTSIDE, IN_PARK)
    assert Event.objects.count() == before


def test_a_second_table_shows_every_difference_before_it_is_written():
    import_(OUTSIDE)
    changed = OUTSIDE | {"运营管理机构": "新运营公司", "复函文号": "某函〔2021〕21号", "工业用地（亩）": "199"}
    files = [("JJQ-2022-001.geojson", a_boundary(square(0.0041))), ("JJQ-2022-001.pdf", PDF + b"\n")]

    report = reported(changed, files=files)

    assert kinds(report) == [RowKind.CHANGED]
    differences = {each.heading: (each.before, each.after) for each in report.rows[0].differences}
    assert differences["运营管理机构"] == ("某运营公司", "新运营公司")
    assert differences["复函文号"] == ("某函〔2021〕12号", "某函〔2021〕21号")
    assert differences["工业用地（亩）"] == ("200.50", "199.00")
    assert set(differences) == {"运营管理机构", "复函文号", "工业用地（亩）", "边界文件", "扫描件"}

    import_(changed, files=files)
    cluster = Cluster.objects.get()
    assert (cluster.operator, cluster.reply.number) == ("新运营公司", "某函〔2021〕21号")
    assert cluster.geometry.equals(square(0.0041))
    event = Event.objects.last()
    assert event.act == "registry.correct_cluster"
    assert event.details["columns"]["operator"] == {"before": "某运营公司", "after": "新运营公司"}
    assert Paper.objects.count() == 2, "the letter as it was stays on record"


def test_days_corrected_are_corrected_in_the_place_too():
    import_(OUTSIDE)
    import_(OUTSIDE | {"收文日期": "2021-09-08", "复函日期": "2021-12-21"})

    slot = Slot.objects.get()
    assert (slot.taken_on, slot.approved_on) == (date(2021, 9, 8), date(2021, 12, 21))


FAULTS = [
    ({"编号": ""}, "编号", "必须填写"),
    ({"编号": "甲 1"}, "编号", "不能作编号"),
    ({"申报主体": "某某区"}, "申报主体", "当时没有名为“某某区”的区县"),
    ({"名称": ""}, "名称", "必须填写"),
    ({"名称": "梁" * 81}, "名称", "最多80个字"),
    ({"行业代码": "9999"}, "行业代码", "没有代码为9999的国民经济行业"),
    ({"工业用地（亩）": "二百"}, "工业用地（亩）", "应为数字（亩），现为“二百”"),
    ({"工业用地（亩）": "900"}, "工业用地（亩）", "大于边界实测"),
    ({"收文日期": "去年"}, "收文日期", "应为日期，如 2022-03-01，现为“去年”"),
    ({"收文日期": "2022-01-01"}, "复函日期", "早于收文日期2022-01-01"),
    ({"复函文号": ""}, "复函文号", "园区外的集聚区必须填写"),
    ({"名录登记日期": "2022-01-01"}, "名录登记日期", "园区外的集聚区不填此列"),
    ({"所在园区": "不存在的园区"}, "所在园区", "没有名为“不存在的园区”的工业园区"),
    ({"所在园区": "甲园区"}, "复函日期", "没有复函，不填此列"),
    ({"投资建设单位信用代码": "91500000MA5U000000"}, "投资建设单位信用代码", "校验"),
    ({"边界文件": "没有.txt"}, "边界文件", "没有名为“没有.txt”的文件"),
    ({"边界文件": "JJQ-2022-001.pdf"}, "边界文件", "PDF"),
    ({"扫描件": "JJQ-2022-001.geojson"}, "扫描件", "不是扫描件"),
]


@pytest.mark.parametrize(("cells", "heading", "words"), FAULTS)
def test_a_faulty_row_is_told_by_column_and_is_not_written(park, cells, heading, words):
    report = reported(OUTSIDE | cells)

    assert kinds(report) == [RowKind.FAULTY]
    assert any(where == heading and words in said for where, said in told(report.rows[0].errors)), told(
        report.rows[0].errors
    )
    with pytest.raises(ValidationError, match="第2行有错误"):
        import_(OUTSIDE | cells)
    assert not Cluster.objects.exists()


def test_all_faults_of_a_row_are_told_at_once_in_either_language():
    report = reported(OUTSIDE | {"申报主体": "某某区", "复函日期": "某日", "边界文件": "没有.txt"})

    assert len(report.rows[0].errors) >= 3
    english = " ".join(words for _heading, words in told(report.rows[0].errors, "en"))
    assert "There was no district or committee" in english
    assert "must be a day such as 2022-03-01" in english


def test_the_faultless_rows_may_come_in_without_the_others(park):
    import_(OUTSIDE | {"复函文号": ""}, IN_PARK, without_faulty=True)

    assert [each.code for each in Cluster.objects.all()] == [IN_PARK["编号"]]


def test_a_code_twice_is_refused_at_its_second_place():
    report = reported(OUTSIDE, OUTSIDE)

    assert kinds(report) == [RowKind.NEW, RowKind.FAULTY]
    assert told(report.rows[1].errors) == [("编号", "编号JJQ-2022-001与第2行重复：每个集聚区一行。")]


def test_a_code_of_another_cluster_is_not_overwritten(park):
    import_(IN_PARK)

    report = reported(OUTSIDE | {"编号": IN_PARK["编号"], "边界文件": "JJQ-2022-001.geojson"})

    assert "该编号已属于“梁平区食品加工中小企业集聚区”" in told(report.rows[0].errors)[0][1]


DOUBTS = [
    ({"名称": "梁平区塑胶中小企业集聚区"}, "名称", "与命名规则"),
    ({"收文日期": ""}, "收文日期", "按复函日期计"),
    ({"收文日期": "2021-05-01"}, "收文日期", "不在通知执行期间（2021-08-01至2022-12-31）"),
    ({"用地面积（亩）": "500"}, "用地面积（亩）", "相差超过1%"),
    ({"边界文件": "JJQ-2022-002.geojson", "编号": "JJQ-9"}, "扫描件", "没有扫描件"),
]


@pytest.mark.parametrize(("cells", "heading", "words"), DOUBTS)
def test_what_is_only_strange_is_told_and_may_come_in(cells, heading, words):
    report = reported(OUTSIDE | {"工业用地（亩）": "100"} | cells)

    assert kinds(report) == [RowKind.NEW]
    assert any(where == heading and words in said for where, said in told(report.rows[0].warnings))


def test_a_name_borne_already_and_land_taken_already_are_told():
    under_review("c1")

    warned = told(reported(OUTSIDE).rows[0].warnings)

    assert any("同名" in said for heading, said in warned if heading == "名称")
    assert any("重叠" in said for heading, said in warned if heading == "边界文件")


def test_land_outside_its_park_is_told(park):
    files = [("JJQ-2022-002.geojson", a_boundary(square(0.003, east=0.2)))]

    assert any(
        "边界只有0.0%在甲园区规划范围内" in said
        for _heading, said in told(reported(IN_PARK, files=files).rows[0].warnings)
    )


def test_the_sixth_of_a_district_wants_a_reason_counted_with_the_rows_above():
    for number in range(4):
        under_review(f"c{number}")
    rows = [OUTSIDE | {"编号": f"JJQ-{n}", "边界文件": "JJQ-2022-001.geojson"} for n in (5, 6, 7)]

    report = reported(*rows)

    assert kinds(report) == [RowKind.NEW, RowKind.FAULTY, RowKind.FAULTY]
    assert told(report.rows[1].errors) == [
        ("特殊情况说明", "这是梁平区的第6个园外集聚区；原则上不超过5个（二（一）2），请填写特殊情况说明。")
    ]
    import_(*(row | {"特殊情况说明": "市政府专题会议纪要"} for row in rows))
    assert sorted(Slot.objects.values_list("number", flat=True)) == list(range(1, 8))


def test_a_report_grown_old_is_not_written():
    import_(OUTSIDE)
    with unpacked(FILES) as uploads:
        report = report_existing("台账.csv", a_table(OUTSIDE | {"运营管理机构": "新运营公司"}), uploads)
        end_cluster(Cluster.objects.get(), on=TODAY, why="撤销", actor=None)
        Cluster.objects.update(operator="别人改过")

        with pytest.raises(ValidationError, match="登记内容在核对之后有变动（JJQ-2022-001）"):
            enter_existing(report, actor=None, on=TODAY)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_csv_in_the_usual_encodings(encoding):
    assert kinds(reported(data=a_table(OUTSIDE, encoding=encoding))) == [RowKind.NEW]


def test_files_may_come_in_one_zip_with_folders():
    files = [
        (
            "全部.zip",
            a_zip(**{"边界/JJQ-2022-001.geojson": a_boundary(), "扫描/JJQ-2022-001.pdf": PDF, "说明.txt": "无关"}),
        )
    ]

    report = reported(OUTSIDE, files=files)

    assert kinds(report) == [RowKind.NEW]
    assert report.rows[0].entry.paper.scan.name == "JJQ-2022-001.pdf"
    assert told(report.rows[0].warnings) == []
    assert [each.code for each in report.issues] == ["existing_files_unused"]


def test_the_zip_of_a_single_boundary_is_read_as_one():
    files = [("甲.zip", a_zip(**{"layer.geojson": a_boundary()}))]

    report = reported(OUTSIDE | {"边界文件": "甲.zip"}, files=files)

    assert kinds(report) == [RowKind.NEW]
    assert report.issues == ()


def test_a_name_that_fits_two_files_is_asked_about():
    files = [("一.zip", a_zip(**{"甲/界.geojson": a_boundary(), "乙/界.geojson": a_boundary()}))]

    report = reported(OUTSIDE | {"边界文件": "界.geojson"}, files=files)

    assert ("边界文件", "有2个名为“界.geojson”的文件：请改名，使每个文件名只出现一次。") in told(report.rows[0].errors)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.txt"])
def test_a_zip_that_writes_elsewhere_is_refused(name):
    with pytest.raises(UnreadableError), unpacked([("甲.zip", a_zip(**{name: "x", "b.txt": "y"}))]):
        pass


def test_the_template_has_the_columns_an_explanation_of_each_and_no_entries():
    data = template()

    sheet = read_sheet("模板.xlsx", data, HEADINGS)
    assert sheet.headings == HEADINGS
    assert sheet.rows == ()
    explained = read_sheet("模板.xlsx", data, ("列", "说明", "In English"))
    assert [row.cells["列"] for row in explained.rows] == list(HEADINGS)
    assert all(row.cells["说明"] and row.cells["In English"] for row in explained.rows)


def test_the_template_filled_in_is_read():
    book = load_workbook(BytesIO(template()))
    for place, heading in enumerate(HEADINGS, start=1):
        book.worksheets[0].cell(2, place, OUTSIDE.get(heading))
    filled = BytesIO()
    book.save(filled)

    assert kinds(reported(name="台账.xlsx", data=filled.getvalue())) == [RowKind.NEW]
