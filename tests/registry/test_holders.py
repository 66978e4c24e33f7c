"""The 41 quota holders, and what became of them."""

from datetime import date

import pytest

from jijuqu.registry.figures import holder_figures
from jijuqu.registry.models import HolderKind, QuotaHolder
from jijuqu.registry.queries import clusters_outside_parks, districts_on, holders_on
from tests.registry.entries import approved

pytestmark = pytest.mark.django_db
IN_FORCE, LAST_DAY_OF_JIANGBEI, MERGED = date(2022, 9, 15), date(2025, 11, 5), date(2025, 11, 6)


def test_the_notice_speaks_to_forty_one():
    kinds = [holder.kind for holder in holders_on(IN_FORCE)]

    assert len(kinds) == 41
    assert kinds.count(HolderKind.COMMITTEE) == 3
    assert districts_on(IN_FORCE).count() == 38


def test_on_the_day_of_the_merger_two_districts_go_and_one_comes():
    before = set(holders_on(LAST_DAY_OF_JIANGBEI).values_list("code", flat=True))
    after = set(holders_on(MERGED).values_list("code", flat=True))

    assert before - after == {"500105", "500112"}
    assert after - before == {"500157"}


def test_what_an_abolished_district_had_counts_under_its_successor():
    approved(holder_id="500112")

    assert clusters_outside_parks("500112", LAST_DAY_OF_JIANGBEI) == (1, 0)
    assert clusters_outside_parks("500157", MERGED) == (1, 0)
    assert clusters_outside_parks("500157", LAST_DAY_OF_JIANGBEI) == (0, 0)
    figures = {row.holder.code: row.approved for row in holder_figures(MERGED)}
    assert figures["500157"] == 1
    assert "500112" not in figures


def test_every_outline_lies_in_chongqing_and_has_an_inside():
    for holder in QuotaHolder.objects.filter(outline_wkb__isnull=False):
        west, south, east, north = holder.outline.bounds
        assert 105.2 < west < east < 110.3
        assert 28.1 < south < north < 32.3
