"""Numbers of the notice as they are typed: shares as per cent, days as 2022-12-31, the rest as they are."""

from __future__ import annotations

import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

PER_CENT = 100


class Slider(NamedTuple):
    """How far a slider goes and in which steps, in what is typed; `at` is where it stands."""

    most: str
    step: str
    at: str


def written(value: Any, unit: str) -> str:
    """Write a value as the page's field and address have it; "" where there is none yet."""
    if value is None:
        return ""
    if unit == "day":
        return str(value.isoformat())
    number = Decimal(str(value)) * (PER_CENT if unit == "share" else 1)
    return f"{number.normalize():f}"


def read(text: str, unit: str) -> Any:
    """Read what was typed. Raises ValueError for what is neither a number nor a day."""
    if unit == "day":
        return datetime.date.fromisoformat(text)
    try:
        number = Decimal(text.replace(",", "").removesuffix("%"))
    except InvalidOperation as error:
        raise ValueError(text) from error
    return float(number / PER_CENT if unit == "share" else number)


def slider(value: Any, unit: str, typed: str) -> Slider | None:
    """Give a number a slider that leaves room on both sides of what stands; days have none."""
    if unit == "day":
        return None
    if unit == "share":
        most = PER_CENT if value is None or value > 0.25 else 20
        return Slider(str(most), "0.5", typed or "0")
    if unit == "m":  # a gap: no wider pairs were looked for
        return Slider(written(value, unit), "0.5", typed or "0")
    most = max(10, 2 * int(value or 0))
    return Slider(str(most), str(max(1, most // 80)), typed or "0")
