"""二（二） 规划条件: conformity with plans, land, industries, responsible bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Plan, Project, Site
from jijuqu.policy.known import NOTHING, Answer, at_least, at_most, both, either, equal, holds, more_than, unless
from jijuqu.policy.rule import Addressee, Consequence, Force, Scope, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


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
