"""The numbers of a notice for rows of several days: a column where a number changes between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import narwhals as nw

from jijuqu.policy.parameters import Limits
from jijuqu.population.columns import as_expression, column, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jijuqu.policy.fact_specs import Kind
    from jijuqu.policy.parameters import Parameter


def limits_by_day(parameters: Iterable[Parameter], day: nw.Expr) -> Limits:
    """Give the parameters as they stand on the day of each row; of entries that overlap the last one holds."""
    by_name: dict[str, list[Parameter]] = {}
    for parameter in parameters:
        by_name.setdefault(parameter.name, []).append(parameter)
    return Limits({name: _on(entries, day) for name, entries in by_name.items()})


def with_unknown_as_columns(limits: Limits) -> Limits:
    """Give the same limits, in which a number that is not to be had yet is a column of nothing known."""
    return limits.with_values({each.name: unknown(kind_of(each)) for each in limits if each.value is None})


def kind_of(parameter: Parameter) -> Kind:
    """Give the kind of fact that a parameter is held against."""
    return "day" if parameter.unit == "day" else "number"


def _on(entries: Sequence[Parameter], day: nw.Expr) -> Parameter:
    if len(entries) == 1 and entries[0].last_day is None:
        return entries[0]
    kind = kind_of(entries[0])
    value = as_expression(unknown(kind), kind)
    for entry in entries:
        stands = day >= entry.first_day
        if entry.last_day is not None:
            stands &= day <= entry.last_day
        own = as_expression(unknown(kind) if entry.value is None else entry.value, kind)
        value = nw.when(stands).then(own).otherwise(value)
    return replace(entries[-1], value=column(kind, value))
