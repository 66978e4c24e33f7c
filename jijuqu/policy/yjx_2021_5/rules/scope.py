"""二（一） 规划范围: where clusters are planned, how much of a park, how many in a district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import District, Park, Site
from jijuqu.policy.known import Answer, at_least, at_most, holds
from jijuqu.policy.rule import Addressee, Consequence, Force, Scope, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


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
