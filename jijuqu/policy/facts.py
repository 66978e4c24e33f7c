"""What rules may ask about: sites, plans, applications, districts, parks, projects, land supplies, running clusters.

Each class lists its facts with unit, words and the clause that asks for them. Made with values it describes one case
(`Site(industrial_land_mu=205.3)`; what is not given is not yet known); made with `over` it describes columns, and the
same rules ask the same questions of it. Names are unique across the classes (but for `in_park`) and are the names of
FACTS.toml.
"""

from __future__ import annotations

from jijuqu.policy.fact_specs import Facts, FactSpec, day, number, text, yes_no
from jijuqu.policy.known import Fact
from jijuqu.words.text import Text

IN_PARK = yes_no(
    "二（二）", "位于工业园区内", "Lies inside an industrial park",
    mend=("说明是否位于工业园区内", "state whether it lies inside an industrial park"),
)  # fmt: skip


# Derived from facts, and shown under a name of their own.
CLUSTERS_WITH_THIS_ONE = FactSpec(
    "clusters_with_this_one", "number", "count",
    Text("园外集聚区数（已批复、审查中，含本集聚区）", "Clusters outside the parks: approved, under review, and this one"),
    "二（一）2", Text("核减{short}集聚区", "plan fewer clusters (too many: {short})"),
)  # fmt: skip
PRESCRIBED_NAME = FactSpec(
    "prescribed_name", "text", "", Text("应用名称", "The name prescribed"), "二（三）6",
    Text("按“区县+主导产业+中小企业集聚区”命名", "name it district + leading industry + 中小企业集聚区"),
)  # fmt: skip


