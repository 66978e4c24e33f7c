"""What a notice finds in a table: a row for each subject, a row for each finding, and counts by district and rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from jijuqu.policy.explain import CLEAR, NOT_YET_KNOWN, STANDS_AGAINST
from jijuqu.policy.rule import Outcome
from jijuqu.population.asked import CODES
from jijuqu.population.columns import as_expression, unknown
from jijuqu.population.engines import computed
from jijuqu.population.table import DISTRICT, ID

if TYPE_CHECKING:
    from jijuqu.policy.notice import Notice
    from jijuqu.policy.rule import Rule
    from jijuqu.population.asked import Asked
    from jijuqu.population.table import Table

STATUS = "status"
APPLIES, VALUE, LIMIT, SHORT_BY = "__applies", "__value", "__limit", "__short_by"
ROWS = "_rows"


class Count(NamedTuple):
    """How many rows of a district (None: of no district, or of all) a rule finds what of."""

    district: str | None
    rule: Rule
    met: int
    not_met: int
    unknown: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What a notice finds in a table. Nothing is computed before somebody asks for rows or counts."""

    table: Table
    notice: Notice
    rules: tuple[Asked, ...]

    def wide(self) -> nw.LazyFrame[Any]:
        """Give a row for each row of the table, in its order: labels, `status`, and for each rule its columns.

        A rule's own column is true, false or null; beside it stand `RULE__applies` where it does not apply to all, and
        `RULE__value`, `RULE__limit`, `RULE__short_by` where it measures something. A null is not yet known, unless
        `RULE__applies` is false. `status` is that of a check: 0, 1 or 3.
        """
        columns: dict[str, nw.Expr] = {STATUS: self.status}
        for asked in self.rules:
            name = asked.rule.name
            columns[name] = asked.met
            if asked.applies is not None:
                columns[name + APPLIES] = asked.applies
            if asked.is_measured:
                columns |= {name + VALUE: asked.value, name + LIMIT: asked.limit}
                if asked.kind != "text":
                    columns[name + SHORT_BY] = asked.short_by
        return self.table.frame.select(*self.table.labels, **columns)

    def long(self) -> nw.LazyFrame[Any]:
        """Give a row for each finding, rule by rule in clause order: labels, clause, rule, outcome, measures, unit.

        Numbers stand in `value` and `limit`, days in `day` and `last_day`; words that a rule compares are left out.
        """
        return nw.concat([self.table.frame.select(*self.table.labels, **_long(asked)) for asked in self.rules])

    @property
    def status(self) -> nw.Expr:
        """1 where something stands against a row, 3 where nothing does but something is not yet known, 0 clear."""
        verdicts = [asked for asked in self.rules if asked.rule.gives_verdict]
        if not verdicts:
            return nw.lit(CLEAR)
        against = nw.any_horizontal([~asked.met for asked in verdicts], ignore_nulls=True)
        is_open = nw.any_horizontal([asked.is_open for asked in verdicts], ignore_nulls=True)
        return nw.when(against).then(STANDS_AGAINST).when(is_open).then(NOT_YET_KNOWN).otherwise(CLEAR)

    def counts(self) -> list[Count]:
        """Count outcomes by district and rule, districts in order, those not told of last, rules in clause order.

        Without a column of districts everything is counted under None.
        """
        found = {
            f"{place} {outcome}": so
            for place, asked in enumerate(self.rules)
            for outcome, so in asked.known_outcomes().items()
        }
        sums = [nw.len().alias(ROWS), *(nw.col(name).cast(nw.Int64).sum() for name in found)]
        if DISTRICT in self.table.labels:
            grouped = self.table.frame.select(DISTRICT, **found).group_by(DISTRICT).agg(*sums)
            counted = computed(grouped.sort(DISTRICT, nulls_last=True))
        else:
            counted = computed(self.table.frame.select(ID, **found).select(*sums))
        return [
            _count(asked, place, row) for row in counted.iter_rows(named=True) for place, asked in enumerate(self.rules)
        ]

    def statuses(self) -> dict[int, int]:
        """Count rows by their status as of a check."""
        rows = self.table.frame.select(ID, **{STATUS: self.status}).group_by(STATUS).agg(nw.len())
        return dict(computed(rows.sort(STATUS)).rows())


def _count(asked: Asked, place: int, row: dict[str, Any]) -> Count:
    known = {outcome: row.get(f"{place} {outcome}") or 0 for outcome in CODES if outcome is not Outcome.UNKNOWN}
    return Count(row.get(DISTRICT), asked.rule, **known, unknown=row[ROWS] - sum(known.values()))


def _long(asked: Asked) -> dict[str, nw.Expr]:
    rule = {"clause": nw.lit(asked.rule.clause), "rule": nw.lit(asked.rule.name)}
    return rule | {"outcome": asked.outcome, "met": asked.met} | measures(asked)


def measures(asked: Asked | None) -> dict[str, nw.Expr]:
    """Give what a rule holds against what: numbers as `value` and `limit`, days as `day` and `last_day`."""
    nothing = {kind: as_expression(unknown(kind), kind) for kind in ("number", "day")}
    is_number, is_day = (asked is not None and asked.kind == kind for kind in ("number", "day"))
    return {
        "value": asked.value if asked and is_number else nothing["number"],
        "limit": asked.limit if asked and is_number else nothing["number"],
        "day": asked.value if asked and is_day else nothing["day"],
        "last_day": asked.limit if asked and is_day else nothing["day"],
        "short_by": asked.short_by if asked and (is_number or is_day) else nothing["number"],
        "unit": nw.lit(asked.unit if asked else ""),
    }
