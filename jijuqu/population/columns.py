"""Columns as rules see them: Narwhals expressions that mean the same on every engine.

Numbers and yes-or-no facts are Narwhals expressions as they are. Days and words need a little more, because engines
differ in what `-` makes of two days and `+` of two texts; the two classes below have the operators that rules use.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import narwhals as nw

if TYPE_CHECKING:
    from jijuqu.policy.fact_specs import Kind

TYPES: dict[Kind, Any] = {"number": nw.Float64, "yes_no": nw.Boolean, "day": nw.Date, "text": nw.String}
_ONE_DAY = datetime.timedelta(days=1)


class DayColumn:
    """A column of days: compared with days, and subtracted from them to a count of days."""

    __slots__ = ("expr",)

    def __init__(self, expr: nw.Expr) -> None:
        self.expr = expr

    def __le__(self, other: DayColumn | datetime.date) -> nw.Expr:
        return self.expr <= _expression(other)

    def __ge__(self, other: DayColumn | datetime.date) -> nw.Expr:
        return self.expr >= _expression(other)

    def __gt__(self, other: DayColumn | datetime.date) -> nw.Expr:
        return self.expr > _expression(other)

    def __sub__(self, other: DayColumn | datetime.date) -> DayCount:
        return DayCount(_number_of_day(self) - _number_of_day(other))

    def __rsub__(self, other: datetime.date) -> DayCount:
        return DayCount(_number_of_day(other) - _number_of_day(self))


class DayCount:
    """How many days lie between two; divided by one day it is a plain number, as Python's own timedelta is."""

    __slots__ = ("days",)

    def __init__(self, days: nw.Expr) -> None:
        self.days = days

    def __truediv__(self, unit: datetime.timedelta) -> nw.Expr:
        return self.days.cast(nw.Float64) / (unit / _ONE_DAY)


class TextColumn:
    """A column of words: put together, and compared with other words."""

    __slots__ = ("expr",)
    __hash__ = None  # type: ignore[assignment]  # `==` makes an expression, as it does of every column

    def __init__(self, expr: nw.Expr) -> None:
        self.expr = expr

    def __add__(self, other: TextColumn | str) -> TextColumn:
        return TextColumn(nw.concat_str([self.expr, _expression(other)]))

    def __eq__(self, other: object) -> nw.Expr:  # type: ignore[override]
        return self.expr == _expression(other)


def column(kind: Kind, expr: nw.Expr) -> Any:
    """Give a column of a kind of fact as rules want it."""
    return DayColumn(expr) if kind == "day" else TextColumn(expr) if kind == "text" else expr


def unknown(kind: Kind) -> Any:
    """Give a column in which nothing is known."""
    return column(kind, nw.lit(None, dtype=TYPES[kind]))


def as_expression(value: Any, kind: Kind) -> nw.Expr:
    """Give a column, or a plain value, as an expression of its kind."""
    return _expression(value).cast(TYPES[kind])


def _expression(value: Any) -> nw.Expr:
    if isinstance(value, DayColumn | TextColumn):
        return value.expr
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _number_of_day(day: DayColumn | datetime.date) -> Any:
    """Number days as `date.toordinal` does, in arithmetic that every engine knows."""
    if isinstance(day, datetime.date):
        return day.toordinal()
    years = day.expr.dt.year().cast(nw.Int64) - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + day.expr.dt.ordinal_day().cast(nw.Int64)
