"""Says findings in words and as plain JSON: the outcome, the ways to comply, the status of a whole check."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from jijuqu.policy.known import NOTHING
from jijuqu.policy.parameters import ShareOf
from jijuqu.policy.rule import Finding, Outcome
from jijuqu.words import findings as words
from jijuqu.words.units import with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jijuqu.policy.known import Test
    from jijuqu.policy.rule import Rule
    from jijuqu.words.text import Language, Text

CLEAR, STANDS_AGAINST, NOT_YET_KNOWN = 0, 1, 3  # statuses of a check


def outcome_label(finding: Finding) -> Text:
    """Give the outcome as pages call it."""
    return outcome_of_rule(finding.rule, finding.outcome)


def outcome_of_rule(rule: Rule, outcome: Outcome) -> Text:
    """Call an outcome by what follows from it: 不符合 only where the rule blocks."""
    return words.NOT_MET[rule.consequence] if outcome is Outcome.NOT_MET else words.OUTCOMES[outcome]


def ways_to_meet(finding: Finding, language: Language) -> list[str]:
    """Give the alternatives that would make it so, each a sentence; none where nothing is wanted."""
    if finding.outcome not in {Outcome.NOT_MET, Outcome.UNKNOWN}:
        return []
    ways = [
        words.AND.say(language).join(dict.fromkeys(_want(test, language) for test in way if test.truth is not True))
        for way in finding.answer.ways
    ]
    return [*ways, *([words.WRITTEN_REASON.say(language)] if finding.explanation_wanted else [])]


def limit_text(finding: Finding, language: Language) -> str:
    """Give what the value is held against with its sign, as ≥200亩; empty for a yes-or-no rule.

    A share of a fact that is not yet known is told as a share, as ≥50% × 规划总建筑面积.
    """
    test = finding.main_test
    if test is None or test.bound is None:
        return ""
    sign = {">=": "≥", "<=": "≤", "=": ""}.get(test.sign, test.sign)
    if test.limit is not None:
        return sign + with_unit(test.limit, test.fact.spec.unit, language)
    if isinstance(test.bound, ShareOf) and test.bound.share.value is not None:
        share = with_unit(test.bound.share.value, "share", language)
        return f"{sign}{share} × {test.bound.fact.spec.label.say(language)}"
    return with_unit(None, "", language)


def falls_short(finding: Finding) -> bool:
    """Tell whether a known value is not enough, be it that another way, not known yet, may still do."""
    if finding.outcome not in {Outcome.NOT_MET, Outcome.UNKNOWN}:
        return False
    return any(test.truth is False for way in finding.answer.ways for test in way)


def status(findings: Sequence[Finding]) -> int:
    """Give the status of a check: 1 something stands against it, 3 nothing does but something is unknown, 0 clear."""
    if any(finding.stands_against for finding in findings):
        return STANDS_AGAINST
    open_ = any(finding.outcome is Outcome.UNKNOWN and finding.gives_verdict for finding in findings)
    return NOT_YET_KNOWN if open_ else CLEAR


def summary(findings: Sequence[Finding]) -> dict[str, int]:
    """Count the findings by outcome, every outcome named."""
    counts = Counter(finding.outcome for finding in findings)
    return {outcome.value: counts[outcome] for outcome in Outcome}


def as_json(finding: Finding, margin: float, language: Language) -> dict[str, Any]:
    """Give one finding as plain values; keys are English, `ways_to_meet` and `title` are in `language`.

    `margin` is the share of a limit within which a figure is near it.
    """
    rule = finding.rule
    return {
        "rule": rule.name,
        "clause": rule.clause,
        "quote": rule.quote,
        "title": rule.title.say(language),
        "force": rule.force.value,
        "addressee": rule.addressee.value,
        "consequence": rule.consequence.value,
        "of_notice": rule.of_notice,
        "about": finding.about,
        "outcome": finding.outcome.value,
        "value": finding.value,
        "limit": finding.limit,
        "unit": finding.unit,
        "short_by": finding.short_by,
        "near_threshold": finding.is_near(margin),
        "explanation_wanted": finding.explanation_wanted,
        "ways_to_meet": ways_to_meet(finding, language),
    }


def _want(test: Test, language: Language) -> str:
    spec = test.fact.spec
    if spec.kind == "yes_no" or (test.truth is False):
        return spec.mend.say(language, short=with_unit(test.short_by, spec.unit, language))
    return words.STATE_IT.say(language, label=spec.label.say(language), limit=_limit(test, language))


def _limit(test: Test, language: Language) -> str:
    """Say what a value not yet known is held against; nothing where the words themselves say it."""
    if test.limit is None or test.bound is NOTHING:
        return ""
    signs = words.SIGNS_FOR_DAYS if test.fact.spec.kind == "day" else words.SIGNS
    sign = signs[test.sign].say(language)
    return words.STATE_LIMIT.say(language, sign=sign, limit=with_unit(test.limit, test.fact.spec.unit, language))
