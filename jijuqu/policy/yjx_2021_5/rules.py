"""The rules of 渝经信规范〔2021〕5号, in the order of its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Application, District, LandSupply, Operation, Park, Plan, Project, Site
from jijuqu.policy.known import NOTHING, Answer, at_least, at_most, both, either, equal, holds, more_than, unless
from jijuqu.policy.rule import Addressee, Consequence, Force, Rule, Scope, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits

# 二（一） 规划范围


@rule(
    "二（一）1", "要在规划建设范围内按照原则上不低于工业用地10%的比例，集中规划建设以创新创业孵化、承接产业转移、发展配套加工为主的中小企业集聚区",
    Force.MUST, title=Text("园区须规划集聚区", "A park plans a cluster"),
    to=Addressee.PARK, consequence=Consequence.DUTY, scope=Scope.IN_PARKS,
    reading=Text(
        "“要……规划建设”是对各园区的要求，“原则上”只限定比例；是否规划与比例是否达到分开判断。",
        "“要” obliges every park to plan clusters; “原则上” hedges only the share. The two are judged apart.",
    ),
)  # fmt: skip
def plans_cluster_in_park(park: Park, limits: Limits) -> Answer:
    """The park plans a cluster of small and medium firms."""
    return holds(park.plans_a_cluster)


@rule(
    "二（一）1", "按照原则上不低于工业用地10%的比例", Force.IN_PRINCIPLE,
    title=Text("园区集聚区用地占比", "Share of the park's industrial land"),
    to=Addressee.PARK, scope=Scope.IN_PARKS,
    reading=Text(
        "分母取整个园区规划建设范围内的工业用地，分子取园区内各集聚区的工业用地。分母只取“工业集聚区”、"
        "分子取集聚区全部用地的两种理解同时计算，供比较。",
        "The share is taken of the industrial land in the whole planned range of the park; above the line stands the "
        "industrial land of its clusters. The two other readings (industrial areas alone below the line; all land of the "
        "clusters above it) are computed beside it, for comparison.",
    ),
)  # fmt: skip
def keeps_share_of_park_land(park: Park, limits: Limits) -> Answer:
    """Clusters have at least their share of the park's industrial land."""
    return at_least(park.park_cluster_land_mu, limits.min_park_cluster_share.of(park.park_industrial_land_mu))


@rule(
    "二（一）1", "含国家级新区、国家级市级高新区及经开区、海关特殊监管区的工业集聚区和市级特色工业园区，以下统称工业园区", Force.IN_PRINCIPLE,
    title=Text("园区集聚区用地占比（按工业集聚区计，供比较）", "Share of the park's industrial areas, for comparison"),
    to=Addressee.PARK, consequence=Consequence.NO_VERDICT, scope=Scope.IN_PARKS,
    reading=Text(
        "“的工业集聚区”可理解为一并限定新区、高新区、经开区和海关特殊监管区，则分母只取其工业集聚区的工业用地；"
        "只作比较，不作结论。",
        "“的工业集聚区” may be read with every zone named before it; the share is then taken of the industrial land of "
        "their industrial areas alone. A comparison without a verdict.",
    ),
)  # fmt: skip
def keeps_share_of_industrial_areas(park: Park, limits: Limits) -> Answer:
    """Clusters have at least their share of the park's industrial areas."""
    return at_least(park.park_cluster_land_mu, limits.min_park_cluster_share.of(park.park_industrial_areas_land_mu))


@rule(
    "二（一）1", "按照原则上不低于工业用地10%的比例，集中规划建设", Force.IN_PRINCIPLE,
    title=Text("园区集聚区用地占比（按集聚区全部用地计，供比较）", "Share of the park's land, all land of clusters counted, for comparison"),
    to=Addressee.PARK, consequence=Consequence.NO_VERDICT, scope=Scope.IN_PARKS,
    reading=Text(
        "比例的分子可理解为集聚区全部用地，而不只是其中的工业用地；只作比较，不作结论。",
        "What counts above the line may be read as all land of the clusters, not their industrial land alone. "
        "A comparison without a verdict.",
    ),
)  # fmt: skip
def keeps_share_with_all_cluster_land(park: Park, limits: Limits) -> Answer:
    """Clusters, with all their land, have at least their share of the park's industrial land."""
    return at_least(park.park_cluster_whole_land_mu, limits.min_park_cluster_share.of(park.park_industrial_land_mu))


