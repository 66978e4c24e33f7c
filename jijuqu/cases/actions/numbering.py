"""Numbers given out one after another in a year: of cases, and of letters while they are drafts."""

from __future__ import annotations

from jijuqu.cases.models import Serial


def next_number(name: str, year: int) -> str:
    """Take the next number of a kind in a year, inside the transaction of an act; its row is locked until that ends.

    >>> next_number("case", 2022)  # doctest: +SKIP
    '2022-0007'
    """
    Serial.objects.get_or_create(name=name, year=year)
    serial = Serial.objects.select_for_update().get(name=name, year=year)
    serial.last += 1
    serial.save()
    return f"{year}-{serial.last:04d}"
