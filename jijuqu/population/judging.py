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
    from collections.abc import Iterator, Mapping, Sequence

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


def judge_by_day(
    table: Table, notices: Sequence[Notice], *, changed: Mapping[str, Any] | None = None
) -> list[Findings]:
    """Ask of every row the notice that governs its own day (column `on`): findings for each notice in turn.

    The door has refused days before the first notice. `notices` stand in the order of their first days.
    """
    return [judge(part, notice, changed=changed) for notice, part in _by_notice(table, notices)]


def _by_notice(table: Table, notices: Sequence[Notice]) -> Iterator[tuple[Notice, Table]]:
    if len(notices) == 1:
        yield notices[0], table
        return
    day = nw.col(DAY)
    for notice, following in zip(notices, (*notices[1:], None), strict=True):
        governs = day >= notice.first_day
        if following is not None:
            governs &= day < following.first_day
        yield notice, replace(table, frame=table.frame.filter(governs))
