"""The fast way and the plain one find the same groups, on shapes nobody would draw on purpose."""

from __future__ import annotations

import tempfile
from itertools import combinations
from pathlib import Path

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.land.screening import oracle
from tests.land.screening.ground import at_place, groups_of, screened
from tests.land.screening.shapes import hostile, layer_shapes

TOLD_M2 = 0.0137  # on no step of the lattice either
GAP_M = 20.05  # between two steps of the lattice, so that no distance is in doubt


def hard_to_tell(shapes, layers):
    """Shares so near the limit that the last digits would decide, or shapes that mending leaves no area."""
    valid = shapely.make_valid(at_place(shapes), method="structure", keep_collapsed=False)
    if any(shape.area * 1e10 < 0.01 for shape in valid):
        return True
    covers = [oracle.covering(at_place(layer)) for layer in layers if layer]
    return any(abs(shape.intersection(cover).area / shape.area - 0.01) < 1e-6 for shape in valid for cover in covers)


@given(
    parcels=st.lists(st.tuples(hostile, st.sampled_from(["500101", "500102"])), min_size=1, max_size=12),
    layers=st.lists(st.lists(layer_shapes, min_size=1, max_size=4), max_size=2),
)
@settings(max_examples=70)
def test_groups_areas_and_ranks_are_those_of_the_plain_way(parcels, layers):
    shapes, districts = (list(column) for column in zip(*parcels, strict=True))
    assume(not hard_to_tell(shapes, layers))
    with tempfile.TemporaryDirectory() as folder:
        found = groups_of(screened(Path(folder), shapes, layers=layers, districts=districts, gap_m=GAP_M, min_mu=0.5))
    expected = oracle.screen(
        list(at_place(shapes)), districts, [list(at_place(layer)) for layer in layers], gap_m=GAP_M, min_mu=0.5
    )
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert [row[3] for row in found] == pytest.approx([row[3] for row in expected], rel=1e-9, abs=3e-7)


@given(shapes=st.lists(hostile, min_size=2, max_size=10), gap_m=st.sampled_from([0.05, 0.15, 3.05, 11.05]))
@settings(max_examples=40)
def test_a_smaller_gap_is_a_filter_over_what_was_found(shapes, gap_m):
    assume(not hard_to_tell(shapes, []))
    with tempfile.TemporaryDirectory() as folder:
        wide = screened(Path(folder), shapes, gap_m=GAP_M, min_mu=0.5)
        narrow = screened(Path(folder), shapes, gap_m=gap_m, min_mu=0.5)
    assert groups_of(wide, gap_m=gap_m) == groups_of(narrow)


@given(shapes=st.lists(hostile, min_size=2, max_size=8))
@settings(max_examples=40)
def test_what_parcels_share_is_what_their_intersections_measure(shapes):
    assume(not hard_to_tell(shapes, []))
    with tempfile.TemporaryDirectory() as folder:
        first, second, area_m2 = screened(Path(folder), shapes, gap_m=0.0).overlaps
    found = {(int(min(a, b)), int(max(a, b))): m2 for a, b, m2 in zip(first, second, area_m2, strict=True)}
    valid = shapely.make_valid(at_place(shapes), method="structure", keep_collapsed=False)
    by_place = order_kept(shapes, valid)
    expected = {}
    for a, b in combinations(range(len(by_place)), 2):
        shared = oracle.area_mu(shapely.intersection(by_place[a], by_place[b])) * 2000 / 3
        if shared > TOLD_M2:
            expected[a, b] = shared
    assert {pair for pair, m2 in found.items() if m2 > TOLD_M2} == set(expected)
    assert {pair: found[pair] for pair in expected} == pytest.approx(expected, rel=1e-5, abs=1e-3)


def order_kept(shapes, valid):
    """Mended parcels come after the others of their piece of the file."""
    was_valid = shapely.is_valid(at_place(shapes))
    return [*valid[was_valid], *valid[~was_valid]]
