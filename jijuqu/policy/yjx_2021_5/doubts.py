"""Where the notice leaves room beyond any one rule: how this software reads it."""

from __future__ import annotations

from jijuqu.policy.clauses import Remark
from jijuqu.words.text import Text

DOUBTS = (
    Remark(
        "一",
        Text(
            "“创新、集群、智慧、绿色、融合”是总体要求，“布局集中、用地集约、企业集聚、产业集群”是原则；绩效评价的维度则是三（四）所列的"
            "规划建设、产业培育、企业发展。",
            "“创新、集群、智慧、绿色、融合” are overall requirements and “布局集中、用地集约、企业集聚、产业集群” principles; the "
            "dimensions of evaluation are those of 三（四）: planning and building, fostering of industries, development of firms.",
        ),
    ),
    Remark(
        "二（一）2",
        Text(
            "“各区县”指区县政府和三个管委会：由其审定规划、发函申请，区县经济信息委承办。管委会与行政区有重叠，申报主体须由申请人说明。",
            "“各区县” are the governments of districts and the three management committees: they approve the plan and send the "
            "letter, which their economy and information commissions prepare. Committees overlap districts, so the applicant "
            "is asked for.",
        ),
    ),
    Remark(
        "二（二）",
        Text(
            "生态保护红线、永久基本农田、城镇开发边界的比对由所引的国土空间规划而来；出租审核、转售锁定、评价一票否决、提请市级协调和"
            "各项办理时限都不是通知规定，凡显示处均予注明。",
            "The tests against red line, farmland and urban boundary come from the spatial plan referred to. Review of leases, "
            "resale locks, vetoes in evaluation, escalation to the city and all time limits are not the notice's either, and "
            "are labelled so wherever shown.",
        ),
    ),
    Remark(
        "二（三）",
        Text(
            "除总体规划情况外，申请只要求区县联合审查意见和专家评审意见；其他材料均为“建议提供”。",
            "Besides the account of the overall plan an application needs the joint review opinion and the experts' opinion "
            "only; every other paper is suggested.",
        ),
    ),
    Remark(
        "三（一）",
        Text(
            "部门与职责按内容对应，不按先后：经济信息—综合协调，发展改革—投资准入，科技—技术创新，规划自然资源—要素保障，"
            "财政—财税扶持，生态环境—环境管理，应急管理—安全监管。",
            "Departments and tasks are paired by content, not by position: economy and information with coordination, "
            "development and reform with access of investment, science with technical innovation, planning and natural "
            "resources with provision of factors, finance with support by finance and taxes, ecology with environmental "
            "management, emergency management with safety.",
        ),
    ),
    Remark(
        "文末",
        Text(
            "只终止受理园外集聚区的申请；园区内集聚区的名录登记不受影响。",
            "It ends the acceptance of applications for clusters outside the parks only; the register of clusters inside the "
            "parks is not touched.",
        ),
    ),
)
