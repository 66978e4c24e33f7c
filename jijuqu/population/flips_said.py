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


class SaidSide(NamedTuple):
    """One of the two findings: the outcome, and the value and limit that it rests on, "" where they are not known."""

    outcome: str
    value: str
    limit: str

    def in_one(self, language: Language) -> str:
        """Say the outcome with value and limit behind it, where both are known."""
        held = self.value and self.limit
        return self.outcome + (words.HELD.say(language, value=self.value, limit=self.limit) if held else "")


class SaidFlip(NamedTuple):
    """One flip in words: whose (the id stands where no name is told; the district may be ""), and both findings."""

    id: str
    name: str
    district: str
    rule: Rule
    before: SaidSide
    after: SaidSide


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
            sides = [_side(rule, row, side, language) for side in (BEFORE, AFTER)]
            yield SaidFlip(str(row[ID]), row.get(NAME) or str(row[ID]), row.get(DISTRICT) or "", rule, *sides)


def _side(rule: Rule, row: dict[str, Any], side: str, language: Language) -> SaidSide:
    """Say one finding of a flip."""
    value, limit = (
        _known(row, f"{side}_{number}", f"{side}_{day}") for number, day in (("value", "day"), ("limit", "last_day"))
    )
    held = ("" if each is None else with_unit(each, row[f"{side}_unit"], language) for each in (value, limit))
    return SaidSide(said_outcome(rule, row[side]).say(language), *held)


def _known(row: dict[str, Any], number: str, day: str) -> Any:
    return row[day] if row[number] is None else row[number]
