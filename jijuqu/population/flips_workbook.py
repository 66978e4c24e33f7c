"""A comparison as an Excel workbook: what was changed, counts by district and clause, and who flips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.population.engines import computed
from jijuqu.population.flips_said import said_outcome
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.workbook import MOST_ROWS, sheet
from jijuqu.sheets.writing import workbook
from jijuqu.words import population as words
from jijuqu.words.text import Message
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.population.changes import Change
    from jijuqu.population.flips import Flips
    from jijuqu.sheets.cells import Cell
    from jijuqu.sheets.writing import Table
    from jijuqu.words.text import Language, Text

MEASURES = ("value", "limit", "short_by")


def flips_workbook(parts: Sequence[Flips], changed: Sequence[Change], language: Language) -> bytes:
    """Return a comparison as a workbook (.xlsx). Raises NotAdmittedError for more flips than a workbook takes."""
    flipped = sum(count.rows for part in parts for count in part.counts())
    if flipped > MOST_ROWS:
        raise NotAdmittedError([Message("too_many_for_excel", {"rows": flipped, "most": MOST_ROWS})])
    rules = [_rules(parts, language)] if any(part.rules_changed for part in parts) else []
    return workbook(changes_sheet(changed, language), *rules, _counts(parts, language), _rows(parts, language))


def changes_sheet(changed: Sequence[Change], language: Language) -> Table:
    """Make the sheet of the numbers that were changed."""
    rows: list[list[Cell]] = [
        [
            each.parameter.name, each.parameter.label.say(language), each.parameter.clause,
            with_unit(each.before, each.parameter.unit, language), with_unit(each.after, each.parameter.unit, language),
        ]
        for each in changed
    ]  # fmt: skip
    heads = [words.HEADINGS[name] for name in ("parameter", "label", "clause", "before", "after")]
    return sheet("changes", heads, rows, language, {0: 32, 1: 40})


def _rules(parts: Sequence[Flips], language: Language) -> Table:
    rows: list[list[Cell]] = [
        [
            each.rule.clause, each.rule.title.say(language), words.RULE_CHANGES[each.kind].say(language),
            *(None if side is None else side.quote for side in each),
        ]
        for each in dict.fromkeys(each for part in parts for each in part.rules_changed)
    ]  # fmt: skip
    heads = [words.HEADINGS[name] for name in ("clause", "rule", "change", "words_before", "words_after")]
    return sheet("rules", heads, rows, language, {1: 40, 3: 60, 4: 60})


def _counts(parts: Sequence[Flips], language: Language) -> Table:
    rows: list[list[Cell]] = [
        [
            count.district or words.NO_DISTRICT.say(language), count.rule.clause, count.rule.title.say(language),
            said_outcome(count.rule, count.before).say(language), said_outcome(count.rule, count.after).say(language),
            count.rows,
        ]
        for part in parts
        for count in part.counts()
    ]  # fmt: skip
    heads = [
        words.LABELS["district"],
        *(words.HEADINGS[name] for name in ("clause", "rule", "before", "after", "rows")),
    ]
    return sheet("counts", heads, rows, language, {2: 40})


def _rows(parts: Sequence[Flips], language: Language) -> Table:
    labels = tuple(dict.fromkeys(label for part in parts for label in part.before.table.labels))
    rows: list[list[Cell]] = []
    for part in parts:
        rules = {each.rule.name: each.rule for each in part.compared}
        for row in computed(part.rows()).iter_rows(named=True):
            rule = rules[row["rule"]]
            said = [said_outcome(rule, row[side]).say(language) for side in ("before", "after")]
            measures = [_measure(row, side, name) for side in ("before", "after") for name in MEASURES]
            unit = words.UNIT_NAMES[row["after_unit"] or row["before_unit"]].say(language)
            rows.append(
                [*(row.get(label) for label in labels), rule.clause, rule.title.say(language), *said, *measures, unit]
            )
    heads: list[Text | str] = [words.LABELS.get(label, label) for label in labels]
    heads += [words.HEADINGS[name] for name in ("clause", "rule", "before", "after")]
    heads += [
        words.SIDES[side].say(language) + words.HEADINGS[name].say(language)
        for side in ("before", "after")
        for name in MEASURES
    ]
    heads += [words.HEADINGS["unit"]]
    return sheet("flips", heads, rows, language, {len(labels) + 1: 40})


def _measure(row: dict[str, Cell], side: str, name: str) -> Cell:
    """Give a number, or the day that stands in its place."""
    day = {"value": "day", "limit": "last_day"}.get(name)
    number = row[f"{side}_{name}"]
    return row[f"{side}_{day}"] if number is None and day else number
