"""Two judgments of one table side by side: which findings flip, in which district, by which clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from jijuqu.policy.parameters import ShareOf
from jijuqu.population.changes import rule_changes
from jijuqu.population.engines import computed
from jijuqu.population.findings import measures
from jijuqu.population.table import DISTRICT, ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijuqu.policy.known import Bound, Test
    from jijuqu.policy.rule import Rule
    from jijuqu.population.asked import Asked
    from jijuqu.population.changes import RuleChange
    from jijuqu.population.findings import Findings

NO_RULE = "no_rule"  # the outcome of a rule that one of two notices does not have
BEFORE, AFTER = "before", "after"


class FlipCount(NamedTuple):
    """How many rows of a district (None: of no district, or of all) go from one outcome of a rule to another."""

    district: str | None
    rule: Rule
    before: str
    after: str
    rows: int


@dataclass(frozen=True)
class Flips:
    """The findings that differ between two judgments. Nothing is computed before somebody asks for rows or counts."""

    before: Findings
    after: Findings

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """The rules that may find otherwise: those that ask the same of the same are left out."""
        before, after = ({asked.rule.name: asked for asked in each.rules} for each in (self.before, self.after))
        pairs = ((before.get(name), after.get(name)) for name in dict.fromkeys([*before, *after]))
        return tuple(Compared(old, new) for old, new in pairs if old is None or new is None or not _same(old, new))

    @property
    def draft(self) -> str:
        """The name of the draft that is tried out; "" where only numbers are."""
        before, after = (each.notice.number for each in (self.before, self.after))
        return "" if before == after else after

    @property
    def rules_changed(self) -> list[RuleChange]:
        """The rules that the draft adds, drops or rewrites, of whatever subject."""
        return rule_changes(self.before.notice, self.after.notice)

    def rows(self) -> nw.LazyFrame[Any]:
        """Give a row for each finding that flips, rule by rule: labels, clause, rule, both outcomes and their measures.

        Measures are named as in the long table of findings, with `before_` and `after_` in front.
        """
        frame, labels = self.before.table.frame, self.before.table.labels
        compared = self.compared or [Compared(asked, asked) for asked in self.before.rules[:1]]  # the columns, no rows
        return nw.concat([frame.filter(each.flips).select(*labels, **each.told()) for each in compared])

    def counts(self) -> list[FlipCount]:
        """Count flips by district, rule and both outcomes, in this order; districts not told of last."""
        by = [DISTRICT] if DISTRICT in self.before.table.labels else []
        counted = [
            self.before.table.frame.filter(each.flips)
            .select(*(by or [ID]), **each.outcomes())
            .with_columns(place=nw.lit(place))
            .group_by(*by, "place", BEFORE, AFTER)
            .agg(rows=nw.len())
            for place, each in enumerate(self.compared)
        ]
        if not counted:
            return []
        found = computed(nw.concat(counted).sort(*by, "place", BEFORE, AFTER, nulls_last=True))
        return [
            FlipCount(row.get(DISTRICT), self.compared[row["place"]].rule, row[BEFORE], row[AFTER], row["rows"])
            for row in found.iter_rows(named=True)
        ]

    def statuses(self) -> dict[tuple[int, int], int]:
        """Count rows by their status before and after (0, 1, 3), those that keep it among them."""
        both = {BEFORE: self.before.status, AFTER: self.after.status}
        counted = self.before.table.frame.select(ID, **both).group_by(*both).agg(nw.len()).sort(*both)
        return {(before, after): rows for before, after, rows in computed(counted).rows()}


def compare(before: Findings, after: Findings) -> Flips:
    """Put two judgments of the very same table side by side."""
    assert before.table is after.table, "compare two judgments of one table"  # noqa: S101
    return Flips(before, after)


class Compared:
    """One rule asked twice, by other numbers or in other words; None where a notice does not have it."""

    __slots__ = ("after", "before", "rule")

    def __init__(self, before: Asked | None, after: Asked | None) -> None:
        self.before, self.after = before, after
        known = after or before
        assert known is not None  # noqa: S101
        self.rule = known.rule

    @property
    def flips(self) -> nw.Expr:
        """True where the outcome is another."""
        if self.before is None or self.after is None:
            only = self.after or self.before
            return only.code >= 0 if only else nw.lit(False)  # noqa: FBT003
        return self.before.code != self.after.code

    def outcomes(self) -> dict[str, nw.Expr]:
        """Give both outcomes as words."""
        pairs = ((BEFORE, self.before), (AFTER, self.after))
        return {name: nw.lit(NO_RULE) if asked is None else asked.outcome for name, asked in pairs}

    def told(self) -> dict[str, nw.Expr]:
        """Give all that a row of the comparison holds beside its labels."""
        told = {"clause": nw.lit(self.rule.clause), "rule": nw.lit(self.rule.name), **self.outcomes()}
        for name, asked in ((BEFORE, self.before), (AFTER, self.after)):
            told |= {f"{name}_{measure}": each for measure, each in measures(asked).items()}
        return told


def _same(before: Asked, after: Asked) -> bool:
    """Tell whether two questions cannot but come out alike: the same rule held against the same numbers."""
    tests = zip(_tests(before), _tests(after), strict=False)
    return before.rule is after.rule and all(_same_bound(old.bound, new.bound) for old, new in tests)


def _tests(asked: Asked) -> Iterator[Test]:
    yield from (test for way in asked.answer.ways for test in way)


def _same_bound(before: Bound | None, after: Bound | None) -> bool:
    if isinstance(before, ShareOf) and isinstance(after, ShareOf):
        return before.share is after.share and before.fact.spec is after.fact.spec
    return before is after
