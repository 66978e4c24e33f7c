"""Groups of one screening at two thresholds side by side: which appear, which vanish, which divide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from jijuqu.land.measures import MU_M2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from jijuqu.land.screening.kernels.flat import Floats, Integers
    from jijuqu.land.screening.screening import Components, Screening

KINDS = APPEARS, VANISHES, DIVIDES = "appears", "vanishes", "divides"  # the last: into several, or into a part


class Sought(NamedTuple):
    """What makes a group: land of at least so many mu, within so wide a gap."""

    min_mu: float
    gap_m: float


class Extent(NamedTuple):
    """How many groups there are in all, and how much land they hold together."""

    groups: int
    area_m2: float


@dataclass(frozen=True, slots=True)
class GroupsCompared:
    """What is contiguous at the wider gap, where it is not the same after; each column has a row for each such piece.

    Rows stand by kind, then district, the largest first. `kind` is a place in KINDS; `first_parcel` the place (in
    `Screening.ids`) of the member with the smallest id. `before_m2` is all the land of the piece; `groups_after` how
    many groups it leaves and `after_m2` their land, where it leaves none the land of its largest part.
    """

    before: Extent
    after: Extent
    kind: Integers
    district: Integers
    first_parcel: Integers
    parcels: Integers
    before_m2: Floats
    after_m2: Floats
    groups_after: Integers

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many pieces there are of each kind."""
        return {name: int(np.count_nonzero(self.kind == place)) for place, name in enumerate(KINDS)}


def compare_groups(screening: Screening, before: Sought, after: Sought) -> GroupsCompared:
    """Compare the groups at two thresholds; a gap can only become narrower.

    Raises ValueError for a wider one.
    """
    if after.gap_m > before.gap_m:
        raise ValueError(f"compared with groups at a gap of {before.gap_m} m; {after.gap_m} m is wider")
    whole = screening.components(before.gap_m)
    parts = whole if after.gap_m == before.gap_m else screening.components(after.gap_m)
    piece = whole.number[parts.first_parcel]  # of each part, the piece that it belongs to
    count = len(whole.area_m2)
    was, lasts = whole.area_m2 >= before.min_mu * MU_M2, parts.area_m2 >= after.min_mu * MU_M2
    groups_after = np.bincount(piece[lasts], minlength=count)
    parcels_after = np.bincount(piece[lasts], parts.parcels[lasts], minlength=count)
    is_now = groups_after > 0
    divides = was & is_now & ((groups_after > 1) | (parcels_after != whole.parcels))
    kind = np.select([~was & is_now, was & ~is_now, divides], range(len(KINDS)), -1)
    rows = np.flatnonzero(kind >= 0)
    district = screening.district[whole.first_parcel[rows]]
    order = np.lexsort((screening.order[whole.first_parcel[rows]], -whole.area_m2[rows], district, kind[rows]))
    rows = rows[order]
    return GroupsCompared(
        before=Extent(int(was.sum()), float(whole.area_m2[was].sum())),
        after=Extent(int(lasts.sum()), float(parts.area_m2[lasts].sum())),
        kind=kind[rows],
        district=district[order],
        first_parcel=whole.first_parcel[rows],
        parcels=whole.parcels[rows],
        before_m2=whole.area_m2[rows],
        after_m2=_land_left(parts, piece, lasts, is_now)[rows],
        groups_after=groups_after[rows],
    )


def _land_left(parts: Components, piece: Integers, lasts: NDArray[np.bool_], is_now: NDArray[np.bool_]) -> Floats:
    """Give the land of each piece's groups; of a piece that leaves none that of its largest part."""
    land: Floats = np.bincount(piece[lasts], parts.area_m2[lasts], minlength=len(is_now)).astype(np.float64)
    of_none = np.flatnonzero(~is_now[piece])
    np.maximum.at(land, piece[of_none], parts.area_m2[of_none])
    return land
