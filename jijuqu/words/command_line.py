"""What the command line says."""

from jijuqu.words.text import Text

SENTENCES = {
    "not_governed": Text(
        "{on} 没有任何通知可依：渝经信规范〔2021〕5号自 {first_day} 起执行。请改用该日或之后的日期。",
        "No notice governs {on}: 渝经信规范〔2021〕5号 is in force from {first_day}. Use that day or a later one.",
    ),
    "not_a_day": Text(
        "“{value}”不是日期，请写成 2022-09-01 这样的形式。",
        "“{value}” is no day; write it like 2022-09-01.",
    ),
    "not_a_language": Text("语言只有 zh 和 en，没有“{value}”。", "The languages are zh and en, not “{value}”."),
    "no_such_file": Text("找不到文件：{path}。", "There is no file {path}."),
    "no_boundary": Text(
        "请给出边界文件：jijuqu check 边界文件。",
        "Name the boundary file: jijuqu check BOUNDARY.",
    ),
    "not_a_gap": Text(
        "--gap-m 应为0到1000之间的米数，现为“{value}”。",
        "--gap-m must be metres between 0 and 1000, not “{value}”.",
    ),
    "not_a_layer": Text(
        "--layer 应写成 类别=文件，类别为 {kinds} 之一，现为“{value}”。",
        "--layer must be KIND=FILE with KIND one of {kinds}, not “{value}”.",
    ),
    "layer_twice": Text(
        "图层 {kind} 给了两次；请先合并成一个文件。",
        "Layer {kind} is given twice; merge the files into one first.",
    ),
    "unreadable_layer": Text("图层文件 {path} 不能使用：{reason}", "The layer file {path} cannot be used: {reason}"),
    "crashed": Text(
        "程序出错（{error}），不是您的文件不合格。请把上面的出错信息发给维护人员。",
        "The program failed ({error}); this says nothing of your file. Send the trace above to the maintainers.",
    ),
}
# Help is printed before any language is chosen: Chinese, the language of those who use the command.
HELP = {
    "check": "对照通知核查一个地块：逐条给出结论、实测值、标准和最省力的达到办法。"
    "结束状态：0 没有不满足的；1 有不满足的；3 没有不满足的，但尚有待核；2 输入不能使用。",
    "readings": "输出对通知的理解（Markdown）：条文留有余地之处，本系统怎样理解。",
    "clauses": "输出条文、规则、事实、测试对照表（Markdown），以及没有规则覆盖的语句和理由。",
    "serve": "启动网页服务；数据目录和数据库没有的，自动建立。",
    "demo": "把演示城市（均为虚构）装入数据目录，没有的自动建立。",
}
LAYER_HELP = (
    "比对图层，可重复；类别：park 工业园区、planned-industrial 规划工业用地、eco-redline 生态保护红线、farmland 永久基本农田、"
    "urban-boundary 城镇开发边界"
)
HEADINGS = {
    "clause": Text("条款", "Clause"),
    "demand": Text("要求", "Demand"),
    "outcome": Text("结论", "Outcome"),
    "value": Text("实测或申报", "Value"),
    "limit": Text("标准", "Limit"),
    "ways": Text("如何达到", "How to comply"),
}
KINDS = {
    "number": Text("数字", "number"),
    "yes_no": Text("是或否", "true or false"),
    "day": Text("日期", "day"),
    "text": Text("文字", "text"),
}
LAPSED = Text(
    "{notice} 的受理期已于 {last_day} 届满；以下逐条结论仍按其规定给出。",
    "{notice} stopped taking applications after {last_day}; the findings below still follow it.",
)
GOVERNED = Text("依据：{notice}（{on}）", "Under {notice}, on {on}")
LAND = Text(
    "{parcels}个地块，椭球面积{area}，平面面积{plane_area}（{plane}），按{gap}间距分为{parts}部分",
    "{parcels} plots; {area} on the ellipsoid, {plane_area} on the plane ({plane}); {parts} parts at a gap of {gap}",
)
NEAREST_PLANE = Text("{crs}为经纬度，取最近的3°带", "{crs} is in degrees: that of the nearest 3° zone")
GAPS = Text("各部分间距：{widths}", "Gaps between the parts: {widths}")
DISTRICTS = Text(
    "所在区县：{shares}（区划图为2021年概略图，误差可达2.7公里，不作为界线依据）",
    "Districts: {shares} (by a generalised map of 2021, up to 2.7 km off, no evidence of a line)",
)
NO_DISTRICT = Text("不在重庆市任何区县内", "none of Chongqing")
REFERENCE_ONLY = Text("选址条件自查，仅供参考。", "A check of the site, for reference only.")
EXPLAIN_FACTS = Text(
    "# FACTS.toml 可写的事实：在等号后填值，删去行首的 #。名称可直接写，也可写在各节之下；"
    "逐个列出的写 [[…]]，没有的写 = []。\n"
    "# 另有 [parameters]（录入通知的参数，如 max_ancillary_land_share = 0.07）和 "
    "[exceptions.规则名]（特殊情况说明：reason、accepted_by）。",
    "# The facts of FACTS.toml: give a value after the sign and take away the # before the name. Names may stand at the "
    "top or in their tables; what is listed is written as [[…]] for each, or = [] for none.\n"
    "# Besides: [parameters] for numbers of the notice (max_ancillary_land_share = 0.07) and [exceptions.RULE] for a "
    "written reason (reason, accepted_by).",
)
