"""Some of the groups of a screening: as groups, and as outlines without those of all others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.dissolved import shapes_of_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.land.screening.kernels.flat import Integers
    from jijuqu.land.screening.polygons import Shapes
    from jijuqu.land.screening.screening import Groups, Screening


def some_groups(groups: Groups, rows: Integers) -> Groups:
    """Give the groups of some rows, in the order of the rows, with the ranks that they have among all."""
    row_of = np.full(len(groups) + 1, -1, np.int64)  # the last for parcels of no group
    row_of[rows] = np.arange(len(rows))
    return replace(
        groups, district=groups.district[rows], rank=groups.rank[rows], parcels=groups.parcels[rows],
        area_m2=groups.area_m2[rows], first_parcel=groups.first_parcel[rows], overlap_m2=groups.overlap_m2[rows],
        group_of=row_of[groups.group_of],
    )  # fmt: skip


def outlines(screening: Screening, gap_m: float, first_parcels: Sequence[int]) -> Shapes:
    """Give the land of groups of any size, each called by its first parcel, as multipolygons in degrees."""
    if not len(first_parcels):
        return np.empty(0, dtype=object)
    every = screening.regroup(0.0, gap_m)
    rows = every.group_of[np.array(first_parcels, np.int64)]
    shapes: Shapes = shapes_of_groups(screening, some_groups(every, rows), screening.options.threads)
    return shapes
