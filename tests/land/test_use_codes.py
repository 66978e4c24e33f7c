"""What land-use codes mean."""

from __future__ import annotations

import pytest

from jijuqu.land.use_codes import CLASSIFICATIONS, read_codes

INDUSTRIAL = ("0601", "1001", "100101", "100103", "M", "M1", "m2", " M 3 ", "061")
INDUSTRIAL_NAMES = ("工业用地", "二类工业用地", "0601工业用地", "M1一类工业用地")


@pytest.mark.parametrize("code", [*INDUSTRIAL, *INDUSTRIAL_NAMES])
def test_these_are_industrial_land(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is True


@pytest.mark.parametrize(
    "code", ["0602", "0701", "1002", "0901", "R2", "W1", "住宅用地", "仓储用地", "道路与交通设施用地", "0103"]
)
def test_these_are_not(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is False


@pytest.mark.parametrize("code", ["X9", "99", "地块甲", "12345"])
def test_of_these_nothing_is_known(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is None


def test_a_land_survey_is_told_by_its_industrial_code():
    use = read_codes(["0601", "0701", "1003"])
    assert (use.industrial["0601"], use.industrial["1003"], use.living_services["0701"]) == (True, False, True)
    assert "GB/T 21010-2017" in use.basis


def test_a_spatial_plan_is_told_by_its_industrial_code():
    use = read_codes(["100101", "0901", "1207"])
    assert (use.industrial["100101"], use.living_services["0901"], use.living_services["1207"]) == (True, True, False)
    assert "自然资发〔2023〕234号" in use.basis


def test_a_file_with_industrial_codes_of_two_classifications_must_be_asked_about():
    use = read_codes(["0601", "1001", "0701"])
    assert use.in_doubt == ("0601", "1001")
    assert use.industrial["0601"] is None
    assert use.industrial["1001"] is None


def test_every_classification_names_its_source_and_its_first_day():
    for table in CLASSIFICATIONS:
        assert table.source
        assert table.until is None or table.since < table.until
        assert all(any(table.knows(code + tail) for tail in ("", "01")) for code in table.industrial)