class Site(Facts):
    """The land and buildings of one cluster."""

    subject = Text("集聚区用地", "The cluster's land")
    in_park = IN_PARK
    lies_in_chongqing = yes_no(
        "二（一）2", "位于重庆市区县内", "Lies in a district or county of Chongqing",
        mend=("核对坐标系和坐标，通知只适用于重庆市各区县的用地", "check the coordinates: the notice is for land in Chongqing"),
    )  # fmt: skip
    share_inside_parks = number(
        "share", "二（一）2", "位于工业园区范围内的用地占比", "Share of the land inside industrial parks",
        mend=("将用地调整到工业园区范围之外（超出{short}）", "move the land out of the park's range ({short} too much)"),
    )  # fmt: skip
    share_on_planned_industrial_land = number(
        "share", "二（一）2", "位于现有规划工业用地上的占比", "Share of the land on existing planned industrial land",
        mend=("将用地调整到现有规划工业用地上（还差{short}）", "move the land onto planned industrial land ({short} missing)"),
    )  # fmt: skip
    share_in_ecological_red_line = number(
        "share", "二（二）1", "位于生态保护红线内的占比", "Share of the land inside the ecological red line",
        mend=("避让生态保护红线（超出{short}）", "keep clear of the ecological red line ({short} too much)"),
    )  # fmt: skip
    letter_confirms_clear_of_red_line = yes_no(
        "二（二）1", "规划自然资源部门书面证明不涉及生态保护红线",
        "The planning bureau's letter says it is clear of the ecological red line",
        mend=("取得规划自然资源部门不涉及生态保护红线的书面证明", "get the planning bureau's letter on the ecological red line"),
    )  # fmt: skip
    share_in_permanent_farmland = number(
        "share", "二（二）1", "位于永久基本农田内的占比", "Share of the land on permanent basic farmland",
        mend=("避让永久基本农田（超出{short}）", "keep clear of permanent basic farmland ({short} too much)"),
    )  # fmt: skip
    letter_confirms_clear_of_farmland = yes_no(
        "二（二）1", "规划自然资源部门书面证明不占永久基本农田",
        "The planning bureau's letter says it takes no permanent basic farmland",
        mend=("取得规划自然资源部门不占永久基本农田的书面证明", "get the planning bureau's letter on permanent basic farmland"),
    )  # fmt: skip
    share_inside_urban_boundary = number(
        "share", "二（二）1", "位于城镇开发边界内的占比", "Share of the land inside the urban development boundary",
        mend=("将用地调整到城镇开发边界内（还差{short}）", "move the land inside the urban boundary ({short} missing)"),
    )  # fmt: skip
    letter_confirms_inside_urban_boundary = yes_no(
        "二（二）1", "规划自然资源部门书面证明位于城镇开发边界内",
        "The planning bureau's letter says it lies inside the urban development boundary",
        mend=("取得规划自然资源部门位于城镇开发边界内的书面证明", "get the planning bureau's letter on the urban boundary"),
    )  # fmt: skip
    parts = number(
        "count", "二（二）2", "互不相连的部分数", "Separate parts of the land",
        mend=("调整边界，使用地连成一片（减少{short}部分）", "change the boundary so that the land is in one piece (parts too many: {short})"),
    )  # fmt: skip
    uses_idle_industrial_land = yes_no(
        "二（二）2", "利用闲置工矿用地及厂房", "Uses idle industrial or mining land and buildings",
        mend=("确属利用闲置工矿用地及厂房的，提供证明材料", "where it is idle industrial or mining land, give the evidence"),
    )  # fmt: skip
    industrial_land_mu = number(
        "mu", "二（二）2", "工业用地面积", "Industrial land",
        mend=("增加工业用地{short}", "add {short} of industrial land"),
    )  # fmt: skip
    industrial_floor_m2 = number(
        "m2", "二（二）2", "工业建筑面积", "Industrial floor area",
        mend=("再建{short}工业建筑", "build {short} more industrial floor"),
    )  # fmt: skip
    ancillary_land_mu = number(
        "mu", "二（二）2", "行政办公及生活服务设施用地面积", "Office and living-service land",
        mend=("按渝府办发〔2020〕99号的规定调整行政办公及生活服务设施用地", "set office and living-service land as 99号 provides"),
    )  # fmt: skip
    total_land_mu = number(
        "mu", "二（二）2", "用地总面积", "All land of the cluster",
        mend=("提供用地总面积", "state the whole area"),
    )  # fmt: skip
    standard_factory_floor_m2 = number(
        "m2", "二（四）2", "标准厂房建筑面积", "Floor area of standard factory buildings",
        mend=("再增加{short}标准厂房", "plan {short} more of standard factory buildings"),
    )  # fmt: skip
    planned_floor_m2 = number(
        "m2", "二（四）2", "规划总建筑面积", "All planned floor area",
        mend=("提供规划总建筑面积", "state the whole planned floor area"),
    )  # fmt: skip
    single_project_supplies = number(
        "count", "二（四）2", "独立供地的单个工业项目数", "Single industrial projects given land of their own",
        mend=("将{short}项目安排进标准厂房", "house these projects in standard factory buildings ({short})"),
    )  # fmt: skip
    plans_shared_facilities = yes_no(
        "二（四）2", "集中规划配套用房及其他公共服务设施", "Plans housing, offices, storage and services together",
        mend=("集中规划职工生活、企业办公、仓储物流等配套设施", "plan living, office, storage and logistics facilities together"),
    )  # fmt: skip
    led_by_key_firm = yes_no(
        "二（四）1", "由重点企业领建", "Led by a key firm",
        mend=("可由重点企业领建", "a key firm may lead the building"),
    )  # fmt: skip
    renews_old_industrial_area = yes_no(
        "二（四）1", "由老旧工业集聚区或低效工业用地改建", "Rebuilds an old industrial area or inefficient land",
        mend=("可利用老旧工业集聚区和低效工业用地改建", "old industrial areas and inefficient land may be rebuilt"),
    )  # fmt: skip


