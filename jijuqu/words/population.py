"""What is said of tables of facts, of findings over many, and of trying out other numbers."""

from jijuqu.words.text import Text

TYPES = {
    "Float64": Text("数字", "numbers"),
    "Boolean": Text("是或否（布尔值）", "true or false"),
    "Date": Text("日期", "days"),
    "String": Text("文字", "text"),
}
KINDS = {
    "number": Text("数字", "a number"),
    "yes_no": Text("“是”“否”或 true、false", "true or false"),
    "day": Text("2022-09-01 这样的日期", "a day such as 2022-09-01"),
}
SENTENCES = {
    "table_of_unknown_kind": Text("只能读 {endings} 文件。", "Only files that end with {endings} can be read."),
    "table_not_read": Text(
        "不能读作表格（{reason}）；请重新保存为完整的文件。",
        "It cannot be read as a table ({reason}); save it whole again.",
    ),
    "table_cell_unreadable": Text(
        "第{row}行的“{name}”写的是“{value}”，应为{wanted}；未知的请留空。",
        "“{name}” in row {row} is “{value}”; it must be {wanted}, or empty where it is not yet known.",
    ),
    "table_of_file": Text("{path}：{reason}", "{path}: {reason}"),
    "table_unknown_column": Text(
        "没有名为“{name}”的事实。列名应与 jijuqu check --explain-facts 所列一致；要随结果保留的其他列，用 --keep {name} 指明。",
        "There is no fact called “{name}”. Columns bear the names that jijuqu check --explain-facts lists; other columns "
        "to carry along are named with --keep {name}.",
    ),
    "table_unknown_near": Text(
        "没有名为“{name}”的事实；是否指“{near}”？要随结果保留的其他列，用 --keep {name} 指明。",
        "There is no fact called “{name}”; did you mean “{near}”? Other columns to carry along are named with --keep {name}.",
    ),
    "table_lacks_column": Text("缺少“{name}”列，请补上。", "The column “{name}” is missing; add it."),
    "kept_is_taken": Text(
        "“{name}”是结论表自己的列名，不能随结果保留；请改名。",
        "“{name}” is a column of the findings themselves; give it another name.",
    ),
    "table_wrong_type": Text(
        "“{name}”列应为{wanted}，现为 {type}；请改正该列的类型。",
        "The column “{name}” must hold {wanted}, not {type}; change its type.",
    ),
    "table_without_subject": Text(
        "看不出这是谁的事实：没有一列是事实。请用 --subject 指明（{subjects}），或核对列名。",
        "Whose facts these are cannot be told: no column is a fact. Name the subject with --subject ({subjects}), or check "
        "the names of the columns.",
    ),
    "table_of_two_kinds": Text(
        "一张表里既有项目或供地、又有其他对象的事实（{subjects}）：每行只能是一个项目或一宗供地，请分成两张表。",
        "Facts of projects or land supplies and of other subjects stand in one table ({subjects}); a row can be one project "
        "or one supply only: divide the table.",
    ),
    "table_without_rows": Text("表中没有数据行。", "The table has no rows."),
    "table_id_missing": Text(
        "{where}没有 id，共{count}行如此；每行都要有不重复的 id。",
        "{where} has no id, {count} such in all; every row needs one of its own.",
    ),
    "table_id_twice": Text(
        "id“{id}”出现{count}次；每行的 id 不得重复。",
        "The id “{id}” occurs {count} times; every row needs one of its own.",
    ),
    "table_nan": Text(
        "{where}的“{name}”是 NaN，共{count}处有误；NaN 不是“待核”，未知的请留空。",
        "“{name}” in {where} is NaN, {count} wrong in all; NaN does not mean not yet known: leave what is unknown empty.",
    ),
    "table_infinite": Text(
        "{where}的“{name}”是无穷大，共{count}处有误；请填实数，未知的留空。",
        "“{name}” in {where} is infinite, {count} wrong in all; give a number, or leave what is unknown empty.",
    ),
    "table_out_of_range": Text(
        "{where}的“{name}”为 {value}，应为不小于0的实数，共{count}处有误。",
        "“{name}” in {where} is {value}; it must be a number of 0 or more; {count} wrong in all.",
    ),
    "table_share_over_one": Text(
        "{where}的“{name}”为 {value}，占比应在0与1之间，共{count}处有误。",
        "“{name}” in {where} is {value}; a share lies between 0 and 1; {count} wrong in all.",
    ),
    "table_district_unknown": Text(
        "{where}的区县“{value}”不在区县名单之内，共{count}行如此；请填代码或名称。",
        "The district “{value}” in {where} is not on the list of districts, {count} such in all; give its code or name.",
    ),
    "table_day_missing": Text(
        "{where}没有日期（on），共{count}行有误；每行都要有以哪一天为准。",
        "{where} has no day (on), {count} wrong in all; every row needs the day that it is judged by.",
    ),
    "table_day_before": Text(
        "{where}的日期 {value} 没有任何通知可依：第一个通知自 {first_day} 起执行；共{count}行有误。",
        "No notice governs {value} in {where}: the first is in force from {first_day}; {count} wrong in all.",
    ),
    "no_facts": Text(
        "请给出事实表（.parquet 或 .csv），或用 --from-records 直接取系统记录，二者取一。",
        "Name a table of facts (.parquet or .csv), or take the records with --from-records: one of the two.",
    ),
    "rows_not_governed": Text(
        "有{count}行的日期早于 {first_day}，没有任何通知可依，未列入。",
        "{count} rows are of days before {first_day}, which no notice governs, and were left out.",
    ),
    "rows_have_days": Text(
        "表中已有“on”列（每行以哪一天为准），不能再用 --on；请去掉其中一个。",
        "The table has a column “on”, the day that each row is judged by; leave out that column or --on.",
    ),
    "spark_missing": Text(
        "此机没有安装 PySpark：请以 pip install 'jijuqu[spark]' 安装，并备好 Java 17，或改用 --engine local。",
        "PySpark is not installed here: pip install 'jijuqu[spark]', with Java 17 beside it, or use --engine local.",
    ),
    "spark_reads_parquet": Text(
        "集群上只读 .parquet 文件：请先把事实表存为 Parquet。",
        "On a cluster only .parquet is read: save the facts as Parquet first.",
    ),
    "not_a_setting": Text(
        "--set 应写成 参数=值，如 min_industrial_land_mu=150，现为“{value}”。",
        "--set must be NAME=VALUE, as min_industrial_land_mu=150, not “{value}”.",
    ),
    "set_twice": Text("参数“{name}”改了两次；请只写一次。", "The parameter “{name}” is set twice; set it once."),
    "nothing_tried": Text(
        "请写明试改什么：--set 参数=值，或 --draft 草案文件夹。",
        "Say what to try out: --set NAME=VALUE, or --draft FOLDER.",
    ),
    "draft_empty": Text(
        "草案文件夹 {folder} 中没有 parameters.toml，也没有 rules.py：至少要有其中一个。",
        "The folder {folder} holds neither parameters.toml nor rules.py; a draft needs one of them.",
    ),
    "draft_has_rules": Text(
        "草案含有规则程序 {path}，运行它等于以您的权限执行其中的任何代码；确认来源可信后加 --run-rules。",
        "The draft has rules, {path}: to run them is to run any code in them with your own rights. Where you trust its "
        "source, add --run-rules.",
    ),
    "draft_open_to_all": Text(
        "草案的 {path} 任何人都能改写，其中的程序因此不予运行；请在服务器上执行 chmod -R o-w，核对内容后再试。",
        "Anybody may write to {path} of the draft, so no program in it is run; take that right away (chmod -R o-w), look "
        "through the draft, then try again.",
    ),
    "draft_not_toml": Text(
        "{path} 不能读作参数表（{reason}）；请对照 jijuqu/policy/yjx_2021_5/parameters.toml 的样式改正。",
        "{path} cannot be read as a table of parameters ({reason}); follow jijuqu/policy/yjx_2021_5/parameters.toml.",
    ),
    "draft_lacks_key": Text(
        "{path} 中有参数缺少“{key}”；每个参数须有 unit、clause、label、source、from。",
        "A parameter in {path} lacks “{key}”; each needs unit, clause, label, source and from.",
    ),
    "draft_rules_fail": Text(
        "草案的规则 {path} 不能载入：{reason}", "The draft's rules {path} cannot be loaded: {reason}"
    ),
    "draft_without_rules": Text(
        "{path} 没有在 RULES 中列出规则（用 @rule 写成的函数）。",
        "{path} lists no rules in RULES (functions made with @rule).",
    ),
    "draft_rule_fails": Text(
        "草案的规则“{rule}”不能运行：{reason}", "The draft's rule “{rule}” cannot be asked: {reason}"
    ),
    "draft_misquotes": Text(
        "草案的规则“{rule}”所引的文字不在其文本的{clause}中，请核对。",
        "The draft's rule “{rule}” quotes words that do not stand in {clause} of its text; compare them.",
    ),
    "too_many_for_excel": Text(
        "共{rows:,}行，Excel 工作簿最多写{most:,}行：请改用 .parquet 或 .csv。",
        "There are {rows:,} rows, and a workbook takes {most:,} at most: write .parquet or .csv.",
    ),
    "table_counts_twice": Text(
        "“{name}”已有一列，不能再从表中汇总；请删去该列，或不作汇总。",
        "The column “{name}” is there already, so it cannot be counted too; take it out, or do not count.",
    ),
    "table_park_unknown": Text(
        "集聚区“{id}”所在园区“{park}”不在园区表中；请核对 park 列与园区表的 id。",
        "The cluster “{id}” lies in the park “{park}”, which is not in the table of parks; compare `park` with their ids.",
    ),
    "table_standing_unknown": Text(
        "{where}的 standing 为“{value}”，应为 approved（已批复）或 under_review（审查中），共{count}行有误。",
        "`standing` in {where} is “{value}”; it must be approved or under_review; {count} wrong in all.",
    ),
}
WHERE = Text("第{row}行（id {id}）", "row {row} (id {id})")
WHERE_WITHOUT_ROW = Text("id 为 {id} 的行", "the row with id {id}")


