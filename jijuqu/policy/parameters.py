"""The numbers of a notice: dated, with unit, clause and source, read from its `parameters.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jijuqu.words.text import Text

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jijuqu.policy.known import Fact


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number or day, valid from `first_day` to `last_day` (None: no end). `value` None: not to be had yet.

    Over columns `value` may be an expression. `of_notice` False: a setting of this software, and pages say so.
    """

    name: str
    value: Any
    unit: str
    clause: str
    label: Text
    source: Text
    first_day: datetime.date
    last_day: datetime.date | None = None
    of_notice: bool = True

    def of(self, fact: Fact) -> ShareOf:
        """Take this share of a fact: a bound in the unit of that fact, unknown where either is."""
        return ShareOf(self, fact)


class ShareOf:
    """A share of a fact, as a bound in the unit of that fact."""

    __slots__ = ("fact", "share", "value")

    def __init__(self, share: Parameter, fact: Fact) -> None:
        self.share = share
        self.fact = fact
        self.value = None if share.value is None or fact.value is None else share.value * fact.value


class Limits:
    """The parameters of one day, each an attribute under its name: `limits.min_industrial_land_mu.value`."""

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        self.__dict__.update(parameters)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Parameter: ...

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.__dict__.values())

    def with_values(self, values: Mapping[str, Any]) -> Limits:
        """Give the same limits with other values: entered since, tried out, or expressions over columns.

        Raises KeyError for a name that the notice does not have on this day.
        """
        return Limits(self.__dict__ | {name: replace(self.__dict__[name], value=values[name]) for name in values})


def read_parameters(path: Path) -> tuple[Parameter, ...]:
    """Read every dated parameter of a notice; each name holds a list of values with their first and last days."""
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return tuple(
        Parameter(
            name=name,
            value=entry.get("value"),
            unit=entry["unit"],
            clause=entry["clause"],
            label=Text(*entry["label"]),
            source=Text(*entry["source"]),
            first_day=entry["from"],
            last_day=entry.get("to"),
            of_notice=entry.get("of_notice", True),
        )
        for name, entries in tables.items()
        for entry in entries
    )


def limits_on(parameters: tuple[Parameter, ...], on: datetime.date) -> Limits:
    """Give the parameters as they stand on a day."""
    return Limits(
        {p.name: p for p in parameters if p.first_day <= on and (p.last_day is None or on <= p.last_day)},
    )
