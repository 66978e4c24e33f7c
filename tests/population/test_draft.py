"""A draft of a notice tried out: other numbers, other rules, and what of it is trusted."""

from __future__ import annotations

from datetime import date

import pytest

from jijuqu.policy.facts import Operation, Site
from jijuqu.population.changes import rule_changes
from jijuqu.population.draft import read_draft
from jijuqu.population.flips import compare
from jijuqu.population.judging import judge
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.words.said import say
from tests.policy.ask import DAY, NOTICE
from tests.population.rows import table_of

LAND = """
[[min_industrial_land_mu]]
value = 150
unit = "mu"
clause = "二（二）2"
label = ["工业用地下限", "Least industrial land"]
source = ["征求意见稿", "Draft for comment"]
from = 2027-01-01
"""
RULES = '''
from __future__ import annotations
from typing import TYPE_CHECKING
from jijuqu.policy.facts import Site
from jijuqu.policy.known import Answer, at_least
from jijuqu.policy.rule import Force, rule
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.parameters import Limits

@rule("二（二）2", "工业用地不少于150亩", Force.MUST, title=Text("工业用地", "Land"))
def has_enough_land(site: Site, limits: Limits) -> Answer:
    """There is enough industrial land."""
    return at_least(site.industrial_land_mu, limits.min_industrial_land_mu)

RULES = (has_enough_land,)
'''
SITES = [
    {"id": "a", "industrial_land_mu": 180.0, "industrial_floor_m2": 0.0, "in_park": False},
    {"id": "b", "industrial_land_mu": 120.0, "industrial_floor_m2": 0.0, "in_park": False},
]  # fmt: skip


@pytest.fixture
def draft(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.{'toml' if name == 'parameters' else 'txt' if name == 'text' else 'py'}").write_text(
                text, encoding="utf-8"
            )
        return tmp_path

    return write


def flips(folder, **options):
    table, drafted = table_of(SITES, Site), read_draft(folder, NOTICE, NOTICE.parameters, DAY, **options)
    after = judge(table, drafted.notice, DAY, parameters=drafted.parameters)
    found = compare(judge(table, NOTICE, DAY), after).rows().collect().to_native()
    return {(row["id"], row["rule"], row["before"], row["after"]) for row in found.to_dicts()}


def refused(folder, **options):
    with pytest.raises(NotAdmittedError) as refusal:
        read_draft(folder, NOTICE, NOTICE.parameters, DAY, **options)
    return " ".join(say(reason, "en") for reason in refusal.value.reasons)


def test_a_drafts_numbers_are_tried_out_though_their_day_has_not_come(draft):
    assert flips(draft(parameters=LAND)) == {("a", "has_enough_industrial_space", "not_met", "met")}


def test_a_drafts_rules_take_the_place_of_the_notices(draft):
    found = flips(draft(parameters=LAND, rules=RULES), run_rules=True)
    assert ("a", "has_enough_land", "no_rule", "met") in found
    assert ("b", "has_enough_land", "no_rule", "not_met") in found
    assert ("b", "has_enough_industrial_space", "not_met", "no_rule") in found


def test_rules_are_a_program_and_run_only_for_those_who_say_so(draft, tmp_path):
    folder = draft(rules=f"open({str(tmp_path / 'ran')!r}, 'w').close()")
    assert "add --run-rules" in refused(folder)
    assert not (tmp_path / "ran").exists()
    assert "lists no rules in RULES" in refused(folder, run_rules=True)
    assert (tmp_path / "ran").exists()


def test_a_number_of_several_days_is_tried_out_as_each_day_wants_it(draft):
    text = LAND.replace("min_industrial_land_mu", "last_day_of_summary").replace('"mu"', '"day"')
    early = text.replace("150", "2022-01-31").replace("from = 2027-01-01", "from = 2021-08-01\nto = 2021-12-31")
    late = text.replace("150", "2023-01-31").replace("2027-01-01", "2022-01-01")
    drafted = read_draft(draft(parameters=early + late), NOTICE, NOTICE.parameters, DAY)
    rows = [{"on": day, "summary_sent_on": date(2022, 1, 20)} for day in (date(2021, 12, 1), date(2022, 3, 1))]
    found = judge(table_of(rows, Operation), drafted.notice, parameters=drafted.parameters).wide().collect().to_native()
    assert found["reports_before_year_end__limit"].to_list() == [date(2022, 1, 31), date(2023, 1, 31)]


def test_quotes_that_the_drafts_text_does_not_hold_are_told(draft):
    text = "一、总则\n二、要求\n（二）条件。\n2. 工业用地一般不少于200亩。\n"
    issues = read_draft(draft(rules=RULES, text=text), NOTICE, NOTICE.parameters, DAY, run_rules=True).issues
    assert [say(issue, "en") for issue in issues] == [
        "The draft's rule “has_enough_land” quotes words that do not stand in 二（二）2 of its text; compare them."
    ]
    right = read_draft(
        draft(rules=RULES, text=text.replace("一般不少于200", "不少于150")),
        NOTICE,
        NOTICE.parameters,
        DAY,
        run_rules=True,
    )
    assert right.issues == ()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "holds neither parameters.toml nor rules.py"),
        ({"parameters": "= ["}, "cannot be read as a table of parameters"),
        ({"parameters": "min_industrial_land_mu = 150"}, "cannot be read as a table of parameters"),
        ({"parameters": LAND.replace('unit = "mu"\n', "")}, "lacks “unit”"),
        ({"parameters": LAND.replace("150", "-1")}, "does not fit parameter “min_industrial_land_mu”"),
        ({"parameters": LAND.replace("min_industrial_land_mu", "min_happiness")}, "There is no parameter “min_happiness”"),
        ({"rules": "1 / 0"}, "cannot be loaded: ZeroDivisionError"),
        ({"rules": RULES.replace("min_industrial", "min_agricultural")}, "“has_enough_land” cannot be asked: AttributeError"),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_refused(draft, files, sentence):
    assert sentence in refused(draft(**files), run_rules=True)


def test_a_draft_says_which_rules_it_adds_drops_and_rewrites(draft):
    rewritten = RULES.replace("has_enough_land", "has_enough_industrial_space")
    kept = "from jijuqu.policy.yjx_2021_5.rules import RULES as STANDING\n"
    kept += "RULES = (*(each for each in STANDING if each.name != 'is_contiguous'), has_enough_land)\n"
    for text, expected in (
        (RULES + kept, {("has_enough_land", "added"), ("is_contiguous", "dropped")}),
        (rewritten, {("has_enough_industrial_space", "rewritten")}),
    ):
        drafted = read_draft(draft(rules=text), NOTICE, NOTICE.parameters, DAY, run_rules=True).notice
        found = {(each.rule.name, each.kind) for each in rule_changes(NOTICE, drafted)}
        assert expected <= found
        assert len(found) == len(expected) or {kind for _, kind in found - expected} == {"dropped"}
