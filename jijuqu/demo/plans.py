"""The plans of the demonstration: each stands still at one step, so that every page has something to show.

All districts' clusters, firms and days here are invented. `place` is a point in degrees (EPSG:4490) well inside.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jijuqu.demo.city import DemoCluster
from jijuqu.procedure.states import State


class DemoPlan(NamedTuple):
    """One district's plan: where it has come to, the day it was opened, its clusters (none where it came on paper)."""

    holder: str
    reached: State
    opened: date
    clusters: tuple[DemoCluster, ...]


def _cluster(  # noqa: PLR0913, PLR0917 - a row of the table below
    code: str, district: str, zh: str, en: str, mu: float, place: tuple[float, float]
) -> DemoCluster:
    return DemoCluster(code, district, district, zh, en, mu, mu, date(2022, 1, 1), place=place)


def _plan(holder: str, reached: State, opened: date, *clusters: DemoCluster) -> DemoPlan:
    return DemoPlan(holder, reached, opened, clusters)


PLANS = (
    _plan("500154", State.NOT_ACCEPTED, date(2021, 7, 27)),  # it came before the notice took effect
    _plan("500152", State.DRAFTING, date(2022, 9, 7),
          _cluster("demo-s01", "500152", "柠檬食品", "Lemon Food", 246.0, (105.851, 30.239))),
    _plan("500151", State.DISTRICT_REVIEW, date(2022, 9, 7),
          _cluster("demo-s02", "500151", "龙灯文创", "Dragon Lanterns", 233.0, (106.04, 29.868))),
    _plan("500119", State.DISTRICT_DECISION, date(2022, 8, 22),
          _cluster("demo-s03", "500119", "铝材加工", "Aluminium Products", 268.0, (107.168, 29.159))),
    _plan("500115", State.READY, date(2022, 8, 16),
          _cluster("demo-s04", "500115", "精细陶瓷", "Fine Ceramics", 221.0, (107.162, 29.967))),
    _plan("500113", State.APPLIED, date(2022, 8, 19),
          _cluster("demo-s05", "500113", "数控刀具", "Cutting Tools", 254.0, (106.762, 29.335))),
    _plan("500153", State.RECEIVED, date(2022, 8, 15),
          _cluster("demo-s06", "500153", "宠物食品", "Pet Food", 239.0, (105.547, 29.4))),
    _plan("500230", State.CORRECTION, date(2022, 8, 8),
          _cluster("demo-s07", "500230", "榨菜包装", "Pickle Packaging", 176.0, (107.824, 29.864))),
    _plan("500233", State.CITY_REVIEW, date(2022, 8, 3),
          _cluster("demo-s08", "500233", "柑橘深加工", "Citrus Processing", 262.0, (107.916, 30.317)),
          _cluster("demo-s09", "500233", "竹木家具", "Bamboo Furniture", 208.0, (107.966, 30.337))),
    _plan("500235", State.CITY_DECISION, date(2022, 8, 6),
          _cluster("demo-s10", "500235", "面制品", "Noodles", 244.0, (108.819, 31.065)),
          _cluster("demo-s11", "500235", "服装", "Clothing", 171.0, (108.869, 31.085))),
    _plan("500237", State.DECIDED, date(2022, 8, 5),
          _cluster("demo-s12", "500237", "脆李加工", "Plum Processing", 231.0, (109.955, 31.206))),
    _plan("500240", State.ANSWERED, date(2022, 6, 23),
          _cluster("demo-s13", "500240", "辣椒制品", "Chilli Products", 257.0, (108.286, 30.054)),
          _cluster("demo-s14", "500240", "莼菜食品", "Water Shield Food", 214.0, (108.336, 30.074))),
    _plan("500243", State.SUSPENDED, date(2022, 7, 24),
          _cluster("demo-s15", "500243", "红薯粉条", "Sweet Potato Noodles", 226.0, (108.268, 29.361))),
    _plan("500156", State.WITHDRAWN, date(2022, 7, 14),
          _cluster("demo-s16", "500156", "山地装备", "Mountain Gear", 219.0, (107.76, 29.374))),
)  # fmt: skip
# Of these clusters the commission refuses the second, for a reason by clause.
REFUSED = {"demo-s14": "二（二）1：选址不符合所在区县国土空间规划，待规划调整后另行申请"}
