"""Groups at two thresholds side by side, against a union-find of a few lines over invented parcels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijuqu.land.screening.compared import KINDS, Sought, compare_groups
from jijuqu.land.screening.options import ScreenOptions
from jijuqu.land.screening.screening import Screening, ShapesInMemory
from tests.land.screening.ground import plot, screened

MU = 2000 / 3
MOST = 9
NOTHING = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))


def invented(mu, links, districts):
    """A screening at a gap of 20 m of parcels with these areas; links are (first, second, metres apart)."""
    first, second, widths = zip(*links, strict=True) if links else ((), (), ())
    return Screening(
        options=ScreenOptions(min_mu=200.0), ids=np.arange(len(mu)), district=np.array(districts, np.int64),
        district_names=np.array(["甲", "乙"], np.dtypes.StringDType()), areas_m2=np.array(mu) * MU,
        boxes=np.zeros((len(mu), 4)), shapes=ShapesInMemory([]),
        links=(np.array(first, np.int64), np.array(second, np.int64), np.array(widths, float)),
        overlaps=NOTHING, beyond=NOTHING, rows=len(mu), industrial=len(mu), dropped={},
    )  # fmt: skip


def pieces(mu, links, gap_m):
    """What is contiguous, as sets of parcels."""
    found = [{k} for k in range(len(mu))]
    for a, b, width in links:
        if width <= gap_m:
            one, other = (next(each for each in found if k in each) for k in (a, b))
            if one is not other:
                found.remove(other)
                one |= other
    return found


def expected(mu, links, before, after):
    """Kind, land before, land after and groups after by the smallest member of each piece that is not the same."""
    told = {}
    for piece in pieces(mu, links, before.gap_m):
        land = sum(mu[k] for k in piece)
        parts = [each for each in pieces(mu, links, after.gap_m) if each <= piece]
        lasting = [each for each in parts if sum(mu[k] for k in each) >= after.min_mu]
        was = land >= before.min_mu
        if not was and not lasting:
            continue
        kind = "appears" if not was else "vanishes" if not lasting else "divides"
        if kind == "divides" and lasting == [piece]:
            continue
        left = sum(mu[k] for each in lasting for k in each)
        told[min(piece)] = (kind, land, left or max(sum(mu[k] for k in each) for each in parts), len(lasting))
    return told


@st.composite
def grounds(draw):
    count = draw(st.integers(1, MOST))
    mu = draw(st.lists(st.integers(1, 150), min_size=count, max_size=count))
    districts = draw(st.lists(st.integers(0, 1), min_size=count, max_size=count))
    numbers = st.integers(0, count - 1)
    links = draw(st.lists(st.tuples(numbers, numbers, st.sampled_from([0, 3, 8, 15, 20])), max_size=12))
    return mu, [each for each in links if districts[each[0]] == districts[each[1]]], districts


@settings(deadline=None, max_examples=80)
@given(grounds(), st.integers(1, 300), st.integers(1, 300), st.sampled_from([20, 10, 5, 0]))
def test_what_changes_is_what_a_plain_union_find_says(ground, least_before, least_after, gap_m):
    mu, links, districts = ground
    before, after = Sought(least_before - 0.5, 20), Sought(least_after - 0.5, gap_m)
    screening = invented(mu, links, districts)
    found = compare_groups(screening, before, after)
    told = {
        int(found.first_parcel[k]): (
            KINDS[found.kind[k]], pytest.approx(found.before_m2[k] / MU), pytest.approx(found.after_m2[k] / MU),
            found.groups_after[k],
        )
        for k in range(len(found))
    }  # fmt: skip
    assert told == expected(mu, links, before, after)
    assert sum(found.counts.values()) == len(found)
    for extent, sought in ((found.before, before), (found.after, after)):
        groups = screening.regroup(*sought)
        assert extent == (len(groups), pytest.approx(groups.area_m2.sum()))
    rows = list(zip(found.kind, found.district, -found.before_m2, strict=True))
    assert rows == sorted(rows)


def test_a_wider_gap_is_refused():
    with pytest.raises(ValueError, match="wider"):
        compare_groups(invented([5], [], [0]), Sought(1, 10), Sought(1, 20))


def test_on_ground_that_was_screened(tmp_path):
    screening = screened(tmp_path, [plot(0, 0, 300), plot(310, 0, 300), plot(2000, 0, 330)], min_mu=200.0)
    wider = compare_groups(screening, Sought(200, 20), Sought(150, 20))
    assert (wider.counts, wider.before.groups, wider.after.groups) == (
        {"appears": 1, "vanishes": 0, "divides": 0}, 1, 2
    )  # fmt: skip
    narrower = compare_groups(screening, Sought(200, 20), Sought(200, 5))
    assert narrower.counts == {"appears": 0, "vanishes": 1, "divides": 0}
    assert narrower.after_m2[0] == pytest.approx(90_000, rel=2e-3)
