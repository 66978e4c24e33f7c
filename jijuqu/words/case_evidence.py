"""Where the values of a case's findings come from, in words."""

from jijuqu.words.text import Text

MEASURED = Text("边界文件第{edition}版量算（{file}）", "measured on boundary edition {edition} ({file})")
FROM_LAYERS = Text(
    "边界文件第{edition}版与上传时在册的图层套合",
    "boundary edition {edition}, held against the layers on record when it came",
)
STATED = Text("申报", "as stated")
STATED_WITH = Text("申报，依据：{evidence}", "as stated, on the evidence of: {evidence}")
FROM_REGISTER = Text("集聚区名录和在审案件", "register of clusters and cases under review")
FROM_PLAN = Text("本案的规划内容", "what the plan of this case holds")
FROM_RECORD = Text("本案的办理记录", "the record of this case")
RECEIPT = Text("收文日期；尚未收文的按今天", "the day of receipt; today where there is none yet")
NOT_KNOWN = Text("尚未提供", "not given yet")