@rule(
    "二（一）2",
    "区县（自治县）人民政府、两江新区管委会、重庆高新区管委会、万盛经开区管委会（以下统称各区县）",
    Force.MUST,
    title=Text("位于重庆市区县内", "In a district of Chongqing"),
    scope=Scope.ALL,
    reading=Text(
        "通知发给重庆市各区县和管委会，只适用于本市的用地；概略界线3公里以内的，以权属材料为准。",
        "The notice addresses the districts and committees of Chongqing and is for land in the city; within 3 km of the "
        "generalised line the papers decide.",
    ),
)
def land_lies_in_chongqing(site: Site, limits: Limits) -> Answer:
    """The land lies in a district or county of Chongqing."""
    return holds(site.lies_in_chongqing)


@rule(
    "二（一）2", "可利用工业园区外的现有规划工业用地", Force.MUST,
    title=Text("位于工业园区之外", "Outside every industrial park"),
    reading=Text(
        "“可”所允许的只是工业园区外的现有规划工业用地，故为园外集聚区选址的条件；图层比对容差系本系统设定。",
        "“可” allows existing planned industrial land outside the parks and no other, which makes it a condition of the "
        "place. The tolerance is a setting of this software.",
    ),
)  # fmt: skip
def lies_outside_every_park(site: Site, limits: Limits) -> Answer:
    """The land lies outside every industrial park."""
    return at_most(site.share_inside_parks, limits.layer_tolerance_share)


@rule(
    "二（一）2", "可利用工业园区外的现有规划工业用地", Force.MUST,
    title=Text("位于现有规划工业用地上", "On existing planned industrial land"),
    reading=Text(
        "“现有”指申请时规划已经确定为工业用地，拟调整为工业用地的不算；图层比对容差系本系统设定。",
        "“现有”: land that the plans already show as industrial when the application is made, not land that is to become "
        "so. The tolerance is a setting of this software.",
    ),
)  # fmt: skip
def lies_on_planned_industrial_land(site: Site, limits: Limits) -> Answer:
    """The land is existing planned industrial land."""
    return at_least(site.share_on_planned_industrial_land, limits.min_share_on_planned_layer)


@rule(
    "二（一）2", "每个区县原则上不超过5个", Force.IN_PRINCIPLE,
    title=Text("园外集聚区数量控制", "Number of clusters in the district"),
    reading=Text(
        "已批复的、审查中的（含同一规划所含的其他集聚区）和本集聚区都计入；按申报主体（区县政府或管委会）计算，不按地图推定。",
        "Approved clusters, those under review (others in the same plan among them) and this one all count, for the "
        "government or committee that applies; the applicant is asked for, never derived from the map.",
    ),
)  # fmt: skip
def keeps_within_district_number(district: District, limits: Limits) -> Answer:
    """The district has no more clusters outside the parks than the notice allows."""
    return at_most(district.clusters_with_this_one, limits.max_clusters_outside_parks)


# 二（二） 规划条件


@rule(
    "二（二）", "工业园区内的中小企业集聚区要纳入工业园区国土空间规划予以明确", Force.MUST,
    title=Text("纳入工业园区国土空间规划", "Shown in the park's spatial plan"),
    to=Addressee.PARK, consequence=Consequence.DUTY, scope=Scope.IN_PARKS,
    reading=Text(
        "通知对园区内集聚区未设申请、批复或备案程序；凭园区国土空间规划的依据作名录登记。",
        "The notice has no application, approval or filing for clusters inside the parks; they are entered in a register "
        "with the evidence that the park's spatial plan shows them.",
    ),
)  # fmt: skip
def is_shown_in_park_spatial_plan(plan: Plan, limits: Limits) -> Answer:
    """The in-park cluster is shown in the park's territorial spatial plan."""
    return holds(plan.shown_in_park_spatial_plan)


@rule(
    "二（二）", "并符合工业园区规划建设的相关要求", Force.MUST,
    title=Text("符合园区规划建设要求", "Meets the park's rules"),
    to=Addressee.PARK, consequence=Consequence.DUTY, scope=Scope.IN_PARKS,
)  # fmt: skip
def cluster_meets_park_planning_rules(plan: Plan, limits: Limits) -> Answer:
    """The in-park cluster meets the park's planning and building rules."""
    return holds(plan.meets_park_planning_rules)