class Plan(Facts):
    """The district's plan, as far as it speaks of this cluster."""

    subject = Text("建设规划", "The plan")
    in_park = IN_PARK
    shown_in_park_spatial_plan = yes_no(
        "二（二）", "已纳入工业园区国土空间规划", "Shown in the park's territorial spatial plan",
        mend=("纳入工业园区国土空间规划并提供依据", "have it shown in the park's spatial plan, with the evidence"),
    )  # fmt: skip
    meets_park_planning_rules = yes_no(
        "二（二）", "符合工业园区规划建设的相关要求", "Meets the park's planning and building rules",
        mend=("按工业园区规划建设的相关要求修改完善", "change it as the park's rules demand"),
    )  # fmt: skip
    in_unified_park_planning = yes_no(
        "二（二）1", "已纳入区县工业园区统一规划", "Part of the district's unified park planning",
        mend=("纳入区县工业园区统一规划并提供文号", "have it entered in the district's unified park planning"),
    )  # fmt: skip
    conforms_to_spatial_plan = yes_no(
        "二（二）1", "符合区县国土空间规划", "Conforms to the district's territorial spatial plan",
        mend=("调整方案或提供符合国土空间规划的依据", "change it, or show that it conforms to the spatial plan"),
    )  # fmt: skip
    conforms_to_industry_access_list = yes_no(
        "二（二）1", "符合产业发展准入清单", "Conforms to the industry access list",
        mend=("对照产业发展准入清单调整产业", "change the industries to fit the access list"),
    )  # fmt: skip
    leading_industries = number(
        "count", "二（二）3", "主导产业数", "Leading industries",
        mend=("明确1个主导产业", "settle on one leading industry"),
    )  # fmt: skip
    names_industry_department = yes_no(
        "二（二）4", "已明确行业主管部门", "Names the industry department",
        mend=("明确行业主管部门", "name the industry department"),
    )  # fmt: skip
    names_builder = yes_no(
        "二（二）4", "已明确投资建设单位", "Names the investor and builder",
        mend=("明确投资建设单位", "name the investor and builder"),
    )  # fmt: skip
    names_operator = yes_no(
        "二（二）4", "已明确运营管理机构", "Names the operator",
        mend=("明确运营管理机构", "name the operator"),
    )  # fmt: skip
    names_drafting_authority = yes_no(
        "二（三）1", "区县已明确规划编制主管部门", "The district has named the drafting authority",
        mend=("明确规划编制主管部门", "name the drafting authority"),
    )  # fmt: skip
    drafted_under_economic_department = yes_no(
        "二（三）1", "规划编制主管部门为区县经济信息主管部门", "The drafting authority is the economy and information department",
        mend=("明确由区县经济信息主管部门担任规划编制主管部门", "put the economy and information department in charge of drafting"),
    )  # fmt: skip
    drafted_as_one_overall_plan = yes_no(
        "二（三）2", "各集聚区集中编入区县的一个总体规划", "The district's clusters are drafted together in one overall plan",
        mend=("将各集聚区集中编入区县的一个总体规划", "draft the district's clusters together in one overall plan"),
    )  # fmt: skip
    has_background = yes_no(
        "二（三）2", "规划含规划背景", "The plan has its background",
        mend=("补充规划背景", "add the background"),
    )  # fmt: skip
    has_present_state = yes_no(
        "二（三）2", "规划含发展现状", "The plan has the present state",
        mend=("补充发展现状", "add the present state"),
    )  # fmt: skip
    has_overall_requirements = yes_no(
        "二（三）2", "规划含总体要求", "The plan has overall requirements",
        mend=("补充总体要求", "add the overall requirements"),
    )  # fmt: skip
    has_goals = yes_no(
        "二（三）2", "规划含发展目标", "The plan has goals",
        mend=("补充发展目标", "add the goals"),
    )  # fmt: skip
    has_industry_chapter = yes_no(
        "二（三）2", "规划含产业发展", "The plan has industrial development",
        mend=("补充产业发展", "add industrial development"),
    )  # fmt: skip
    has_spatial_layout = yes_no(
        "二（三）2", "规划含空间布局（规划选址、用地规模、功能分区）", "The plan has the spatial layout: site, land size, functional zones",
        mend=("补充空间布局（规划选址、用地规模、功能分区）", "add the spatial layout: site, land size, functional zones"),
    )  # fmt: skip
    has_building_and_operation = yes_no(
        "二（三）2", "规划含建设运营", "The plan has building and operation",
        mend=("补充建设运营", "add building and operation"),
    )  # fmt: skip
    has_policy_measures = yes_no(
        "二（三）2", "规划含政策措施", "The plan has policy measures",
        mend=("补充政策措施", "add the policy measures"),
    )  # fmt: skip
    environmental_report_sent = yes_no(
        "二（三）2", "规划环评环境影响报告书已报区县生态环境主管部门", "The plan's environmental report went to the district's ecology department",
        mend=("编制环境影响报告书并报区县生态环境主管部门审查", "send the environmental report to the district's ecology department"),
    )  # fmt: skip


