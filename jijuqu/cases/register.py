"""What a case changes in the public register: its clusters' places, and their entries once approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.cases.facts import standing_boundary
from jijuqu.cases.models import BodyKind
from jijuqu.cases.standing import called
from jijuqu.land.measures import MU_M2
from jijuqu.procedure.advance import Refused
from jijuqu.procedure.naming import cluster_name, name_problems
from jijuqu.registry.actions import claim_slot, release_slot, turn_into_approved
from jijuqu.registry.models import Cluster, Slot
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jijuqu.cases.actions.step import Step
    from jijuqu.cases.models import Boundary, Case, PlannedCluster


LONGEST_TITLE = 80  # of a place


def claim_slots(this: Step, clusters: Iterable[PlannedCluster], reason: str) -> None:
    """Take a place for each of these clusters; beyond the fifth `reason` (特殊情况说明) is wanted."""
    title = f"{this.case.number} {this.case.title}"[:LONGEST_TITLE]
    for cluster in clusters:
        claim_slot(this.case.holder, cluster.claim, title=title, reason=reason, actor=this.hand.person, on=this.hand.on)


def clusters_without_place(case: Case) -> list[PlannedCluster]:
    """List the clusters of the plan that hold no place."""
    clusters = list(case.clusters.all())
    held = Slot.objects.filter(claimed_by__in=[each.claim for each in clusters], released_on__isnull=True)
    placed = set(held.values_list("claimed_by", flat=True))
    return [each for each in clusters if each.claim not in placed]


def release_slots(this: Step, clusters: Iterable[PlannedCluster], why: str) -> None:
    """Let the places of these clusters go, where they hold any."""
    claims = [each.claim for each in clusters]
    for slot in Slot.objects.filter(claimed_by__in=claims, released_on__isnull=True).select_related("holder"):
        release_slot(slot, actor=this.hand.person, on=this.hand.on, why=why)


def enter_approved(this: Step, clusters: Iterable[PlannedCluster]) -> None:
    """Enter the approved clusters in the register, unpublished, each in the place claimed for it."""
    for cluster in clusters:
        boundary = standing_boundary(cluster)
        if problems := name_problems(district_of(this.case), cluster.industry_zh):
            raise Refused(this.act, problems)
        if boundary is None:
            raise Refused(this.act, (Message("cluster_without_boundary", {"cluster": called(cluster)}),))
        slot = Slot.objects.select_related("holder").get(claimed_by=cluster.claim, released_on__isnull=True)
        entry = _entry(this, cluster, boundary)
        cluster.entry = turn_into_approved(
            slot, entry, boundary.geometry, actor=this.hand.person, on=this.hand.on
        )  # fmt: skip
        this.save(cluster)


def _entry(this: Step, cluster: PlannedCluster, boundary: Boundary) -> Cluster:
    case, bodies = this.case, {each.kind: each for each in cluster.bodies.all()}
    department, builder, operator = (bodies.get(kind) for kind in BodyKind)
    return Cluster(
        code=f"{case.number}-{cluster.number}", holder=case.holder,
        name_zh=cluster_name(district_of(case), cluster.industry_zh),
        name_en=english_name(cluster), industry_zh=cluster.industry_zh, industry_en=cluster.industry_en,
        industry_codes=cluster.industry_codes, industrial_land_m2=(boundary.facts["industrial_land_mu"] or 0) * MU_M2,
        authority=department.name if department else "",
        builder=builder.name if builder else "", builder_code=builder.credit_code if builder else "",
        operator=operator.name if operator else "", operator_code=operator.credit_code if operator else "",
        received_on=case.received_on, approved_on=this.hand.on,
    )  # fmt: skip


def district_of(case: Case) -> str:
    """Give what the district is called in a cluster's name: a new area's committee lends it the area's."""
    return case.holder.name_in_clusters


def english_name(cluster: PlannedCluster) -> str:
    """Give an English rendering of the cluster's name; the official name is the Chinese one."""
    if not cluster.industry_en:
        return ""
    return f"{cluster.case.holder.name_en.removesuffix(' Committee')} {cluster.industry_en} SME Cluster"
