"""What findings are called: outcomes, forces, consequences, addressees, and the sentences about them."""

from __future__ import annotations

from jijuqu.words.text import Text

OUTCOMES = {
    "met": Text("符合", "Met"),
    "not_met": Text("不符合", "Not met"),
    "excepted": Text("已作特殊情况说明", "Met by a reasoned exception"),
    "unknown": Text("待核", "Not yet known"),
    "not_applicable": Text("不适用", "Not applicable"),
}
# A no is called by what follows from it: 不符合 is kept for what blocks.
NOT_MET = {
    "blocks": Text("不符合", "Not met"),
    "asks_reason": Text("需作特殊情况说明", "Needs a written reason"),
    "duty": Text("尚未落实", "Not done yet"),
    "encouragement": Text("未采用（鼓励项）", "Not taken up (encouraged only)"),
    "no_verdict": Text("低于参考值（不作结论）", "Below, without a verdict"),
}
FORCES = {
    "must": Text("必须", "must"),
    "in_principle": Text("原则上", "in principle"),
    "encouraged": Text("鼓励", "encouraged"),
}
CONSEQUENCES = {
    "blocks": Text("不满足的，不予通过", "stands in the way until it is met"),
    "asks_reason": Text("不满足须作特殊情况说明", "a shortfall asks for a written reason"),
    "duty": Text("应履行的职责", "a duty to carry out"),
    "encouragement": Text("鼓励，不影响结论", "encouraged, never decides"),
    "no_verdict": Text("供参考，不作结论", "for comparison, without a verdict"),
}
ADDRESSEES = {
    "district": Text("区县", "district"),
    "park": Text("工业园区", "park"),
    "city": Text("市经济信息委", "city commission"),
    "operator": Text("运营管理机构", "operator"),
    "department": Text("主管部门", "department in charge"),
}
SUMMARIES = {
    "stands_against": Text("有{count}项不满足", "{count} not met"),
    "unknown": Text("已知各项均满足，尚有{count}项待核", "nothing stands against it so far; {count} not yet known"),
    "unknown_and_short": Text(
        "没有确定不满足的，尚有{count}项待核，其中{short}项已知的数未达标准",
        "nothing stands against it for certain; {count} not yet known, {short} of them short by what is known",
    ),
    "clear": Text("各项均满足", "nothing stands against it"),
}
OR, AND = Text("；或", "; or "), Text("、", ", ")
NEAR = Text("临界", "near the limit")
NOT_OF_NOTICE = Text("非通知规定", "not from the notice")
WRITTEN_REASON = Text("作特殊情况说明（“原则上”）", "give a written reason (“原则上”)")
STATE_IT = Text("提供：{label}{limit}", "state: {label}{limit}")
STATE_LIMIT = Text("（{sign}{limit}）", " ({sign} {limit})")
SIGNS = {
    ">=": Text("不少于", "at least"),
    "<=": Text("不超过", "at most"),
    ">": Text("大于", "more than"),
    "=": Text("应为", "to be"),
}
SIGNS_FOR_DAYS = {"<=": Text("不晚于", "no later than")}