class Application(Facts):
    """The reviews behind an application for a cluster, and its papers."""

    subject = Text("申请", "The application")
    in_park = IN_PARK
    district_development_and_reform_opinion = yes_no(
        "二（三）3", "区县发展改革部门联合审查意见", "Joint review: the district's development and reform department",
        mend=("取得区县发展改革部门的审查意见", "get the opinion of the district's development and reform department"),
    )  # fmt: skip
    district_planning_and_resources_opinion = yes_no(
        "二（三）3", "区县规划自然资源部门联合审查意见", "Joint review: the district's planning and natural resources department",
        mend=("取得区县规划自然资源部门的审查意见", "get the opinion of the district's planning and natural resources department"),
    )  # fmt: skip
    district_ecology_opinion = yes_no(
        "二（三）3", "区县生态环境部门联合审查意见", "Joint review: the district's ecology department",
        mend=("取得区县生态环境部门的审查意见", "get the opinion of the district's ecology department"),
    )  # fmt: skip
    district_emergency_opinion = yes_no(
        "二（三）3", "区县应急管理部门联合审查意见", "Joint review: the district's emergency department",
        mend=("取得区县应急管理部门的审查意见", "get the opinion of the district's emergency department"),
    )  # fmt: skip
    district_parks_opinion = yes_no(
        "二（三）3", "区县工业园区管理单位联合审查意见", "Joint review: the district's parks body",
        mend=("取得区县工业园区管理单位的审查意见", "get the opinion of the district's parks body"),
    )  # fmt: skip
    experts_reviewed = yes_no(
        "二（三）3", "已组织专家评审", "Experts have assessed the plan",
        mend=("组织专家评审", "have experts assess the plan"),
    )  # fmt: skip
    district_approved = yes_no(
        "二（三）3", "区县已审定规划", "The district has approved the plan",
        mend=("报请区县审定", "put the plan before the district for approval"),
    )  # fmt: skip
    applied_by_letter = yes_no(
        "二（三）4", "区县以函件方式提出申请", "The district applies by letter",
        mend=("由区县以函件方式向市经济信息委提出申请", "let the district apply to the commission by letter"),
    )  # fmt: skip
    describes_overall_plan = yes_no(
        "二（三）4", "申请明确总体规划情况", "The application sets out the overall plan",
        mend=("在申请中明确总体规划情况", "set out the overall plan in the application"),
    )  # fmt: skip
    attaches_joint_opinion = yes_no(
        "二（三）4", "附区县联合审查意见", "The district's joint review opinion is attached",
        mend=("附区县联合审查意见", "attach the district's joint review opinion"),
    )  # fmt: skip
    attaches_expert_opinion = yes_no(
        "二（三）4", "附专家评审意见", "The expert opinion is attached",
        mend=("附专家评审意见", "attach the expert opinion"),
    )  # fmt: skip
    city_development_and_reform_opinion = yes_no(
        "二（三）5", "市发展改革部门审查意见", "City review: development and reform",
        mend=("由市发展改革部门出具审查意见", "get the opinion of the city's development and reform department"),
    )  # fmt: skip
    city_planning_and_resources_opinion = yes_no(
        "二（三）5", "市规划自然资源部门审查意见", "City review: planning and natural resources",
        mend=("由市规划自然资源部门出具审查意见", "get the opinion of the city's planning and natural resources department"),
    )  # fmt: skip
    city_ecology_opinion = yes_no(
        "二（三）5", "市生态环境部门审查意见", "City review: ecology",
        mend=("由市生态环境部门出具审查意见", "get the opinion of the city's ecology department"),
    )  # fmt: skip
    city_emergency_opinion = yes_no(
        "二（三）5", "市应急管理部门审查意见", "City review: emergency management",
        mend=("由市应急管理部门出具审查意见", "get the opinion of the city's emergency department"),
    )  # fmt: skip
    district_name = text(
        "二（三）6", "区县名称", "District",
        mend=("提供区县名称", "state the district"),
    )  # fmt: skip
    leading_industry_name = text(
        "二（三）6", "主导产业名称", "Public name of the leading industry",
        mend=("提供主导产业名称", "state the leading industry's public name"),
    )  # fmt: skip
    cluster_name = text(
        "二（三）6", "集聚区名称", "Name of the cluster",
        mend=("按“区县+主导产业+中小企业集聚区”命名", "name it district + leading industry + 中小企业集聚区"),
    )  # fmt: skip
    received_on = day(
        "文末", "申请收文日期", "Day the application is received",
        mend=("逾期{short}，不再受理", "{short} late: no longer accepted"),
    )  # fmt: skip

    @property
    def prescribed_name(self) -> Fact:
        """The name that the notice prescribes: district, leading industry, and 中小企业集聚区."""
        name = self.district_name + self.leading_industry_name + "中小企业集聚区"
        return Fact(PRESCRIBED_NAME, name.value)


