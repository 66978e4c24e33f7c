"""条文: the notice clause by clause, with its rules, their readings, and its numbers by date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from jijuqu.policy.clauses import CLOSING, OPENING
from jijuqu.policy.notices import NOTICES
from jijuqu.policy.pages import days_of
from jijuqu.web.language import page_language
from jijuqu.words import findings as words
from jijuqu.words.text import Text
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from jijuqu.policy.clauses import Remark
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.policy.rule import Rule
    from jijuqu.words.text import Language


UNNUMBERED = {OPENING: Text("", "Opening paragraph"), CLOSING: Text("", "Closing paragraph")}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in the words of the page's language."""

    name: str
    title: str
    quote: str
    force: str
    addressee: str
    consequence: str
    reading: str
    of_notice: bool


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One number with the days that it holds."""

    label: str
    value: str
    days: str
    source: str
    of_notice: bool


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """Words of the clause that no rule asks about and why, or how the clause is read beyond any one rule."""

    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause: its citation (the anchor, too), its words, and what the product makes of them."""

    citation: str
    title: str
    text: str
    translation: str
    doubts: list[RemarkRow]
    rules: list[RuleRow]
    parameters: list[ParameterRow]
    uncovered: list[RemarkRow]

    def holds(self, asked: str) -> bool:
        """Tell whether the words that somebody looks for stand anywhere in it."""
        told = [self.citation, self.text, self.translation]
        told += [remark.text for remark in self.doubts + self.uncovered]
        told += [f"{rule.title} {rule.quote} {rule.reading}" for rule in self.rules]
        told += [parameter.label for parameter in self.parameters]
        return asked.casefold() in " ".join(told).casefold()


@require_safe
def clauses(request: HttpRequest) -> HttpResponse:
    """Show the notice; `?q=` keeps the clauses that hold the words."""
    notice, language = NOTICES[-1], page_language()
    asked = request.GET.get("q", "").strip()
    rows = [row for row in _rows(notice, language) if row.holds(asked)]
    context = {"notice": notice, "title": notice.title.say(language), "rows": rows, "asked": asked}
    return render(request, "public/clauses.html", context)


def _rows(notice: Notice, language: Language) -> list[ClauseRow]:
    return [
        ClauseRow(
            citation,
            _title(notice, citation, language),
            clause.text,
            notice.translation[citation].text if language == "en" else "",
            _remarks(notice.doubts, citation, language),
            [_rule(rule, language) for rule in notice.rules if rule.clause == citation],
            [_parameter(each, language) for each in notice.parameters if each.clause == citation],
            _remarks(notice.uncovered, citation, language),
        )
        for citation, clause in notice.clauses.items()
    ]


def _title(notice: Notice, citation: str, language: Language) -> str:
    if citation in UNNUMBERED:
        return UNNUMBERED[citation].say(language)
    return (notice.clauses if language == "zh" else notice.translation)[citation].title


def _remarks(remarks: tuple[Remark, ...], citation: str, language: Language) -> list[RemarkRow]:
    return [RemarkRow(each.quote, each.text.say(language)) for each in remarks if each.clause == citation]


def _rule(rule: Rule, language: Language) -> RuleRow:
    return RuleRow(
        rule.name,
        rule.title.say(language),
        rule.quote,
        words.FORCES[rule.force].say(language),
        words.ADDRESSEES[rule.addressee].say(language),
        words.CONSEQUENCES[rule.consequence].say(language),
        rule.reading.say(language) if rule.reading else "",
        rule.of_notice,
    )


def _parameter(each: Parameter, language: Language) -> ParameterRow:
    return ParameterRow(
        each.label.say(language),
        with_unit(each.value, each.unit, language),
        days_of(each, language),
        each.source.say(language),
        each.of_notice,
    )
