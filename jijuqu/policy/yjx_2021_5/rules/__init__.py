"""The rules of 渝经信规范〔2021〕5号: a module for each of its headings, a function for each of its demands."""

from __future__ import annotations

from jijuqu.policy.rule import Rule
from jijuqu.policy.yjx_2021_5.rules import building, closing, conditions, procedure, safeguards, scope

HEADINGS = (scope, conditions, procedure, building, safeguards, closing)  # in the notice's order
RULES = tuple(each for heading in HEADINGS for each in vars(heading).values() if isinstance(each, Rule))
