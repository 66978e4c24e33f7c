"""三 保障措施: how clusters are managed, supervised and reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Operation
from jijuqu.policy.known import Answer, at_most, both, holds
from jijuqu.policy.rule import Addressee, Consequence, Force, Scope, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


@rule(
    "三（二）", "工业园区之外的中小企业集聚区要参照工业园区进行管理，纳入区域整体评价，集中统一做好产业发展布局、集约用地评价、污水集中处理、环境影响评价、安全风险评估等工作", Force.MUST,
    title=Text("参照工业园区管理", "Managed like a park"), consequence=Consequence.DUTY,
)  # fmt: skip
def is_managed_like_a_park(operation: Operation, limits: Limits) -> Answer:
    """The cluster is evaluated with the region, and the five common tasks are done together."""
    return both(
        holds(operation.in_regional_evaluation), holds(operation.has_industry_layout),
        holds(operation.has_land_use_evaluation), holds(operation.has_central_sewage_treatment),
        holds(operation.has_environmental_assessment), holds(operation.has_safety_risk_assessment),
    )  # fmt: skip


@rule(
    "三（二）", "加强对中小企业集聚区入驻企业、标准厂房销售对象的审核和后续使用监管", Force.MUST,
    title=Text("入驻企业和销售对象的审核监管", "Firms and buyers examined"), scope=Scope.ALL,
    consequence=Consequence.DUTY,
    reading=Text(
        "句中无主语，承前为各区县，日常审核可由运营管理机构承担；未限于园外，故园内外都适用。",
        "The sentence has no subject; the one before it is the districts, whose operators may do the daily work. It is not "
        "limited to clusters outside the parks, so it holds for all.",
    ),
)  # fmt: skip
def district_examines_firms_and_buyers(operation: Operation, limits: Limits) -> Answer:
    """Entering firms and buyers of factories are examined and later use is supervised."""
    return holds(operation.examines_firms_and_buyers)


@rule(
    "三（四）", "每年12月底前要向市经济信息委报送中小企业集聚区建设的工作总结", Force.MUST,
    title=Text("年度工作总结", "The annual summary"), scope=Scope.ALL, to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text(
        "报送主体是区县经济信息委；“底前”含当日。通知到期之后是否仍须报送，原文未定，故截止日作为分期参数。",
        "The district's economy and information department owes it; the last day itself is in time. Whether the duty "
        "outlives the notice is not settled by its words, so the last day is a dated parameter.",
    ),
)  # fmt: skip
def reports_before_year_end(operation: Operation, limits: Limits) -> Answer:
    """The district sends its annual summary before the end of December."""
    return at_most(operation.summary_sent_on, limits.last_day_of_summary)