class District(Facts):
    """A quota holder (区县 of 二（一）2): a district, a county, or one of three management committees."""

    subject = Text("区县", "The district")
    in_park = IN_PARK
    other_clusters_approved = number(
        "count", "二（一）2", "已批复的其他园外集聚区数", "Other clusters outside the parks already approved",
        mend=("核减{short}集聚区", "{short} clusters fewer"),
    )  # fmt: skip
    other_clusters_under_review = number(
        "count", "二（一）2", "审查中的其他园外集聚区数", "Other clusters outside the parks under review",
        mend=("核减{short}集聚区", "{short} clusters fewer"),
    )  # fmt: skip

    @property
    def clusters_with_this_one(self) -> Fact:
        """All clusters outside the parks, approved and under review, this one included."""
        total = self.other_clusters_approved + self.other_clusters_under_review + 1
        return Fact(CLUSTERS_WITH_THIS_ONE, total.value)


class Park(Facts):
    """An industrial park (工业园区 of 二（一）1)."""

    subject = Text("工业园区", "The industrial park")
    in_park = IN_PARK
    plans_a_cluster = yes_no(
        "二（一）1", "园区已规划中小企业集聚区", "The park plans a cluster",
        mend=("在规划建设范围内规划中小企业集聚区", "plan a cluster inside the park's range"),
    )  # fmt: skip
    park_cluster_land_mu = number(
        "mu", "二（一）1", "园区内集聚区工业用地面积", "Industrial land of the park's clusters",
        mend=("园区内集聚区再增加工业用地{short}", "add {short} of industrial land to the park's clusters"),
    )  # fmt: skip
    park_cluster_whole_land_mu = number(
        "mu", "二（一）1", "园区内集聚区全部用地面积", "All land of the park's clusters",
        mend=("园区内集聚区再增加用地{short}", "add {short} of land to the park's clusters"),
    )  # fmt: skip
    park_industrial_land_mu = number(
        "mu", "二（一）1", "园区工业用地面积", "Industrial land of the whole park",
        mend=("提供园区工业用地面积", "state the park's industrial land"),
    )  # fmt: skip
    park_industrial_areas_land_mu = number(
        "mu", "二（一）1", "园区的工业集聚区工业用地面积", "Industrial land of the park's industrial areas alone",
        mend=("提供园区的工业集聚区工业用地面积", "state the industrial land of the park's industrial areas"),
    )  # fmt: skip


