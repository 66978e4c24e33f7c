"""The page of readings: how the notice's words are read where they leave room, for the lawyers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.words import findings as words
from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.policy.notice import Notice
    from jijuqu.words.text import Language

HEADING = Text("# {notice} 的理解", "# How {notice} is read")
GENERATED = Text(
    "由规则生成（`jijuqu readings`），不要手工修改。", "Made from the rules (`jijuqu readings`): do not edit by hand."
)
QUOTE = Text("原文：{quote}", "Words: {quote}")
FORCE = Text("效力：{force}；对象：{addressee}；{consequence}。", "Force: {force}; to: {addressee}; {consequence}.")
READING = Text("理解：{reading}", "Reading: {reading}")
OWN = Text("（非通知规定）", " (not from the notice)")


def readings_page(notice: Notice, language: Language) -> str:
    """Give every rule that records a reading, in clause order, as Markdown."""
    parts = [HEADING.say(language, notice=notice.number), GENERATED.say(language)]
    for rule in notice.rules:
        if rule.reading is None:
            continue
        own = "" if rule.of_notice else OWN.say(language)
        force = FORCE.say(
            language,
            force=words.FORCES[rule.force].say(language),
            addressee=words.ADDRESSEES[rule.addressee].say(language),
            consequence=words.CONSEQUENCES[rule.consequence].say(language),
        )
        parts += [
            f"## {rule.clause} {rule.title.say(language)}{own}",
            "\n".join(
                [
                    f"- {QUOTE.say(language, quote=rule.quote)}",
                    f"- {force}",
                    f"- {READING.say(language, reading=rule.reading.say(language))}",
                    f"- `{rule.name}`",
                ]
            ),
        ]
    return "\n\n".join(parts)
