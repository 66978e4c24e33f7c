"""Sets that grow together (union-find), and what is summed over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jijuqu.land.screening.kernels import kernel

if TYPE_CHECKING:
    from jijuqu.land.screening.kernels.flat import Flags, Floats, Integers


@kernel
def root_of(parent: Integers, i: int) -> int:
    """Give the root of a member; the way to it becomes shorter."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


@kernel
def unite(parent: Integers, a: int, b: int) -> bool:
    """Make the sets of two members one, its root the smaller of the two; False when they were one already."""
    a, b = root_of(parent, a), root_of(parent, b)
    if a == b:
        return False
    parent[max(a, b)] = min(a, b)
    return True


@kernel
def all_roots(parent: Integers) -> Integers:
    """Give the root of every member."""
    roots = np.empty_like(parent)
    for i in range(len(parent)):
        roots[i] = root_of(parent, i)
    return roots


@kernel
def links_that_join(parent: Integers, first: Integers, second: Integers) -> Flags:
    """Unite pairs in their order and tell which of them joined what was apart (Kruskal, if they are sorted)."""
    joined = np.empty(len(first), np.bool_)
    for k in range(len(first)):
        joined[k] = unite(parent, first[k], second[k])
    return joined


@kernel
def components(count: int, first: Integers, second: Integers, chosen: Flags) -> tuple[Integers, int]:
    """Number the sets of members that the chosen pairs link, from 0 in the order of their first members."""
    parent = np.arange(count)
    for k in range(len(first)):
        if chosen[k]:
            unite(parent, first[k], second[k])
    number, numbers = np.empty(count, np.int64), 0
    for i in range(count):
        root = root_of(parent, i)
        if root == i:
            number[i] = numbers
            numbers += 1
        else:
            number[i] = number[root]
    return number, numbers


@kernel
def sums(number: Integers, numbers: int, areas: Floats, order: Integers) -> tuple[Floats, Integers, Integers]:
    """Sum over each set: area, members, and the member that comes first in `order` (a rank per member)."""
    area, members, first = np.zeros(numbers), np.zeros(numbers, np.int64), np.full(numbers, -1, np.int64)
    for i in range(len(number)):
        k = number[i]
        area[k] += areas[i]
        members[k] += 1
        if first[k] < 0 or order[i] < order[first[k]]:
            first[k] = i
    return area, members, first
