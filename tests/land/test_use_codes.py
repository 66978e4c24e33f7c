"""What land-use codes mean."""

from __future__ import annotations

import pytest

from jijuqu.land.use_codes import CLASSIFICATIONS, read_codes

INDUSTRIAL = ("0601", "1001", "100101", "100103", "M", "M1", "m2", " M 3 ", "061")
INDUSTRIAL_NAMES = ("工业用地", "二类工业用地", "0601工业用地", "M1一类工业用地", "一类工业用地（M1）", "工业用地 1001")


@pytest.mark.parametrize("code", [*INDUSTRIAL, *INDUSTRIAL_NAMES])
def test_these_are_industrial_land(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is True


@pytest.mark.parametrize(
    "code",
    [
        "0602",
        "0701",
        "1002",
        "0901",
        "R2",
        "W1",
        "住宅用地",
        "仓储用地",
        "道路与交通设施用地",
        "0103",
        "060101",
        "110101",
        "0508",
    ],
)
def test_these_are_not(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is False


# The last ones hold industrial land among other uses: 工矿用地 of a survey and of a plan, and mixed land.
@pytest.mark.parametrize(
    "code", ["X9", "99", "地块甲", "12345", "06", "10", "M1/B2", "M1+W1混合用地", "工业用地（M1或B2）"]
)
def test_of_these_nothing_is_known(code):
    (answer,) = read_codes([code]).industrial.values()
    assert answer is None


def test_a_land_survey_is_told_by_its_industrial_code():
    use = read_codes(["0601", "0701", "1003"])
    assert (use.industrial["0601"], use.industrial["1003"], use.living_services["0701"]) == (True, False, True)
    assert "TD/T 1055-2019" in use.basis


def test_a_spatial_plan_is_told_by_its_industrial_code():
    use = read_codes(["100101", "0901", "1207"])
    assert (use.industrial["100101"], use.living_services["0901"], use.living_services["1207"]) == (True, True, False)
    assert "自然资发〔2023〕234号" in use.basis


def test_the_country_road_of_a_spatial_plan_is_no_industrial_land():
    """0601 would be industrial land in a land survey, which has neither three levels nor 公园绿地 (1401)."""
    use = read_codes(["0601", "070102", "1401"])
    assert (use.industrial["0601"], use.in_doubt) == (False, ())


def test_the_older_survey_is_told_by_its_three_digits():
    use = read_codes(["061", "063", "071", "086"])
    assert use.industrial == {"061": True, "063": False, "071": False, "086": False}
    assert use.living_services == {"061": False, "063": False, "071": True, "086": False}
    assert "GB/T 21010-2007" in use.basis


@pytest.mark.parametrize(
    ("code", "others", "expected"),
    [
        ("05H1", ["0601"], True), ("08H1", ["0601"], True), ("0701", ["0601"], True),  # offices, shops, housing
        ("0508", ["0601"], False),  # logistics and storage of the third survey stands among trade, and is none
        ("0809", ["0601"], False), ("0810A", ["0601"], False),  # pipes, parks and squares
        ("0508", ["0601", "0501"], False),
        ("0902", ["1001"], True), ("1101", ["1001"], False), ("1301", ["1001"], False),
        ("08", ["0601", "0508"], None),  # offices and parks together
        ("A1", ["M2"], True), ("W1", ["M2"], False), ("U1", ["M2"], False),
    ],
)  # fmt: skip
def test_office_and_living_service_land_is_neither_storage_nor_pipes_nor_parks(code, others, expected):
    assert read_codes([code, *others]).living_services[code] is expected


@pytest.mark.parametrize(("source", "second_level"), [("GB/T 21010-2017", 73), ("GB/T 21010-2007", 57)])
def test_the_national_standards_have_as_many_classes_as_their_forewords_say(source, second_level):
    (table,) = (table for table in CLASSIFICATIONS if table.source == source)
    codes = table.pattern.split("|")
    assert [len(code) for code in codes].count(2) == 12
    assert len(codes) == 12 + second_level


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
