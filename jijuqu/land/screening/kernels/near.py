"""Which parcels of one district lie near each other: found in bands of latitude, each swept from west to east.

Coordinates are metres of a conformal map; `scales` says how many of them make a metre on the ground at each parcel.
A *line-up* names, band by band and from west to east, the parcels that touch the band: `keys` (the bands) and
`members`. A parcel stands in every band that it touches, so pairs are met where they lie, however large one of them is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.kernels import kernel
from jijuqu.land.screening.kernels.distance import box_distance2, distance2
from jijuqu.land.screening.kernels.forest import all_roots, root_of, unite
from jijuqu.land.screening.kernels.trapezoids import edges_over_floor, shared_with

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Floats, Integers, Polygons


@kernel
def band_keys(boxes: Floats, south: float, height: float) -> tuple[Integers, Integers, Integers]:
    """Give the entries of a line-up, still unsorted: keys and members; and the first key of every parcel."""
    first = np.empty(len(boxes), np.int64)
    count = 0
    for k in range(len(boxes)):
        first[k] = int((boxes[k, 1] - south) / height)
        count += int((boxes[k, 3] - south) / height) - first[k] + 1
    keys, members = np.empty(count, np.int64), np.empty(count, np.int64)
    n = 0
    for k in range(len(boxes)):
        for key in range(first[k], int((boxes[k, 3] - south) / height) + 1):
            keys[n], members[n] = key, k
            n += 1
    return keys, members, first


@kernel
def join_touching(
    polygons: Polygons, boxes: Floats, reaches: Floats, keys: Integers, members: Integers
) -> tuple[Integers, Integers, Integers]:
    """Join parcels that touch: (root of every parcel, first and second parcel of the links that joined them).

    Touching is at most the mean of the two parcels' `reaches`, in metres of the map. Who is joined already is not
    measured again, which saves most of the work: in a block all neighbours soon are.
    """
    parent = np.arange(len(boxes))
    first, second = np.empty(len(boxes), np.int64), np.empty(len(boxes), np.int64)
    room = np.empty(256, np.int64), np.empty(256, np.int64)
    n, widest = 0, reaches.max()
    for a in range(len(keys)):
        i = members[a]
        east, south, north = boxes[i, 2] + widest, boxes[i, 1] - widest, boxes[i, 3] + widest
        for b in range(a + 1, len(keys)):
            j = members[b]
            if keys[b] != keys[a] or boxes[j, 0] > east:
                break
            if boxes[j, 1] > north or boxes[j, 3] < south or root_of(parent, i) == root_of(parent, j):
                continue
            reach = (reaches[i] + reaches[j]) / 2
            if distance2(polygons, boxes, i, j, reach, reach * reach, room) <= reach * reach:
                unite(parent, i, j)
                first[n], second[n] = i, j
                n += 1
    return all_roots(parent), first[:n].copy(), second[:n].copy()


@kernel
def pairs_apart(
    roots: Integers, boxes: Floats, reaches: Floats, line_up: tuple[Integers, Integers, Integers], start: int, most: int
) -> tuple[Integers, Integers, Floats, int]:
    """List pairs of parcels that are not joined and whose boxes are at most the mean of their `reaches` apart.

    Gives both parcels, the squared distance of the boxes, and the entry of the line-up to go on with when there were
    more than `most` pairs.
    """
    keys, members, first_key = line_up
    first, second, apart2 = np.empty(1024, np.int64), np.empty(1024, np.int64), np.empty(1024)
    n, widest = 0, reaches.max()
    for a in range(start, len(keys)):
        if n >= most:
            return first[:n], second[:n], apart2[:n], a
        i = members[a]
        for b in range(a + 1, len(keys)):
            j = members[b]
            if keys[b] != keys[a] or boxes[j, 0] > boxes[i, 2] + widest:
                break
            if roots[i] == roots[j] or keys[a] != max(first_key[i], first_key[j]):
                continue
            reach, d2 = (reaches[i] + reaches[j]) / 2, box_distance2(boxes[i], boxes[j])
            if d2 > reach * reach:
                continue
            if n == len(first):
                first, second = np.concatenate((first, first)), np.concatenate((second, second))
                apart2 = np.concatenate((apart2, apart2))
            first[n], second[n], apart2[n] = i, j, d2
            n += 1
    return first[:n], second[:n], apart2[:n], len(keys)


@kernel
def narrowest_between(
    polygons: Polygons, boxes: Floats, roots: Integers, reaches: Floats, scales: Floats,
    first: Integers, second: Integers, apart2: Floats,
) -> Floats:  # fmt: skip
    """Measure pairs, sorted by the two parts that they link and then by the distance of their boxes.

    Gives widths in metres on the ground for the narrowest pair of every two parts, infinity for all others and for
    those wider than the mean of their `reaches`. A pair whose boxes alone are too far apart is not measured.
    """
    widths = np.full(len(first), np.inf)
    room = np.empty(256, np.int64), np.empty(256, np.int64)
    best, a, b = -1, -1, -1
    for k in range(len(first)):
        i, j = first[k], second[k]
        low, high = min(roots[i], roots[j]), max(roots[i], roots[j])
        if low != a or high != b:
            best, a, b = -1, low, high
        scale, reach = (scales[i] + scales[j]) / 2, (reaches[i] + reaches[j]) / 2
        if best >= 0:
            reach = min(reach, widths[best] * scale)
        if apart2[k] > reach * reach:
            continue
        width = np.sqrt(distance2(polygons, boxes, i, j, reach, 0.0, room)) / scale
        if best < 0 and width < np.inf:
            widths[k], best = width, k
        elif best >= 0 and width < widths[best]:
            widths[best], widths[k], best = np.inf, width, k
    return widths


@kernel
def overlaps(
    polygons: Polygons, signs: Floats, boxes: Floats, scales: Floats, line_up: tuple[Integers, Integers, Integers],
    told_from_m2: float, most: int,
) -> tuple[Integers, Integers, Floats, int]:  # fmt: skip
    """Measure what parcels share with parcels, in m² on the ground: both parcels, area, pairs left out.

    Pairs whose boxes share less than `told_from_m2` are not looked at; after `most` pairs nothing more is measured, and
    the others are only counted: the same parcels exported over and over would take hours.
    """
    keys, members, first_key = line_up
    first, second, area = np.empty(1024, np.int64), np.empty(1024, np.int64), np.empty(1024)
    edges = np.empty((256, 5))
    n = measured = left_out = 0
    for a in range(len(keys)):
        i = members[a]
        for b in range(a + 1, len(keys)):
            j = members[b]
            if keys[b] != keys[a] or boxes[j, 0] >= boxes[i, 2]:
                break
            if keys[a] != max(first_key[i], first_key[j]):
                continue
            wide = min(boxes[i, 2], boxes[j, 2]) - max(boxes[i, 0], boxes[j, 0])
            tall = min(boxes[i, 3], boxes[j, 3]) - max(boxes[i, 1], boxes[j, 1])
            scale2 = scales[i] * scales[j]
            if wide <= 0 or tall <= 0 or wide * tall <= told_from_m2 * scale2:
                continue
            if measured == most:
                left_out += 1
                continue
            measured += 1
            axis = 0 if wide >= tall else 1  # along the longer side: fewer edges lie over one another
            upper, lower = (i, j) if boxes[i, 1 - axis] >= boxes[j, 1 - axis] else (j, i)
            corner = max(boxes[i, axis], boxes[j, axis]), boxes[upper, 1 - axis]
            edges, count = edges_over_floor(polygons, signs, lower, corner, max(wide, tall), axis, edges)
            shared = shared_with(polygons, signs, upper, corner, max(wide, tall), axis, edges, count) / scale2
            if shared > told_from_m2:
                if n == len(first):
                    first, second = np.concatenate((first, first)), np.concatenate((second, second))
                    area = np.concatenate((area, area))
                first[n], second[n], area[n] = i, j, shared
                n += 1
    return first[:n], second[:n], area[:n], left_out


@kernel
def nearest_outside(
    polygons: Polygons, boxes: Floats, scales: Floats, number: Integers,
    members: Integers, starts: Integers, reach_m: float,
) -> tuple[Integers, Integers, Floats]:  # fmt: skip
    """Find for each of some groups the nearest parcel that is not in it, within reach.

    Group g has the parcels `members[starts[g]]` up to `members[starts[g + 1]]`; `number` is the group number of every
    parcel. Gives the member, the parcel outside (-1 where there is none), and the width in metres on the ground.
    """
    groups = len(starts) - 1
    own, other, widths = np.full(groups, -1, np.int64), np.full(groups, -1, np.int64), np.full(groups, np.inf)
    room = np.empty(256, np.int64), np.empty(256, np.int64)
    for g in range(groups):
        some = members[starts[g]]
        around = boxes[some].copy()
        for m in range(starts[g], starts[g + 1]):
            box = boxes[members[m]]
            around[0], around[1] = min(around[0], box[0]), min(around[1], box[1])
            around[2], around[3] = max(around[2], box[2]), max(around[3], box[3])
        best = reach_m * scales[some]
        for j in range(len(boxes)):
            if number[j] == number[some]:
                continue
            if box_distance2(around, boxes[j]) >= best * best:
                continue
            for m in range(starts[g], starts[g + 1]):
                i = members[m]
                if box_distance2(boxes[i], boxes[j]) < best * best:
                    d2 = distance2(polygons, boxes, i, j, best, 0.0, room)
                    if d2 < best * best:
                        best = np.sqrt(d2)
                        own[g], other[g], widths[g] = i, j, best / ((scales[i] + scales[j]) / 2)
    return own, other, widths
