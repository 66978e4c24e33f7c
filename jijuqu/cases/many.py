"""The facts of every cluster on record, as rows for `population`: those of plans, and those that came without one.

A decided plan is asked about with the facts frozen at its decision, any other with what is known on the day. Written
reasons for departures (特殊情况说明) are no facts: a table says what the numbers say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.cases.facts import facts_of
from jijuqu.cases.models import Case, PlannedCluster, Snapshot
from jijuqu.cases.queries import whole
from jijuqu.cases.replay import typed
from jijuqu.policy.case import LISTS, by_project
from jijuqu.procedure.acts import Act
from jijuqu.registry.many import cluster_rows as registered_rows
from jijuqu.registry.queries import clusters_outside_parks

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

NO_FACTS = {*LISTS, "exceptions"}


@dataclass(frozen=True, slots=True)
class OnRecord:
    """One cluster of a plan: its number in the case, its district, the day it is judged by, and its facts."""

    number: str
    district: str
    on: datetime.date
    facts: Mapping[str, Any]
    is_decided: bool = False  # and the facts are those frozen at the decision


def clusters_on_record(day: datetime.date) -> list[OnRecord]:
    """Return the clusters of all plans as of a day."""
    decisions = Snapshot.objects.filter(act=Act.DECIDE, taken_on__lte=day).order_by("number")
    frozen = {each.case_id: each for each in decisions}
    cases = Case.objects.filter(opened_on__lte=day).order_by("number").values_list("pk", flat=True)
    return [each for key in cases for each in _clusters_of(key, frozen.get(key), day)]


def cluster_rows(day: datetime.date, clusters: list[OnRecord]) -> list[dict[str, Any]]:
    """Return a row for each cluster outside the parks: those of plans, and those of the register that have no plan."""
    with_plan = PlannedCluster.objects.filter(entry__isnull=False).values_list("entry", flat=True)
    return [*map(_row, clusters), *registered_rows(day, set(with_plan))]


def listed_rows(name: str, clusters: list[OnRecord]) -> list[dict[str, Any]]:
    """Return a row for each of the `projects` or `land_supplies` of all clusters."""
    return [
        {"id": f"{each.number}/{place}", "cluster": each.number, "in_park": False} | _labels(each) | listed
        for each in clusters
        for place, listed in enumerate(each.facts.get(name) or (), start=1)
    ]


def _clusters_of(key: int, frozen: Snapshot | None, day: datetime.date) -> Iterator[OnRecord]:
    case = whole(key)
    judged_by = case.received_on or day
    if frozen is not None:
        known = [
            (planned["number"], {name: typed(name, value) for name, value in asked["facts"].items()})
            for planned, asked in zip(frozen.plan["clusters"], frozen.facts, strict=True)
        ]
    else:
        clusters = case.clusters.all()
        others = clusters_outside_parks(str(case.holder_id), judged_by, [each.claim for each in clusters])
        known = [(each.number, facts_of(case, each, judged_by, others)) for each in clusters]
    for number, facts in known:
        yield OnRecord(f"{case.number}/{number}", case.holder.name_zh, judged_by, facts, frozen is not None)


def _row(cluster: OnRecord) -> dict[str, Any]:
    facts = {name: value for name, value in cluster.facts.items() if name not in NO_FACTS}
    supplies = cluster.facts.get("land_supplies")
    if supplies is not None:
        facts.setdefault("single_project_supplies", len(by_project(supplies)))
    labels = {"id": cluster.number, "name": facts.get("cluster_name"), "in_park": False}
    return labels | _labels(cluster) | facts


def _labels(cluster: OnRecord) -> dict[str, Any]:
    return {"district": cluster.district, "on": cluster.on}
