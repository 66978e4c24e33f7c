"""Values with their units, as people write them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from jijuqu.words.text import Text

if TYPE_CHECKING:
    from jijuqu.words.text import Language

UNITS = {
    "mu": Text("亩", " mu"),
    "m2": Text("㎡", " m²"),
    "m": Text("米", " m"),
    "count": Text("个", ""),
    "day": Text("天", " days"),
}
YES, NO, NOT_KNOWN = Text("是", "yes"), Text("否", "no"), Text("待核", "not yet known")


def with_unit(value: object, unit: str, language: Language) -> str:
    """Write a value with its unit: areas with two decimals at most, shares as per cent, days as dates.

    >>> with_unit(12.4, "mu", "zh"), with_unit(0.1, "share", "en"), with_unit(8300.0, "m2", "en")
    ('12.4亩', '10%', '8,300 m²')
    """
    if value is None:
        return NOT_KNOWN.say(language)
    if isinstance(value, bool):
        return (YES if value else NO).say(language)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float):
        if unit == "share":
            return f"{_short(value * 100)}%"
        return _short(value) + (UNITS[unit].say(language) if unit in UNITS else "")
    return str(value)


def _short(value: float) -> str:
    """Two decimals at most; a value that would read as nothing keeps its first figures."""
    text = f"{value:,.2f}" if value == 0 or abs(value) >= 0.005 else f"{value:.2g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