@rule(
    "二（二）1", "中小企业集聚区规划建设应纳入区县工业园区统一规划", Force.MUST,
    title=Text("纳入区县工业园区统一规划", "Part of the district's unified park planning"),
)  # fmt: skip
def is_in_unified_park_planning(plan: Plan, limits: Limits) -> Answer:
    """The cluster is part of the district's unified park planning."""
    return holds(plan.in_unified_park_planning)


@rule(
    "二（二）1", "符合所在区县国土空间规划", Force.MUST,
    title=Text("符合国土空间规划", "Conforms to the spatial plan"),
)  # fmt: skip
def cluster_conforms_to_spatial_plan(plan: Plan, limits: Limits) -> Answer:
    """The cluster conforms to the district's territorial spatial plan."""
    return holds(plan.conforms_to_spatial_plan)


@rule(
    "二（二）1", "符合所在区县国土空间规划、产业发展准入清单等相关要求", Force.MUST,
    title=Text("符合产业发展准入清单", "Conforms to the industry access list"),
    reading=Text(
        "“所在区县”一并限定准入清单，本项查集聚区拟发展的产业；各引进项目的准入另按二（二）3查。列举之后有“等”。",
        "“所在区县” goes with the access list too: here the cluster's industries are held against the district's list; "
        "each project is asked about under 二（二）3. “等” follows the list.",
    ),
)  # fmt: skip
def cluster_conforms_to_industry_access_list(plan: Plan, limits: Limits) -> Answer:
    """The cluster's industries conform to the industry access list."""
    return holds(plan.conforms_to_industry_access_list)


_FROM_SPATIAL_PLAN = Text(
    "非通知直接规定，由其所引的国土空间规划而来；规划自然资源部门的书面证明是充分证据。",
    "Not the notice's own words: it follows from the spatial plan that the notice refers to. "
    "A letter of the planning bureau is full evidence.",
)


@rule(
    "二（二）1", "符合所在区县国土空间规划", Force.MUST, of_notice=False, reading=_FROM_SPATIAL_PLAN,
    title=Text("避让生态保护红线", "Clear of the ecological red line"),
)  # fmt: skip
def is_clear_of_ecological_red_line(site: Site, limits: Limits) -> Answer:
    """The land is clear of the ecological red line."""
    return either(
        at_most(site.share_in_ecological_red_line, limits.layer_tolerance_share),
        holds(site.letter_confirms_clear_of_red_line),
    )


@rule(
    "二（二）1", "符合所在区县国土空间规划", Force.MUST, of_notice=False, reading=_FROM_SPATIAL_PLAN,
    title=Text("避让永久基本农田", "Clear of permanent basic farmland"),
)  # fmt: skip
def is_clear_of_permanent_farmland(site: Site, limits: Limits) -> Answer:
    """The land is clear of permanent basic farmland."""
    return either(
        at_most(site.share_in_permanent_farmland, limits.layer_tolerance_share),
        holds(site.letter_confirms_clear_of_farmland),
    )


@rule(
    "二（二）1", "符合所在区县国土空间规划", Force.MUST, of_notice=False, reading=_FROM_SPATIAL_PLAN,
    title=Text("位于城镇开发边界内", "Inside the urban development boundary"),
)  # fmt: skip
def is_inside_urban_boundary(site: Site, limits: Limits) -> Answer:
    """The land lies inside the urban development boundary."""
    return either(
        at_least(site.share_inside_urban_boundary, limits.min_share_on_planned_layer),
        holds(site.letter_confirms_inside_urban_boundary),
    )


@rule(
    "二（二）2", "中小企业集聚区规划建设用地原则上应集中连片（利用闲置工矿用地及厂房除外）", Force.IN_PRINCIPLE,
    title=Text("集中连片", "In one piece"),
    reading=Text(
        "地块间距不超过所选容许间距的算作连片，未选的以相接为准；通知未定间距。“除外”只限闲置工矿用地及厂房，"
        "须有证明材料；二（四）1的老旧工业集聚区和低效工业用地本身不等于闲置。",
        "Plots no farther apart than the chosen gap are one piece; where none is chosen they must touch. The notice names "
        "no gap. The exception is for idle industrial or mining land and buildings only, with evidence; the old or "
        "inefficient industrial land of 二（四）1 is not by itself idle.",
    ),
)  # fmt: skip
def is_contiguous(site: Site, limits: Limits) -> Answer:
    """The land is in one piece, unless idle industrial or mining land is used."""
    return unless(site.uses_idle_industrial_land, at_most(site.parts, limits.max_parts))


