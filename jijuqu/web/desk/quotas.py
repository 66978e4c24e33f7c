"""园外集聚区数量控制 and 园区集聚区用地占比: the places and the shares, each with what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from jijuqu.accounts.permissions import Permission
from jijuqu.cases.queries import clusters_claiming
from jijuqu.policy.notices import governing
from jijuqu.procedure.naming import cluster_name
from jijuqu.registry.figures import park_figures
from jijuqu.registry.queries import holders_on, slots_as_of
from jijuqu.web.desk.signed_in import powers_on, requires
from jijuqu.web.public.shown_day import today

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from jijuqu.cases.models import Case, PlannedCluster
    from jijuqu.registry.figures import ParkFigures
    from jijuqu.registry.models import QuotaHolder
    from jijuqu.registry.queries import DatedSlot

MAY_COMPARE = (Permission.COMPARE_DISTRICTS, Permission.PLAN, Permission.DECIDE, Permission.AUDIT)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a district: who holds it, since when, how it stands, and the reason of one beyond the fifth.

    `name` is that of the cluster, or the one it is to have.
    """

    number: int
    standing: str
    name: str
    case: Case | None
    taken_on: date
    approved_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class HolderPlaces:
    """A district with its places in use; `free` counts those left without a reason."""

    holder: QuotaHolder
    places: list[Place]
    free: int


@requires(*MAY_COMPARE)
@require_safe
def slots(request: HttpRequest) -> HttpResponse:
    """Show the places of every district that somebody may see, full ones first."""
    day, reach = today(request), powers_on(request).reach
    most = governing(day).limits(day).max_clusters_outside_parks.value
    taken: dict[str, list[DatedSlot]] = {}
    for slot in slots_as_of(day).select_related("cluster", "holder").order_by("number"):
        taken.setdefault(str(slot.holder.heir.pk), []).append(slot)
    planned = clusters_claiming(slot.claimed_by for slots_ in taken.values() for slot in slots_)
    seen = [holder for holder in holders_on(day) if reach.includes(holder=holder.code)]
    rows = [_places(holder, taken[holder.code], planned, most) for holder in seen if holder.code in taken]
    rows.sort(key=lambda row: -len(row.places))
    context = {
        "rows": rows, "full": sum(not row.free for row in rows), "unused": [h for h in seen if h.code not in taken],
        "most": most, "day": day,
    }  # fmt: skip
    return render(request, "desk/slots.html", context)


def _places(
    holder: QuotaHolder, slots_: list[DatedSlot], planned: dict[str, PlannedCluster], most: int
) -> HolderPlaces:
    places = [_place(holder, slot, planned.get(slot.claimed_by)) for slot in slots_]
    return HolderPlaces(holder, places, max(0, most - len(places)))


def _place(holder: QuotaHolder, slot: DatedSlot, planned: PlannedCluster | None) -> Place:
    to_be = cluster_name(holder.name_in_clusters, planned.industry_zh) if planned and planned.industry_zh else ""
    name, case = slot.cluster.name if slot.cluster else to_be, planned.case if planned else None
    return Place(
        slot.number, slot.standing_then, name, case, slot.taken_on, slot.approved_on, slot.reason,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParkShare:
    """A park's share under the reading that decides, and with all land of its clusters counted, for comparison."""

    figures: ParkFigures
    short_m2: float
    share_of_whole_land: float


@requires(*MAY_COMPARE)
@require_safe
def park_shares(request: HttpRequest) -> HttpResponse:
    """Show the share of cluster land of every park that somebody may see, the furthest below the notice's first."""
    day, reach = today(request), powers_on(request).reach
    least = governing(day).limits(day).min_park_cluster_share.value
    rows = [
        ParkShare(each, each.short_m2(least), each.cluster_area_m2 / each.park.industrial_land_m2)
        for each in park_figures(day)
        if reach.includes(holder=str(each.park.holder_id))
    ]
    rows.sort(key=lambda row: -row.short_m2)
    return render(request, "desk/park_shares.html", {"rows": rows, "least": least, "day": day})
