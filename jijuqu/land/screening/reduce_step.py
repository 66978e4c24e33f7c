"""The reduce step: what lies near what among the kept parcels of a district, whatever threshold is asked later."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from jijuqu.land.contiguity import ROUNDING_M, TOUCHING_M
from jijuqu.land.measures import MU_M2
from jijuqu.land.screening.ellipsoid import isometric_fit, map_scales
from jijuqu.land.screening.kernels import near
from jijuqu.land.screening.kernels.flat import bounds
from jijuqu.land.screening.kernels.forest import components, links_that_join, sums
from jijuqu.land.screening.kernels.measure import to_conformal
from jijuqu.land.screening.kernels.signs import ring_signs

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons
    from jijuqu.land.screening.options import ScreenOptions

PAIRS_AT_ONCE = 2_000_000
OVERLAP_TOLD_FROM_M2 = 0.01
OVERLAPPING_NEIGHBOURS = 100
"""Pairs with overlapping boxes that are measured, for each parcel on the average; neighbours number a handful."""

Pairs = tuple["Integers", "Integers", "Floats"]
"""Two parcels by their places, and a measure of the pair: a width in metres or an area in m²."""


class Nearness(NamedTuple):
    """What lies near what.

    `links`: the minimum spanning forest of the gaps up to the one asked for, so the groups at any smaller gap are what
    its links up to that gap join; touching parcels have a width of 0. `overlaps`: pairs that share ground.
    `beyond`: of each group that nearly suffices the way to the nearest parcel outside. `seconds` is by part.
    """

    links: Pairs
    overlaps: Pairs
    overlaps_not_measured: int
    beyond: Pairs
    seconds: dict[str, float]


class Ground(NamedTuple):
    """Parcels in metres of the conformal map: the line-up (`kernels.near`) has them band by band."""

    polygons: Polygons
    boxes: Floats
    scales: Floats
    line_up: tuple[Integers, Integers, Integers]


def find_near(polygons: Polygons, areas_m2: Floats, options: ScreenOptions) -> Nearness:
    """Find what lies near what among the parcels of one whole district, in degrees; pairs name them by their places."""
    clock = [time.perf_counter()]
    ground = _laid_out(polygons, options)
    links = _links(ground, options)
    clock.append(time.perf_counter())
    signs = ring_signs(ground.polygons)
    first, second, shared, left_out = near.overlaps(
        ground.polygons, signs, ground.boxes, ground.scales, ground.line_up, OVERLAP_TOLD_FROM_M2,
        OVERLAPPING_NEIGHBOURS * len(areas_m2),
    )  # fmt: skip
    clock.append(time.perf_counter())
    beyond = _beyond(ground, links, areas_m2, options)
    clock.append(time.perf_counter())
    spent = dict(zip(("contiguity", "overlaps", "near_misses"), np.diff(clock).tolist(), strict=True))
    return Nearness(links, (first, second, shared), left_out, beyond, spent)


def _laid_out(polygons: Polygons, options: ScreenOptions) -> Ground:
    degrees = bounds(polygons)
    scales = map_scales((degrees[:, 1] + degrees[:, 3]) / 2)
    latitudes, isometric = isometric_fit(float(degrees[:, 1].min()), float(degrees[:, 3].max()))
    polygons = polygons._replace(xy=to_conformal(polygons.xy, latitudes, isometric))
    boxes = bounds(polygons)
    margins = (max(options.gap_m, TOUCHING_M) + ROUNDING_M) / 2 * scales
    grown = boxes + np.stack([np.zeros(len(boxes)), -margins, np.zeros(len(boxes)), margins], axis=1)
    heights = grown[:, 3] - grown[:, 1]
    height = float(np.median(heights))
    while (heights / height).sum() > 16 * len(heights) + 1_000_000:
        height *= 2
    keys, members, first_key = near.band_keys(grown, float(grown[:, 1].min()), height)
    order = np.lexsort((boxes[members, 0], keys))
    return Ground(polygons, boxes, scales, (keys[order], members[order], first_key))


def _links(ground: Ground, options: ScreenOptions) -> Pairs:
    """Join what touches, then the parts by their narrowest gaps (Kruskal)."""
    keys, members, _ = ground.line_up
    touching = (TOUCHING_M + ROUNDING_M) * ground.scales
    roots, first, second = near.join_touching(ground.polygons, ground.boxes, touching, keys, members)
    forest: Pairs = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    if options.gap_m > TOUCHING_M:
        reaches = (options.gap_m + ROUNDING_M) * ground.scales
        start = 0
        while start < len(keys):
            a, b, apart2, start = near.pairs_apart(roots, ground.boxes, reaches, ground.line_up, start, PAIRS_AT_ONCE)
            forest = _joined(roots, forest, _narrowest(ground, roots, reaches, (a, b, apart2)))
    return (
        np.concatenate([first, forest[0]]),
        np.concatenate([second, forest[1]]),
        np.concatenate([np.zeros(len(first)), forest[2]]),
    )


def _narrowest(ground: Ground, roots: Integers, reaches: Floats, pairs: Pairs) -> Pairs:
    """Of the pairs between every two parts give the narrowest, with its width."""
    first, second, apart2 = pairs
    low = np.minimum(roots[first], roots[second])
    high = np.maximum(roots[first], roots[second])
    order = np.lexsort((apart2, high, low))
    first, second = first[order], second[order]
    widths = near.narrowest_between(
        ground.polygons, ground.boxes, roots, reaches, ground.scales, first, second, apart2[order]
    )
    found = np.isfinite(widths)
    return first[found], second[found], widths[found]


def _joined(roots: Integers, forest: Pairs, more: Pairs) -> Pairs:
    """Give the links, of those there are and some more, that a minimum spanning forest of the parts has."""
    first, second, widths = (np.concatenate([a, b]) for a, b in zip(forest, more, strict=True))
    order = np.argsort(widths, kind="stable")
    first, second, widths = first[order], second[order], widths[order]
    joined = links_that_join(roots.copy(), first, second)
    return first[joined], second[joined], widths[joined]


def _beyond(ground: Ground, links: Pairs, areas_m2: Floats, options: ScreenOptions) -> Pairs:
    """Look from the groups that are only a little too small for the nearest parcel outside them."""
    number, groups = components(len(areas_m2), links[0], links[1], np.ones(len(links[0]), np.bool_))
    area, _, _ = sums(number, groups, areas_m2, np.arange(len(areas_m2)))
    limit_m2 = options.min_mu * MU_M2
    close = (area < limit_m2) & (area >= options.near_share * limit_m2)
    members = np.flatnonzero(close[number])
    members = members[np.argsort(number[members], kind="stable")]
    starts = np.append(np.flatnonzero(np.diff(number[members], prepend=-1)), len(members))
    own, other, widths = near.nearest_outside(
        ground.polygons, ground.boxes, ground.scales, number, members, starts, options.reach_m
    )
    found = own >= 0
    return own[found], other[found], widths[found]
