"""What is said of facts that cannot be used."""

from jijuqu.words.text import Text

SENTENCES = {
    "fact_unknown": Text(
        "没有名为“{name}”的事实；可用的名称见 jijuqu check --explain-facts。",
        "There is no fact called “{name}”; jijuqu check --explain-facts lists the names.",
    ),
    "fact_unknown_near": Text(
        "没有名为“{name}”的事实；是否指“{near}”？",
        "There is no fact called “{name}”; did you mean “{near}”?",
    ),
    "fact_not_a_number": Text("“{name}”应为数字，现为“{value}”。", "“{name}” must be a number, not “{value}”."),
    "fact_out_of_range": Text(
        "“{name}”应为不小于0的有限数，现为“{value}”。",
        "“{name}” must be a finite number of 0 or more, not “{value}”.",
    ),
    "fact_share_over_one": Text(
        "“{name}”是占比，应在0与1之间，现为“{value}”。",
        "“{name}” is a share between 0 and 1, not “{value}”.",
    ),
    "fact_not_a_day": Text(
        "“{name}”应为日期，如 2022-09-01，现为“{value}”。",
        "“{name}” must be a day such as 2022-09-01, not “{value}”.",
    ),
    "fact_not_text": Text("“{name}”应为加引号的文字，现为“{value}”。", "“{name}” must be quoted text, not “{value}”."),
    "fact_not_yes_or_no": Text(
        "“{name}”应为 true 或 false，现为“{value}”。",
        "“{name}” must be true or false, not “{value}”.",
    ),
    "fact_not_a_table": Text(
        "“{name}”应写成一节：[{name}]，其下逐行写事实。",
        "“{name}” must be a table: [{name}] with facts below it.",
    ),
    "fact_not_a_list": Text(
        "“{name}”应逐个写成 [[{name}]]，没有的写 {name} = []。",
        "“{name}” must be written as [[{name}]] for each, or {name} = [] for none.",
    ),
    "parameter_unknown": Text(
        "该日没有名为“{name}”的参数；可用：{near}。",
        "There is no parameter “{name}” on this day; there is: {near}.",
    ),
    "parameter_unfit": Text(
        "参数“{name}”的值“{value}”不合单位 {unit}。",
        "The value “{value}” does not fit parameter “{name}” in {unit}.",
    ),
    "exception_not_whole": Text(
        "特殊情况说明“{name}”须写明 reason（理由）和 accepted_by（认可人）。",
        "The exception “{name}” needs both reason and accepted_by.",
    ),
    "exception_unknown_rule": Text(
        "没有名为“{name}”的规则，或该规则不是“原则上”的规则，不能作特殊情况说明。",
        "There is no rule “{name}” that holds in principle, so no exception can be made to it.",
    ),
    "facts_not_toml": Text(
        "事实文件不能读作 TOML（{reason}）：请对照 jijuqu check --explain-facts 的样式改正，并以 UTF-8 编码保存。",
        "The facts file cannot be read as TOML ({reason}): correct it after the pattern of jijuqu check --explain-facts, and "
        "save it in UTF-8.",
    ),
}
