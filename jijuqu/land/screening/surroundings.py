"""What lies round groups that a screening did not look round, since they are near misses at other thresholds only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.ellipsoid import isometric_fit, map_scales
from jijuqu.land.screening.kernels import near
from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.kernels.measure import to_conformal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.screening.screening import NearMiss, Screening


class Surroundings:
    """All parcels of a screening in metres of the conformal map: half a second for fifty thousand, then at hand."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self.polygons = screening.shapes_of(np.arange(len(screening.ids)))
        degrees = screening.boxes
        self.scales = map_scales((degrees[:, 1] + degrees[:, 3]) / 2)
        to_conformal(self.polygons, *isometric_fit(float(degrees[:, 1].min()), float(degrees[:, 3].max())))
        self.boxes = bounds(self.polygons)

    def looked_round(self, misses: Sequence[NearMiss], gap_m: float) -> list[NearMiss]:
        """Give near misses at a gap, each with the nearest parcel of its district outside it within reach."""
        if not misses:
            return []
        screening = self.screening
        every = screening.regroup(0.0, gap_m)
        number = every.group_of
        rows = number[[miss.first_parcel for miss in misses]]
        members = [np.flatnonzero(number == row) for row in rows]
        starts = np.cumsum([0, *map(len, members)])
        _, other, widths = near.nearest_outside(
            self.polygons, self.boxes, self.scales, screening.district, number, np.concatenate(members), starts,
            screening.options.reach_m,
        )  # fmt: skip
        found = []
        for miss, outside, width_m in zip(misses, other.tolist(), widths.tolist(), strict=True):
            if outside < 0:
                found.append(replace(miss, nearest=None, width_m=None, nearest_mu=None, together_mu=None))
                continue
            together_m2 = miss.area_mu * MU_M2 + float(every.area_m2[number[outside]])
            own_mu = float(screening.areas_m2[outside]) / MU_M2
            found.append(
                replace(miss, nearest=outside, width_m=width_m, nearest_mu=own_mu, together_mu=together_m2 / MU_M2)
            )
        return found
