"""Finds the quota holder and the park that a cell means."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jijuqu.registry.models import Park, QuotaHolder
from jijuqu.tables.dated import in_force_on

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from jijuqu.registry.existing.entry import Entry

Row = TypeVar("Row", QuotaHolder, Park)


def find_holder(entry: Entry, written: str, day: date | None) -> QuotaHolder | None:
    """Find the holder of a name, short name or code among those of the day; note it where there is not just one."""
    holders = QuotaHolder.objects.defer("outline_wkb")
    if day:
        holders = holders.filter(in_force_on(day))
    found = _first_that_finds(holders, written, ("code", "name_zh", "short_zh"))
    if len(found) != 1:
        fault = "existing_holder_ambiguous" if found else "existing_holder_unknown"
        entry.refuse("申报主体", fault, value=written, names="、".join(each.name_zh for each in found))
        return None
    return found[0]


def find_park(entry: Entry, written: str, day: date | None) -> Park | None:
    """Find the park of a name or code; note it where there is none, or where it is another holder's."""
    parks = Park.objects.select_related("holder")
    if day:
        parks = parks.filter(in_force_on(day))
    found = _first_that_finds(parks, written, ("code", "name_zh"))
    if len(found) != 1:
        entry.refuse("所在园区", "existing_park_unknown", value=written)
        return None
    holder = entry.columns.get("holder")
    if holder and found[0].holder_id != holder.pk:
        entry.warn("所在园区", "existing_park_of_another", park=found[0].name_zh, holder=found[0].holder.name_zh)
    return found[0]


def _first_that_finds(rows: QuerySet[Row], written: str, columns: tuple[str, ...]) -> list[Row]:
    """Return the rows that have the text in the first of the columns where any has."""
    for column in columns:
        if found := list(rows.filter(**{column: written})):
            return found
    return []
