"""The columns of the table: headings, what to put in, examples; and which column of the register each one fills."""

from __future__ import annotations

from typing import NamedTuple

from jijuqu.words.text import Text

SHEET = "存量台账"


class Column(NamedTuple):
    """One column: its heading, what to put in, an example outside the parks and one inside, its width in characters."""

    heading: str
    about: Text
    outside: str
    in_park: str
    width: float = 14


COLUMNS = (
    Column("编号", Text(
        "必填。自编，字母、数字和短横线；同一集聚区每次都填同一编号，再次导入时据此比对。",
        "Required. Of your own making: letters, digits, hyphens; always the same for one cluster."),
        "JJQ-2022-001", "JJQ-2022-002"),
    Column("申报主体", Text(
        "必填。区县政府或管委会的名称、简称或代码。", "Required. District or committee: its name, short name or code."),
        "江津区", "合川区", 12),
    Column("名称", Text(
        "必填。复函或登记所用的全称（区县+主导产业+中小企业集聚区，二（三）6）。",
        "Required. The full name of the letter or register (二（三）6)."),
        "江津区五金制品中小企业集聚区", "合川区电子元器件中小企业集聚区", 34),
    Column("英文名称", Text("可不填。", "May be empty."), "Jiangjin Hardware SME Cluster", "", 30),
    Column("主导产业", Text("必填。名称中的主导产业。", "Required. The leading industry of the name."), "五金制品", "电子元器件"),
    Column("主导产业（英文）", Text("可不填。", "May be empty."), "Hardware", ""),
    Column("行业代码", Text(
        "可不填。GB/T 4754-2017代码，多个用顿号隔开。", "May be empty. GB/T 4754-2017 codes, several with 、 between."),
        "335、338", "398"),
    Column("所在园区", Text(
        "园区内的填园区名称或代码；工业园区之外的留空。", "For in-park clusters the park's name or code; empty outside."),
        "", "三溪特色工业园区", 20),
    Column("工业用地（亩）", Text(
        "边界文件有地类代码的可不填，否则必填。", "May be empty where the boundary file has land-use codes."),
        "243.10", "", 12),
    Column("用地面积（亩）", Text(
        "可不填。批准文件上的面积，与边界实测相差超过1%的会提示。",
        "May be empty. The area on paper; more than 1 % from the measured one is told."),
        "286.40", "431.00", 12),
    Column("行业主管部门", Text("二（二）4所列责任主体。", "Body of 二（二）4."), "江津区经济信息委", "合川区经济信息委", 20),
    Column("投资建设单位", Text("二（二）4所列责任主体。", "Body of 二（二）4."), "某园区建设有限公司", "某园区建设有限公司", 22),
    Column("投资建设单位信用代码", Text("可不填。统一社会信用代码18位。", "May be empty. 18 characters."), "", "", 22),
    Column("运营管理机构", Text("二（二）4所列责任主体。", "Body of 二（二）4."), "某园区运营有限公司", "某园区运营有限公司", 22),
    Column("运营管理机构信用代码", Text("可不填。统一社会信用代码18位。", "May be empty. 18 characters."), "", "", 22),
    Column("收文日期", Text(
        "园区外的填市经济信息委收文之日；不清楚的留空，按复函日期计。",
        "Outside: the day the commission received the application; empty counts as the letter's day."),
        "2021-09-06", "", 12),
    Column("复函日期", Text("园区外必填。", "Required outside the parks."), "2021-12-20", "", 12),
    Column("复函文号", Text("园区外必填。", "Required outside the parks."), "某函〔2021〕12号", "", 20),
    Column("名录登记日期", Text("园区内必填。", "Required in parks."), "", "2022-03-07", 12),
    Column("登记依据", Text(
        "园区内必填。园区国土空间规划已予明确的文件标题。", "Required in parks. The paper that shows it in the park's plan."),
        "", "三溪特色工业园区国土空间规划", 28),
    Column("登记依据文号", Text("可不填。", "May be empty."), "", "某资函〔2022〕3号", 18),
    Column("登记依据单位", Text("园区内必填。出具文件的单位。", "Required in parks. Who issued it."), "", "合川区规划和自然资源局", 24),
    Column("特殊情况说明", Text(
        "同一区县第6个及以后的园外集聚区必填（二（一）2）。", "Required from a district's sixth cluster outside on (二（一）2)."),
        "", "", 20),
    Column("边界文件", Text(
        "首次导入必填。压缩包里或一并选取的文件名（界址点TXT、shapefile的zip、gpkg、geojson、kml、dxf）；留空则找与编号同名的文件。",
        "Required the first time. The file's name in the zip or among the chosen files; empty: the one named as the code."),
        "JJQ-2022-001.txt", "JJQ-2022-002.zip", 20),
    Column("坐标系", Text(
        "边界文件未写明坐标系时填EPSG代码，如4524。", "The EPSG code where the file states no system, such as 4524."),
        "", "4524", 10),
    Column("扫描件", Text(
        "复函或登记依据的扫描件文件名；留空则找与编号同名的PDF、图片。",
        "The name of the scan of the letter or evidence; empty: the PDF or picture named as the code."),
        "JJQ-2022-001.pdf", "", 20),
)  # fmt: skip
HEADINGS = tuple(column.heading for column in COLUMNS)
REQUIRED = ("编号", "申报主体", "名称", "主导产业")  # in every row
# These columns must be there, though many of their cells are empty: a row's standing hangs on them.
NEEDED = (
    *REQUIRED, "所在园区", "收文日期", "复函日期", "复函文号", "名录登记日期", "登记依据", "登记依据单位",
)  # fmt: skip

# Headings whose text goes into a column of the register as it stands.
PLAIN = {
    "名称": "name_zh",
    "英文名称": "name_en",
    "主导产业": "industry_zh",
    "主导产业（英文）": "industry_en",
    "行业主管部门": "authority",
    "投资建设单位": "builder",
    "运营管理机构": "operator",
}
CREDIT_CODES = {"投资建设单位信用代码": "builder_code", "运营管理机构信用代码": "operator_code"}
HEADING_OF = {field: heading for heading, field in (PLAIN | CREDIT_CODES).items()} | {
    "holder": "申报主体",
    "park": "所在园区",
    "industry_codes": "行业代码",
    "industrial_land_m2": "工业用地（亩）",
    "received_on": "收文日期",
    "approved_on": "复函日期",
    "recorded_on": "名录登记日期",
}
