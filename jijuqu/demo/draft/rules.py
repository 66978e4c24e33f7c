"""The rules of the draft: those that stand, but for one that is rewritten and one that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.facts import Site
from jijuqu.policy.known import Answer, at_least, either
from jijuqu.policy.rule import Force, rule
from jijuqu.policy.yjx_2021_5.rules import RULES as STANDING
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits


@rule(
    "二（二）2", "工业用地一般不少于150亩或工业建筑面积不低于8万平方米", Force.IN_PRINCIPLE,
    title=Text("工业用地或工业建筑规模", "Enough industrial land or floor"),
)  # fmt: skip
def has_enough_industrial_space(site: Site, limits: Limits) -> Answer:
    """There is enough industrial land or enough industrial floor; either will do."""
    return either(
        at_least(site.industrial_land_mu, limits.min_industrial_land_mu),
        at_least(site.industrial_floor_m2, limits.min_industrial_floor_m2),
    )


@rule(
    "二（二）2", "工业用地占总用地的比例一般不低于60%", Force.IN_PRINCIPLE,
    title=Text("工业用地占比", "Share of industrial land"),
)  # fmt: skip
def is_mostly_industrial(site: Site, limits: Limits) -> Answer:
    """Most of the land is industrial."""
    return at_least(site.industrial_land_mu, limits.min_industrial_share_of_land.of(site.total_land_mu))


REWRITTEN = {has_enough_industrial_space.name: has_enough_industrial_space}
RULES = (*(REWRITTEN.get(each.name, each) for each in STANDING), is_mostly_industrial)