@rule(
    "二（二）2", "工业用地一般不少于200亩或工业建筑面积不低于10万平方米", Force.IN_PRINCIPLE,
    title=Text("工业用地或工业建筑规模", "Enough industrial land or floor"),
    reading=Text(
        "“一般”理解为同时限定用地和建筑面积两项；只限定用地、建筑面积为硬性下限的理解存录。工业用地不等于全部用地，"
        "以文件中的地类编码或明确申报为准。",
        "“一般” is read as hedging both numbers, land and floor; the reading that it hedges land alone is recorded. "
        "Industrial land is not the whole boundary: it comes from the land-use codes of the file or from an explicit "
        "declaration.",
    ),
)  # fmt: skip
def has_enough_industrial_space(site: Site, limits: Limits) -> Answer:
    """There is enough industrial land or enough industrial floor; either will do."""
    return either(
        at_least(site.industrial_land_mu, limits.min_industrial_land_mu),
        at_least(site.industrial_floor_m2, limits.min_industrial_floor_m2),
    )


@rule(
    "二（二）2", "并按渝府办发〔2020〕99号文的有关规定，配套一定的行政办公及生活服务设施用地", Force.MUST,
    title=Text("行政办公及生活服务设施用地", "Office and living-service land"), consequence=Consequence.DUTY,
    reading=Text(
        "既是配套的义务，也受渝府办发〔2020〕99号文所定比例的限制；该比例连同出处录入之前为“待核”。比例以用地总面积为分母，系理解。",
        "A duty to provide some, within the share that 渝府办发〔2020〕99号 allows; unknown until that share is entered with "
        "its source. That it is a share of the whole land is a reading.",
    ),
)  # fmt: skip
def provides_ancillary_land(site: Site, limits: Limits) -> Answer:
    """Some land is for offices and living services, within the share allowed."""
    return both(
        more_than(site.ancillary_land_mu, NOTHING),
        at_most(site.ancillary_land_mu, limits.max_ancillary_land_share.of(site.total_land_mu)),
    )


@rule(
    "二（二）3", "引进的工业投资项目及配套的生产性服务业项目要符合国家和我市产业准入相关要求", Force.MUST,
    title=Text("项目符合产业准入", "Projects meet the access rules"),
    reading=Text(
        "不符合准入要求的项目不得引进，调整或剔除该项目后不影响集聚区本身。本项说“每个中小企业集聚区”，"
        "二（二）冒头限于园外；本系统按冒头只适用于园外，此疑义存录。",
        "A project that does not meet them may not enter; once it is changed or left out, the cluster is not touched. The "
        "item speaks of “every” cluster, its head of those outside the parks; it is applied outside the parks only, and "
        "the doubt is recorded.",
    ),
)  # fmt: skip
def project_meets_access_rules(project: Project, limits: Limits) -> Answer:
    """The project meets the access rules of the state and the city."""
    return holds(project.meets_access_rules)


@rule(
    "二（二）3", "重点培育1个特色鲜明的主导产业", Force.MUST,
    title=Text("一个主导产业", "One leading industry"), consequence=Consequence.DUTY,
    reading=Text(
        "主导产业是一个对外名称，可对应一组国民经济行业代码（通知所举“智能家居”即非单一代码）；不排除集聚区另有其他产业。",
        "The leading industry is one public name; a set of industry codes may stand behind it (the notice's own example, "
        "智能家居, is no single code). Other industries are not excluded.",
    ),
)  # fmt: skip
def has_one_leading_industry(plan: Plan, limits: Limits) -> Answer:
    """The plan settles on one leading industry."""
    return equal(plan.leading_industries, limits.leading_industries)


@rule(
    "二（二）4", "每个中小企业集聚区都要明确其行业主管部门、投资建设单位、运营管理机构", Force.MUST,
    title=Text("三方责任主体", "Three responsible bodies"), consequence=Consequence.DUTY,
    reading=Text(
        "二（二）冒头限于园外集聚区，而本项说“每个”；本系统按冒头只适用于园外，此疑义存录。",
        "The head of 二（二） speaks of clusters outside the parks, this item of “every” cluster; it is applied outside the "
        "parks only, and the doubt is recorded.",
    ),
)  # fmt: skip
def names_responsible_bodies(plan: Plan, limits: Limits) -> Answer:
    """The industry department, the investor-builder and the operator are named."""
    return both(holds(plan.names_industry_department), holds(plan.names_builder), holds(plan.names_operator))


