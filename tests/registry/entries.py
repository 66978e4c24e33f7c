"""Builds entries of the register in a named state; all land lies about a point in 梁平区."""

from __future__ import annotations

from datetime import date

import shapely

from jijuqu.journal.models import Paper
from jijuqu.registry.actions import enter_cluster, enter_layer, enter_park
from jijuqu.registry.models import Cluster, Park, ParkKind, PlanningLayer

HERE = (107.7, 30.6)
LIANGPING = "500155"
DAY = date(2022, 9, 15)


def square(side_degrees=0.004, east=0.0, north=0.0):
    """A square to the north-east of HERE, moved by degrees."""
    west, south = HERE[0] + east, HERE[1] + north
    return shapely.box(west, south, west + side_degrees, south + side_degrees)


def a_park(code="p1", shape=None, **columns):
    given = {"holder_id": LIANGPING, "kind": ParkKind.CITY_INDUSTRIAL, "name_zh": "甲园区", "name_en": "Park A"}
    given |= {"industrial_land_m2": 1_000_000.0}
    return enter_park(Park(code=code, **given | columns), shape or square(0.05), actor=None, on=DAY)


def a_cluster(code="c1", shape=None, reason="", **columns):
    given = {
        "holder_id": LIANGPING,
        "name_zh": "梁平区塑料制品中小企业集聚区",
        "name_en": "Plastics",
        "industry_zh": "塑料制品",
    }
    given |= {"industrial_land_m2": 60_000.0}
    return enter_cluster(Cluster(code=code, **given | columns), shape or square(), reason=reason, actor=None, on=DAY)


def under_review(code="c1", **columns):
    return a_cluster(code, received_on=date(2022, 3, 1), **columns)


def approved(code="c1", **columns):
    return a_cluster(code, received_on=date(2022, 3, 1), approved_on=date(2022, 6, 1), **columns)


def recorded(park, code="c9", **columns):
    return a_cluster(code, park=park, recorded_on=date(2022, 3, 1), **{"evidence": a_paper()} | columns)


def a_paper(title="甲园区国土空间规划", **columns):
    given = {"issuer": "梁平区规划和自然资源局", "number": "梁规资函〔2022〕3号", "dated_on": date(2022, 2, 20)}
    return Paper.objects.create(title=title, **given | columns)


def a_layer(kind, speaks_about, *polygons, code="l1", **columns):
    layer = PlanningLayer(code=code, kind=kind, source="某局，2022-01-01", **columns)
    return enter_layer(layer, speaks_about, polygons, actor=None, on=DAY)
