"""二（四） 建设重点: how clusters are built, supplied with land and served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import LandSupply, Operation, Site
from jijuqu.policy.known import NOTHING, Answer, at_least, at_most, holds
from jijuqu.policy.rule import Consequence, Force, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


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
