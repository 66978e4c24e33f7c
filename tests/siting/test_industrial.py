"""Which of the land is industrial."""

from __future__ import annotations

import pytest

from jijuqu.siting.industrial import judge_industrial_land
from tests.land.plots import drawn, square

MU = 2000 / 3


def judge(*codes, declared=None):
    plots = drawn(*(square(200 * k, 0, 100) for k in range(len(codes))), use_codes=codes)
    return judge_industrial_land(plots.parcels, [100 * MU * (k + 1) for k in range(len(codes))], declared)


def test_codes_tell_the_industrial_and_the_ancillary_land():
    land = judge("0601", "0601", "0702")
    assert land.by_parcel == (True, True, False)
    assert land.land_mu == pytest.approx(300)
    assert land.ancillary_land_mu == pytest.approx(300)
    assert land.evidence.code == "industrial_by_codes"


def test_without_codes_nothing_is_known_but_the_total_is_named():
    land = judge("", "")
    assert (land.land_mu, land.by_parcel) == (None, (None, None))
    assert land.evidence.code == "industrial_not_stated"
    assert land.evidence.values["area_mu"] == pytest.approx(300)


def test_a_parcel_without_a_code_leaves_the_sum_unknown_and_is_named():
    land = judge("0601", "")
    assert land.land_mu is None
    assert (land.evidence.code, land.evidence.values["numbers"]) == ("industrial_codes_incomplete", "2")


def test_codes_of_two_classifications_leave_the_sum_unknown():
    land = judge("0601", "1001")
    assert land.land_mu is None
    assert (land.evidence.code, land.evidence.values["codes"]) == ("industrial_codes_in_doubt", "0601, 1001")


def test_industrial_codes_alone_say_nothing_of_ancillary_land():
    assert judge("0601", "0601").ancillary_land_mu is None


def test_a_file_without_any_industrial_code_has_no_industrial_land():
    assert judge("0701", "0501").land_mu == 0


def test_all_land_may_be_declared_industrial():
    land = judge("", "", declared="all")
    assert land.land_mu == pytest.approx(300)
    assert land.evidence.code == "industrial_all_declared"
    assert land.issues == ()


def test_parcels_may_be_ticked():
    land = judge("", "", "", declared=frozenset({1, 3}))
    assert land.by_parcel == (True, False, True)
    assert land.land_mu == pytest.approx(400)
    assert land.evidence.values["numbers"] == "1, 3"


def test_a_declaration_against_the_codes_is_an_issue():
    land = judge("0601", "0701", declared="all")
    assert land.land_mu == pytest.approx(300)
    assert [(issue.code, issue.values["numbers"], issue.values["codes"]) for issue in land.issues] == [
        ("industrial_against_codes", "2", "0701")
    ]
