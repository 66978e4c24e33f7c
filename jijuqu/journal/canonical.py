"""One text for one value, whichever database it was read from: what digests are taken over.

The text is JSON with sorted keys, in ASCII and without spaces. Numbers are written in full decimal digits without
trailing zeros, because SQLite gives back the 1.0 and 1e16 of a JSON column and PostgreSQL 1.0 and 10000000000000000;
days and times in ISO 8601, aware times in UTC; bytes as x"6f6b", so that they are never taken for text.
"""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from functools import singledispatch
from typing import Any
from uuid import UUID

MICROSECOND = datetime.timedelta(microseconds=1)


@singledispatch
def canonical(value: object) -> str:
    """Return the text of a value as a database gave it back. Raises TypeError for a kind that has no form here."""
    raise TypeError(f"{type(value).__name__} has no canonical form: give it one here, equal on every database")


@canonical.register
def _nothing(_value: None) -> str:
    return "null"


@canonical.register
def _truth(value: bool) -> str:  # noqa: FBT001 - its kind is what is told apart
    return "true" if value else "false"


@canonical.register
def _whole_number(value: int) -> str:
    return str(value)


@canonical.register
def _floating_number(value: float) -> str:
    return _decimal_number(Decimal(repr(value)))


@canonical.register
def _decimal_number(value: Decimal) -> str:
    """Write 1, 1.0, Decimal("1.00") and 1e0 alike, and no minus before zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@canonical.register
def _text(value: str) -> str:
    return json.dumps(value)


@canonical.register(bytes)
@canonical.register(memoryview)
def _bytes(value: bytes | memoryview) -> str:
    return f'x"{bytes(value).hex()}"'


@canonical.register(datetime.date)
@canonical.register(datetime.time)
def _day_or_time(value: datetime.date | datetime.time) -> str:
    return json.dumps(value.isoformat())


@canonical.register
def _moment(value: datetime.datetime) -> str:
    if value.tzinfo is None:
        return json.dumps(value.isoformat(timespec="microseconds"))
    return json.dumps(value.astimezone(datetime.UTC).isoformat(timespec="microseconds"))


@canonical.register
def _span(value: datetime.timedelta) -> str:
    return str(value // MICROSECOND)


@canonical.register
def _uuid(value: UUID) -> str:
    return json.dumps(str(value))


@canonical.register(dict)
def _object(value: dict[str, Any]) -> str:
    return "{" + ",".join(f"{json.dumps(key)}:{canonical(value[key])}" for key in sorted(value)) + "}"


@canonical.register(list)
@canonical.register(tuple)
def _array(value: list[Any] | tuple[Any, ...]) -> str:
    return "[" + ",".join(map(canonical, value)) + "]"
