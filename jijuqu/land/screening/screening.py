"""The result of a screening: columns of parcels and of pairs, from which groups follow at any threshold in no time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from jijuqu.land.contiguity import ROUNDING_M, TOUCHING_M
from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.kernels.forest import components, sums
from jijuqu.land.screening.polygons import chosen, put_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons
    from jijuqu.land.screening.notes import Note
    from jijuqu.land.screening.options import ScreenOptions
    from jijuqu.land.screening.reduce_step import Pairs
    from jijuqu.words.text import Message

OVERLAP_IS_ISSUE_M2 = 1.0


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of contiguous parcels at one threshold and gap, by district and rank; each column has a row per group.

    `district` is a number of `Screening.district_names`; `first_parcel` is the place (in `Screening.ids`) of the member
    with the smallest id. `overlap_m2` is what members share, pair by pair. `group_of` gives the row of each parcel's
    group, -1 for parcels of none.
    """

    min_mu: float
    gap_m: float
    district: Integers
    rank: Integers
    parcels: Integers
    area_m2: Floats
    first_parcel: Integers
    overlap_m2: Floats
    group_of: Integers

    def __len__(self) -> int:
        return len(self.rank)

    @property
    def area_mu(self) -> Floats:
        """Areas in mu."""
        return self.area_m2 / MU_M2

    def members(self, row: int) -> Integers:
        """Give the places of the parcels of a group."""
        return np.flatnonzero(self.group_of == row)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A group a little too small: by how much, and what one more parcel would do.

    `nearest` is the place of the nearest parcel of the district outside the group, `width_m` away, with `nearest_mu` of
    its own; a gap closed to it would bring its whole group and make `together_mu`. All None where there is none within
    reach, or where it is not known since the threshold was changed.
    """

    district: int
    parcels: int
    area_mu: float
    short_mu: float
    first_parcel: int
    nearest: int | None = None
    width_m: float | None = None
    nearest_mu: float | None = None
    together_mu: float | None = None


class Components(NamedTuple):
    """What is contiguous at a gap, whatever its size; each column but the first has a row for each.

    `number` is the row of each parcel; `first_parcel` the place of the member with the smallest id.
    """

    number: Integers
    area_m2: Floats
    parcels: Integers
    first_parcel: Integers


class ShapesOf(Protocol):
    """Where the shapes of parcels are had from."""

    def of(self, places: Integers) -> Polygons:
        """Give the shapes of some parcels, in degrees, in ascending order of their places."""
        ...


@dataclass(frozen=True, slots=True)
class ShapesInMemory:
    """Shapes as they came from the pieces of a file."""

    parts: Sequence[Polygons]

    def of(self, places: Integers) -> Polygons:
        """Give the shapes of some parcels, looking only at the pieces that have any."""
        wanted = np.unique(places)
        starts = np.cumsum([0, *(part.shape_count for part in self.parts)])
        some = []
        for part, start, of_part in zip(
            self.parts, starts, np.split(wanted, np.searchsorted(wanted, starts[1:-1])), strict=False
        ):
            if len(of_part):
                flags = np.zeros(part.shape_count, np.bool_)
                flags[of_part - start] = True
                some.append(chosen(part, flags))
        return put_together(some)


@dataclass(frozen=True)
class Screening:
    """Kept parcels as columns, by pieces of the file, mended ones last in each; and what lies near what.

    `ids` are integers or text; `district` is a number of `district_names`; `boxes` are west, south, east, north in
    degrees. `links`, `overlaps` and `beyond` as in `reduce_step.Nearness`; `dropped` is by layer, `seconds` by phase.
    """

    options: ScreenOptions
    ids: NDArray[Any]
    district: Integers
    district_names: NDArray[Any]
    areas_m2: Floats
    boxes: Floats
    shapes: ShapesOf
    links: Pairs
    overlaps: Pairs
    beyond: Pairs
    rows: int
    industrial: int
    dropped: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    issues: tuple[Message, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def order(self) -> Integers:
        """The place of each parcel's id among all ids by size."""
        return _ranks(self.ids)

    def regroup(self, min_mu: float | None = None, gap_m: float | None = None) -> Groups:
        """Give the groups of at least `min_mu` at a gap; both are those of the screening unless given.

        Raises ValueError for a gap wider than that of the screening: wider pairs were not looked for.
        """
        min_mu = self.options.min_mu if min_mu is None else min_mu
        gap_m = self.options.gap_m if gap_m is None else gap_m
        if gap_m > self.options.gap_m:
            raise ValueError(f"screened at a gap of {self.options.gap_m} m; screen again for {gap_m} m")
        number, area, members, first = self.components(gap_m)
        large = np.flatnonzero(area >= min_mu * MU_M2)
        district = self.district[first]
        large = large[np.lexsort((self.order[first[large]], -area[large], district[large]))]
        row_of = np.full(len(area), -1, np.int64)
        row_of[large] = np.arange(len(large))
        shared = np.bincount(number[self.overlaps[0]], self.overlaps[2], minlength=len(area)).astype(np.float64)
        return Groups(
            min_mu, gap_m, district[large], _ranks_within(district[large]), members[large], area[large], first[large],
            shared[large], row_of[number],
        )  # fmt: skip

    def near_misses(self, groups: Groups) -> list[NearMiss]:
        """Give the groups a little smaller than the threshold, those that lack least first."""
        number, area, members, first = self.components(groups.gap_m)
        limit_m2 = groups.min_mu * MU_M2
        close = np.flatnonzero((area < limit_m2) & (area >= self.options.near_share * limit_m2))
        close = close[np.argsort(-area[close], kind="stable")]
        ways = self._ways_out(number, groups.gap_m)
        found = []
        for k in close.tolist():
            miss = NearMiss(
                int(self.district[first[k]]), int(members[k]), float(area[k] / MU_M2),
                float((limit_m2 - area[k]) / MU_M2), int(first[k]),
            )  # fmt: skip
            if k in ways:
                outside, width_m = ways[k]
                together = float(area[k] + area[number[outside]]) / MU_M2
                miss = NearMiss(
                    miss.district, miss.parcels, miss.area_mu, miss.short_mu, miss.first_parcel,
                    outside, width_m, float(self.areas_m2[outside]) / MU_M2, together,
                )  # fmt: skip
            found.append(miss)
        return found

    def shapes_of(self, places: Integers) -> Polygons:
        """Give the shapes of some parcels, in degrees, in ascending order of their places."""
        return self.shapes.of(places)

    def components(self, gap_m: float) -> Components:
        """Give what is contiguous at a gap, whatever its size; wider than that of the screening nothing more joins."""
        first, second, widths = self.links
        near = widths <= max(gap_m, TOUCHING_M) + ROUNDING_M
        number, count = components(len(self.areas_m2), first, second, near)
        return Components(number, *sums(number, count, self.areas_m2, self.order))

    def _ways_out(self, number: Integers, gap_m: float) -> dict[int, tuple[int, float]]:
        """Give for components the nearest parcel outside, as far as known: a link of the forest is the narrowest."""
        ways: dict[int, tuple[int, float]] = {}
        for pairs in (self.beyond, self.links):
            wide = pairs[2] > max(gap_m, TOUCHING_M) + ROUNDING_M
            for a, b, width in zip(pairs[0][wide], pairs[1][wide], pairs[2][wide], strict=True):
                ends = ((a, b),) if pairs is self.beyond else ((a, b), (b, a))
                for own, outside in ends:
                    before = ways.get(int(number[own]))
                    if before is None or width < before[1]:
                        ways[int(number[own])] = int(outside), float(width)
        return ways


def _ranks(ids: NDArray[Any]) -> Integers:
    """Give each id's place among all ids by size; integers are their own."""
    if ids.dtype == np.int64:
        return ids
    ranks = np.empty(len(ids), np.int64)
    ranks[np.argsort(ids, kind="stable")] = np.arange(len(ids))
    return ranks


def _ranks_within(district: Integers) -> Integers:
    """Count from 1 in each district; districts are sorted."""
    first = np.flatnonzero(np.diff(district, prepend=-1))
    sizes = np.diff(np.append(first, len(district)))
    ranks: Integers = np.arange(1, len(district) + 1, dtype=np.int64) - np.repeat(first, sizes)
    return ranks
