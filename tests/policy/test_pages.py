"""The pages made from the rules."""

from pathlib import Path

import pytest

from jijuqu.policy.notices import NOTICES
from jijuqu.policy.pages import readings_page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_recorded_reading_is_on_the_page(language):
    page = readings_page(NOTICES[-1], language)
    for rule in NOTICES[-1].rules:
        assert (f"`{rule.name}`" in page) == (rule.reading is not None)
        assert rule.reading is None or rule.reading.say(language) in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_doubts_and_numbers_stand_beside_the_readings(language):
    notice = NOTICES[-1]
    page = readings_page(notice, language)
    assert all(doubt.text.say(language) in page for doubt in notice.doubts)
    assert "2021-08-01" in page.split("`keeps_within_district_number`")[0].rsplit("##", 1)[1]


def test_the_page_in_docs_is_that_of_the_rules():
    kept = (Path(__file__).parents[2] / "docs" / "readings.md").read_text(encoding="utf-8")
    assert kept.strip() == readings_page(NOTICES[-1], "zh").strip(), "run: jijuqu readings > docs/readings.md"
