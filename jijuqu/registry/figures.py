"""The figures of every quota holder on a day, as the public may see them: counts, parks, and the share of park land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jijuqu.registry.models.slot import APPROVED, UNDER_REVIEW
from jijuqu.registry.queries import clusters_as_of, holders_on, parks_on, slots_as_of

if TYPE_CHECKING:
    from datetime import date

    from jijuqu.registry.models import Park, QuotaHolder


@dataclass(slots=True)
class ParkFigures:
    """One park: its industrial land, that of the clusters recorded in it, and all their land, in square metres."""

    park: Park
    cluster_land_m2: float = 0.0
    cluster_area_m2: float = 0.0
    clusters: int = 0

    @property
    def share(self) -> float:
        """The clusters' part of the park's industrial land (二（一）1), from 0 to 1."""
        return self.cluster_land_m2 / self.park.industrial_land_m2

    def short_m2(self, least_share: float) -> float:
        """Return how much cluster land is wanting to `least_share` of the park's industrial land; 0 when none is."""
        return max(0.0, least_share * self.park.industrial_land_m2 - self.cluster_land_m2)


@dataclass(slots=True)
class HolderFigures:
    """One quota holder: clusters outside the parks by standing, its parks, and their land in square metres."""

    holder: QuotaHolder
    approved: int = 0
    under_review: int = 0
    in_parks: int = 0
    parks: int = 0
    park_land_m2: float = 0.0
    cluster_land_m2: float = 0.0

    @property
    def in_use(self) -> int:
        """Slots in use (二（一）2): approved and under review together."""
        return self.approved + self.under_review

    def slots(self, most: int) -> list[str]:
        """Return the standing of every slot, taken ones first, then `free` up to the `most` the notice speaks of."""
        taken = [APPROVED] * self.approved + [UNDER_REVIEW] * self.under_review
        return taken + ["free"] * (most - len(taken))

    @property
    def share(self) -> float | None:
        """The clusters' part of the industrial land of all its parks (二（一）1), from 0 to 1; None without a park."""
        return self.cluster_land_m2 / self.park_land_m2 if self.parks else None


def park_figures(day: date) -> list[ParkFigures]:
    """Return every park of a day with the land of the clusters in it."""
    figures = {park.code: ParkFigures(park) for park in parks_on(day)}
    for cluster in clusters_as_of(day).filter(park__isnull=False).defer("wkb"):
        found = figures.get(str(cluster.park_id))
        if found:
            found.clusters += 1
            found.cluster_land_m2 += cluster.industrial_land_m2
            found.cluster_area_m2 += cluster.area_m2
    return list(figures.values())


def holder_figures(day: date) -> list[HolderFigures]:
    """Return the figures of every holder of a day; what an abolished one had counts under its successor."""
    figures = {holder.code: HolderFigures(holder) for holder in holders_on(day)}
    for slot in slots_as_of(day).select_related("holder"):
        mine = _of(slot.holder, figures)
        mine.approved += slot.standing_then == APPROVED
        mine.under_review += slot.standing_then == UNDER_REVIEW
    for cluster in clusters_as_of(day).filter(park__isnull=False).defer("wkb"):
        _of(cluster.holder, figures).in_parks += 1
    for each in park_figures(day):
        mine = _of(each.park.holder, figures)
        mine.parks += 1
        mine.park_land_m2 += each.park.industrial_land_m2
        mine.cluster_land_m2 += each.cluster_land_m2
    return list(figures.values())


def _of(holder: QuotaHolder, figures: dict[str, HolderFigures]) -> HolderFigures:
    return figures.get(holder.code) or figures[str(holder.successor_id)]
