"""The two-way table: clause to rules, facts, numbers and tests; fact back to rules; and what no rule asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.coverage import EVERY_RULE, asked_by
from jijuqu.words import findings as words
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jijuqu.policy.notice import Notice
    from jijuqu.words.text import Language

TITLE = Text("# {notice}：条文、规则、事实、测试对照", "# {notice}: clauses, rules, facts and tests")
BY_CLAUSE = Text("## 条文 → 规则 → 事实、参数、测试", "## Clause → rules → facts, parameters, tests")
BY_FACT = Text("## 事实 → 规则 → 条文", "## Fact → rules → clauses")
UNCOVERED = Text("## 没有规则覆盖的语句", "## Words that no rule asks about")
COLUMNS = Text("条文,规则,名称,效力,事实,参数,测试", "Clause,Rule,Title,Force,Facts,Parameters,Tests")
FACT_COLUMNS = Text("事实,含义,规则,条文", "Fact,Meaning,Rules,Clauses")
UNCOVERED_COLUMNS = Text("条文,原文,理由", "Clause,Words,Reason")
NO_RULE = Text("（无规则）", "(no rule)")
NO_TESTS = Text(
    "此处未附测试，测试一栏从略；在源代码目录中运行可见。",
    "The tests are not here, so their column is left out; run this in a checkout to see it.",
)
ALL_RULES = Text("另有对每条规则都执行的测试：{tests}。", "Besides these, tests that run over every rule: {tests}.")


def clause_table(notice: Notice, language: Language, tests: Mapping[str, tuple[str, ...]] | None) -> str:
    """Give the whole table as Markdown; `tests` by rule name (`coverage.named_in_tests`), None where there are none."""
    columns = COLUMNS.say(language).split(",")
    every = tests and ", ".join(f"`{test}`" for test in tests[EVERY_RULE])
    parts = [
        TITLE.say(language, notice=notice.number),
        BY_CLAUSE.say(language),
        _table(columns if tests else columns[:-1], _by_clause(notice, language, tests)),
        ALL_RULES.say(language, tests=every) if tests else NO_TESTS.say(language),
        BY_FACT.say(language),
        _table(FACT_COLUMNS.say(language).split(","), _by_fact(notice, language)),
        UNCOVERED.say(language),
        _table(
            UNCOVERED_COLUMNS.say(language).split(","),
            ([each.clause, each.quote, each.text.say(language)] for each in notice.uncovered),
        ),
    ]
    return "\n\n".join(parts)


def _by_clause(notice: Notice, language: Language, tests: Mapping[str, tuple[str, ...]] | None) -> Iterator[list[str]]:
    limits = notice.limits(notice.last_day)
    for citation in notice.clauses:
        rules = [rule for rule in notice.rules if rule.clause == citation]
        if not rules:
            yield [citation, NO_RULE.say(language)]
        for rule in rules:
            asked = asked_by(rule, limits)
            own = "" if rule.of_notice else f" ({words.NOT_OF_NOTICE.say(language)})"
            yield [
                citation,
                f"`{rule.name}`",
                rule.title.say(language) + own,
                words.FORCES[rule.force].say(language),
                _code(asked.facts),
                _code(asked.parameters),
                *([_code(tests[rule.name])] if tests else []),
            ]


def _by_fact(notice: Notice, language: Language) -> Iterator[list[str]]:
    limits = notice.limits(notice.last_day)
    asked = {rule: asked_by(rule, limits).facts for rule in notice.rules}
    for subject in dict.fromkeys(rule.subject for rule in notice.rules):
        for name, spec in subject.specs.items():
            rules = [rule for rule in notice.rules if rule.subject is subject and name in asked[rule]]
            if rules:
                clauses = dict.fromkeys(rule.clause for rule in rules)
                yield [f"`{name}`", spec.label.say(language), _code(rule.name for rule in rules), ", ".join(clauses)]


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(columns: list[str], rows: Iterable[list[str]]) -> str:
    """Write a Markdown table; rows that are too short are filled up."""
    cells = [columns, ["---"] * len(columns), *(row + [""] * (len(columns) - len(row)) for row in rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)
