"""What is said of tables of facts, of findings over many, and of trying out other numbers."""

from jijuqu.words.text import Text

TYPES = {
    "Float64": Text("数字", "numbers"),
    "Boolean": Text("是或否（布尔值）", "true or false"),
    "Date": Text("日期", "days"),
    "String": Text("文字", "text"),
}
SENTENCES = {
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
