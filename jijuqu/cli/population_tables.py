"""What `jijuqu judge` and `jijuqu what-if` show people: counts by rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from jijuqu.cli.tables import PAGE_WIDTH
from jijuqu.population.flips_said import said_outcome
from jijuqu.words import command_line
from jijuqu.words import findings as finding_words
from jijuqu.words import population as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    import datetime

    from jijuqu.policy.rule import Rule
    from jijuqu.population.changes import Change
    from jijuqu.population.findings import Findings
    from jijuqu.population.flips import Flips
    from jijuqu.words.text import Language

COUNTED = ("met", "not_met", "unknown", "not_applicable")


def print_counts(day: datetime.date | None, parts: list[Findings], language: Language) -> None:
    """Print how many rows meet each rule, all districts together, and how many meet all."""
    console = page()
    for part in parts:
        on = day or words.OWN_DAYS.say(language)
        console.print(command_line.GOVERNED.say(language, notice=part.notice.number, on=on))
        if day and not part.notice.in_force(day):
            lapsed = command_line.LAPSED.say(language, notice=part.notice.number, last_day=part.notice.last_day)
            console.print(lapsed, style="bold red")
        console.print(_table(part, language))
        statuses = [f"{words.STATUSES[status].say(language)} {count:,}" for status, count in part.statuses().items()]
        console.print(words.IN_ALL.say(language, statuses=", ".join(statuses)), style="bold")


def print_flips(parts: list[Flips], changed: list[Change], language: Language) -> None:
    """Print what was changed, numbers and rules, and how many findings flip by district and clause."""
    console = page()
    for name in dict.fromkeys(part.draft for part in parts if part.draft):
        console.print(words.DRAFT_TRIED.say(language, name=name))
    for change in dict.fromkeys(each for part in parts for each in part.rules_changed):
        rule, kind = change.rule, words.RULE_CHANGES[change.kind].say(language)
        title = rule.title.say(language)
        console.print(words.RULE_CHANGED.say(language, change=kind, clause=rule.clause, title=title, name=rule.name))
    for each in changed:
        unit = each.parameter.unit
        before, after = (with_unit(value, unit, language) for value in (each.before, each.after))
        label = each.parameter.label.say(language)
        console.print(words.CHANGED.say(language, label=label, name=each.parameter.name, before=before, after=after))
    counts = [count for part in parts for count in part.counts()]
    if not counts:
        console.print(words.NOTHING_FLIPS.say(language), style="bold")
        return
    table = Table()
    for heading in (
        words.LABELS["district"],
        *(words.HEADINGS[name] for name in ("clause", "rule", "before", "after")),
    ):
        table.add_column(heading.say(language), overflow="fold")
    table.add_column(words.HEADINGS["rows"].say(language), justify="right")
    for count in counts:
        outcomes = [said_outcome(count.rule, side).say(language) for side in (count.before, count.after)]
        district = count.district or words.NO_DISTRICT.say(language)
        table.add_row(district, count.rule.clause, count.rule.title.say(language), *outcomes, f"{count.rows:,}")
    console.print(table)


def page() -> Console:
    """Give a console as wide as the terminal, or as a page where there is none."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PAGE_WIDTH
    return console


def _table(part: Findings, language: Language) -> Table:
    table = Table()
    table.add_column(words.HEADINGS["clause"].say(language), no_wrap=True)
    table.add_column(words.HEADINGS["rule"].say(language), overflow="fold")
    for outcome in COUNTED:
        table.add_column(finding_words.OUTCOMES[outcome].say(language), justify="right")
    totals: dict[Rule, Counter[str]] = {}
    for count in part.counts():
        totals.setdefault(count.rule, Counter()).update({name: getattr(count, name) for name in COUNTED})
    for rule, sums in totals.items():
        table.add_row(rule.clause, rule.title.say(language), *(f"{sums[name]:,}" for name in COUNTED))
    return table
