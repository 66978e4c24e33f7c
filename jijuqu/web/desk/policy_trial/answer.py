"""What a trial answers: counts by district and clause, who flips with both findings side by side, and the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jijuqu.population.flips_said import said_flips, said_outcome
from jijuqu.registry.models import QuotaHolder
from jijuqu.tables.named import in_page_language
from jijuqu.web.desk.policy_trial.map import DistrictFlips, flip_map
from jijuqu.web.language import page_language
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jijuqu.cases.trial import Trial
    from jijuqu.population.changes import Change
    from jijuqu.population.flips import FlipCount
    from jijuqu.population.flips_said import SaidFlip
    from jijuqu.words.text import Text

LISTED = 500  # flips shown on the page; all of them are in the workbook


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many findings of a district and a clause go from one outcome to another."""

    district: str
    clause: str
    demand: str
    before: str
    after: str
    rows: int


@dataclass(frozen=True, slots=True)
class FlipRow:
    """One flip, under the name of its district in the language of the page."""

    district: str
    flip: SaidFlip
    demand: str


def answer(trial: Trial, day: date) -> dict[str, Any]:
    """Give the values of the answer's template."""
    language = page_language()
    holders = {each.name_zh: each for each in QuotaHolder.objects.defer("outline_wkb")}
    flips = said_flips(trial.parts, language, LISTED)
    return {
        "trial": trial,
        "changes": said_changes(trial.changed),
        "counts": [_count(count, holders) for count in trial.counts],
        "flips": [FlipRow(_named(each.district, holders), each, each.rule.title.say(language)) for each in flips],
        "left_out": trial.flips - len(flips),
        "districts": [
            DistrictFlips(holders[name].code, _named(name, holders), rows)
            for name, rows in trial.districts.items()
            if name in holders
        ],
        "map": flip_map(day, {holders[name].pk: n for name, n in trial.districts.items() if name in holders}, flips),
    }  # fmt: skip


def said_changes(changed: Iterable[Change]) -> list[tuple[Text, str, str, str]]:
    """Say the numbers that are tried out: label, clause, how each stands, and what it is changed to."""
    language = page_language()
    said = []
    for each in changed:
        before, after = (with_unit(value, each.parameter.unit, language) for value in (each.before, each.after))
        said.append((each.parameter.label, each.parameter.clause, before, after))
    return said


def _count(count: FlipCount, holders: Mapping[str, QuotaHolder]) -> CountRow:
    language = page_language()
    before, after = (said_outcome(count.rule, each).say(language) for each in (count.before, count.after))
    district = _named(count.district or "", holders)
    return CountRow(district, count.rule.clause, count.rule.title.say(language), before, after, count.rows)


def _named(district: str, holders: Mapping[str, QuotaHolder]) -> str:
    """Name a district, known by its Chinese name, in the language of the page."""
    holder = holders.get(district)
    return in_page_language(holder.name_zh, holder.short_en) if holder else district
