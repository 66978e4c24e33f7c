"""二（三） 规划程序: from the drafting of the plan to the approved name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Application, Plan
from jijuqu.policy.known import Answer, both, equal, holds
from jijuqu.policy.rule import Addressee, Consequence, Force, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


@rule(
    "二（三）1", "各区县要明确规划编制主管部门负责编制或委托第三方编制各区县的中小企业集聚区建设规划", Force.MUST,
    title=Text("明确规划编制主管部门", "A drafting authority is named"), consequence=Consequence.DUTY,
    reading=Text(
        "“要明确”是要求，由哪个部门担任才是“原则上”。“各区县的……建设规划”：一个规划、一次联合审查、一份申请可含多个集聚区。",
        "To name an authority is a must; which one is a matter of principle. “各区县的…建设规划”: one plan, one joint review "
        "and one application may hold several clusters.",
    ),
)  # fmt: skip
def district_names_drafting_authority(plan: Plan, limits: Limits) -> Answer:
    """The district has named the authority that drafts the plan."""
    return holds(plan.names_drafting_authority)


@rule(
    "二（三）1", "规划编制主管部门原则上为各区县经济信息主管部门", Force.IN_PRINCIPLE,
    title=Text("编制主管部门为经济信息主管部门", "The economy department is in charge of drafting"),
    reading=Text(
        "委托第三方编制的，主管部门仍为区县经济信息主管部门即为符合。",
        "Where a third party drafts, it is enough that the economy and information department is in charge.",
    ),
)  # fmt: skip
def is_drafted_under_economic_department(plan: Plan, limits: Limits) -> Answer:
    """The drafting authority is the district's economy and information department."""
    return holds(plan.drafted_under_economic_department)


@rule(
    "二（三）2", "集中编制中小企业集聚区总体规划", Force.MUST,
    title=Text("集中编制总体规划", "One overall plan"), to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text(
        "“集中编制”理解为一个区县的园外集聚区统一编制一个总体规划，不按集聚区分别编制；只有一个集聚区的，该规划即总体规划，"
        "此后新增的集聚区纳入该规划修编。“集中编制”只指由编制主管部门统一组织、可以一区一规划的理解存录。",
        "“集中编制”: the clusters that a district has outside the parks are drafted together in one overall plan, not in a plan "
        "for each. Where there is one cluster its plan is the overall plan, and a later cluster is drafted into it. The "
        "reading that it only asks for drafting under one authority, with a plan for each cluster, is recorded.",
    ),
)  # fmt: skip
def drafts_one_overall_plan(plan: Plan, limits: Limits) -> Answer:
    """The district's clusters are drafted together in one overall plan."""
    return holds(plan.drafted_as_one_overall_plan)


@rule(
    "二（三）2", "明确规划背景、发展现状、总体要求、发展目标、产业发展、空间布局（规划选址、用地规模、功能分区）、建设运营、政策措施等内容",
    Force.MUST, title=Text("规划内容齐全", "The plan's contents"), to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text("列举之后有“等”，所列各项是最低内容。", "“等” follows the list: what it names is the least."),
)  # fmt: skip
def plan_has_eight_contents(plan: Plan, limits: Limits) -> Answer:
    """The plan has its eight contents."""
    return both(
        holds(plan.has_background), holds(plan.has_present_state), holds(plan.has_overall_requirements),
        holds(plan.has_goals), holds(plan.has_industry_chapter), holds(plan.has_spatial_layout),
        holds(plan.has_building_and_operation), holds(plan.has_policy_measures),
    )  # fmt: skip


@rule(
    "二（三）2", "同步开展规划环评，编制环境影响报告书报各区县生态环境主管部门审查", Force.MUST,
    title=Text("规划环评同步开展", "Environmental report alongside"), to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text(
        "与规划编制同步，不是联合审查的前置条件；环境影响报告书报区县（不是市）生态环境主管部门审查。",
        "It runs alongside and never blocks the joint review; the report goes to the district's ecology department, not "
        "the city's.",
    ),
)  # fmt: skip
def sends_environmental_report(plan: Plan, limits: Limits) -> Answer:
    """The plan's environmental report goes to the district's ecology department."""
    return holds(plan.environmental_report_sent)


