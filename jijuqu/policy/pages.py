"""The page of readings: how the notice's words are read where they leave room, for the lawyers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.policy.coverage import asked_by
from jijuqu.words import findings as words
from jijuqu.words.text import Text
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.policy.rule import Rule
    from jijuqu.words.text import Language

HEADING = Text("# {notice} 的理解", "# How {notice} is read")
GENERATED = Text(
    "由规则生成（`jijuqu readings`），不要手工修改。", "Made from the rules (`jijuqu readings`): do not edit by hand."
)
QUOTE = Text("原文：{quote}", "Words: {quote}")
FORCE = Text("效力：{force}；对象：{addressee}；{consequence}。", "Force: {force}; to: {addressee}; {consequence}.")
READING = Text("理解：{reading}", "Reading: {reading}")
PARAMETER = Text("参数：{label} {value}，{days}（{source}）", "Parameter: {label} {value}, {days} ({source})")
FROM, UNTIL = Text("自{day}起", "from {day}"), Text("至{day}", " to {day}")
OWN = Text("（非通知规定）", " (not from the notice)")
DOUBT = Text("## {clause} 存录的理解", "## {clause} On record")


def readings_page(notice: Notice, language: Language) -> str:
    """Give everything that is a reading, clause by clause, as Markdown: doubts first, then rules with their numbers."""
    parts = [HEADING.say(language, notice=notice.number), GENERATED.say(language)]
    for citation in notice.clauses:
        told = [f"- {each.text.say(language)}" for each in notice.doubts if each.clause == citation]
        if told:
            parts += [DOUBT.say(language, clause=citation), "\n".join(told)]
        for rule in notice.rules:
            if rule.clause == citation and rule.reading:
                parts += _rule(notice, rule, language)
    return "\n\n".join(parts)


def _rule(notice: Notice, rule: Rule, language: Language) -> list[str]:
    own = "" if rule.of_notice else OWN.say(language)
    force = FORCE.say(
        language,
        force=words.FORCES[rule.force].say(language),
        addressee=words.ADDRESSEES[rule.addressee].say(language),
        consequence=words.CONSEQUENCES[rule.consequence].say(language),
    )
    reading = READING.say(language, reading=rule.reading.say(language)) if rule.reading else ""
    asked = asked_by(rule, notice.limits(notice.last_day)).parameters
    numbers = [_parameter(each, language) for each in notice.parameters if each.name in asked]
    lines = [QUOTE.say(language, quote=rule.quote), force, reading, *numbers, f"`{rule.name}`"]
    return [f"## {rule.clause} {rule.title.say(language)}{own}", "\n".join(f"- {line}" for line in lines)]


def days_of(each: Parameter, language: Language) -> str:
    """Say from which day a number holds, and until which if it has an end."""
    until = UNTIL.say(language, day=each.last_day) if each.last_day else ""
    return FROM.say(language, day=each.first_day) + until


def _parameter(each: Parameter, language: Language) -> str:
    return PARAMETER.say(
        language,
        label=each.label.say(language),
        value=with_unit(each.value, each.unit, language),
        days=days_of(each, language),
        source=each.source.say(language),
    )
