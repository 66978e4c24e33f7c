"""Groups at the threshold are measured once more, by the very function that decides about a single plot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.area import geodesic_areas_m2
from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.polygons import to_shapes

if TYPE_CHECKING:
    from jijuqu.land.screening.screening import Screening

NEAR = 1e-6
"""Groups that differ from the threshold by less than this share of it are in doubt; ours are exact to some 1e-9."""


def settle_near_threshold(screening: Screening) -> Screening:
    """Measure the parcels of groups at the threshold by the geodesics between their vertices."""
    if screening.options.measure != "law":
        return screening
    limit_m2 = screening.options.min_mu * MU_M2
    groups = screening.regroup(min_mu=screening.options.min_mu * (1 - NEAR))
    doubtful = np.flatnonzero(groups.area_m2 <= limit_m2 * (1 + NEAR))
    places = np.flatnonzero(np.isin(groups.group_of, doubtful))
    if not len(places):
        return screening
    areas_m2 = screening.areas_m2.copy()
    areas_m2[places] = geodesic_areas_m2(list(to_shapes(screening.shapes_of(places))))
    return replace(screening, areas_m2=areas_m2)
