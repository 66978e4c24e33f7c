"""A notice as code, the notice in force on a day, and what it finds in a case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jijuqu.policy.clauses import Clause, Remark, clauses
from jijuqu.policy.facts import LISTED_SUBJECTS
from jijuqu.policy.parameters import Limits, Parameter, limits_on, read_parameters
from jijuqu.policy.rule import Finding, Rule

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import Any

    from jijuqu.policy.case import Case
    from jijuqu.policy.fact_specs import Facts
    from jijuqu.policy.known import Answer
    from jijuqu.words.text import Text


class NotGovernedError(Exception):
    """No notice governs the day: never a neighbouring one."""

    def __init__(self, on: datetime.date, first_day: datetime.date) -> None:
        super().__init__(f"no notice governs {on}; the first is in force from {first_day}")
        self.on = on
        self.first_day = first_day


@dataclass(frozen=True)
class Notice:
    """A notice with its number, days, text, dated parameters and rules in clause order.

    `folder` holds `text.txt`, `text.en.txt` (an unofficial translation) and `parameters.toml`.
    """

    number: str
    title: Text
    issued_on: datetime.date
    first_day: datetime.date
    last_day: datetime.date
    folder: Path
    rules: tuple[Rule, ...]
    uncovered: tuple[Remark, ...] = ()  # what no rule asks about, and why
    doubts: tuple[Remark, ...] = ()  # where it leaves room beyond any one rule

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """The notice's own words by citation, in order."""
        return clauses((self.folder / "text.txt").read_text(encoding="utf-8"))

    @cached_property
    def translation(self) -> dict[str, Clause]:
        """An unofficial English rendering by the same citations."""
        return clauses((self.folder / "text.en.txt").read_text(encoding="utf-8"))

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every dated number of the notice."""
        return read_parameters(self.folder / "parameters.toml")

    def limits(self, on: datetime.date) -> Limits:
        """Give the numbers as they stand on a day; past the notice's last day they stand as on that day."""
        return limits_on(self.parameters, on)

    def in_force(self, on: datetime.date) -> bool:
        """Tell whether the day lies within the notice's own first and last days."""
        return self.first_day <= on <= self.last_day

    def check(self, case: Case, limits: Limits) -> list[Finding]:
        """Ask every rule of one case, in clause order; rules about listed things give a finding for each thing."""
        findings, in_park, subjects_of, excuses = [], case.in_park, case.subjects, case.excuses
        for rule in self.rules:
            subjects = subjects_of[rule.subject]
            if in_park not in rule.places or (not subjects and rule.subject in LISTED_SUBJECTS):
                findings.append(rule.not_asked)
                continue
            excuse = excuses.get(rule.name)
            for subject in subjects:
                findings.append(Finding(rule, rule.ask(subject, limits), subject.name, excuse))  # noqa: PERF401
        return findings

    def over_columns(self, subject: type[Facts], column: Callable[[str], Any], limits: Limits) -> Mapping[str, Answer]:
        """Ask every rule about `subject` of columns: answers by rule name, their truths expressions.

        `column(name)` gives the expression of the column that holds a fact, the Boolean `in_park` among them. Limits
        without a value must be given one first (a null literal of the library): `Limits.with_values`.
        """
        facts = subject.over(column)
        return {rule.name: rule.over_columns(facts, limits) for rule in self.rules if rule.subject is subject}
