"""Asks the rules of a notice of a table, by the numbers of one day or of each row's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.notice import NotGovernedError
from jijuqu.policy.parameters import limits_on
from jijuqu.population.asked import Asked
from jijuqu.population.dated_limits import limits_by_day, with_unknown_as_columns
from jijuqu.population.findings import Findings
from jijuqu.population.table import DAY, columns_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from jijuqu.policy.notice import Notice
    from jijuqu.policy.parameters import Parameter
    from jijuqu.population.table import Table


def judge(
    table: Table,
    notice: Notice,
    on: datetime.date | None = None,
    *,
    parameters: Sequence[Parameter] | None = None,
    changed: Mapping[str, Any] | None = None,
) -> Findings:
    """Ask the rules of a notice of every row, by the numbers of one day, or of each row's own day (column `on`).

    `parameters`: dated numbers to take instead of the notice's own, entered values last. `changed`: values tried out,
    by name, whatever the day. Raises NotGovernedError for a day before the notice, KeyError for a name that it does
    not have.
    """
    if on is not None and on < notice.first_day:
        raise NotGovernedError(on, notice.first_day)
    dated = tuple(notice.parameters if parameters is None else parameters)
    limits = limits_by_day(dated, nw.col(DAY)) if on is None else limits_on(dated, on)
    limits = with_unknown_as_columns(limits.with_values(changed or {}))
    subjects = {subject: columns_of(subject) for subject in table.subjects}
    asked = [Asked(rule, subjects[rule.subject], limits) for rule in notice.rules if rule.subject in subjects]
    return Findings(table, notice, tuple(asked))


def by_notice(table: Table, notices: Sequence[Notice]) -> list[tuple[Notice, Table]]:
    """Divide a table by the notice that governs each row's own day (column `on`).

    The door has refused days before the first notice. `notices` stand in the order of their first days.
    """
    if len(notices) == 1:
        return [(notices[0], table)]
    ends = [following.first_day for following in notices[1:]]
    day = nw.col(DAY)
    governs = [day >= notice.first_day for notice in notices]
    governs = [begun & (day < end) for begun, end in zip(governs, ends, strict=False)] + governs[len(ends) :]
    return [
        (notice, replace(table, frame=table.frame.filter(rows))) for notice, rows in zip(notices, governs, strict=True)
    ]