# 二（三） 规划程序


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


# 二（四） 建设重点


@rule(
    "二（四）1", "支持重点企业领建一批中小企业集聚区", Force.ENCOURAGED,
    title=Text("重点企业领建", "Led by a key firm"),
)  # fmt: skip
def is_led_by_key_firm(site: Site, limits: Limits) -> Answer:
    """A key firm leads the building of the cluster."""
    return holds(site.led_by_key_firm)


@rule(
    "二（四）1", "支持按产业政策、国土空间规划将老旧工业集聚区和低效工业用地改建为中小企业集聚区", Force.ENCOURAGED,
    title=Text("老旧和低效用地改建", "Old or inefficient land rebuilt"),
)  # fmt: skip
def cluster_renews_old_industrial_area(site: Site, limits: Limits) -> Answer:
    """An old industrial area or inefficient industrial land is rebuilt."""
    return holds(site.renews_old_industrial_area)


@rule(
    "二（四）2", "各中小企业集聚区要以标准厂房为主体", Force.MUST,
    title=Text("以标准厂房为主体", "Standard factories are the main body"), consequence=Consequence.DUTY,
    reading=Text(
        "通知未定比例，“主体”按标准厂房占规划总建筑面积的比例判断，比例系本系统设定。本项说“各中小企业集聚区”，"
        "二（四）冒头限于园外；本系统按冒头只适用于园外，此疑义存录。",
        "The notice gives no share; the main body is judged by the share of standard factories in all planned floor, a "
        "setting of this software. The item speaks of all clusters, its head of those outside the parks; it is applied "
        "outside the parks only, and the doubt is recorded.",
    ),
)  # fmt: skip
def is_mainly_standard_factories(site: Site, limits: Limits) -> Answer:
    """Standard factory buildings make up the main body of the planned floor."""
    return at_least(site.standard_factory_floor_m2, limits.min_standard_factory_share.of(site.planned_floor_m2))


@rule(
    "二（四）2", "原则上中小企业集聚区不得为单个工业项目独立供地", Force.IN_PRINCIPLE,
    title=Text("不为单个项目独立供地", "No land for single projects"),
    reading=Text(
        "“确需独立供地”即“原则上”的例外，须作特殊情况说明，且仍受供地下限约束。",
        "“确需独立供地” is the departure that “原则上” allows: it asks for a written reason, and the least area still holds.",
    ),
)  # fmt: skip
def supplies_no_land_to_single_projects(site: Site, limits: Limits) -> Answer:
    """No single industrial project is given land of its own."""
    return at_most(site.single_project_supplies, NOTHING)


@rule(
    "二（四）2", "确需独立供地的，单个项目供地不得低于10亩", Force.MUST,
    title=Text("单个项目供地下限", "Least land for a single project"),
    reading=Text(
        "同一项目多次供地合并计算；不同项目不合并，不论是否同一控制人。“不得”是硬性下限，特殊情况说明不能代替。",
        "Several supplies to one project are added up; different projects never are, whoever controls them. “不得” makes "
        "it a firm floor: no written reason stands in for it.",
    ),
)  # fmt: skip
def single_project_gets_enough_land(supply: LandSupply, limits: Limits) -> Answer:
    """A single project that gets land of its own gets at least the floor of the notice."""
    return at_least(supply.supplied_mu, limits.min_single_supply_mu)


@rule(
    "二（四）2", "集中规划建设好中小企业集聚区配套用房及其它公共服务设施", Force.MUST,
    title=Text("集中规划配套设施", "Shared facilities planned together"), consequence=Consequence.DUTY,
)  # fmt: skip
def cluster_plans_shared_facilities(site: Site, limits: Limits) -> Answer:
    """Housing, offices, storage and services are planned together."""
    return holds(site.plans_shared_facilities)


@rule(
    "二（四）4", "各区县要搭建支撑中小企业集聚区发展的公共服务平台", Force.MUST,
    title=Text("公共服务平台", "A public service platform"), consequence=Consequence.DUTY,
)  # fmt: skip
def district_has_service_platform(operation: Operation, limits: Limits) -> Answer:
    """The district has set up a public service platform."""
    return holds(operation.has_service_platform)


# 三 保障措施


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


# 文末


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


RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
