"""渝经信规范〔2021〕5号: its text, its numbers, its rules."""

from datetime import date
from pathlib import Path

from jijuqu.policy.notice import Notice
from jijuqu.policy.yjx_2021_5.doubts import DOUBTS
from jijuqu.policy.yjx_2021_5.rules import RULES
from jijuqu.policy.yjx_2021_5.uncovered import UNCOVERED
from jijuqu.words.text import Text

NOTICE = Notice(
    number="渝经信规范〔2021〕5号",
    title=Text(
        "重庆市经济和信息化委员会关于加强中小企业集聚区规划建设的通知",
        "Notice of the Chongqing Economy and Information Technology Commission on strengthening the planning and "
        "building of clusters of small and medium firms",
    ),
    issued_on=date(2021, 7, 22),
    first_day=date(2021, 8, 1),
    last_day=date(2022, 12, 31),
    folder=Path(__file__).parent,
    rules=RULES,
    uncovered=UNCOVERED,
    doubts=DOUBTS,
)
