"""Tables of clusters approved on paper, as a district hands them in, with boundary files and scans."""

import csv
import io
import json
import zipfile

import shapely

from jijuqu.registry.existing.columns import HEADINGS
from jijuqu.registry.existing.report import report_existing
from jijuqu.registry.existing.uploads import unpacked
from jijuqu.words.said import say
from tests.registry.entries import square

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

OUTSIDE = {
    "编号": "JJQ-2022-001",
    "申报主体": "梁平区",
    "名称": "梁平区塑料制品中小企业集聚区",
    "主导产业": "塑料制品",
    "行业代码": "292、2927",
    "工业用地（亩）": "200.5",
    "行业主管部门": "梁平区经济信息委",
    "投资建设单位": "某建设公司",
    "运营管理机构": "某运营公司",
    "收文日期": "2021-09-06",
    "复函日期": "2021/12/20",
    "复函文号": "某函〔2021〕12号",
}
IN_PARK = {
    "编号": "JJQ-2022-002",
    "申报主体": "梁平",
    "名称": "梁平区食品加工中小企业集聚区",
    "主导产业": "食品加工",
    "所在园区": "甲园区",
    "工业用地（亩）": "100",
    "名录登记日期": "2022年3月7日",
    "登记依据": "甲园区国土空间规划",
    "登记依据文号": "某资函〔2022〕3号",
    "登记依据单位": "梁平区规划和自然资源局",
}


def a_table(*rows, encoding="utf-8-sig", headings=HEADINGS):
    text = io.StringIO()
    written = csv.DictWriter(text, headings, extrasaction="ignore")
    written.writeheader()
    written.writerows(rows)
    return text.getvalue().encode(encoding)


def a_boundary(shape=None):
    """A boundary file (GeoJSON, degrees) of one parcel."""
    geometry = json.loads(shapely.to_geojson(shape or square()))
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def a_zip(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


FILES = (
    ("JJQ-2022-001.geojson", a_boundary()),
    ("JJQ-2022-001.pdf", PDF),
    ("JJQ-2022-002.geojson", a_boundary(square(0.003, east=0.02))),
    ("JJQ-2022-002.pdf", PDF),
)


def reported(*rows, files=FILES, name="台账.csv", data=None):
    """The report on a table; its files are gone by then."""
    with unpacked(files) as uploads:
        return report_existing(name, data or a_table(*rows), uploads)


def told(said, language="zh"):
    return [(each.heading, say(each.message, language)) for each in said]
