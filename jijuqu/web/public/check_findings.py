"""Findings as the page shows them: one by one in words and bars, in three groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse

from jijuqu.policy import explain
from jijuqu.policy.facts import Application, District, Site
from jijuqu.policy.rule import Consequence, Outcome
from jijuqu.web.public.check_evidence import Evidence, evidence_of
from jijuqu.words import check_page as words
from jijuqu.words import findings as finding_words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jijuqu.policy.known import Test
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Limits
    from jijuqu.policy.rule import Finding
    from jijuqu.web.public.site_check import SiteCheck
    from jijuqu.words.text import Language

# What the plot, the records and the page's own questions can settle; all else is a paper or an act still to come.
SETTLED_HERE = {
    Site: {
        "share_inside_parks", "share_on_planned_industrial_land", "share_in_ecological_red_line",
        "share_in_permanent_farmland", "share_inside_urban_boundary", "lies_in_chongqing", "parts",
        "industrial_land_mu", "ancillary_land_mu",
    },
    District: {"clusters_with_this_one"},
    Application: {"received_on"},
}  # fmt: skip
BAR_WIDTH = 200  # drawing units


@dataclass(frozen=True, slots=True)
class Bar:
    """A value against its limit, in drawing units from the left; `fine` where the value will do."""

    value: float
    limit: float
    fine: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """One comparison in words, and as a bar where both are numbers; `short` says how far it falls short."""

    label: str
    value: str
    limit: str
    short: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Row:
    """One finding in the words of the page. `look` names its shape and colour; blank: nothing is known of it yet."""

    anchor: str
    clause: str
    clause_address: str
    title: str
    about: str
    look: str
    label: str
    force: str
    consequence: str
    is_near: bool
    of_notice: bool
    measures: tuple[Measure, ...]
    ways: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    quote: tuple[str, str, str]
    translation: str
    reading: str
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The findings that the plot settles, those about papers and acts still to come, and those that do not apply."""

    land: list[Row]
    papers: list[Row]
    not_applicable: list[Row]


@dataclass(frozen=True, slots=True)
class Basis:
    """What findings were made by: the notice, its numbers, and where the values of a finding come from.

    `clauses_page` is the address of the page of clauses.
    """

    notice: Notice
    limits: Limits
    evidence: Callable[[Finding], list[Evidence]]
    clauses_page: str


def group(check: SiteCheck, language: Language) -> Groups:
    """Put the findings into the page's three groups, in clause order; a lapsed notice comes first."""
    groups = Groups([], [], [])
    sources = partial(evidence_of, check, language=language)
    basis = Basis(check.notice, check.limits, sources, reverse("clauses"))
    for number, finding in enumerate(check.findings, start=1):
        row = finding_row(basis, finding, f"finding-{number}", language)
        if finding.outcome is Outcome.NOT_APPLICABLE:
            groups.not_applicable.append(row)
        elif is_about_land(finding):
            groups.land.insert(0 if _is_too_late(finding) else len(groups.land), row)
        else:
            groups.papers.append(row)
    return groups


def is_about_land(finding: Finding) -> bool:
    """Tell whether what the page knows or asks can settle a finding."""
    asked = {test.fact.spec.name for way in finding.answer.ways for test in way}
    return bool(asked & SETTLED_HERE.get(finding.rule.subject, set()))


def _is_too_late(finding: Finding) -> bool:
    return finding.stands_against and finding.unit == "day"


def finding_row(basis: Basis, finding: Finding, anchor: str, language: Language) -> Row:
    """Put one finding into the words of a page, where it stands at `anchor`."""
    rule = finding.rule
    return Row(
        anchor=anchor,
        clause=rule.clause,
        clause_address=f"{basis.clauses_page}#{rule.clause}",
        title=rule.title.say(language),
        about=finding.about,
        look=look(finding),
        label=explain.outcome_label(finding).say(language),
        force=finding_words.FORCES[rule.force].say(language),
        consequence=finding_words.CONSEQUENCES[rule.consequence].say(language),
        is_near=finding.is_near(basis.limits.near_threshold_margin.value),
        of_notice=rule.of_notice,
        measures=tuple(measure for test in _distinct(finding) if (measure := _measure(test, language))),
        ways=tuple(explain.ways_to_meet(finding, language)),
        evidence=tuple(basis.evidence(finding)),
        quote=_quote(basis.notice, finding),
        translation=basis.notice.translation[rule.clause].text if language == "en" else "",
        reading=rule.reading.say(language) if rule.reading else "",
        is_blank=all(test.fact.value is None for test in _distinct(finding)),
    )


def look(finding: Finding) -> str:
    """Name the shape and colour: red is kept for what blocks."""
    if finding.outcome is not Outcome.NOT_MET:
        return finding.outcome.value
    if not finding.gives_verdict:
        return Outcome.NOT_APPLICABLE.value
    return "not_met" if finding.rule.consequence is Consequence.BLOCKS else "explain"


def _distinct(finding: Finding) -> Iterable[Test]:
    tests = [test for way in finding.answer.ways for test in way]
    return {test.fact.spec.name: test for test in tests}.values()


def _measure(test: Test, language: Language) -> Measure | None:
    """Give a comparison; None for a plain yes or no, which its evidence tells."""
    spec, value, limit = test.fact.spec, test.fact.value, test.limit
    if spec.kind == "yes_no" or (value is None and limit is None):
        return None
    sign = finding_words.SIGNS[test.sign].say(language)
    return Measure(
        label=spec.label.say(language),
        value=with_unit(value, spec.unit, language),
        limit=""
        if limit is None
        else f"{sign}{' ' if language == 'en' else ''}{with_unit(limit, spec.unit, language)}",
        short=_short(test, language),
        bar=_bar(test),
    )


def _short(test: Test, language: Language) -> str:
    if test.truth is not False or not test.short_by:
        return ""
    words_for = words.DAYS_LATE if test.fact.spec.kind == "day" else words.SHORT_BY
    if test.fact.spec.kind == "number" and test.sign == "<=":
        words_for = words.OVER_BY
    return words_for.say(language, short=with_unit(test.short_by, test.fact.spec.unit, language))


def _bar(test: Test) -> Bar | None:
    value, limit = test.fact.value, test.limit
    if test.fact.spec.kind != "number" or not limit or value is None:
        return None
    whole = max(value, limit) * 1.2
    return Bar(round(BAR_WIDTH * value / whole, 1), round(BAR_WIDTH * limit / whole, 1), test.truth is True)


def _quote(notice: Notice, finding: Finding) -> tuple[str, str, str]:
    """Give the clause's words: before the quoted ones, those, and after them."""
    clause = notice.clauses[finding.rule.clause].text
    before, quote, after = clause.partition(finding.rule.quote)
    return (before, quote, after) if quote else ("", finding.rule.quote, "")
