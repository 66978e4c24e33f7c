"""Findings as an Excel workbook: counts, an outcome for each subject and rule, what is not met, what columns mean."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import narwhals as nw

from jijuqu.policy.explain import outcome_of_rule
from jijuqu.policy.rule import Outcome
from jijuqu.population.asked import CODES
from jijuqu.population.engines import computed
from jijuqu.population.findings import STATUS
from jijuqu.population.refusal import NotAdmittedError
from jijuqu.population.table import ID
from jijuqu.sheets.writing import Column, Table, workbook
from jijuqu.words import findings as finding_words
from jijuqu.words import population as words
from jijuqu.words.text import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jijuqu.population.asked import Asked
    from jijuqu.population.findings import Findings
    from jijuqu.sheets.cells import Cell
    from jijuqu.words.text import Language, Text

MOST_ROWS = 20_000  # subjects that a workbook is made of; more are for other programs
ALIKE: Mapping[int, int] = MappingProxyType({})  # columns of one width


def findings_workbook(parts: list[Findings], language: Language) -> bytes:
    """Return the findings of one or more notices as a workbook (.xlsx). Raises NotAdmittedError for too many rows."""
    rows = sum(computed(part.table.frame.select(nw.col(ID).len())).row(0)[0] for part in parts)
    if rows > MOST_ROWS:
        raise NotAdmittedError([Message("too_many_for_excel", {"rows": rows, "most": MOST_ROWS})])
    sheets = [
        _counts(parts, language),
        _outcomes(parts, language),
        _not_met(parts, language),
        _columns(parts, language),
    ]
    return workbook(*sheets)


def _counts(parts: list[Findings], language: Language) -> Table:
    counted = [count for part in parts for count in part.counts()]
    rows: list[list[Cell]] = [
        [
            count.district or words.NO_DISTRICT.say(language), count.rule.clause, count.rule.title.say(language),
            count.met, count.not_met, count.unknown, count.not_applicable,
        ]
        for count in counted
    ]  # fmt: skip
    heads: list[Text | str] = [words.LABELS["district"], words.HEADINGS["clause"], words.HEADINGS["rule"]]
    heads += [finding_words.OUTCOMES[outcome] for outcome in CODES]
    return sheet("counts", heads, rows, language, {2: 40})


def _outcomes(parts: list[Findings], language: Language) -> Table:
    labels, rules = parts[0].table.labels, list(dict.fromkeys(each.rule for part in parts for each in part.rules))
    rows: list[list[Cell]] = []
    for part in parts:
        outcomes = {asked.rule.name: asked.outcome for asked in part.rules}
        found = computed(part.table.frame.select(*labels, **{STATUS: part.status}, **outcomes))
        for row in found.iter_rows(named=True):
            said = [
                outcome_of_rule(rule, Outcome(row[rule.name])).say(language) if rule.name in row else ""
                for rule in rules
            ]
            rows.append([*(row[label] for label in labels), words.STATUSES[row[STATUS]].say(language), *said])
    heads: list[Text | str] = [
        *(words.LABELS.get(label, label) for label in labels),
        words.HEADINGS[STATUS],
        *(rule.title for rule in rules),
    ]
    return sheet("findings", heads, rows, language)


def _not_met(parts: list[Findings], language: Language) -> Table:
    labels = parts[0].table.labels
    rows: list[list[Cell]] = []
    for part in parts:
        for asked in part.rules:
            measures = (
                {"value": asked.value, "limit": asked.limit, "short_by": asked.short_by} if asked.is_measured else {}
            )
            found = computed(part.table.frame.filter(~asked.met).select(*labels, **measures))
            rows += [_shortfall(asked, row, labels, language) for row in found.iter_rows(named=True)]
    heads: list[Text | str] = [words.LABELS.get(label, label) for label in labels]
    heads += [words.HEADINGS[name] for name in ("clause", "rule", "outcome", "value", "limit", "short_by", "unit")]
    return sheet("shortfalls", heads, rows, language, {len(labels) + 1: 40})


def _shortfall(asked: Asked, row: dict[str, Cell], labels: tuple[str, ...], language: Language) -> list[Cell]:
    rule = asked.rule
    said = [rule.clause, rule.title.say(language), outcome_of_rule(rule, Outcome.NOT_MET).say(language)]
    measures = [row.get(name) for name in ("value", "limit", "short_by")]
    return [*(row[label] for label in labels), *said, *measures, words.UNIT_NAMES[asked.unit].say(language)]


def _columns(parts: list[Findings], language: Language) -> Table:
    rules = {asked.rule: asked for part in parts for asked in part.rules}
    rows: list[list[Cell]] = [
        [
            rule.name, rule.clause, rule.title.say(language), finding_words.FORCES[rule.force].say(language),
            words.UNIT_NAMES[asked.unit].say(language),
        ]
        for rule, asked in rules.items()
    ]  # fmt: skip
    heads: list[Text | str] = [words.HEADINGS[name] for name in ("column", "clause", "rule", "force", "unit")]
    return sheet("columns", heads, rows, language, {0: 40, 2: 40})


def sheet(
    name: str,
    heads: Sequence[Text | str],
    rows: list[list[Cell]],
    language: Language,
    widths: Mapping[int, int] = ALIKE,
) -> Table:
    """Make a sheet of a workbook; `widths` in characters by place, where they are not the usual."""
    said = [head if isinstance(head, str) else head.say(language) for head in heads]
    columns = [Column(head, widths.get(place, 16)) for place, head in enumerate(said)]
    return Table(words.SHEETS[name].say(language), columns, rows)
