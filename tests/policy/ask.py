"""Ask a rule of a case told in one line."""

from __future__ import annotations

from datetime import date
from typing import Any

from jijuqu.policy.case import Case
from jijuqu.policy.notices import governing
from jijuqu.policy.rule import Excuse, Finding

DAY = date(2022, 6, 1)  # inside the notice's life
NOTICE = governing(DAY)
RULES = {rule.name: rule for rule in NOTICE.rules}


def findings(
    rule: str, *, in_park: bool | None = None, excuses: dict[str, Excuse] | None = None,
    projects: list[dict[str, Any]] | None = None, land_supplies: list[dict[str, Any]] | None = None,
    parameters: dict[str, Any] | None = None, **facts: Any,
) -> list[Finding]:  # fmt: skip
    """Give the findings of one rule; `in_park` None: wherever the rule applies."""
    inside = not RULES[rule].speaks_of(False) if in_park is None else in_park
    case = Case(facts, in_park=inside, projects=projects, land_supplies=land_supplies, excuses=excuses)
    limits = NOTICE.limits(DAY).with_values(parameters or {})
    return [finding for finding in NOTICE.check(case, limits) if finding.rule.name == rule]


def finding(rule: str, **told: Any) -> Finding:
    """Give the one finding of one rule."""
    (only,) = findings(rule, **told)
    return only


def outcome(rule: str, **told: Any) -> str:
    """Give the outcome of one rule as a word."""
    return finding(rule, **told).outcome.value
