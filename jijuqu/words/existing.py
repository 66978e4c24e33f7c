"""What is said of rows of clusters approved on paper (存量台账), column by column."""

from jijuqu.words.text import Text

SENTENCES = {
    "existing_cell_empty": Text("必须填写。", "This cell must be filled."),
    "existing_code_unformed": Text(
        "“{value}”不能作编号：用2至30个字母、数字和短横线，如 JJQ-2022-001。",
        "“{value}” is no code: use 2 to 30 letters, digits and hyphens, such as JJQ-2022-001.",
    ),
    "existing_code_repeated": Text(
        "编号{code}与第{row}行重复：每个集聚区一行。", "The code {code} stands in row {row} already: one row a cluster."
    ),
    "existing_code_of_another": Text(
        "该编号已属于“{name}”，其申报主体或园内外情况与本行不同：请另编编号，或核对申报主体和所在园区。",
        "This code is that of “{name}”, of another holder or otherwise in or outside a park: give a new code, or check "
        "the holder and the park.",
    ),
    "existing_too_long": Text(
        "最多{most}个字，现为{length}个：请缩短。", "At most {most} characters, not {length}: shorten it."
    ),
    "existing_not_a_number": Text("应为数字（亩），现为“{value}”。", "This must be a number (mu), not “{value}”."),
    "existing_not_a_day": Text(
        "应为日期，如 2022-03-01，现为“{value}”。", "This must be a day such as 2022-03-01, not “{value}”."
    ),
    "existing_industry_unknown": Text(
        "没有代码为{code}的国民经济行业（GB/T 4754-2017）：请核对。",
        "There is no industry {code} in GB/T 4754-2017: check it.",
    ),
    "existing_wanted_outside": Text(
        "园区外的集聚区必须填写；园区内的请填“所在园区”。",
        "Required for a cluster outside the parks; for one inside, name its park (所在园区).",
    ),
    "existing_wanted_in_park": Text(
        "园区内的集聚区必须填写（名录登记）。", "Required for a cluster in a park (register)."
    ),
    "existing_unwanted_outside": Text(
        "园区外的集聚区不填此列；园区内的请填“所在园区”。",
        "Not for a cluster outside the parks; for one inside, name its park (所在园区).",
    ),
    "existing_unwanted_in_park": Text(
        "园区内的集聚区只作名录登记，没有复函，不填此列（二（二））。",
        "A cluster in a park is entered in the register without a letter; leave this empty (二（二）).",
    ),
    "existing_received_on_assumed": Text(
        "没有填写，按复函日期计。", "Not given: the day of the letter is taken for it."
    ),
    "existing_days_reversed": Text(
        "复函日期{approved_on}早于收文日期{received_on}：请核对。",
        "The letter of {approved_on} is earlier than the receipt on {received_on}: check both.",
    ),
    "existing_outside_notice": Text(
        "{day}不在通知执行期间（{first_day}至{last_day}）内：请核对，属实的仍可导入（文末）。",
        "{day} is outside the notice's life ({first_day} to {last_day}): check it; if true it may still come in (文末).",
    ),
    "existing_holder_unknown": Text(
        "当时没有名为“{value}”的区县或管委会：请按复函所用名称填写。",
        "There was no district or committee “{value}” then: write its name as the letter does.",
    ),
    "existing_holder_ambiguous": Text(
        "“{value}”可指{names}：请填全称。", "“{value}” may be {names}: write the full name."
    ),
    "existing_park_unknown": Text(
        "没有名为“{value}”的工业园区：请先登记园区，或按登记的名称填写；园区外的留空。",
        "There is no park “{value}”: enter the park first, or write its name as registered; leave empty outside.",
    ),
    "existing_park_of_another": Text(
        "{park}属于{holder}，与申报主体不同：请核对。", "{park} belongs to {holder}, not to this holder: check it."
    ),
    "existing_name_not_by_rule": Text(
        "“{name}”与命名规则（区县+主导产业+中小企业集聚区，二（三）6）得出的“{by_rule}”不同：请核对，与复函一致的仍可导入。",
        "“{name}” differs from “{by_rule}”, which the naming rule gives (二（三）6): check it; as in the letter, it may "
        "come in.",
    ),
    "existing_name_borne": Text(
        "“{name}”与该区县已登记的集聚区（{codes}）同名：请核对是否同一集聚区，不是的仍可导入。",
        "“{name}” is borne already in this district ({codes}): is it the same cluster? If not, it may come in.",
    ),
    "existing_place_wants_reason": Text(
        "这是{holder}的第{number}个园外集聚区；原则上不超过5个（二（一）2），请填写特殊情况说明。",
        "This is number {number} outside the parks of {holder}; at most 5 in principle (二（一）2): give the reason.",
    ),
    "existing_boundary_wanted": Text(
        "首次导入须有边界文件：请放入压缩包或一并选取，文件名填在此列或与编号相同。",
        "The first import wants a boundary file: put it in the zip or choose it too, named here or as the code.",
    ),
    "existing_industrial_wanted": Text(
        "边界文件没有地类代码：请填写工业用地面积。",
        "The boundary file has no land-use codes: give the industrial land.",
    ),
    "existing_industrial_beyond_boundary": Text(
        "工业用地{stated_mu:,.2f}亩大于边界实测{measured_mu:,.2f}亩：请核对。",
        "The industrial land of {stated_mu:,.2f} mu is more than the measured {measured_mu:,.2f} mu: check both.",
    ),
    "existing_area_differs": Text(
        "所填{stated_mu:,.2f}亩与边界实测{measured_mu:,.2f}亩相差超过1%：以实测为准，请核对。",
        "{stated_mu:,.2f} mu as stated and {measured_mu:,.2f} mu as measured differ by more than 1 %; the measure counts.",
    ),
    "existing_leaves_park": Text(
        "边界只有{inside:.1%}在{park}规划范围内：请核对边界文件或所在园区。",
        "Only {inside:.1%} of the land lies in {park}: check the boundary file or the park.",
    ),
    "existing_overlaps": Text(
        "边界与“{name}”（{code}）重叠{area_m2:,.0f}平方米：请核对。",
        "The land overlaps “{name}” ({code}) by {area_m2:,.0f} m²: check both.",
    ),
    "existing_file_missing": Text(
        "没有名为“{name}”的文件：请放入压缩包或一并选取。",
        "There is no file “{name}”: put it in the zip or choose it too.",
    ),
    "existing_file_ambiguous": Text(
        "有{count}个名为“{name}”的文件：请改名，使每个文件名只出现一次。",
        "There are {count} files named “{name}”: rename them so that each name stands once.",
    ),
    "existing_files_unused": Text("这些文件没有任何一行用到：{names}。", "No row names these files: {names}."),
    "existing_zip_broken": Text("压缩包“{name}”已损坏：请重新压缩。", "The zip “{name}” is damaged: pack it again."),
    "existing_scan_wanted": Text(
        "没有扫描件：可以导入，请日后补上。", "There is no scan: the row can come in; hand the scan in later."
    ),
    "existing_scan_too_big": Text(
        "“{name}”超过{limit_mb} MB：请压缩或拆分后再选。", "“{name}” is over {limit_mb} MB: make it smaller."
    ),
    "existing_not_a_scan": Text(
        "“{name}”的内容不是扫描件，或与扩展名不符：请使用{allowed}。",
        "“{name}” is no scan by its content, or its ending is another's: use {allowed}.",
    ),
}
