"""What lies round groups that a screening did not look round, since they are near misses at other thresholds only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.ellipsoid import isometric_fit, map_scales
from jijuqu.land.screening.kernels import near
from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.kernels.measure import to_conformal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons
    from jijuqu.land.screening.screening import Groups, NearMiss, Screening

DISTRICTS_HELD = 64


class Ground(NamedTuple):
    """The parcels of a district, by their places in the screening, in metres of the conformal map."""

    places: Integers
    polygons: Polygons
    boxes: Floats
    scales: Floats


class Surroundings:
    """The parcels of a screening, district by district as they are asked about; fifty thousand take half a second."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self._ground = lru_cache(maxsize=DISTRICTS_HELD)(self._laid_out)

    def looked_round(self, misses: Sequence[NearMiss], gap_m: float) -> list[NearMiss]:
        """Give near misses at a gap, each with the nearest parcel of its district outside it within reach."""
        every = self.screening.regroup(0.0, gap_m)
        of_district: defaultdict[int, list[NearMiss]] = defaultdict(list)
        for miss in misses:
            of_district[miss.district].append(miss)
        found = {
            miss.first_parcel: miss
            for district, some in of_district.items()
            for miss in self._looked_round(self._ground(district), some, every)
        }
        return [found[miss.first_parcel] for miss in misses]

    def _laid_out(self, district: int) -> Ground:
        places = np.flatnonzero(self.screening.district == district)
        degrees = self.screening.boxes[places]
        fit = isometric_fit(float(degrees[:, 1].min()), float(degrees[:, 3].max()))
        polygons = self.screening.shapes_of(places)
        polygons = polygons._replace(xy=to_conformal(polygons.xy, *fit))
        return Ground(places, polygons, bounds(polygons), map_scales((degrees[:, 1] + degrees[:, 3]) / 2))

    def _looked_round(self, ground: Ground, misses: Sequence[NearMiss], every: Groups) -> list[NearMiss]:
        number = every.group_of[ground.places]
        members = [np.flatnonzero(number == every.group_of[miss.first_parcel]) for miss in misses]
        starts = np.cumsum([0, *map(len, members)])
        _, other, widths = near.nearest_outside(
            ground.polygons, ground.boxes, ground.scales, number, np.concatenate(members), starts,
            self.screening.options.reach_m,
        )  # fmt: skip
        return [
            self._with_way_out(miss, int(ground.places[outside]) if outside >= 0 else None, float(width_m), every)
            for miss, outside, width_m in zip(misses, other, widths, strict=True)
        ]

    def _with_way_out(self, miss: NearMiss, outside: int | None, width_m: float, every: Groups) -> NearMiss:
        if outside is None:
            return replace(miss, nearest=None, width_m=None, nearest_mu=None, together_mu=None)
        own_mu = float(self.screening.areas_m2[outside]) / MU_M2
        together_mu = miss.area_mu + float(every.area_m2[every.group_of[outside]]) / MU_M2
        return replace(miss, nearest=outside, width_m=width_m, nearest_mu=own_mu, together_mu=together_mu)
