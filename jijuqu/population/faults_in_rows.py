"""What may be wrong with the rows of a table: one pass looks for any fault, and only what is found is looked up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import narwhals as nw

from jijuqu.policy.case import LARGEST
from jijuqu.population.engines import ROW, computed, numbered
from jijuqu.population.table import DAY, DISTRICT, ID, STANDING, STANDINGS, specs_of
from jijuqu.words import population as words
from jijuqu.words.text import Message

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from jijuqu.population.table import Table

OF_LABELS = {ID: "table_id_missing", DISTRICT: "table_district_unknown", STANDING: "table_standing_unknown"}


def faults_in_rows(table: Table, districts: Collection[str] | None, first_day: datetime.date | None) -> list[Message]:
    """Find what no rule can be asked of: NaN and infinity, numbers out of range, days without a notice, lost names.

    Each fault names the first row it is found in, and how many there are.
    """
    wrong = _wrong_numbers(table) | _wrong_labels(table, districts, first_day)
    looked = {name: bad.any() for name, bad in wrong.items()}
    seen = computed(table.frame.select(rows=nw.len(), names=nw.col(ID).n_unique(), **looked)).row(0)
    rows, names, *told = seen
    if not rows:
        return [Message("table_without_rows")]
    found = [name for name, is_so in zip(wrong, told, strict=True) if is_so]
    faults = [_told(table, name, wrong[name], first_day) for name in found]
    return faults if names == rows or ID in found else [*faults, _twice(table)]


def _wrong_numbers(table: Table) -> dict[str, nw.Expr]:
    wrong = {}
    for name, spec in specs_of(table.subjects).items():
        if spec.kind == "number" and name in table.told:
            number, most = nw.col(name), 1.0 if spec.unit == "share" else LARGEST
            wrong[name] = number.is_nan() | (number < 0) | (number > most)
    return wrong


def _wrong_labels(
    table: Table, districts: Collection[str] | None, first_day: datetime.date | None
) -> dict[str, nw.Expr]:
    wrong = {ID: nw.col(ID).is_null()}
    if districts is not None and DISTRICT in table.labels:
        wrong[DISTRICT] = ~nw.col(DISTRICT).is_in(list(districts))
    if STANDING in table.labels:
        wrong[STANDING] = ~nw.col(STANDING).is_in(STANDINGS)
    if DAY in table.labels:
        day = nw.col(DAY)
        wrong[DAY] = day.is_null() if first_day is None else day.is_null() | (day < first_day)
    return wrong


def _told(table: Table, name: str, bad: nw.Expr, first_day: datetime.date | None) -> Message:
    """Look up the first row with a fault and tell what it is."""
    columns = dict.fromkeys((ROW, ID, name))
    row, where, *other = computed(numbered(table.frame).filter(bad).select(*columns).head(1)).row(0)
    (count,) = computed(table.frame.select(bad.cast(nw.Int64).sum())).row(0)
    value = other[0] if other else where
    values = {"name": name, "where": words.where(row, where), "value": value, "count": count, "first_day": first_day}
    return Message(_code(name, value), values)


def _code(name: str, value: Any) -> str:
    if name in OF_LABELS:
        return OF_LABELS[name]
    if name == DAY:
        return "table_day_missing" if value is None else "table_day_before"
    if math.isnan(value):
        return "table_nan"
    if math.isinf(value):
        return "table_infinite"
    return "table_share_over_one" if 1 < value <= LARGEST else "table_out_of_range"


def _twice(table: Table) -> Message:
    same = table.frame.group_by(ID).agg(count=nw.len()).filter(nw.col("count") > 1).sort(ID)
    name, count = computed(same.head(1)).row(0)
    return Message("table_id_twice", {"id": name, "count": count})
