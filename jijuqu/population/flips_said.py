"""A comparison in words: outcomes as they are called, values and limits with their units, one line a flip."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

from jijuqu.policy.explain import outcome_of_rule
from jijuqu.policy.rule import Outcome
from jijuqu.population.engines import computed
from jijuqu.population.flips import AFTER, BEFORE, NO_RULE
from jijuqu.population.table import DISTRICT, ID, NAME
from jijuqu.words import population as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jijuqu.policy.rule import Rule
    from jijuqu.population.flips import Flips
    from jijuqu.words.text import Language, Text


class SaidFlip(NamedTuple):
    """One flip in words: whose (name and district where they are told, else the id), and both findings."""

    name: str
    rule: Rule
    before: str
    after: str


def said_outcome(rule: Rule, outcome: str) -> Text:
    """Call an outcome of one side of a comparison."""
    return words.NO_SUCH_RULE if outcome == NO_RULE else outcome_of_rule(rule, Outcome(outcome))


def said_flips(parts: Sequence[Flips], language: Language, most: int) -> list[SaidFlip]:
    """Say the first flips, each with what both findings rest on."""
    return list(itertools.islice(_said(parts, language, most), most))


def _said(parts: Sequence[Flips], language: Language, most: int) -> Iterator[SaidFlip]:
    for part in parts:
        rules = {each.rule.name: each.rule for each in part.compared}
        for row in computed(part.rows().head(most)).iter_rows(named=True):
            rule = rules[row["rule"]]
            named = [row[label] for label in (NAME, DISTRICT) if row.get(label)]
            findings = [_finding(rule, row, side, language) for side in (BEFORE, AFTER)]
            yield SaidFlip("，".join(named) or str(row[ID]), rule, *findings)


def _finding(rule: Rule, row: dict[str, Any], side: str, language: Language) -> str:
    """Say an outcome, with the value and the limit it was held against, where they are known."""
    said = said_outcome(rule, row[side]).say(language)
    value, limit = (
        _known(row, f"{side}_{number}", f"{side}_{day}") for number, day in (("value", "day"), ("limit", "last_day"))
    )
    if value is None or limit is None:
        return said
    held = {
        "value": with_unit(value, row[f"{side}_unit"], language),
        "limit": with_unit(limit, row[f"{side}_unit"], language),
    }
    return said + words.HELD.say(language, **held)


def _known(row: dict[str, Any], number: str, day: str) -> Any:
    return row[day] if row[number] is None else row[number]
