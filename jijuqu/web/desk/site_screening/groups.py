"""The groups of a screening at some thresholds, with their near misses, as the pages and files show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.outlines import outlines, some_groups
from jijuqu.land.screening.surroundings import Surroundings
from jijuqu.reference.kept_screenings import load_screening, result_of

if TYPE_CHECKING:
    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.land.screening.screening import Groups, NearMiss, Screening
    from jijuqu.reference.models import KeptScreening


@dataclass(frozen=True)
class Grouped:
    """Groups of the least area or more, and those a little smaller, in one district or in all."""

    screening: Screening
    groups: Groups
    misses: list[NearMiss]
    digest: str

    def largest(self, most: int) -> Groups:
        """Give the largest groups of all districts together, the largest first."""
        return some_groups(self.groups, np.argsort(-self.groups.area_m2, kind="stable")[:most])

    def outlines(self, first_parcels: list[int]) -> Shapes:
        """Give the land of groups or near misses, called by their first parcels, as multipolygons in degrees."""
        return outlines(self.screening, self.groups.gap_m, first_parcels)

    def members(self, first_parcels: list[int]) -> list[list[int]]:
        """Give the places of the parcels of groups or near misses, called by their first parcels."""
        every = self.screening.regroup(0.0, self.groups.gap_m)
        rows = every.group_of[np.array(first_parcels, np.int64)]
        order = np.argsort(every.group_of, kind="stable")
        ends = np.searchsorted(every.group_of[order], np.stack([rows, rows + 1]))
        return [order[start:end].tolist() for start, end in ends.T.tolist()]

    def box(self, places: list[int]) -> list[float]:
        """Give west, south, east and north of parcels in degrees."""
        boxes = self.screening.boxes[places]
        return [*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist()]

    @property
    def districts(self) -> list[str]:
        """The districts that have groups or near misses, as the file has them."""
        numbers = {*self.groups.district.tolist(), *(miss.district for miss in self.misses)}
        return [self.district_of(number) for number in sorted(numbers)]

    def first_misses(self, most: int) -> list[NearMiss]:
        """Give the near misses that lack least, each with what lies round it; at other thresholds it is looked for."""
        misses, options = self.misses[:most], self.screening.options
        if (self.groups.min_mu, self.groups.gap_m) == (options.min_mu, options.gap_m) or not misses:
            return misses
        return _surroundings(self.digest).looked_round(misses, self.groups.gap_m)

    def id_of(self, place: int) -> str:
        """Give the id of a parcel as the file has it."""
        return str(self.screening.ids[place])

    def district_of(self, number: int) -> str:
        """Give a district as the file has it."""
        return str(self.screening.district_names[number])


def grouped(kept: KeptScreening, min_mu: float, gap_m: float, district: str = "") -> Grouped:
    """Group the parcels of a kept screening; `district` as the file has it, "" for all of them."""
    screening = load_screening(kept)
    groups = screening.regroup(min_mu, gap_m)
    misses = screening.near_misses(groups)
    if district:
        of = [k for k, name in enumerate(screening.district_names.tolist()) if str(name) == district]
        groups = some_groups(groups, np.flatnonzero(np.isin(groups.district, of)))
        misses = [miss for miss in misses if miss.district in of]
    return Grouped(screening, groups, misses, kept.digest)


@lru_cache(maxsize=2)
def _surroundings(digest: str) -> Surroundings:
    return Surroundings(result_of(digest))
