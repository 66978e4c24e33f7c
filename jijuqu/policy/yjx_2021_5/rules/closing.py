"""文末: until when applications are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Application
from jijuqu.policy.known import Answer, at_most
from jijuqu.policy.rule import Force, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


@rule(
    "文末", "到2022年12月31日截止，逾期不再受理工业园区之外的中小企业集聚区规划建设申请", Force.MUST,
    title=Text("在受理期限内", "Within the time of acceptance"),
    reading=Text(
        "以市经济信息委收文之日为准；以发文日、受理日为准的理解存录。截止日为星期六且在元旦假期内。只及园外集聚区的申请；"
        "已批复的集聚区继续管理，系推论，非通知原文。",
        "The day of receipt counts; that the letter's date or the day of acceptance counts are readings on record. The last "
        "day was a Saturday and within a holiday. It ends applications for clusters outside the parks only. That approved "
        "clusters go on being managed is an inference, not the notice's word.",
    ),
)  # fmt: skip
def is_received_in_time(application: Application, limits: Limits) -> Answer:
    """The application is received no later than the notice's last day."""
    return at_most(application.received_on, limits.last_day_of_acceptance)