@rule(
    "二（三）3", "规划编制主管部门要组织区县发展改革、规划自然资源、生态环境、应急管理、工业园区等部门和单位，对中小企业集聚区建设规划进行联合审查",
    Force.MUST, title=Text("区县联合审查", "The district's joint review"), to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text(
        "“等”之前列明的部门和单位为最低范围，以其书面审查意见为据。",
        "The departments and bodies named before “等” are the least; their written opinions are the evidence.",
    ),
)  # fmt: skip
def district_reviews_jointly(application: Application, limits: Limits) -> Answer:
    """The five departments of the district have reviewed the plan."""
    return both(
        holds(application.district_development_and_reform_opinion),
        holds(application.district_planning_and_resources_opinion),
        holds(application.district_ecology_opinion),
        holds(application.district_emergency_opinion),
        holds(application.district_parks_opinion),
    )


@rule(
    "二（三）3", "并组织专家评审", Force.MUST,
    title=Text("专家评审", "Expert review"), to=Addressee.DEPARTMENT, consequence=Consequence.DUTY,
    reading=Text("专家评审只在区县一级；市级审查没有此项。", "Experts assess at district level only; the city's review has none."),
)  # fmt: skip
def experts_review(application: Application, limits: Limits) -> Answer:
    """Experts have assessed the plan."""
    return holds(application.experts_reviewed)


@rule(
    "二（三）3", "后报请各区县审定", Force.MUST,
    title=Text("区县审定", "The district approves"), consequence=Consequence.DUTY,
    reading=Text(
        "“各区县”即二（一）2所称的区县政府和管委会：由编制主管部门报请，由其审定，在联合审查和专家评审之后。",
        "“各区县” are the governments and committees of 二（一）2: the drafting authority puts the plan before them, and "
        "they approve it, after the joint review and the expert review.",
    ),
)  # fmt: skip
def district_approves(application: Application, limits: Limits) -> Answer:
    """The district has approved the plan."""
    return holds(application.district_approved)


@rule(
    "二（三）4", "各区县以函件方式向市经济信息委提出规划建设中小企业集聚区的申请，明确中小企业集聚区总体规划情况", Force.MUST,
    title=Text("以函件方式申请", "Application by letter"),
    reading=Text(
        "申请主体是区县政府或管委会（府函），由区县经济信息委代拟；不以函件提出的不成其为申请。一份申请可含多个集聚区。",
        "The district government or management committee applies; its economy and information department prepares the "
        "letter. What does not come by letter is no application. One application may hold several clusters.",
    ),
)  # fmt: skip
def applies_by_letter(application: Application, limits: Limits) -> Answer:
    """The district applies by letter and sets out the overall plan."""
    return both(holds(application.applied_by_letter), holds(application.describes_overall_plan))


@rule(
    "二（三）4", "并附区县联合审查意见和专家评审意见", Force.MUST,
    title=Text("两项附件", "The two attachments"),
    reading=Text(
        "总体规划情况之外只要求这两项附件，其他材料为“建议提供”。",
        "Besides the account of the overall plan only these two papers are required; all else is suggested.",
    ),
)  # fmt: skip
def attaches_both_opinions(application: Application, limits: Limits) -> Answer:
    """The joint review opinion and the expert opinion are attached."""
    return both(holds(application.attaches_joint_opinion), holds(application.attaches_expert_opinion))


@rule(
    "二（三）5", "组织市发展改革、规划自然资源、生态环境、应急管理等部门对中小企业集聚区建设规划进行联合审查并出具审查意见", Force.MUST,
    title=Text("市级联合审查", "The city's joint review"), to=Addressee.CITY, consequence=Consequence.DUTY,
    reading=Text(
        "“等”之前列明的市级部门为最低范围；与区县联合审查不同，未列工业园区。",
        "The departments named before “等” are the least; unlike the district's review, no parks body is named.",
    ),
)  # fmt: skip
def city_reviews_jointly(application: Application, limits: Limits) -> Answer:
    """The four departments of the city have reviewed the plan."""
    return both(
        holds(application.city_development_and_reform_opinion),
        holds(application.city_planning_and_resources_opinion),
        holds(application.city_ecology_opinion),
        holds(application.city_emergency_opinion),
    )


@rule(
    "二（三）6", "并统一命名为：**区县+主导产业+中小企业集聚区", Force.MUST,
    title=Text("统一命名", "The prescribed name"), to=Addressee.CITY, consequence=Consequence.DUTY,
    reading=Text(
        "名称由市经济信息委函复时统一确定，申请时的名称为拟用名称。依此命名可能出现同名的两个集聚区：提示，不禁止。",
        "The commission fixes the name in its reply; until then the name is a proposal. Two clusters may lawfully come to "
        "the same name: a warning, never a ban.",
    ),
)  # fmt: skip
def bears_prescribed_name(application: Application, limits: Limits) -> Answer:
    """The cluster's name is made of the district, the leading industry and 中小企业集聚区."""
    return equal(application.cluster_name, application.prescribed_name)
