"""What 选址条件自查 says of a finding: where a value comes from, and the verdict of the whole in one sentence."""

from __future__ import annotations

from jijuqu.words.text import Text

# Where a value comes from.
MEASURED = Text("按所给坐标量算", "measured from the coordinates given")
MEASURED_AREA = Text(
    "按所给坐标在 CGCS2000 椭球面上量算", "measured on the CGCS2000 ellipsoid from the coordinates given"
)
MEASURED_PARTS = Text(
    "按所给坐标、连片容许间距{gap}判定", "found from the coordinates given, with plots up to {gap} apart taken as one"
)
FROM_LAYER = Text(
    "与本系统“{layer}”图层套合；来源：{source}", "held against this system's layer “{layer}”; source: {source}"
)
LAYER_MISSING = Text("本系统没有此处的“{layer}”图层", "this system has no layer “{layer}” here")
FROM_REGISTER = Text(
    "集聚区名录，{holder}，截至{on}：已批复{approved}个，审查中{under_review}个",
    "register of clusters, {holder}, as of {on}: {approved} approved, {under_review} under review",
)
APPLICANT_MISSING = Text("未选择申报主体", "no applicant chosen")
TOLD = Text("按您的填报", "as you stated")
NOT_TOLD = Text("尚未提供", "not given yet")
INVENTED = Text("（演示数据，均为虚构）", " (demonstration data, all of it invented)")
PARKS_SOURCE = Text("工业园区名录", "register of industrial parks")

LAYERS = {
    "park": Text("工业园区", "industrial parks"),
    "planned-industrial": Text("规划工业用地", "planned industrial land"),
    "eco-redline": Text("生态保护红线", "ecological red line"),
    "farmland": Text("永久基本农田", "permanent basic farmland"),
    "urban-boundary": Text("城镇开发边界", "urban development boundary"),
}

# The verdict, put together from the parts that are so.
BLOCKED = Text("{count}项不符合", "{count} not met")
WANTS_REASON = Text("{count}项需作特殊情况说明", "{count} need a written reason")
OPEN = Text("{count}项待核", "{count} not yet known")
OPEN_AND_SHORT = Text(
    "{count}项待核（其中{short}项已知的数未达标准）", "{count} not yet known ({short} of them short by what is known)"
)
MET = Text("{count}项符合", "{count} met")
STANDS_AGAINST = Text("就地块而言，{parts}。", "As for the land: {parts}.")
NOTHING_AGAINST = Text(
    "就地块而言，没有确定不满足的条件；{parts}。", "As for the land, nothing stands against it for certain; {parts}."
)
COMMA = Text("，", ", ")
CHEAPEST = Text("最省力的办法：{ways}。", "The cheapest way to comply: {ways}.")
OR_REASON = Text("，或作特殊情况说明", ", or a written reason")
AND_ALSO = Text("；并", "; and ")
SHORT_BY = Text("差{short}", "short by {short}")
OVER_BY = Text("超出{short}", "over by {short}")
DAYS_LATE = Text("逾期{short}", "{short} late")
