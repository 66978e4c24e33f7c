"""`jijuqu readings` and `jijuqu clauses`: the notice for lawyers and for those who keep the code."""

import pytest
from typer.testing import CliRunner

from jijuqu.cli import app
from jijuqu.policy.notices import NOTICES

NOTICE = NOTICES[-1]


def printed(*words):
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize(("language", "word"), [("zh", "理解：分母取"), ("en", "Reading: The share is taken")])
def test_readings_are_printed_in_either_language(language, word):
    assert word in printed("readings", "--lang", language)


def test_clauses_name_rules_facts_tests_and_every_sentence_without_a_rule():
    table = printed("clauses")
    assert all(f"`{rule.name}`" in table for rule in NOTICE.rules)
    assert all(each.quote in table and each.text.zh in table for each in NOTICE.uncovered)
    assert "`industrial_floor_m2`" in table
    assert "`policy/test_thresholds.py::test_land_or_floor_either_will_do`" in table


def test_clauses_speak_english():
    assert "Words that no rule asks about" in printed("clauses", "--lang", "en")
