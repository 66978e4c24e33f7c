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


def test_the_page_in_docs_is_that_of_the_rules():
    kept = (Path(__file__).parents[2] / "docs" / "readings.md").read_text(encoding="utf-8")
    assert kept.strip() == readings_page(NOTICES[-1], "zh").strip(), "run: jijuqu readings > docs/readings.md"