def where(row: int | None, name: object) -> Text:
    """Say which row of a table: its number, where rows have one, and its id."""
    words = WHERE if row else WHERE_WITHOUT_ROW
    return Text(*(each.format(row=row, id=name) for each in words))


SHEETS = {
    "counts": Text("汇总", "Counts"),
    "findings": Text("结论", "Findings"),
    "shortfalls": Text("未满足", "Not met"),
    "columns": Text("说明", "Columns"),
    "changes": Text("改动", "Changes"),
    "rules": Text("条文改动", "Rules changed"),
    "flips": Text("变化", "Flips"),
}
LABELS = {
    "id": Text("编号", "Id"),
    "name": Text("名称", "Name"),
    "district": Text("区县", "District"),
    "park": Text("园区", "Park"),
    "cluster": Text("集聚区", "Cluster"),
    "standing": Text("状态", "Standing"),
    "on": Text("以哪天为准", "Judged by"),
    "cluster_share": Text("集聚区用地占比", "Cluster share of park land"),
}
HEADINGS = {
    "status": Text("总体", "In all"),
    "clause": Text("条款", "Clause"),
    "rule": Text("要求", "Demand"),
    "outcome": Text("结论", "Outcome"),
    "value": Text("数值", "Value"),
    "limit": Text("标准", "Limit"),
    "short_by": Text("差额", "Short by"),
    "unit": Text("单位", "Unit"),
    "column": Text("列名", "Column"),
    "force": Text("效力", "Force"),
    "rows": Text("行数", "Rows"),
    "parameter": Text("参数", "Parameter"),
    "label": Text("含义", "Meaning"),
    "before": Text("现行", "Now"),
    "after": Text("改后", "Then"),
    "change": Text("改动", "Change"),
    "words_before": Text("现行条文", "Words now"),
    "words_after": Text("草案条文", "Words of the draft"),
}
SIDES = {"before": Text("现行", "Now: "), "after": Text("改后", "Then: ")}
NO_SUCH_RULE = Text("无此要求", "No such demand")
RULE_CHANGES = {
    "added": Text("增加", "added"),
    "dropped": Text("删去", "dropped"),
    "rewritten": Text("改写", "rewritten"),
}
STATUSES = {
    0: Text("均满足", "nothing against it"),
    1: Text("有不满足的", "not met"),
    3: Text("尚有待核的", "not yet known"),
}
NO_DISTRICT = Text("（未填区县）", "(no district)")
UNIT_NAMES = {
    "mu": Text("亩", "mu"),
    "m2": Text("㎡", "m²"),
    "share": Text("占比", "share"),
    "count": Text("个", "number"),
    "day": Text("天", "days"),
    "": Text("", ""),
}
OWN_DAYS = Text("各行自己的日期", "each row's own day")
IN_ALL = Text("总体：{statuses}", "In all: {statuses}")
HELD = Text("（{value}，标准{limit}）", " ({value}; limit {limit})")
RECORDS = Text("系统记录", "the records")
GAP = Text("连片容许间距", "Gap that joins parcels")
GAP_SOURCE = Text("选址筛查", "Site screening")
SCREENING = Text("选址筛查“{name}”中的连片工业用地", "contiguous industrial land of the screening “{name}”")
LAND_DEMAND = Text("连片工业用地面积", "Contiguous industrial land")
ENOUGH_LAND, TOO_LITTLE_LAND = Text("达到下限", "enough"), Text("未达下限", "too little")
REACHES = Text("{area}，达到", "{area}, enough")
REACHES_IN_GROUPS = Text("{area}，分为{groups}组", "{area} in {groups} groups")
FALLS_SHORT = Text("{area}，未达", "{area}, too little")
LARGEST_FALLS_SHORT = Text("最大一块{area}，未达", "largest part {area}, too little")
FIRST_PARCEL = Text("{district}，首个地块{parcel}", "{district}, first parcel {parcel}")
GROUP_KINDS = {
    "appears": Text("新增", "appears"),
    "vanishes": Text("消失", "vanishes"),
    "divides": Text("拆分或缩小", "divides"),
}
GROUP_SIDES = {
    "appears": (TOO_LITTLE_LAND, ENOUGH_LAND),
    "vanishes": (ENOUGH_LAND, TOO_LITTLE_LAND),
    "divides": (ENOUGH_LAND, Text("拆分或缩小后达到", "enough, divided")),
}
GROUP_HEADINGS = (
    Text("首个地块", "First parcel"), Text("地块数", "Parcels"), Text("变化", "Change"), Text("现行面积（亩）", "Now (mu)"),
    Text("改后面积（亩）", "Then (mu)"), Text("改后组数", "Groups then"), Text("经度", "Longitude"), Text("纬度", "Latitude"),
)  # fmt: skip
OWN_SETTING = Text("本系统设定", "a setting of this software")
DRAFT_TRIED = Text("试用草案：{name}", "Draft tried out: {name}")
RULE_CHANGED = Text("{change}：{clause} {title}（{name}）", "{change}: {clause} {title} ({name})")
CHANGED = Text("{label}（{name}）：{before} → {after}", "{label} ({name}): {before} → {after}")
NOTHING_FLIPS = Text("没有一处结论改变。", "No finding changes.")
# Help is printed before any language is chosen: Chinese, the language of those who use the command.
HELP = {
    "judge": "用通知的规则逐行核查事实表（集聚区、园区、区县、供地、项目），写出结论并汇总。",
    "what_if": "试改通知的参数，或试用一份草案，看谁的结论因此改变、在哪个区县、依哪一条。",
    "set": "试改的参数，可重复：min_industrial_land_mu=150、last_day_of_acceptance=2023-12-31",
    "draft": "草案文件夹：parameters.toml，另可有 rules.py、text.txt",
    "run_rules": "信任并运行草案的规则程序（以您的权限执行其中的代码）",
    "flips": "结论的变化：.parquet、.csv（一行一处变化）或 .xlsx、.docx",
    "from_records": "直接取系统记录：园外集聚区（已审定的用审定时冻结的事实），或以 --subject 指明 park、project、land_supply",
    "facts": "事实表：.parquet 或 .csv；列名即 jijuqu check --explain-facts 所列事实名，另有 id、name、district、park、cluster、"
    "standing、on；空格即待核",
    "output": "结论：.parquet、.csv（一行一个对象，每条规则各列）或 .xlsx",
    "subject": "这是谁的事实，可重复：site、plan、application、district、park、project、land_supply、operation；不写则由列名看出",
    "on": "以哪一天为准，默认今天；各行日期不同的，用“on”列",
    "engine": "local 在本机，spark 在 Spark 集群上（须装 jijuqu[spark]），结果逐行相同",
    "in_park": "全部位于工业园区内（表中没有 in_park 列时）",
    "keep": "随结果保留的其他列，可重复",
    "clusters": "集聚区表：按其 park 列汇总各园区的集聚区用地",
    "count_clusters": "由本表按 district、standing 列数出各区县的其他集聚区",
    "long": "一行一条结论（条款、规则、结论、数值、标准、差额）",
    "json": "输出 JSON",
}