class Project(Facts):
    """An industrial or producer-service project that is to enter the cluster."""

    subject = Text("引进项目", "A project")
    name_fact = "project_name"
    in_park = IN_PARK
    project_name = text(
        "二（二）3", "项目名称", "Name of the project",
        mend=("提供项目名称", "name the project"),
    )  # fmt: skip
    meets_access_rules = yes_no(
        "二（二）3", "符合国家和我市产业准入要求", "Meets the access rules of the state and the city",
        mend=("对照国家和我市产业准入相关要求调整，或不予引进", "change the project to meet the access rules, or leave it out"),
    )  # fmt: skip


class LandSupply(Facts):
    """All land supplied to one single project: several supplies to one project are added up."""

    subject = Text("单个项目供地", "Land for a single project")
    name_fact = "supplied_to"
    in_park = IN_PARK
    supplied_to = text(
        "二（四）2", "供地项目名称", "Name of the project that gets land",
        mend=("提供项目名称", "name the project"),
    )  # fmt: skip
    supplied_mu = number(
        "mu", "二（四）2", "供地面积（同一项目合计）", "Land supplied, added up for the project",
        mend=("供地增加{short}，或安排进标准厂房", "supply {short} more, or use standard factory buildings"),
    )  # fmt: skip


class Operation(Facts):
    """A cluster that has been built and runs; its rules are asked only where such facts are given."""

    subject = Text("运营中的集聚区", "The running cluster")
    in_park = IN_PARK
    has_service_platform = yes_no(
        "二（四）4", "已搭建公共服务平台", "Has a public service platform",
        mend=("搭建公共服务平台", "set up the public service platform"),
    )  # fmt: skip
    in_regional_evaluation = yes_no(
        "三（二）", "已纳入区域整体评价", "Part of the regional evaluation",
        mend=("纳入区域整体评价", "enter it in the regional evaluation"),
    )  # fmt: skip
    has_industry_layout = yes_no(
        "三（二）", "已集中统一做好产业发展布局", "Industry layout is done together",
        mend=("集中统一做好产业发展布局", "do the industry layout together"),
    )  # fmt: skip
    has_land_use_evaluation = yes_no(
        "三（二）", "已开展集约用地评价", "Intensive land use has been evaluated",
        mend=("开展集约用地评价", "evaluate intensive land use"),
    )  # fmt: skip
    has_central_sewage_treatment = yes_no(
        "三（二）", "已实行污水集中处理", "Sewage is treated centrally",
        mend=("实行污水集中处理", "treat sewage centrally"),
    )  # fmt: skip
    has_environmental_assessment = yes_no(
        "三（二）", "已开展环境影响评价", "Environmental impact has been assessed",
        mend=("开展环境影响评价", "assess the environmental impact"),
    )  # fmt: skip
    has_safety_risk_assessment = yes_no(
        "三（二）", "已开展安全风险评估", "Safety risks have been assessed",
        mend=("开展安全风险评估", "assess the safety risks"),
    )  # fmt: skip
    examines_firms_and_buyers = yes_no(
        "三（二）", "已审核入驻企业、标准厂房销售对象并监管后续使用", "Entering firms and factory buyers are examined, and later use is supervised",
        mend=("加强对入驻企业、标准厂房销售对象的审核和后续使用监管", "examine entering firms and buyers, and supervise later use"),
    )  # fmt: skip
    summary_sent_on = day(
        "三（四）", "年度工作总结报送日期", "Day the annual summary was sent",
        mend=("逾期{short}；尽快补报并说明情况", "{short} late: send it now and say why"),
    )  # fmt: skip


SINGLE_SUBJECTS = (Site, Plan, Application, District, Park, Operation)
LISTED_SUBJECTS = (Project, LandSupply)
